// Measures how long VS Code would take to colour one long line, over hostile lines in every state of the grammar. Over 50 ms for any: exit 1.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import onigurumaModule from "vscode-oniguruma";
import textmateModule from "vscode-textmate";

const { createOnigScanner, createOnigString, loadWASM } = onigurumaModule;
const { INITIAL, parseRawGrammar, Registry } = textmateModule;

/** The longest line that VS Code colours at all. */
const longest = 20_000;
/** What one line may take, in milliseconds. */
const limit = 50;
/** A measure is repeated until it is well below the limit, or this often: a line is not slow because something else ran meanwhile. */
const tries = 10;
const calm = limit / 2;

/** What hostile lines repeat: runs of one kind of character, and what almost is, or is, something that the grammar looks for. */
const units = [
  ...[
    " ",
    "\t",
    "A",
    "a",
    "X",
    "x",
    "1",
    "/",
    "(",
    ")",
    "[",
    "-",
    "=",
    "_",
    "#",
    ".",
    ",",
    ":",
    "*",
    "~",
    ">",
    "|",
    '"',
    "¶",
    "é",
  ],
  ...[
    "A ",
    "a ",
    "Aa ",
    "1 ",
    "- ",
    ". ",
    "> ",
    "| ",
    "A.",
    "A. ",
    "1.",
    "1. ",
    "A/",
    "A-",
    "A'",
    "(A",
    "(A) ",
    "(C) ",
    "¶1. ",
    "...",
  ],
  ...[
    "R U E H ",
    "RUEHC ",
    "RUEHC/",
    "RUEHC/SECSTATE WASHDC ",
    "C O N F I D E N T I A L ",
    "U N C L A S ",
    "SECTION 01 OF 02 ",
  ],
  ...[
    "VZCZCXRO3238 ",
    "O 120903Z MAR 06 ",
    "#9912/01 ",
    "PRIORITY ",
    "//J-3//",
    "UNCLAS FREDBURG 0099",
    "SHANGHAI 00000374 002 OF 00",
  ],
  ...[
    "PGOV ",
    "PGOV,",
    "[PGOV](#) ",
    "[1](#)",
    "[1](#)1. ",
    "OVIP (DOE ",
    "E.O. 12958: ",
    "E.O.",
    "DECL: ",
    "N/A ",
    "1/1/1 ",
    "XGDS-2 ",
  ],
  ...[
    "A. STATE 1 ",
    "STATE 12345 ",
    "STATE 1 AND ",
    "RIO DE JANEIRO ",
    "05 RIO DE ",
    "(NOTAL) ",
    "1.4 (b) ",
    "REASON: ",
    "Classified By: ",
  ],
  ...[
    "ref a ",
    "Ref A ",
    "REFS A, B ",
    "Refs A and ",
    "ref ",
    "reftel ",
    "septel A ",
    "para 3 ",
    "paras 3, 4 ",
    "PARA. ",
    "09FREDBURG374 ",
  ],
  ...[
    "09 FREDBURG 37",
    "Deptel 286 ",
    "Department's ",
    "https://a ",
    "https://a/https://",
    "End summary ",
    "Summary: ",
    "[REMOVED",
    "XXXXX ",
  ],
  ...[
    "&quot;",
    "~~a~~",
    "~~a",
    "AB-01 ",
    "EAP/CM ",
    "DEPT FOR ",
    "X FOR Y ",
    "SIPDIS ",
    "CHANNEL ",
    "DEA SENSITIVE ",
    "TOSEC 1 ",
    "A-99 ",
  ],
  ...[
    "Title Case ",
    "Title of the ",
    "TITLE ",
    "JANUARY ",
    "01 JAN 1974 ",
    "n/a ",
    "Drafted By: ",
    "PM/FO:Poe, ",
    "Page 1 of ",
    "MRN: ",
  ],
];

/** How a line may begin, so that it enters the grammar at every door. */
const starts = [
  ...[
    "",
    "VZCZC",
    "RR RUEHC ",
    "DE RUEHC #1 ",
    "ZNR UUUUU ",
    "P 112233Z AUG 09 ",
    "FM AMEMBASSY ",
    "TO RUEHC/",
    "UNCLAS ",
    "UNCLAS A 0001 ",
  ],
  ...[
    "SIPDIS ",
    "DEPT FOR ",
    "E.O. 12958: ",
    "TAGS: ",
    "SUBJECT: ",
    "REF: ",
    "CLASSIFIED BY: ",
    "REASON: ",
    "ACTION AB-01 ",
    "DRAFTED BY A/B:",
  ],
  ...[
    "PAGE 01 ",
    "-----------",
    "Message Text ",
    "MRN: ",
    "MSGID/",
    "REF/A/",
    "RMKS/",
    "INCOMING TELEGRAM ",
    "ARA   NO: ",
    "RELEASED IN FULL ",
  ],
  ...["¶1. (", "1. ", "(", "a. ", "-- ", "#### ", "//", "SHANGHAI 0", "| ", "> "],
];

const wasm = await readFile(createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm"));
await loadWASM(wasm);
const onigLib = Promise.resolve({ createOnigScanner, createOnigString });
const path = "syntaxes/cable.tmLanguage.json";
const source = parseRawGrammar(await readFile(path, "utf8"), path);

/**
 * The grammar with these as its rules. A registry of its own, as all have the same scope.
 * @param {import("vscode-textmate").IRawGrammar["patterns"]} patterns
 */
async function grammarOf(patterns) {
  const raw = { ...source, patterns, repository: structuredClone(source.repository) };
  const grammar = await new Registry({ onigLib, loadGrammar: async () => raw }).loadGrammar(source.scopeName);
  if (grammar === null) throw new Error(`${path} is no grammar`);
  return grammar;
}

/**
 * How long it takes, in milliseconds: by the clock, or where that is less by the processor time of this process, which does not
 * run while others do. (Windows counts it in steps too coarse to be of use.)
 * @param {() => void} work
 */
function measure(work) {
  const [clock, processor] = [performance.now(), process.cpuUsage()];
  work();
  const used = process.cpuUsage(processor);
  const busy = (used.user + used.system) / 1000;
  const passed = performance.now() - clock;
  return process.platform === "win32" ? passed : Math.min(passed, busy);
}

/**
 * Every rule that opens a state, with the path to it.
 * @param {unknown} value @param {string} place @returns {{ place: string, rule: object }[]}
 */
function statesOf(value, place) {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, each]) => statesOf(each, `${place}/${key}`));
  return "begin" in value && "patterns" in value ? [{ place, rule: value }, ...inner] : inner;
}

/** Each state alone: a grammar that is in it from the first character on, with what can end it. */
const states = [
  { place: "document", patterns: source.patterns, starts },
  ...statesOf(source.repository, "").map(({ place, rule }) => ({
    place: place.replace(/^\//, "").replaceAll("/patterns/", "/"),
    patterns: [structuredClone({ ...rule, begin: "^|\\G", beginCaptures: {} })],
    starts: [""],
  })),
];

/** @type {Map<string, { milliseconds: number, where: string }>} */
const worst = new Map(units.map((unit) => [unit, { milliseconds: 0, where: "" }]));
let lines = 0;
for (const { place, patterns, starts } of states) {
  const grammar = await grammarOf(patterns);
  // The first lines compile the patterns; an editor does that once.
  for (const start of starts) for (const unit of units) grammar.tokenizeLine2(start + unit.repeat(60), INITIAL);
  for (const start of starts) {
    for (const unit of units) {
      const line = (start + unit.repeat(Math.ceil(longest / unit.length))).slice(0, longest);
      let milliseconds = Number.POSITIVE_INFINITY;
      for (let attempt = 0; attempt < tries && milliseconds > calm; attempt += 1) {
        milliseconds = Math.min(
          milliseconds,
          measure(() => grammar.tokenizeLine2(line, INITIAL)),
        );
      }
      lines += 1;
      const previous = worst.get(unit);
      if (previous === undefined || milliseconds > previous.milliseconds)
        worst.set(unit, { milliseconds, where: start === "" ? place : `${place}, behind ${JSON.stringify(start)}` });
    }
  }
}

console.log(
  `Lines of ${longest} characters: ${units.length} kinds in ${states.length} states, ${lines} lines. The slowest of each kind:\n`,
);
const rows = [...worst].sort(([, a], [, b]) => b.milliseconds - a.milliseconds);
for (const [unit, { milliseconds, where }] of rows)
  console.log(`${milliseconds.toFixed(1).padStart(7)} ms  ${JSON.stringify(unit).padEnd(32)} ${where}`);

const tooSlow = rows.filter(([, { milliseconds }]) => milliseconds > limit);
if (tooSlow.length > 0) {
  console.log(`\n${tooSlow.length} kinds of line take over ${limit} ms.`);
  process.exitCode = 1;
} else console.log(`\nNo line takes over ${limit} ms.`);

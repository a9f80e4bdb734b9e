/**
 * The program behind `npm run survey:hovers`. It finds codes by their looks alone, without the parser, so that what the parser
 * misses counts as missing.
 */

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseCable } from "../../server/src/cable/parse.ts";
import { hoverAnswerAt, hoverContext } from "../../server/src/features/hover.ts";
import type { ExplanationKind } from "../../server/src/vocabulary/explanation.ts";
import { defaultVocabulary } from "../../server/src/vocabulary/vocabulary.ts";

/** A code that was found, and where. */
interface Code {
  readonly text: string;
  readonly offset: number;
}

interface Kind {
  readonly name: string;
  /** What the hover has to hold an explanation of: another hover that happens to be there does not count. */
  readonly explainedAs: ExplanationKind;
  find(text: string, headEnd: number): readonly Code[];
}

/** Where the first numbered paragraph begins; codes behind it are the text's. */
const TEXT_BEGINS = /^[ \t>]{0,8}(?:¶|\[1\]\(#\))?[ \t]?1[ \t]?\.[ \t]/m;

const KINDS: readonly Kind[] = [
  {
    name: "TAGS",
    explainedAs: "TAG",
    find(text, headEnd) {
      const line =
        /^[ \t>*]{0,8}TAGS[*]{0,2}[ \t]?[:;][*]{0,2}([^\n]*(?:\n(?![A-Z./]{3,12}[ \t]?:)[ \t]{1,12}[A-Z]{2,5}[^\n]*)?)/gm;
      return [...text.slice(0, headEnd).matchAll(line)].flatMap((found) => {
        // Links and names in parentheses are blanked out, so that offsets stay.
        const codes = (found[1] ?? "").replace(/\([^)\n]*\)?/g, (name) => " ".repeat(name.length));
        const start = found.index + found[0].length - (found[1] ?? "").length;
        return words(codes, /\b[A-Z]{2,5}\b/g, start);
      });
    },
  },
  {
    name: "routing indicators",
    explainedAs: "routing indicator",
    find: (text, headEnd) =>
      words(text.slice(0, headEnd), /\bR[UH][A-Z]{2,6}(?=\/[A-Z]|[ \t]+#\d|[ \t\r]*$| R[UH][A-Z]{2,6})/gm, 0),
  },
  {
    name: "captions",
    explainedAs: "caption",
    find: (text, headEnd) =>
      words(
        text.slice(0, headEnd),
        /^[ \t>]{0,8}(?:SENSITIVE|SIPDIS|NOFORN|NODIS|EXDIS|LIMDIS|STADIS|ROGER CHANNEL|DISSENT CHANNEL|AIDAC|CODEL|TERREP|EYES ONLY)(?=[ \t,/\r]*$)/gm,
        0,
      ),
  },
  {
    name: "precedences",
    explainedAs: "precedence",
    find(text, headEnd) {
      const head = text.slice(0, headEnd);
      return [
        ...words(head, /^[ \t>]{0,8}(?:ZZ|OO|PP|RR)(?= R[A-Z]{4,7})/gm, 0),
        ...words(head, /^[ \t>]{0,8}[ZOPR](?=(?: [OPR])? \d{6}Z )/gm, 0),
        ...words(
          head,
          /^(?:TO |INFO )?(?:R[A-Z]{4,7}\/)?(?:SECSTATE|AM[CE]|US)[A-Z /]{3,40} (?:NIACT IMMEDIATE|IMMEDIATE|PRIORITY|ROUTINE|FLASH)(?=[ \t]*\d{0,4}[ \t\r]*$)/gm,
          0,
        ),
      ];
    },
  },
];

function words(text: string, pattern: RegExp, start: number): readonly Code[] {
  return [...text.matchAll(pattern)].map((found) => {
    const word = /[A-Z]+$/.exec(found[0])?.[0] ?? found[0];
    return { text: word, offset: start + found.index + found[0].length - word.length };
  });
}

function filesBelow(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

const [folder, option] = process.argv.slice(2);
if (folder === undefined) {
  console.error("usage: npm run survey:hovers -- FOLDER [--missing]");
  process.exit(2);
}
const counts = new Map(KINDS.map(({ name }) => [name, { found: 0, explained: 0, missing: new Map<string, number>() }]));
for (const file of filesBelow(folder)) {
  const text = readFileSync(file, "utf8");
  const tree = parseCable(text, file);
  if (!tree.plainlyCable) continue;
  const context = hoverContext(tree, defaultVocabulary, () => null);
  const headEnd = TEXT_BEGINS.exec(text)?.index ?? text.length;
  for (const { name, explainedAs, find } of KINDS) {
    const count = counts.get(name);
    for (const code of find(text, headEnd)) {
      if (count === undefined) continue;
      count.found++;
      const parts = hoverAnswerAt(context, code.offset)?.parts ?? [];
      if (parts.some(({ kind }) => kind === explainedAs)) count.explained++;
      else count.missing.set(`${code.text} (${file})`, (count.missing.get(`${code.text} (${file})`) ?? 0) + 1);
    }
  }
}
for (const [name, { found, explained, missing }] of counts) {
  const share = found === 0 ? "-" : `${((100 * explained) / found).toFixed(1)} %`;
  console.log(`${name.padEnd(20)} ${String(explained).padStart(6)} of ${String(found).padStart(6)}  ${share}`);
  if (option === "--missing")
    for (const [code, times] of missing) console.log(`  ${code}${times > 1 ? ` ×${times}` : ""}`);
}

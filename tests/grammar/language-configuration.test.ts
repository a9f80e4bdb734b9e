/** Checks what counts as one word, what a double-click selects, and what Enter does. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** The parts of the two files that are looked at here. */
interface LanguageConfiguration {
  readonly brackets: readonly unknown[];
  readonly colorizedBracketPairs: readonly unknown[];
  readonly wordPattern: { readonly pattern: string; readonly flags: string };
  readonly onEnterRules: readonly {
    readonly beforeText: string;
    readonly afterText?: string;
    readonly action: { readonly indent: string; readonly appendText?: string };
  }[];
}
interface Manifest {
  readonly contributes: {
    readonly configurationDefaults: { readonly "[cable]": Readonly<Record<string, unknown>> };
    readonly grammars: readonly { readonly scopeName: string; readonly path: string }[];
  };
}

const withoutComments = readFileSync("language-configuration.json", "utf8").replace(/^\s*\/\/.*$/gm, "");
const configuration: LanguageConfiguration = JSON.parse(withoutComments);
const manifest: Manifest = JSON.parse(readFileSync("package.json", "utf8"));
const defaults = manifest.contributes.configurationDefaults["[cable]"];

const word = new RegExp(configuration.wordPattern.pattern, `g${configuration.wordPattern.flags}`);

test("no brackets are matched: a label such as A) has no partner", () => {
  expect([configuration.brackets, configuration.colorizedBracketPairs]).toEqual([[], []]);
});

test.each([
  ["TAGS: [PGOV](#) [ECON](#)", ["TAGS", "PGOV", "ECON"]],
  ["TO RUEHC/SECSTATE WASHDC 8243", ["TO", "RUEHC/SECSTATE", "WASHDC", "8243"]],
  ["RUEKDIA/DIA WASHDC//DHO-2/REA//", ["RUEKDIA/DIA", "WASHDC", "DHO-2/REA"]],
  ["DEPT FOR EAP/CM, DRL", ["DEPT", "FOR", "EAP/CM", "DRL"]],
  ["R 280903Z AUG 09", ["R", "280903Z", "AUG", "09"]],
  ["¶3. (SBU) See 09SHANGHAI374, ref A.", ["¶3", "SBU", "See", "09SHANGHAI374", "ref", "A"]],
  ["E.O. 11652: XGDS-2", ["E.O.", "11652", "XGDS-2"]],
  ["reasons 1.4(b) and (d)", ["reasons", "1.4", "b", "and", "d"]],
  ["[1](#)1. Zhejiang's Peña.", ["1", "1", "Zhejiang's", "Peña"]],
  ["  -- // ()", []],
])("the words of %s", (line, words) => {
  expect(line.match(word) ?? []).toEqual(words);
});

/** What a double-click on the first letter of `on` selects: all up to a separator or a blank. */
function doubleClick(line: string, on: string): string {
  const separators = `${String(defaults["editor.wordSeparators"])} \t`;
  const isSeparator = (index: number) => separators.includes(line[index] ?? " ");
  let start = line.indexOf(on);
  let end = start;
  while (start > 0 && !isSeparator(start - 1)) start -= 1;
  while (end < line.length && !isSeparator(end)) end += 1;
  return line.slice(start, end);
}

test.each([
  ["TO RUEHC/SECSTATE WASHDC 8243", "SECSTATE", "RUEHC/SECSTATE"],
  ["DEPT FOR EAP/CM, DRL", "CM", "EAP/CM"],
  ["¶3. (SBU) Text", "3", "¶3"],
  ["TAGS: [PGOV](#)", "PGOV", "PGOV"],
  ["“abolish” it", "abolish", "abolish"],
])("a double-click in %s on %s", (line, on, selected) => {
  expect(doubleClick(line, on)).toBe(selected);
});

test("saving a historic text changes nothing in it", () => {
  expect(defaults).toMatchObject({
    "files.trimTrailingWhitespace": false,
    "files.trimFinalNewlines": false,
    "files.insertFinalNewline": false,
  });
});

test.each([
  ["REF: A. STATE 99901", "", "     "],
  ["REFS: (A) STATE 99901", "", "     "],
  ["REF: STATE 99901", "", undefined],
  ["     B. STATE 99902", "", undefined],
  ["3. (SBU) Text.", "", undefined],
])("Enter behind %s", (before, after, appended) => {
  const rule = configuration.onEnterRules.find(
    ({ beforeText, afterText }) => new RegExp(beforeText).test(before) && new RegExp(afterText ?? "").test(after),
  );
  expect(rule?.action.appendText).toBe(appended);
});

test("Enter on a line with only the indent of a REF entry ends the list, and not in front of one", () => {
  const [rule] = configuration.onEnterRules.filter(({ beforeText }) => new RegExp(beforeText).test("     "));
  expect(rule?.action.indent).toBe("outdent");
  expect(new RegExp(rule?.afterText ?? "").test("B. STATE 99902")).toBe(false);
});

test("the manifest names the grammars that are there", () => {
  const named = manifest.contributes.grammars.map(({ scopeName, path }) => {
    const grammar: { scopeName: string } = JSON.parse(readFileSync(path, "utf8"));
    return [scopeName, grammar.scopeName];
  });
  expect(named).toEqual([
    ["text.cable", "text.cable"],
    ["markdown.cable.codeblock", "markdown.cable.codeblock"],
  ]);
});

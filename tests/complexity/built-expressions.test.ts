/** Expressions that are built from strings at run time take at most linear time, too: each that is built while texts of every kind are read is proved. */

import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath, pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { judge } from "./judge-expression.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Calls `run` and answers the expressions that were built meanwhile, as they would be written. */
async function builtBy(run: () => Promise<void>): Promise<readonly string[]> {
  const built = new Set<string>();
  const real = globalThis.RegExp;
  globalThis.RegExp = new Proxy(real, {
    construct(target, args, newTarget) {
      const made: RegExp = Reflect.construct(target, args, newTarget);
      built.add(String(made));
      return made;
    },
  });
  try {
    await run();
  } finally {
    globalThis.RegExp = real;
  }
  return [...built];
}

/** The files of the server that build expressions from strings, below its folder. */
function builders(): readonly string[] {
  return readdirSync(`${ROOT}server/src`, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && readFileSync(`${ROOT}server/src/${file}`, "utf8").includes("new RegExp("))
    .sort();
}

/** Phrases that people may look for, signs of expressions among them. */
const PHRASES = ["harbor master", "a", "U.S. (a+)+b", "naïve C++ [x]", "d* d* d*", "one two three four five"];

/** A paragraph is missing between two: its mark is looked for within the line. */
const MISSING_NUMBER = `R 280903Z AUG 09
FM AMCONSUL SHANGHAI
UNCLAS SHANGHAI 099374
SUBJECT: HARBOR

1. (U) One. 2. (U) Two.
3. (U) Three.
`;

test("every expression that is built takes at most linear time on any text", { timeout: 240_000 }, async () => {
  const built = await builtBy(async () => {
    // What stands at the top of a file is built as the file is read.
    for (const file of builders()) await import(/* @vite-ignore */ pathToFileURL(`${ROOT}server/src/${file}`).href);
    const { phrasePattern, wordsOf } = await import("../../server/src/corpus/query/words.ts");
    const { parseCable } = await import("../../server/src/cable/parse.ts");
    const { pageText } = await import("../../server/src/sources/html-text.ts");
    const { CsvReader } = await import("../../server/src/sources/csv-reader.ts");
    const { defaultVocabulary } = await import("../../server/src/vocabulary/vocabulary.ts");
    for (const phrase of PHRASES) {
      for (const isPrefix of [false, true]) phrasePattern({ words: wordsOf(phrase), isPrefix });
    }
    expect(parseCable(MISSING_NUMBER, null).outline).not.toEqual([]);
    pageText("<script>1</script><style>2</style><p>text</p>");
    new CsvReader(",");
    defaultVocabulary.acronyms.find("GOXX");
    defaultVocabulary.headerLines.match("NNNN");
  });
  // One for each place at least that the sources name.
  expect(built.length).toBeGreaterThan(builders().length);
  const slow: string[] = [];
  for (const expression of built) {
    const verdict = await judge(expression).catch((error: Error) => error.message);
    if (verdict !== "linear") slow.push(`${expression}: ${verdict}`);
  }
  expect(slow).toEqual([]);
});

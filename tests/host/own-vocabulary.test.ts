/** People's own rows of the vocabulary: from the settings and from the folders' files, whatever stands in them. */

import { describe, expect, it } from "vitest";
import { fileUri } from "../../server/src/corpus/file-uri.ts";
import { MemoryFiles } from "../../server/src/host/memory.ts";
import { ownVocabularyFile, readVocabulary } from "../../server/src/host/own-vocabulary.ts";
import { explain } from "../../server/src/vocabulary/explain.ts";

const folder = fileUri("file:///cables");

/** The titles and meanings of a code, and what was complained of. */
async function read(
  code: string,
  setting: unknown,
  file: string | null,
): Promise<{ meanings: string[]; problems: string[] }> {
  const problems: string[] = [];
  const files = new MemoryFiles();
  if (file !== null) files.write(ownVocabularyFile(folder), file);
  const vocabulary = await readVocabulary(files, [folder], setting, (problem) => problems.push(problem));
  const meanings = explain(code, null, vocabulary).map(({ meaning, title }) => meaning ?? title ?? "");
  return { meanings, problems };
}

describe("own rows of the vocabulary", () => {
  it("come from the settings", async () => {
    const { meanings } = await read("XQJ", { glossary: { XQJ: "Extraordinary Quince Jam" } }, null);
    expect(meanings).toEqual(["Extraordinary Quince Jam"]);
  });

  it("come from the folder's file", async () => {
    const { meanings } = await read("EUR/FRE", null, '{"offices": {"EUR/FRE": "Office of Freedonian Affairs"}}');
    expect(meanings.join()).toContain("Office of Freedonian Affairs");
  });

  it("are told as a problem where the file is no JSON, and the shipped ones stand", async () => {
    const { meanings, problems } = await read("SIPDIS", null, "{ not JSON");
    expect(problems).toEqual([".reftel/vocabulary.json is not valid JSON, so none of its rows is taken"]);
    expect(meanings).not.toEqual([]);
  });

  it("are told one by one where they are wrong", async () => {
    const { problems } = await read("XQJ", { glossary: { XQJ: 7 }, recipes: {} }, null);
    expect(problems).toHaveLength(2);
  });

  it("are none where there is neither", async () => {
    expect((await read("XQJ", null, null)).problems).toEqual([]);
  });
});

it("hostile files are bounded, and said", async () => {
  const files = new MemoryFiles();
  const folder = fileUri("file:///cables");
  const problemsOf = async (text: string): Promise<readonly string[]> => {
    files.write(ownVocabularyFile(folder), text);
    const problems: string[] = [];
    await readVocabulary(files, [folder], {}, (problem) => problems.push(problem));
    return problems;
  };
  const aliases = (count: number, alias: (number: number) => string): string =>
    JSON.stringify({ stations: [{ name: "ATLANTIS", aliases: Array.from({ length: count }, (_, at) => alias(at)) }] });
  expect(await problemsOf(aliases(200_000, () => "SAME"))).toEqual([]);
  expect(await problemsOf(aliases(5000, (at) => `A${at}`))).toEqual([
    "Own vocabulary, stations, 0: aliases has more than 100 texts",
  ]);
  expect(await problemsOf(" ".repeat(5_000_000))).toEqual([
    ".reftel/vocabulary.json has more than 4,000,000 characters: none of its rows is taken",
  ]);
  const wrong = await problemsOf(JSON.stringify({ glossary: Array.from({ length: 5000 }, () => 7) }));
  expect([wrong.length, wrong.at(-1)]).toEqual([101, "Own vocabulary: 4,900 more problems"]);
});

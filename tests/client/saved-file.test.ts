/** The files of `.reftel/`: what people edit by hand is read with care, and written without loss. */

import { describe, expect, test } from "vitest";
import { changedFile, DOSSIERS, MARKS, readSaved, SEARCHES } from "../../client/src/features/saved/saved-file.ts";

describe("what is read", () => {
  test.each([
    ["nothing", null, [], []],
    ["blanks", " \n", [], []],
    ["a search", '{"searches":[{"name":"Energy","query":"tag:energy"}]}', ["Energy"], []],
    ["a search without a query", '{"searches":[{"name":"Energy"}]}', [], ['entry 1 "Energy" has no query']],
    [
      "two of one name",
      '{"searches":[{"name":"A","query":"x"},{"name":"A","query":"y"}]}',
      ["A"],
      ['"A" is there twice'],
    ],
    ["a list of other things", '{"searches":[7,null]}', [], ["entry 1 is no object", "entry 2 is no object"]],
    ["no JSON", "{searches", [], [expect.stringMatching(/^it is no JSON: /)]],
    ["a foreign file", '{"dossiers":[]}', [], ['it has no list "searches"']],
  ])("%s", (_, text, names, problems) => {
    const file = readSaved(text, SEARCHES);
    expect(file.entries.map(({ name }) => name)).toEqual(names);
    expect(file.problems).toEqual(problems);
  });

  test("a dossier has each number once, and nothing but numbers", () => {
    const { entries } = readSaved('{"dossiers":[{"name":"Ice","cables":["09RIGA1","09RIGA1",7,""]}]}', DOSSIERS);
    expect(entries).toEqual([{ name: "Ice", cables: ["09RIGA1"] }]);
  });

  test("a mark has days that are days", () => {
    const text = '{"missing":[{"name":"09RIGA1","requested":"2026-11-30"},{"name":"09RIGA2","received":"soon"}]}';
    const { entries, problems } = readSaved(text, MARKS);
    expect(entries).toEqual([{ name: "09RIGA1", requested: "2026-11-30" }]);
    expect(problems).toEqual(['entry 2 "09RIGA2" has a day that is none: "soon"']);
  });
});

describe("what is written", () => {
  test("leaves all else in the file as it is", () => {
    const before = '{"by":"Ada","missing":[{"name":"09RIGA1","requested":"2026-11-30","note":"box 7"}]}';
    const after = changedFile(before, MARKS, "09RIGA1", { name: "09RIGA1", received: "2026-12-01" });
    expect(JSON.parse(after ?? "")).toEqual({
      by: "Ada",
      missing: [{ name: "09RIGA1", requested: "2026-11-30", note: "box 7", received: "2026-12-01" }],
    });
    expect(JSON.parse(changedFile(after, MARKS, "09RIGA1", null) ?? "")).toEqual({ by: "Ada", missing: [] });
  });

  test("nothing is written over what can't be read", () => {
    expect(changedFile("{missing", MARKS, "09RIGA1", { name: "09RIGA1" })).toBeNull();
    expect(changedFile('{"missing":{}}', MARKS, "09RIGA1", { name: "09RIGA1" })).toBeNull();
  });
});

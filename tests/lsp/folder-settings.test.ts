/** Settings that a folder keeps beside its cables, and how they go together with the client's. */

import { expect, test } from "vitest";
import { fileUri } from "../../server/src/corpus/file-uri.ts";
import { MemoryFiles } from "../../server/src/host/memory.ts";
import { folderSettingsFile, readFolderRules, rulesFor } from "../../server/src/lsp/folder-settings.ts";
import { DEFAULT_SETTINGS, readSettings } from "../../server/src/lsp/settings.ts";

const outer = fileUri("file:///cables");
const inner = fileUri("file:///cables/1974");
const OUTER = { "reftel.rules": { overmarked: "off", "unknown-tag": "hint" }, "reftel.drafting": "never" };
const INNER = { exceptions: { "unknown-tag": ["XQQZ"] }, drafting: "always" };

async function folders(...written: readonly (readonly [typeof outer, string])[]) {
  const files = new MemoryFiles();
  for (const [folder, text] of written) files.write(folderSettingsFile(folder), text);
  const problems: string[] = [];
  return { rules: await readFolderRules(files, [outer, inner], (problem) => problems.push(problem)), problems };
}

test("a file has the settings of the innermost folder that keeps some", async () => {
  const { rules } = await folders([outer, JSON.stringify(OUTER)], [inner, JSON.stringify(INNER)]);
  const of = (file: string) => rulesFor(fileUri(`file:///${file}`), rules, DEFAULT_SETTINGS.rules);
  expect(of("cables/a.cable")).toMatchObject({ severities: { overmarked: "off" }, drafting: "never" });
  expect(of("cables/1974/a.cable")).toMatchObject({ severities: {}, drafting: "always" });
  expect(of("elsewhere/a.cable")).toEqual(DEFAULT_SETTINGS.rules);
});

test("where the client says something, that counts, and what either lets stand may stand", async () => {
  const { rules } = await folders([inner, JSON.stringify({ ...OUTER, ...INNER })]);
  const sent = { rules: { "unknown-tag": "error" }, exceptions: { "unknown-tag": ["ZZ"] }, drafting: "never" };
  const client = readSettings(sent, DEFAULT_SETTINGS).rules;
  expect(rulesFor(fileUri("file:///cables/1974/a.cable"), rules, client)).toEqual({
    severities: { overmarked: "off", "unknown-tag": "error" },
    exceptions: { "unknown-tag": ["XQQZ", "ZZ"] },
    drafting: "never",
  });
});

test("a file that is no JSON is told of and changes nothing", async () => {
  const { rules, problems } = await folders([outer, "{ rules"]);
  expect(rules.size).toBe(0);
  expect(problems).toEqual([".reftel/settings.json is not valid JSON, so nothing of it is taken"]);
});

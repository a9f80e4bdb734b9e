// Writes the lists of files that make up one thing each (completions, hovers, rules), so that adding one is adding a file, and the list of strings
// for translators. `--check` only compares.
import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { l10nBundle } from "./lib/l10n-bundle.mjs";
import { root } from "./lib/paths.mjs";

/**
 * What lists there are: the folder, the files in it that are not on the list, and the list's own text around it.
 * @type {{ folder: string, list: string, type: string, typeFile: string, name: string, about: string }[]}
 */
const LISTS = [
  {
    folder: "server/src/features/completions",
    list: "index.ts",
    type: "CompletionProvider",
    typeFile: "completion.ts",
    name: "COMPLETION_PROVIDERS",
    about: "All completions, by kind",
  },
  {
    folder: "server/src/features/hovers",
    list: "index.ts",
    type: "HoverProvider",
    typeFile: "hover.ts",
    name: "HOVER_PROVIDERS",
    about: "All hovers, by kind",
  },
  {
    folder: "server/src/features/rules",
    list: "index.ts",
    type: "Rule",
    typeFile: "rule.ts",
    name: "RULES",
    about: "All rules, by code",
  },
  {
    folder: "server/src/features/refactorings",
    list: "index.ts",
    type: "Refactoring",
    typeFile: "refactoring.ts",
    name: "REFACTORINGS",
    about: "All refactorings, by name",
  },
];

const check = process.argv.includes("--check");
let stale = 0;
for (const { folder, list, type, typeFile, name, about } of LISTS) {
  const files = (await readdir(join(root, folder), { withFileTypes: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts") && entry.name !== list && entry.name !== typeFile)
    .map((entry) => entry.name)
    .sort(byName);
  await keep(`${folder}/${list}`, listText(files, { type, typeFile, name, about }));
}
await keep("l10n/bundle.l10n.json", await l10nBundle());
process.exitCode = stale > 0 ? 1 : 0;

/** Writes a file that is not up to date, or counts it. @type {(name: string, text: string) => Promise<void>} */
async function keep(name, text) {
  const path = join(root, name);
  if ((await readFile(path, "utf8").catch(() => "")).replaceAll("\r\n", "\n") === text) return;
  if (check) {
    console.error(`${name} is not up to date: run npm run generate:lists.`);
    stale++;
  } else {
    await writeFile(path, text);
    console.log(`wrote ${name}`);
  }
}

/** The imports stand in the order that the linter wants: by file name. */
function listText(
  /** @type {string[]} */ files,
  /** @type {{ type: string, typeFile: string, name: string, about: string }} */ { type, typeFile, name, about },
) {
  const names = files.map((file) =>
    file.slice(0, -".ts".length).replace(/-([a-z])/g, (_, letter) => letter.toUpperCase()),
  );
  const imports = [
    ...files.map((file, index) => ({ file, line: `import { ${names[index]} } from "./${file}";` })),
    { file: typeFile, line: `import type { ${type} } from "./${typeFile}";` },
  ].sort((one, other) => byName(one.file, other.file));
  return [
    `/** ${about}. Written by scripts/generate-lists.mjs from the files of this folder: do not edit. */`,
    "",
    ...imports.map(({ line }) => line),
    "",
    `export const ${name}: readonly ${type}[] = [`,
    ...names.map((one) => `  ${one},`),
    "];",
    "",
  ].join("\n");
}

/** As the linter sorts imports: `tag.ts` before `tag-person.ts`. @type {(one: string, other: string) => number} */
function byName(one, other) {
  const [a, b] = [one.slice(0, -".ts".length), other.slice(0, -".ts".length)];
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The documentation leads nowhere that is not there: links, settings, commands of the editor and of the command line. */

import { existsSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import messages from "../../package.nls.json" with { type: "json" };
import { RULES } from "../../server/src/features/rules/index.ts";
import { pages, prose, ROOT } from "./pages.ts";

const PAGES = pages();
const ALL = PAGES.map((page) => ({ name: page.name, prose: prose(page) }));

const SETTINGS = new Set(Object.keys(manifest.contributes.configuration.properties));
const COMMANDS = new Set(manifest.contributes.commands.map(({ command }) => command));
const TITLES = new Set(
  manifest.contributes.commands.map(({ title }) => Reflect.get(messages, title.replaceAll("%", "")) as unknown),
);
/** What has a dot behind `reftel` and is neither setting nor command: names of files and of the extension's own things. */
const FILES = new Set(["reftel.js", "reftel.vsix", "reftel.cdx.json"]);

/** All that a pattern finds, with the page it stands on. */
function found(pattern: RegExp, pages = ALL): readonly { readonly page: string; readonly what: string }[] {
  return pages.flatMap(({ name, prose: text }) =>
    [...text.matchAll(pattern)].map(([, what = ""]) => ({ page: name, what })),
  );
}

/** The anchors that a page's headings make. */
function anchors(text: string): ReadonlySet<string> {
  return new Set(
    [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
        .trim()
        .replaceAll(" ", "-"),
    ),
  );
}

test("every link leads to a file of the project, and to a heading of it", () => {
  // What stands in code is no link.
  const withoutCode = ALL.map(({ name, prose: text }) => ({ name, prose: text.replaceAll(/`[^`\n]*`/g, "") }));
  const broken = found(/\]\(([^)\s]+)\)/g, withoutCode).filter(({ page, what }) => {
    if (/^[a-z]+:/.test(what)) return false;
    const [path = "", anchor] = what.split("#");
    const target = path === "" ? join(ROOT, page) : resolve(ROOT, dirname(page), path);
    if (!existsSync(target)) return true;
    const text = PAGES.find(({ name }) => join(ROOT, name) === target)?.text;
    return anchor !== undefined && text !== undefined && !anchors(text).has(anchor);
  });
  expect(broken).toEqual([]);
});

test("every setting and command that is named is there", () => {
  const names = [...SETTINGS, ...COMMANDS];
  const unknown = found(/`"?(reftel\.[A-Za-z.]+)"?[`:]/g).filter(
    ({ page, what }) =>
      page !== "CHANGELOG.md" &&
      !FILES.has(what) &&
      !names.some((name) => name === what || name.startsWith(`${what}.`)),
  );
  expect(unknown).toEqual([]);
});

test("every command of the palette that is named is there", () => {
  const unknown = found(/\*Reftel: ([^*]+)\*/g).filter(
    ({ page, what }) => page !== "CHANGELOG.md" && !TITLES.has(what) && !TITLES.has(`${what}…`),
  );
  expect(unknown).toEqual([]);
});

test("every setting is told of with its default, and every command", () => {
  const page = PAGES.find(({ name }) => name === "docs/settings.md")?.text ?? "";
  const settings = [...page.matchAll(/^\| `(reftel\.[A-Za-z.]+)` \| `(.+?)` \|/gm)].map(([, name, value = ""]) => [
    name,
    JSON.parse(value) as unknown,
  ]);
  expect(Object.fromEntries(settings)).toEqual(
    Object.fromEntries(
      Object.entries(manifest.contributes.configuration.properties).map(([name, setting]) => [name, setting.default]),
    ),
  );
  const commands = [...page.matchAll(/\*([A-Z][^*\n]+)\*/g)].map(([, title]) => title);
  expect([...TITLES].filter((title) => !commands.includes(String(title)))).toEqual([]);
});

test("every page on what is seen in the editor has a picture, and every picture its page", () => {
  const shown = found(/!\[[^\]]+\]\(([^)]+\.png)\)/g);
  const withPicture = new Set(shown.map(({ page }) => page));
  const index = PAGES.find(({ name }) => name === "docs/README.md")?.text ?? "";
  const inEditor = index.slice(index.indexOf("## In the editor"), index.indexOf("## Outside the editor"));
  const pages = [...inEditor.matchAll(/\]\(([\w-]+\.md)\)/g)].map(([, page]) => `docs/${page}`);
  // What they tell of is not one thing to be seen.
  const without = [
    ...["search", "refactorings", "drafting-rules", "notes", "compare", "export", "import", "limits", "settings"],
    "browser",
  ];
  expect(pages.filter((page) => !withPicture.has(page))).toEqual(without.map((name) => `docs/${name}.md`));
  const names = shown.map(({ what }) => what.slice(what.lastIndexOf("/") + 1));
  expect(readdirSync(join(ROOT, "docs", "pictures")).filter((name) => !names.includes(name))).toEqual([]);
});

test("every rule has its page, and every page its rule", () => {
  const codes = RULES.map(({ code }) => `${code}.md`).sort();
  expect(
    readdirSync(join(ROOT, "docs", "rules"))
      .filter((name) => name !== "README.md")
      .sort(),
  ).toEqual(codes);
});

test("every command of reftel that is named is there", () => {
  const commands = new Set(readdirSync(join(ROOT, "server", "src", "cli")).map((name) => name.replace(/\.ts$/, "")));
  expect(found(/`reftel ([a-z]+)/g).filter(({ what }) => !commands.has(what))).toEqual([]);
});

test("every script of the project that is named is there", () => {
  const whole = PAGES.map(({ name, text }) => ({ name, prose: text }));
  const named = found(/\bnpm run ([a-z:-]+)/g, whole);
  expect(named.length).toBeGreaterThan(5);
  expect(named.filter(({ what }) => !(what in manifest.scripts))).toEqual([]);
});

test("the index of the documentation names every page", () => {
  const index = PAGES.find(({ name }) => name === "docs/README.md")?.text ?? "";
  const missing = readdirSync(join(ROOT, "docs")).filter(
    (name) => name.endsWith(".md") && name !== "README.md" && !index.includes(`(${name})`),
  );
  expect(missing).toEqual([]);
});

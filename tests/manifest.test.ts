/** The manifest: everything people read is localisable, every command belongs to Reftel, every file that it names is there and is packed. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import packageJson from "../package.json" with { type: "json" };
import strings from "../package.nls.json" with { type: "json" };

const root = fileURLToPath(new URL("../", import.meta.url));

/** The properties of a manifest whose strings people read. */
const READ = new Set([
  "title",
  "shortTitle",
  "description",
  "markdownDescription",
  "enumDescriptions",
  "markdownEnumDescriptions",
  "deprecationMessage",
  "markdownDeprecationMessage",
  "enumItemLabels",
  "label",
  "name",
  "displayName",
  "contents",
]);

/** A name of its own in every language. */
const PROPER_NAME = "Reftel";

/** The names of problem matchers are what tasks write. */
const MATCHERS: ReadonlySet<string> = new Set(packageJson.contributes.problemMatchers.map(({ name }) => name));

/** All strings of a value with the property they stand under. */
function* stringsOf(value: unknown, property: string): Generator<{ property: string; text: string }> {
  if (typeof value === "string") yield { property, text: value };
  else if (Array.isArray(value)) for (const each of value) yield* stringsOf(each, property);
  else if (typeof value === "object" && value !== null) {
    for (const [key, each] of Object.entries(value)) yield* stringsOf(each, key);
  }
}

const { contributes } = packageJson;
const keys = [...stringsOf({ ...packageJson }, "")].flatMap(({ text }) => /^%(.+)%$/.exec(text)?.[1] ?? []);

describe("what people read", () => {
  test("is no string of the manifest's own", () => {
    // What the tools of assistants say is one text with the server's own, for models before people.
    const { languageModelTools: _, ...shown } = contributes;
    const read = [
      ...stringsOf(shown, ""),
      { property: "description", text: packageJson.description },
      { property: "displayName", text: packageJson.displayName },
    ].filter(({ property, text }) => READ.has(property) && text !== PROPER_NAME && !MATCHERS.has(text));
    expect(read.length).toBeGreaterThan(40);
    expect(read.filter(({ text }) => !/^%[\w.-]+%$/.test(text))).toEqual([]);
  });

  test("has a text for every key, and no text that nothing asks for", () => {
    expect([...new Set(keys)].filter((key) => !(key in strings))).toEqual([]);
    expect(Object.keys(strings).filter((key) => !keys.includes(key))).toEqual([]);
    expect(Object.entries(strings).filter(([, text]) => text.trim() === "")).toEqual([]);
  });

  test("tells of every setting what it does", () => {
    const settings = Object.entries(contributes.configuration.properties);
    const bare = settings.filter(([, setting]) => !("markdownDescription" in setting) && !("description" in setting));
    expect(bare.map(([name]) => name)).toEqual([]);
  });
});

describe("commands", () => {
  const declared = contributes.commands.map(({ command }) => command);

  test("stand under Reftel", () => {
    expect(contributes.commands.filter(({ category }) => category !== "Reftel")).toEqual([]);
    expect(declared.filter((command) => !command.startsWith("reftel."))).toEqual([]);
  });

  test("are known where a menu or the walkthrough names them", () => {
    const named = [
      ...Object.values(contributes.menus).flatMap((items) => items.map(({ command }) => command)),
      ...Object.values(strings).flatMap((text) =>
        [...text.matchAll(/\(command:(reftel\.[\w.]+)\)/g)].map(([, name]) => name),
      ),
      ...contributes.walkthroughs.flatMap(({ steps }) =>
        steps.flatMap(({ completionEvents }) =>
          completionEvents.flatMap((event) => /^onCommand:(reftel\..+)$/.exec(event)?.[1] ?? []),
        ),
      ),
    ];
    expect(named.filter((command) => command !== undefined && !declared.includes(command))).toEqual([]);
  });

  test("are registered by the extension", () => {
    const source = readdirSync(`${root}client/src`, { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".ts"))
      .map((name) => readFileSync(`${root}client/src/${name}`, "utf8"))
      .join("\n");
    // Those of one family are registered in a loop.
    const family = (command: string): string => command.replace(/^(reftel\.cables\.by\.).+$/, "$1");
    expect(declared.filter((command) => !source.includes(family(command)))).toEqual([]);
  });
});

describe("colours", () => {
  test.each(["client/webviews/graph/graph.css", "client/webviews/preview/preview.css", "media/markdown.css"])(
    "are used in %s by the names that the editor gives them in a page",
    (path) => {
      const styles = readFileSync(`${root}${path}`, "utf8");
      // The first stop becomes a hyphen; any other is part of the name, and CSS wants it escaped.
      const names = contributes.colors.map(({ id }) => `--vscode-${id.replace(".", "-").replaceAll(".", "\\.")}`);
      expect(names.length).toBe(5);
      expect(names.filter((name) => !styles.includes(`${name},`))).toEqual([]);
    },
  );
});

describe("files", () => {
  const packed = readFileSync(`${root}.vscodeignore`, "utf8")
    .split("\n")
    .flatMap((line) => (line.startsWith("!") ? [line.slice(1)] : []));
  const isPacked = (file: string): boolean =>
    packed.some((pattern) => new RegExp(`^${pattern.replace(/[.]/g, "\\.").replace(/\*/g, "[^/]*")}$`).test(file));

  test("that the manifest names are there and are packed", () => {
    const named = [...stringsOf({ contributes, icon: packageJson.icon }, "")]
      .map(({ text }) => text.replace(/^\.\//, ""))
      .filter((text) => /^(?:media|syntaxes|schemas|l10n)\/|^language-configuration/.test(text));
    expect(named.length).toBeGreaterThan(6);
    expect(named.filter((file) => !existsSync(root + file))).toEqual([]);
    expect(named.filter((file) => !isPacked(file))).toEqual([]);
    expect(isPacked("media/walkthrough/09TALLINN99123.cable")).toBe(true);
    expect(isPacked("l10n/bundle.l10n.json")).toBe(true);
    expect(isPacked("media/dark.png")).toBe(false);
  });

  test("the icon is a square PNG of the size that marketplaces want", () => {
    const png = readFileSync(`${root}${packageJson.icon}`);
    expect(png.subarray(1, 4).toString()).toBe("PNG");
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([256, 256]);
  });
});

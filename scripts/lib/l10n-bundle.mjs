// The strings of the extension that people read, as translators get them: every first argument of `l10n.t` in the client.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import ts from "typescript";
import { root } from "./paths.mjs";

/** The text of l10n/bundle.l10n.json: each string stands for itself until it is translated. */
export async function l10nBundle() {
  const folder = join(root, "client", "src");
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith(".ts")).sort();
  /** @type {Set<string>} */
  const strings = new Set();
  for (const name of files) {
    const source = ts.createSourceFile(name, await readFile(join(folder, name), "utf8"), ts.ScriptTarget.ES2022, true);
    collect(source, strings);
  }
  const sorted = [...strings].sort();
  return `${JSON.stringify(Object.fromEntries(sorted.map((text) => [text, text])), null, 2)}\n`;
}

/** @type {(node: import("typescript").Node, strings: Set<string>) => void} */
function collect(node, strings) {
  if (ts.isCallExpression(node) && node.expression.getText() === "l10n.t") {
    const [first] = node.arguments;
    if (first !== undefined && ts.isStringLiteralLike(first)) strings.add(first.text);
    else throw new Error(`${node.getSourceFile().fileName}: l10n.t wants its string as it is: ${node.getText()}`);
  }
  ts.forEachChild(node, (child) => collect(child, strings));
}

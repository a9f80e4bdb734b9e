/** The pages of the documentation as the tests read them. */

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

export interface Page {
  /** From the project's folder: `docs/record.md`. */
  readonly name: string;
  readonly text: string;
}

export interface CodeBlock {
  readonly page: string;
  readonly language: string;
  readonly code: string;
}

/** README, CHANGELOG and all under docs/, the pages of rules included. */
export function pages(): readonly Page[] {
  const below = readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name.replaceAll("\\", "/")}`)
    .sort();
  return ["README.md", "CHANGELOG.md", ...below].map((name) => ({
    name,
    text: readFileSync(join(ROOT, name), "utf8"),
  }));
}

/** The fenced blocks of a page, in order. */
export function codeBlocks({ name, text }: Page): readonly CodeBlock[] {
  return [...text.matchAll(/^```(\w*)\n([\s\S]*?)^```$/gm)].map(([, language = "", code = ""]) => ({
    page: name,
    language,
    code,
  }));
}

/** The text without its fenced blocks. */
export function prose({ text }: Page): string {
  return text.replace(/^```[\s\S]*?^```$/gm, "");
}

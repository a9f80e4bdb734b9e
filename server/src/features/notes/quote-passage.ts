/** A passage of a cable as a note quotes it: its words in a block quotation, and where they stand. */

import type { CableTree } from "../../cable/tree.ts";
import { escapeMarkdown } from "../../text/markdown.ts";
import type { Span } from "../../text/span.ts";
import { cite } from "../citing/cite.ts";
import { CableWords } from "../quotations/cable-words.ts";

/** Without a selection the subject. Null for a cable that can't be cited, or a selection without words of its text. */
export function quotedPassage(tree: CableTree, selection: Span | null): string | null {
  const source = cite(tree, "short", { selection }) ?? cite(tree, "chicago-note", { selection });
  if (source === null) return null;
  const cable = new CableWords(tree);
  const wanted = selection ?? tree.header.subject?.span ?? null;
  if (wanted === null) return source;
  const words = cable.words.flatMap((_, index) => {
    const { start, end } = cable.documentSpan(index, index + 1);
    return start < wanted.end && wanted.start < end ? [index] : [];
  });
  const first = words[0];
  const last = words[words.length - 1];
  if (first === undefined || last === undefined) return null;
  const end = cable.words[last]?.end ?? 0;
  // The sign that ends a sentence is part of what was chosen.
  const closing = /^[.,;:?!)"”’]{1,3}/.exec(cable.text.slice(end))?.[0] ?? "";
  const lines = `${cable.textOf(first, last + 1)}${closing}`.split("\n");
  return `${lines.map((line) => `> ${escapeMarkdown(line)}`).join("\n>\n")}\n>\n> — ${source}\n`;
}

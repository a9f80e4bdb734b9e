/** The parser: a cable's text to its tree. */

import { Cable } from "./cable.ts";
import type { TextSource } from "./text-source.ts";
import type { CableTree } from "./tree.ts";

/**
 * Parses a text; never fails. `name` is the file's name or path: used for the year, station and serial that the text lacks, and for
 * nothing else.
 */
export function parseCable(text: string, name: string | null = null): CableTree {
  return Cable.of(text, name);
}

/**
 * The same for who asks for the values of the head: no more of the text is looked at than they need. Whatever is asked, the answer is that
 * of `parseCable`.
 */
export function parseHead(source: TextSource, name: string | null = null): Cable {
  return Cable.ofHead(source, name);
}

/** Whether any field of a cable was found: what a file named explicitly must have to give a record. */
export function mayBeCable(tree: CableTree): boolean {
  const { header } = tree;
  return (
    tree.plainlyCable ||
    header.fields.length > 0 ||
    header.classificationLine !== null ||
    header.attributes.length > 0 ||
    tree.references.length > 0 ||
    tree.pageBreaks.length > 0 ||
    tree.mentions.some((mention) => mention.kind !== "paragraph") ||
    tree.outline.some((node) => node.kind === "paragraph" && node.number !== null && node.portion !== null)
  );
}

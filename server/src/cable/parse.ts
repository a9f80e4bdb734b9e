/** The parser: a cable's text to its tree. */

import { Cable } from "./cable.ts";
import type { CableTree } from "./tree.ts";

/**
 * Parses a text; never fails. `name` is the file's name or path: used for the year, station and serial that the text lacks, and for
 * nothing else.
 */
export function parseCable(text: string, name: string | null = null): CableTree {
  return new Cable(text, name);
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

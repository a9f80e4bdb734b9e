/** What of a cable can be folded away. */

import type { CableTree, OutlineNode } from "../cable/tree.ts";
import type { Span } from "../text/span.ts";
import { headerSpan } from "./header-span.ts";

export type FoldKind = "header" | "references" | "section" | "paragraph" | "trailer";

/** Lines that fold into their first; both are 0-based and `endLine`, the last that is hidden, is after `startLine`. */
export interface Fold {
  readonly kind: FoldKind;
  readonly startLine: number;
  readonly endLine: number;
}

/** Header, references, sections, paragraphs and archive trailers of more than one line, in document order, outer ones first. */
export function foldsOf(tree: CableTree): readonly Fold[] {
  const folds: Fold[] = [];
  const add = (kind: FoldKind, span: Span | null): void => {
    if (span === null) return;
    const startLine = tree.lines.lineAt(span.start);
    const endLine = tree.lines.lineAt(span.end);
    if (endLine > startLine) folds.push({ kind, startLine, endLine });
  };
  const addNode = (node: OutlineNode): void => {
    if (node.kind === "paragraph") {
      add("paragraph", node.span);
      return;
    }
    // A rule above the heading stays in sight with it.
    add("section", { start: node.titleSpan.start, end: node.span.end });
    node.children.forEach(addNode);
  };
  add("header", headerSpan(tree));
  add("references", tree.referencesSpan);
  tree.outline.forEach(addNode);
  for (const trailer of trailers(tree)) add("trailer", trailer);
  return folds.sort((one, other) => one.startLine - other.startLine || other.endLine - one.endLine);
}

/** Runs of trailer lines, the blank lines between them included. */
function trailers(tree: CableTree): readonly Span[] {
  const runs: Span[] = [];
  let first = -1;
  let last = -1;
  const close = (): void => {
    if (first >= 0) runs.push({ start: tree.lines.start(first), end: tree.lines.end(last) });
    first = -1;
  };
  tree.lineKinds.forEach((kind, line) => {
    if (kind === "trailer") {
      if (first < 0) first = line;
      last = line;
    } else if (kind !== "blank") close();
  });
  close();
  return runs;
}

/** Gives a label another letter: in its REF entry and in all mentions of it. */

import type { CableTree, ReferenceEntry } from "../cable/tree.ts";
import { groupBySpan, type Span } from "../text/span.ts";
import { inCaseOf, writtenLabels } from "./label-writing.ts";
import { entriesWithLabel } from "./labels.ts";
import { symbolAt } from "./symbol-at.ts";

/** What is asked to be renamed: where its label stands, and which it is. */
export interface Renamable {
  readonly span: Span;
  readonly label: string;
}

export interface Replacement {
  readonly span: Span;
  readonly text: string;
}

/** Why a label can't be renamed, in words for people. */
export interface Refusal {
  readonly refused: string;
}

/** The label at an offset, in the REF line or a mention; null where there is none that can be renamed. */
export function renamableAt(tree: CableTree, offset: number): Renamable | null {
  const object = symbolAt(tree, offset);
  if (object?.kind === "entry-label") {
    return object.entry.label === null ? null : { span: object.span, label: object.entry.label };
  }
  if (object?.kind === "entry") {
    const { label, labelSpan } = object.entry;
    return label === null || labelSpan === null ? null : { span: labelSpan, label };
  }
  if (object?.kind !== "mentioned-label") return null;
  const [label, more] = object.labels;
  // A range names labels that are not printed: none of them can be written anew there.
  return label === undefined || more !== undefined || printed(tree, label).length === 0
    ? null
    : { span: object.span, label };
}

/** All places that say the label at an offset, with the new one; a refusal where it is none or taken; null where nothing can be renamed. */
export function renameAt(tree: CableTree, offset: number, wanted: string): readonly Replacement[] | Refusal | null {
  const renamable = renamableAt(tree, offset);
  if (renamable === null) return null;
  const { label } = renamable;
  const letter = wanted.trim().toUpperCase();
  if (!/^(?:[A-Z]{1,2}|\d{1,2})$/.test(letter))
    return { refused: `${JSON.stringify(wanted)} is no label: a letter or a number is.` };
  if (letter === label) return [];
  if (entriesWithLabel(tree, letter).length > 0) return { refused: `There is a Ref ${letter} already.` };
  const { text } = tree.lines;
  const replacements = new Map<number, Replacement>();
  for (const { labelSpan } of printed(tree, label)) {
    if (labelSpan === null) continue;
    const before = text.slice(labelSpan.start, labelSpan.end);
    replacements.set(labelSpan.start, { span: labelSpan, text: inCaseOf(before, letter) });
  }
  for (const mention of tree.mentions) {
    for (const { span, values } of groupBySpan(mention.labels)) {
      if (!values.includes(label)) continue;
      const renamed = values.map((value) => (value === label ? letter : value));
      // A range that the new letter is not in is written out.
      replacements.set(span.start, { span, text: writtenLabels(text.slice(span.start, span.end), renamed) });
    }
  }
  return [...replacements.values()].sort(({ span: one }, { span: other }) => one.start - other.start);
}

function printed(tree: CableTree, label: string): readonly ReferenceEntry[] {
  return tree.references.filter((entry) => entry.label === label && entry.labelSpan !== null);
}

/** Gives a label another letter: in its REF entry and in all mentions of it. */

import type { CableTree, ReferenceEntry } from "../cable/tree.ts";
import type { Span } from "../text/span.ts";
import { entriesWithLabel } from "./labels.ts";
import { objectAt } from "./object-at.ts";

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
  const object = objectAt(tree, offset);
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
  const spans = new Map<number, Span>();
  for (const { labelSpan } of printed(tree, label)) if (labelSpan !== null) spans.set(labelSpan.start, labelSpan);
  for (const mention of tree.mentions) {
    const ranged = new Set(mention.labels.map(({ span }) => span.start));
    for (const { value, span } of mention.labels) {
      if (value !== label) continue;
      const isRange = mention.labels.filter((one) => one.span.start === span.start).length > 1;
      if (isRange) return { refused: `Ref ${label} is part of a range, which can't name another letter.` };
      if (ranged.has(span.start)) spans.set(span.start, span);
    }
  }
  return [...spans.values()]
    .sort((one, other) => one.start - other.start)
    .map((span) => ({ span, text: inCaseOf(tree.lines.text.slice(span.start, span.end), letter) }));
}

function printed(tree: CableTree, label: string): readonly ReferenceEntry[] {
  return tree.references.filter((entry) => entry.label === label && entry.labelSpan !== null);
}

/** `ref a` stays small. */
function inCaseOf(before: string, letter: string): string {
  return before === before.toLowerCase() && before !== before.toUpperCase() ? letter.toLowerCase() : letter;
}

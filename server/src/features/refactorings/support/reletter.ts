/** Gives references another order and the letters A, B, C, and every mention of them along. */

import type { Mention, ReferenceEntry } from "../../../cable/tree.ts";
import { pushAll } from "../../../text/arrays.ts";
import type { Edit } from "../../../text/source-text.ts";
import { groupBySpan } from "../../../text/span.ts";
import { inCaseOf, writtenLabels } from "../../label-writing.ts";
import { entriesWithLabel, labelAtPosition, labelOfEntry } from "../../labels.ts";
import type { RefactoringContext } from "./context.ts";

/** Whether the letters tell the entries apart: each has one of its own, or none has. */
export function canReletter({ tree: { references } }: RefactoringContext): boolean {
  const labels = references.flatMap(({ label }) => label ?? []);
  return references.length > 1 && (labels.length === 0 || new Set(labels).size === references.length);
}

/** The edits that put the entries into an order, letter them by it, and change the mentions. `order` holds every entry once. */
export function reletter(context: RefactoringContext, order: readonly ReferenceEntry[]): readonly Edit[] {
  const { tree, text } = context;
  const slots = tree.references;
  const edits: Edit[] = [];
  for (const [position, slot] of slots.entries()) {
    const entry = order[position];
    if (entry !== undefined && entry !== slot) {
      edits.push({ ...slot.span, replacement: text.slice(entry.span.start, entry.span.end) });
    }
    pushAll(edits, relabelled(context, slot, slots[position - 1], labelAtPosition(position)));
  }
  const newLabels = new Map(order.map((entry, position) => [entry, labelAtPosition(position)]));
  for (const mention of tree.mentions) pushAll(edits, relettered(context, mention, newLabels));
  return edits.sort((one, other) => one.start - other.start);
}

/** A letter before an entry, and the one that a machine set before it: `[1](#)B. (B) SHANGHAI 57`. */
function relabelled(
  { text, tree }: RefactoringContext,
  { label, labelSpan, span }: ReferenceEntry,
  before: ReferenceEntry | undefined,
  right: string,
): readonly Edit[] {
  if (label === null || labelSpan === null || label === right || /\d/.test(label)) return [];
  const from = Math.max(before?.span.end ?? 0, tree.referencesSpan?.start ?? 0, labelSpan.start - 16);
  const edits: Edit[] = [];
  const head = text.slice(from, labelSpan.start);
  const machine = /(?:^|[^A-Za-z])([A-Z]{1,2})[.,)]? *\(?$/.exec(head);
  if (machine?.[1]?.toUpperCase() === label) {
    const start = from + machine.index + machine[0].indexOf(machine[1]);
    edits.push({ start, end: start + machine[1].length, replacement: right });
  }
  if (labelSpan.end <= span.start)
    edits.push({ ...labelSpan, replacement: inCaseOf(text.slice(labelSpan.start, labelSpan.end), right) });
  return edits;
}

function relettered(
  context: RefactoringContext,
  mention: Mention,
  newLabels: ReadonlyMap<ReferenceEntry, string>,
): readonly Edit[] {
  const { tree } = context;
  return groupBySpan(mention.labels).flatMap(({ span, values }): readonly Edit[] => {
    const renamed = values.map((value) => {
      const [entry] = entriesWithLabel(tree, value);
      return entry === undefined || (entry.label === null && labelOfEntry(tree, entry) !== value && !/\d/.test(value))
        ? value
        : (newLabels.get(entry) ?? value);
    });
    if (renamed.every((value, index) => value === values[index])) return [];
    return [{ ...span, replacement: writtenLabels(context.printed(span), renamed) }];
  });
}

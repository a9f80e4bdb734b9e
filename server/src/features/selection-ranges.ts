/** What a growing selection takes in, step by step: word, sentence, paragraph, section, body, all. */

import type { CableTree, OutlineNode } from "../cable/tree.ts";
import { type Span, touches } from "../text/span.ts";
import { headerSpan } from "./header-span.ts";
import { sentenceAt } from "./sentences.ts";

/** The steps at an offset, the smallest first; each holds the one before it and is larger. At least one. */
export function selectionSteps(tree: CableTree, offset: number): readonly Span[] {
  const { text } = tree.lines;
  const whole = { start: 0, end: text.length };
  const steps: Span[] = [];
  const candidates = [wordAt(text, offset), ...partsAt(tree, offset), whole];
  for (const step of candidates) {
    if (step === null) continue;
    const last = steps[steps.length - 1];
    const isIn = step.start <= offset && step.end >= offset;
    const isLarger =
      last === undefined ||
      (step.start <= last.start && step.end >= last.end && step.end - step.start > last.end - last.start);
    if (isIn && isLarger) steps.push(step);
  }
  return steps.length === 0 ? [whole] : steps;
}

function partsAt(tree: CableTree, offset: number): readonly (Span | null)[] {
  const body = bodySpan(tree);
  if (body !== null && touches(body, offset)) return [...nodesAt(tree, tree.outline, offset), body];
  return headAt(tree, offset);
}

/** From the first paragraph or heading to the last; null where there is no text. */
function bodySpan({ outline }: CableTree): Span | null {
  const first = outline[0];
  const last = outline[outline.length - 1];
  return first === undefined || last === undefined ? null : { start: first.span.start, end: last.span.end };
}

/** Of the paragraph that holds the offset: its sentence, its text, the whole with its mark; then the sections around it. */
function nodesAt(tree: CableTree, nodes: readonly OutlineNode[], offset: number): readonly Span[] {
  const node = nodes.find(({ span }) => touches(span, offset));
  if (node === undefined) return [];
  if (node.kind === "section") {
    const title = touches(node.titleSpan, offset) ? [node.titleSpan] : [];
    return [...title, ...nodesAt(tree, node.children, offset), node.span];
  }
  const text = { start: Math.min(node.textStart, node.span.end), end: node.span.end };
  return touches(text, offset) ? [sentenceAt(tree.lines.text, text, offset), text, node.span] : [node.span];
}

/** In the head: the value of a field, the field, the REF line, all of the head. */
function headAt(tree: CableTree, offset: number): readonly (Span | null)[] {
  const { header, references, referencesSpan } = tree;
  const tag = header.tags.find(({ span }) => touches(span, offset));
  const entry = references.find(({ span }) => touches(span, offset));
  const field = header.fields.find(({ span }) => touches(span, offset));
  return [
    tag?.span ?? null,
    entry?.span ?? null,
    field?.value.span ?? null,
    field?.span ?? null,
    referencesSpan,
    headerSpan(tree),
  ];
}

const OF_WORD = /[\p{L}\p{N}]/u;
const INSIDE_WORD = /[-'’/&.]/;

/** A word with what stands inside words: `U.S.`, `EAP/CM`, `Zhejiang's`; null in a gap. */
function wordAt(text: string, offset: number): Span | null {
  const isOfWord = (at: number): boolean =>
    OF_WORD.test(text.charAt(at)) ||
    (INSIDE_WORD.test(text.charAt(at)) && OF_WORD.test(text.charAt(at - 1)) && OF_WORD.test(text.charAt(at + 1)));
  let start = offset;
  let end = offset;
  while (start > 0 && isOfWord(start - 1)) start--;
  while (end < text.length && isOfWord(end)) end++;
  // The last full stop of `U.S.` belongs to it.
  if (text.charAt(end) === "." && /^(?:\p{L}\.)+\p{L}$/u.test(text.slice(start, Math.min(end, start + 24)))) end++;
  return start === end ? null : { start, end };
}

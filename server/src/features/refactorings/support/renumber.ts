/** Gives paragraphs other numbers, and every mention of them in the same cable. */

import type { Mention } from "../../../cable/tree.ts";
import { numberWord, readNumberWord } from "../../../cable/values/number-words.ts";
import type { Edit } from "../../../text/source-text.ts";
import { groupBySpan } from "../../../text/span.ts";
import type { NumberedParagraph, RefactoringContext } from "./context.ts";
import { digitsOf } from "./paragraph-marks.ts";

/** The new number of each paragraph that gets one; the others keep theirs. */
export type NewNumbers = ReadonlyMap<NumberedParagraph, number>;

/** The edits of marks and mentions, in document order. Paragraphs of other documents are left alone. */
export function renumber(context: RefactoringContext, numbers: NewNumbers): readonly Edit[] {
  const changed = [...numbers].filter(([paragraph, number]) => paragraph.number !== number);
  if (changed.length === 0) return [];
  const marks = changed.map(([paragraph, number]) => renumberedMark(context, paragraph, number));
  const runs = runsOf(context.numbered);
  const mentions = context.tree.mentions
    .filter(({ kind, external, labels }) => kind === "paragraph" && !external && labels.length === 0)
    .flatMap((mention) => renumberedMention(context, mention, runs, numbers));
  return [...marks, ...mentions].sort((one, other) => one.start - other.start);
}

/** The numbers from `from` on for the paragraphs of one sequence that follow a paragraph, up to where numbering begins anew. */
export function shifted(context: RefactoringContext, after: NumberedParagraph, by: number): NewNumbers {
  const numbers = new Map<NumberedParagraph, number>();
  let before = after.number;
  for (const paragraph of context.numbered.slice(context.numbered.indexOf(after) + 1)) {
    if (paragraph.number < before) break;
    numbers.set(paragraph, paragraph.number + by);
    before = paragraph.number;
  }
  return numbers;
}

function renumberedMark(context: RefactoringContext, paragraph: NumberedParagraph, number: number): Edit {
  const { markSpan, swallowedMark } = paragraph;
  // The 1 of `13` was the paragraph sign: with another number nobody could tell any more.
  if (swallowedMark !== null) return { ...swallowedMark, replacement: `¶${number}` };
  return { ...digitsOf(context, markSpan), replacement: String(number) };
}

/** Stretches in which the numbers do not fall: a main text, and annexes that begin anew. */
function runsOf(numbered: readonly NumberedParagraph[]): readonly (readonly NumberedParagraph[])[] {
  const runs: NumberedParagraph[][] = [];
  let before = Number.POSITIVE_INFINITY;
  for (const paragraph of numbered) {
    if (paragraph.number < before) runs.push([]);
    runs[runs.length - 1]?.push(paragraph);
    before = paragraph.number;
  }
  return runs;
}

/** The paragraph that a number means at a place: one of the same sequence, else the first that bears it. */
function meant(
  number: number,
  at: number,
  runs: readonly (readonly NumberedParagraph[])[],
): NumberedParagraph | undefined {
  const own = runs.findLast(([first]) => first !== undefined && first.span.start <= at);
  return [own ?? [], ...runs].flatMap((run) => run.find((paragraph) => paragraph.number === number) ?? [])[0];
}

function renumberedMention(
  context: RefactoringContext,
  mention: Mention,
  runs: readonly (readonly NumberedParagraph[])[],
  numbers: NewNumbers,
): readonly Edit[] {
  return groupBySpan(mention.numbers).flatMap(({ span, values }): readonly Edit[] => {
    const renumbered = values.map((value) => {
      const paragraph = meant(value, span.start, runs);
      return paragraph === undefined ? value : (numbers.get(paragraph) ?? value);
    });
    if (renumbered.every((value, index) => value === values[index])) return [];
    return rewritten(context.printed(span), renumbered).map(({ start, end, replacement }) => ({
      start: span.start + start,
      end: span.start + end,
      replacement,
    }));
  });
}

const NUMERAL = /\d+|[A-Za-z]+/g;

/** A number as printed, `4` or `four`, or both ends of a range, `4-6`, with new numbers. */
function rewritten(printed: string, values: readonly number[]): readonly Edit[] {
  const numerals = [...printed.matchAll(NUMERAL)].filter(([word]) => /\d/.test(word) || readNumberWord(word) !== null);
  const ends = values.length === 1 ? [numerals[0]] : [numerals[0], numerals[numerals.length - 1]];
  return ends.flatMap((match, index): readonly Edit[] => {
    const value = index === 0 ? values[0] : values[values.length - 1];
    if (match === undefined || value === undefined) return [];
    const replacement = /\d/.test(match[0]) ? String(value) : numberWord(value, match[0]);
    return [{ start: match.index, end: match.index + match[0].length, replacement }];
  });
}

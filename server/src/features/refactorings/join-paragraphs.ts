/** Makes one paragraph of several, and gives the next ones their new numbers. */

import type { Edit } from "../../text/source-text.ts";
import type { Refactoring } from "./refactoring.ts";
import type { NumberedParagraph, RefactoringContext } from "./support/context.ts";
import { highestMark } from "./support/portion-marks.ts";
import { type NewNumbers, renumber, shifted } from "./support/renumber.ts";

export const joinParagraphs: Refactoring = {
  name: "join-paragraphs",
  offers(context) {
    const joined = toJoin(context);
    const first = joined[0];
    const last = joined[joined.length - 1];
    if (first === undefined || last === undefined || joined.length < 2) return [];
    const mark = highestMark(joined);
    // Which of two marks with different limits holds for both is for the drafter.
    if (
      mark === null ||
      !joined.every((paragraph, index) => index === 0 || followsOn(context, joined[index - 1], paragraph))
    )
      return [];
    return [
      {
        title:
          joined.length === 2
            ? `Join ¶${last.number} to ¶${first.number}`
            : `Join ¶${first.number} to ¶${last.number} into one paragraph`,
        choice: "",
        addedParagraphs: 1 - joined.length,
        edits: () => {
          const edits: Edit[] = [];
          if (mark !== first.portion?.value && first.portion !== null) {
            edits.push({ ...first.portion.span, replacement: `(${mark})` });
          }
          const joints = joined.slice(1).map((paragraph, index): Edit => {
            const above = joined[index] ?? first;
            return { start: above.span.end, end: paragraph.textStart, replacement: gap(context) };
          });
          // The marks that vanish stand in the joints.
          const renumbered = renumber(context, numbersAfter(context, joined)).filter(
            ({ start }) => !inAny(joints, start),
          );
          return [...edits, ...joints, ...renumbered].sort((one, other) => one.start - other.start);
        },
      },
    ];
  },
};

/** The numbered paragraphs that are selected; where it is one, with the one before it. */
function toJoin({ numbered, selectedNumbered, selected }: RefactoringContext): readonly NumberedParagraph[] {
  if (selectedNumbered.length !== 1 || selected.length !== 1)
    return selected.length === selectedNumbered.length ? selectedNumbered : [];
  const at = numbered.findIndex(({ span }) => span === selectedNumbered[0]?.span);
  return at < 1 ? [] : numbered.slice(at - 1, at + 1);
}

/** Whether nothing but blank lines stands between two paragraphs, and the one has the number after the other's. */
function followsOn(
  { text }: RefactoringContext,
  before: NumberedParagraph | undefined,
  paragraph: NumberedParagraph,
): boolean {
  return (
    before !== undefined &&
    paragraph.number === before.number + 1 &&
    text.slice(before.span.end, paragraph.span.start).trim() === ""
  );
}

/** The joined ones have the number of the first, those behind them move up. */
function numbersAfter(context: RefactoringContext, joined: readonly NumberedParagraph[]): NewNumbers {
  const [first] = joined;
  if (first === undefined) return new Map();
  const numbers = new Map(shifted(context, first, 1 - joined.length));
  for (const paragraph of joined) numbers.set(paragraph, first.number);
  return numbers;
}

function inAny(spans: readonly Edit[], offset: number): boolean {
  return spans.some(({ start, end }) => start <= offset && offset < end);
}

/** Telegrams part sentences by two blanks or by one: as this one does. */
function gap({ text }: RefactoringContext): string {
  return /[a-zA-Z]\. {2}[A-Z]/.test(text) ? "  " : " ";
}

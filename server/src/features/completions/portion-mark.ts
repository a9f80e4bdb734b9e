/** Offers portion marks at the beginning of a paragraph and of the subject: none above the cable's classification. */

import { explainPortionMark } from "../../vocabulary/explain.ts";
import { paragraphsOf } from "../symbol-at.ts";
import { type CompletionContext, type CompletionProvider, proposal } from "./completion.ts";
import { explanationOf } from "./support/explanation.ts";
import { marksUpTo } from "./support/portion-marks.ts";

/** What stands before a mark: a paragraph's number, or nothing; then as much of the mark as is typed. */
const BEFORE = /^(?<number>[ \t]{0,8}¶?[ \t]?\d{1,3}[.)][ \t]{0,3}|[ \t]{0,8})(?<typed>\(?[A-Za-z/]{0,8})$/;
const TYPED_MARK = /^\(?[A-Za-z/]{0,8}$/;

export const portionMark: CompletionProvider = {
  kind: "portion-mark",
  rank: 1,
  at(context) {
    const typedFrom = markStart(context);
    if (typedFrom === null) return null;
    const { tree, drafting, offset, classification, date, vocabulary } = context;
    const typed = tree.lines.text.slice(typedFrom, offset);
    const letters = typed.replace("(", "").toUpperCase();
    const closing = /^[A-Z/]{0,8}\)[ \t]?/i.exec(drafting.after)?.[0] ?? "";
    const marks = inOrder(marksUpTo(classification, date.year), previousMark(context));
    return {
      span: { start: typedFrom, end: offset + closing.length },
      proposals: marks
        .filter((mark) => mark.startsWith(letters))
        .map((mark) =>
          proposal({
            label: `(${mark})`,
            kind: "mark",
            detail: vocabulary.classifications.portion(`(${mark})`)?.title ?? null,
            text: `(${mark}) `,
            filter: typed.startsWith("(") ? `(${mark})` : mark,
            key: mark,
          }),
        ),
      isIncomplete: false,
    };
  },
  async explain(key, { vocabulary }) {
    const found = vocabulary.classifications.portion(`(${key})`);
    return found === undefined ? null : explanationOf(explainPortionMark(found));
  },
};

/** Where the mark begins that is or may be typed; null where none stands. */
function markStart({ drafting, tree, offset }: CompletionContext): number | null {
  const { field, before, lineStart, line } = drafting;
  if (field?.row.field === "subject" && field.line === line) {
    const typed = tree.lines.text.slice(field.valueStart, offset);
    return typed.startsWith("(") && TYPED_MARK.test(typed) ? field.valueStart : null;
  }
  if (field !== null || !drafting.mayBeText) return null;
  const match = BEFORE.exec(before);
  const number = match?.groups?.number;
  const typed = match?.groups?.typed ?? "";
  if (number === undefined) return null;
  // Without a number a bracket must say that a mark is meant.
  const hasNumber = /\d/.test(number);
  if (!hasNumber && !typed.startsWith("(")) return null;
  if (hasNumber && typed === "" && !/[ \t]$/.test(number)) return null;
  return lineStart + number.length;
}

/** That of the paragraph before. */
function previousMark({ tree, drafting }: CompletionContext): string | null {
  const before = paragraphsOf(tree.outline).filter(({ span }) => span.start < drafting.lineStart);
  return before.findLast(({ portion }) => portion !== null)?.portion?.value.toUpperCase() ?? null;
}

function inOrder(marks: readonly string[], previous: string | null): readonly string[] {
  if (previous === null) return marks;
  return [previous, ...marks.filter((mark) => mark !== previous)];
}

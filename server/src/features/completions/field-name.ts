/** Offers the names of the fields that a cable lacks, in their order. */

import { isClassified } from "../rules/support/levels.ts";
import { type CompletionContext, type CompletionProvider, type Proposals, proposal } from "./completion.ts";
import { orderInForce } from "./support/executive-order.ts";
import { type DraftedField, type FieldRow, fieldsOf } from "./support/fields.ts";
import { lettersOf } from "./support/typed-word.ts";

/** A name is being typed, or nothing is yet. */
const HALF_TYPED = /^[A-Za-z][A-Za-z0-9 ./]{0,20}$|^$/;

/** The reasons to classify of the usual cable, by the orders since 1995. */
const REASONS = "Reasons 1.4 (b) and (d).";

export const fieldName: CompletionProvider = {
  kind: "field-name",
  rank: 2,
  at(context) {
    const { drafting, offset } = context;
    if (drafting.isInText || !HALF_TYPED.test(drafting.before)) return null;
    if (drafting.after.trim() !== "" && !drafting.after.trimStart().startsWith(":")) return null;
    if (isWholeName(context)) return null;
    const typed = lettersOf(drafting.before);
    const rows = missingRows(context).filter((row) => lettersOf(nameOf(row, context)).startsWith(typed));
    if (rows.length === 0) return null;
    return {
      span: { start: drafting.lineStart, end: offset + drafting.after.length },
      proposals: rows.map((row) => {
        const text = nameOf(row, context);
        const snippet = row.field === "classifiedBy" ? `${text}\${1:NAME, TITLE}. ${REASONS}` : null;
        return proposal({ label: text.trim(), kind: "field", detail: row.title, text, snippet });
      }),
      isIncomplete: false,
    } satisfies Proposals;
  },
};

/** Whether the line already has a field's whole name, what parts it from its value included, so that the value is what is typed. */
function isWholeName({ tree, drafting: { fields, line } }: CompletionContext): boolean {
  return fields.some((field) => field.line === line && !/[A-Z]/i.test(tree.lines.text.charAt(field.valueStart - 1)));
}

/** What is not there, what comes next first. */
function missingRows(context: CompletionContext): readonly FieldRow[] {
  const { tree, drafting, classification } = context;
  const rows = fieldsOf(tree.form);
  const others = drafting.fields.filter(({ line }) => line !== drafting.line);
  const there = new Set<DraftedField>(others.map(({ row }) => row.field));
  const { dtg, from, stationLine, transmissionId } = tree.header;
  const isTransmitted = dtg !== null || from !== null || stationLine !== null || transmissionId !== null;
  const missing = rows.filter(
    (row) =>
      (row.repeats === true || !there.has(row.field)) &&
      (row.onlyTransmitted !== true || (isTransmitted && !isBelowLevel(context))) &&
      (row.onlyClassified !== true || (classification !== null && isClassified(classification))),
  );
  const above = others.findLast(({ line }) => line < drafting.line);
  const next = above === undefined ? 0 : rows.indexOf(above.row);
  return [...missing.filter((row) => rows.indexOf(row) >= next), ...missing.filter((row) => rows.indexOf(row) < next)];
}

function isBelowLevel({ drafting: { classificationLine, line } }: CompletionContext): boolean {
  return classificationLine >= 0 && classificationLine < line;
}

function nameOf({ name }: FieldRow, context: CompletionContext): string {
  return name.replace("{order}", orderInForce(context));
}

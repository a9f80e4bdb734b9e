/** Hovers on the E.O. line: what it says of this cable, and the order that it cites. */

import type { ExecutiveOrderLine } from "../../cable/tree.ts";
import type { Span } from "../../text/span.ts";
import { longDateOf } from "../../vocabulary/date.ts";
import { explainDeclassificationMarks, explainExecutiveOrder } from "../../vocabulary/explain.ts";
import type { HoverAnswer, HoverContext, HoverPart, HoverProvider } from "./hover.ts";
import { spannedAt } from "./support/words.ts";

export const executiveOrder: HoverProvider = {
  kind: "executive-order",
  basis: "part",
  at(context, offset) {
    const line = context.tree.header.executiveOrder;
    const span = line === null ? null : wholeLine(line, context);
    if (line === null || span === null || spannedAt([{ span }], offset) === undefined)
      return ofWrapper(context, offset);
    const parts = partsOf(line, context, offset);
    return parts.length === 0 ? null : { span, parts };
  },
};

/** The order on the E.O. line of a wrapper, of which the cable inside has one of its own. */
function ofWrapper({ tree, vocabulary, sentOn }: HoverContext, offset: number): HoverAnswer | null {
  const field = spannedAt(
    tree.header.fields.filter(({ name }) => name === "E.O."),
    offset,
  );
  const order = field === undefined ? undefined : vocabulary.executiveOrders.find(field.value.value);
  return field === undefined || order === undefined
    ? null
    : { span: field.span, parts: [explainExecutiveOrder(order, sentOn)] };
}

/** From the words `E.O.` to the end of the value. */
function wholeLine({ span, value }: ExecutiveOrderLine, { tree }: HoverContext): Span {
  const field = tree.header.fields.find((one) => one.span.start <= span.start && span.end <= one.span.end);
  return {
    start: Math.min(span.start, field?.nameSpan.start ?? span.start),
    end: Math.max(span.end, value?.span.end ?? 0),
  };
}

/** What stands under the pointer is told first: the order, or what the line says of declassification. */
function partsOf(
  { number, value, declassifyOn }: ExecutiveOrderLine,
  context: HoverContext,
  offset: number,
): readonly HoverPart[] {
  const { vocabulary, sentOn, date } = context;
  const order = number === null ? undefined : vocabulary.executiveOrders.find(number.value);
  const parts: HoverPart[] = [];
  if (value !== null) {
    const marks =
      number === null
        ? vocabulary.executiveOrders.marks(value.value, date)
        : [vocabulary.executiveOrders.mark(number.value, value.value)].flatMap((mark) => mark ?? []);
    const [mark, ...others] = marks;
    if (declassifyOn !== null) {
      parts.push({
        kind: "statement",
        subject: value.value,
        what: "declassification of this cable",
        lines: [
          `To be declassified on ${longDateOf(declassifyOn.value)}.`,
          ...marks.slice(0, 1).map(({ meaning }) => meaning),
        ],
        sources: mark === undefined ? [] : [mark.source],
      });
    } else if (mark !== undefined) {
      parts.push(explainDeclassificationMarks(value.value, [mark, ...others]));
    }
  }
  const inForce =
    order ?? (number === null && sentOn !== null ? vocabulary.executiveOrders.inForce(sentOn) : undefined);
  const told = inForce === undefined ? [] : [explainExecutiveOrder(inForce, sentOn)];
  return value === null || offset < value.span.start ? [...told, ...parts] : [...parts, ...told];
}

/** Hovers on precedences: the doubled letter of the routing line, the letters before the date-time group, the words behind addressees. */

import type { Located } from "../../text/span.ts";
import { explainPrecedence } from "../../vocabulary/explain.ts";
import type { HoverContext, HoverProvider } from "./hover.ts";
import { printedAt, spannedAt } from "./support/words.ts";

/** A precedence where it is printed, and for whom it holds. */
interface Printed extends Located<string> {
  readonly forWhom: string;
}

export const precedence: HoverProvider = {
  kind: "precedence",
  basis: "part",
  at(context, offset) {
    const found = spannedAt(printedPrecedences(context), offset);
    if (found === undefined) return null;
    const known = context.vocabulary.precedences.find(found.value);
    if (known === undefined) return null;
    const printed = printedAt(context.tree.lines.text, found.span);
    return {
      span: found.span,
      parts: [{ ...explainPrecedence(known), code: printed, sort: found.forWhom }],
    };
  },
};

function printedPrecedences({ tree }: HoverContext): readonly Printed[] {
  const { routingPrecedence, precedence: action, infoPrecedence, to, info, exempt } = tree.header;
  const printed: Printed[] = [];
  if (routingPrecedence !== null) printed.push({ ...routingPrecedence, forWhom: "the highest of the message" });
  if (action !== null) {
    printed.push({ ...action, forWhom: infoPrecedence === null ? "of the message" : "for action addressees" });
  }
  if (infoPrecedence !== null) printed.push({ ...infoPrecedence, forWhom: "for information addressees" });
  for (const { precedence: own, name } of [...to, ...info, ...exempt]) {
    if (own !== null) printed.push({ ...own, forWhom: `for ${name.value}` });
  }
  return printed;
}

/** Offers what the E.O. line may say: the order in force, and when the cable is declassified. */

import { isClassified } from "../rules/support/levels.ts";
import {
  type CompletionContext,
  type CompletionProvider,
  type Proposal,
  type Proposals,
  proposal,
} from "./completion.ts";
import { type DeclassificationForm, declassificationForms, orderInForce } from "./support/executive-order.ts";
import { lettersOf } from "./support/typed-word.ts";

const NOT_CLASSIFIED: DeclassificationForm = { text: "N/A", title: "not classified" };

export const executiveOrder: CompletionProvider = {
  kind: "executive-order",
  rank: 3,
  at(context) {
    const { drafting } = context;
    if (drafting.field?.row.field === "executiveOrder") {
      return drafting.field.line === drafting.line ? valueProposals(context, drafting.field.valueStart) : null;
    }
    return wholeLines(context);
  },
};

function valueProposals(context: CompletionContext, start: number): Proposals {
  const { tree, drafting, offset } = context;
  const span = { start, end: offset + drafting.after.trimEnd().length };
  if (tree.form === "smart") {
    const order = orderInForce(context);
    return { span, proposals: [proposal({ label: order, kind: "value", detail: "in force" })], isIncomplete: false };
  }
  const printed = /1\d{4}/.exec(tree.lines.text.slice(drafting.lineStart, start))?.[0] ?? orderInForce(context);
  return { span, proposals: formsFor(context, printed).map((form) => lineOf(form)), isIncomplete: false };
}

/** The whole line, where its name is being typed. */
function wholeLines(context: CompletionContext): Proposals | null {
  const { tree, drafting, offset } = context;
  if (drafting.isInText || tree.form === "smart" || tree.form === "genadmin") return null;
  if (drafting.after.trim() !== "" || drafting.fields.some(({ row }) => row.field === "executiveOrder")) return null;
  const typed = lettersOf(drafting.before);
  const order = orderInForce(context);
  if (typed === "" || !/^E[. ]/i.test(`${drafting.before} `) || !`EO${order}`.startsWith(typed)) return null;
  return {
    span: { start: drafting.lineStart, end: offset },
    proposals: formsFor(context, order).map((form) => lineOf(form, `E.O. ${order}: `)),
    isIncomplete: false,
  };
}

/** `N/A` alone for what is not classified, and first where nothing says yet whether it is. */
function formsFor({ classification, date }: CompletionContext, order: string): readonly DeclassificationForm[] {
  const forms = declassificationForms(order, date);
  if (classification === null) return [NOT_CLASSIFIED, ...forms];
  return isClassified(classification) ? forms : [NOT_CLASSIFIED];
}

function lineOf({ text, title }: DeclassificationForm, name = ""): Proposal {
  return proposal({ label: `${name}${text}`, kind: "value", detail: title });
}

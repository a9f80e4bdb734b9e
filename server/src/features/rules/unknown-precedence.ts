/** Finds letters before the date-time group that are no precedence. */

import type { Span } from "../../text/span.ts";
import { EVERY_FORM, type Finding, type Fix, type Rule } from "./rule.ts";
import type { RuleContext } from "./support/context.ts";
import { unreadDateTimeGroup } from "./support/date-time-groups.ts";
import { certain, choice, replace } from "./support/fix.ts";

/** Of ACP 127; Y is the emergency command precedence, which stations that send cables do not use. */
const LETTERS = /^[ZOPRYW0]$/;
const NAMES: readonly (readonly [letter: string, name: string])[] = [
  ["R", "ROUTINE"],
  ["P", "PRIORITY"],
  ["O", "IMMEDIATE"],
  ["Z", "FLASH"],
];

export const unknownPrecedence: Rule = {
  code: "unknown-precedence",
  area: "header",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "error",
  publishedSeverity: "info",
  title: "The letter before the date-time group is R, P, O or Z.",
  why: "The precedence tells each relay how fast to handle the message. A letter that is none stops it.",
  source: "ACP 127(G) 150-152; 5 FAH-2 H-320",
  check(context) {
    const letters = lettersBeforeGroup(context);
    const routed = context.tree.header.routingPrecedence;
    return letters
      .filter(({ value }) => !isPrecedence(value))
      .map(({ value, span }): Finding => {
        return {
          span,
          message: `${value} is no precedence: a message is R (routine), P (priority), O (immediate) or Z (flash).`,
          fixes: fixesFor(span, letters.length === 1 ? (routed?.value ?? null) : null),
        };
      });
  },
};

/** Where the routing line says the precedence, that one; else any. */
function fixesFor(span: Span, routed: string | null): readonly Fix[] {
  const right = NAMES.find(([letter]) => routed?.startsWith(letter + letter));
  if (right !== undefined) return certain(`Write ${right[0]}, ${right[1]}`, replace(span, right[0]));
  return NAMES.map(([letter, name]) => choice(`Write ${letter}, ${name}`, replace(span, letter)));
}

function isPrecedence(value: string): boolean {
  return LETTERS.test(value) || /^([ZOPRY])\1$/.test(value);
}

function lettersBeforeGroup(
  context: RuleContext,
): readonly { readonly value: string; readonly span: { start: number; end: number } }[] {
  const unread = unreadDateTimeGroup(context.tree);
  if (unread !== null) return unread.letters;
  const { dtg } = context.tree.header;
  if (dtg === null) return [];
  const { lines } = context.tree;
  const start = lines.start(lines.lineAt(dtg.span.start));
  const before = context.text.slice(start, dtg.span.start);
  if (!/^\ufeff?[ \t]*(?:[A-Z]{1,2}[ \t]+){1,2}$/.test(before)) return [];
  return [...before.matchAll(/[A-Z]+/g)].map((match) => ({
    value: match[0],
    span: { start: start + match.index, end: start + match.index + match[0].length },
  }));
}

/** Finds the line that must be the date-time group though the parser could not read it. */

import type { CableTree } from "../../../cable/tree.ts";
import type { Span } from "../../../text/span.ts";
import { lineOf, spanIn, type TextLine } from "./lines.ts";

export interface UnreadDateTimeGroup {
  readonly line: TextLine;
  /** The letters before the digits. */
  readonly letters: readonly { readonly value: string; readonly span: Span }[];
  readonly digits: string;
  readonly zone: string;
  readonly month: string;
  readonly year: string;
  /** From the digits to the year. */
  readonly span: Span;
}

/** The head of a cable, in which the date-time group stands. */
const MOST_LINES = 60;

const GROUP =
  /^\ufeff?[ \t]*((?:[A-Z]{1,2}[ \t]+){0,2})((\d{3,8})(?:[ \t]*([A-Z]))?[ \t]+([A-Z]{3,9})(?:[ \t]+(\d{1,4}))?)[ \t\r]*$/i;
const NEIGHBOUR = /^[ \t]*(?:FM[ \t]|ZN[RY][ \t])/i;

/** Null where the cable has a date-time group, or nothing that looks like one beside the lines FM or ZNR. */
export function unreadDateTimeGroup(tree: CableTree): UnreadDateTimeGroup | null {
  if (tree.header.dtg !== null) return null;
  const count = Math.min(tree.lines.count, MOST_LINES);
  const lines = Array.from({ length: count }, (_, index) => lineOf(tree, index)).filter(
    ({ text }) => text.trim() !== "",
  );
  for (const [index, line] of lines.entries()) {
    const match = GROUP.exec(line.text);
    if (match === null) continue;
    const isBeside = [lines[index - 1], lines[index + 1]].some((one) => one !== undefined && NEIGHBOUR.test(one.text));
    if (!isBeside) continue;
    const [whole, letters = "", group = "", digits = "", zone = "", month = "", year = ""] = match;
    const lettersAt = whole.trimEnd().length - group.length - letters.length;
    return {
      line,
      letters: [...letters.matchAll(/[A-Z]+/gi)].map((one) => ({
        value: one[0].toUpperCase(),
        span: spanIn(line, lettersAt + one.index, one[0].length),
      })),
      digits,
      zone: zone.toUpperCase(),
      month: month.toUpperCase(),
      year,
      span: spanIn(line, lettersAt + letters.length, group.length),
    };
  }
  return null;
}

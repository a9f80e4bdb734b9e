/** Finds a precedence in the routing line that is not that of the date-time group line. */

import type { PrecedenceName } from "../../cable/record.ts";
import { EVERY_FORM, type Rule } from "./rule.ts";
import { choice, replace } from "./support/fix.ts";

const LETTER: Readonly<Record<PrecedenceName, string>> = {
  FLASH: "Z",
  "NIACT IMMEDIATE": "O",
  IMMEDIATE: "O",
  PRIORITY: "P",
  ROUTINE: "R",
};
const FALLING = "ZOPR";

export const precedenceDiffers: Rule = {
  code: "precedence-differs",
  area: "header",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "warning",
  publishedSeverity: "info",
  title: "The doubled letter of the routing line is the highest precedence of the date-time group line.",
  why: "Relays read the routing line, people the date-time group; in 1,121 of 1,121 published cables that have both they say the same.",
  source: "ACP 127(G) 150-152; 5 FAH-2 H-320",
  check({ tree: { header }, text }) {
    const { routingPrecedence, precedence, infoPrecedence } = header;
    if (routingPrecedence === null || precedence === null) return [];
    const { start } = routingPrecedence.span;
    const printed = text.slice(start, start + 2);
    if (!/^([ZOPR])\1$/.test(printed)) return [];
    const letters = [precedence, infoPrecedence].flatMap((one) => (one === null ? [] : [LETTER[one.value]]));
    const highest = letters.sort((one, other) => FALLING.indexOf(one) - FALLING.indexOf(other))[0];
    if (highest === undefined || printed.startsWith(highest)) return [];
    return [
      {
        span: { start, end: start + 2 },
        message: `The routing line has ${printed}, the date-time group line ${highest}.`,
        fixes: [choice(`Write ${highest}${highest}`, replace({ start, end: start + 2 }, highest + highest))],
      },
    ];
  },
};

/** Finds addressees with a precedence above that of the message. */

import { EVERY_FORM, type Finding, type Rule } from "./rule.ts";
import { choice, replace } from "./support/fix.ts";
import { isAbove } from "./support/precedences.ts";

export const addresseePrecedenceAbove: Rule = {
  code: "addressee-precedence-above",
  area: "header",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "warning",
  publishedSeverity: "hint",
  title: "No addressee's precedence is above that of the message.",
  why: "Relays handle a message by the letter before its date-time group. What an addressee is to have sooner must be sent so: `R 280903Z AUG 09` with `SECSTATE WASHDC IMMEDIATE` arrives as routine.",
  source: "ACP 127(G) 150-152; mined from 1,296 cables",
  check({ tree: { header } }) {
    const own = header.precedence?.value ?? null;
    if (own === null) return [];
    return [...header.to, ...header.info].flatMap(({ precedence }): readonly Finding[] => {
      if (precedence === null || !isAbove(precedence.value, own)) return [];
      return [
        {
          span: precedence.span,
          message: `${precedence.value} is above the precedence of the message, ${own}.`,
          fixes: [choice(`Write ${own}`, replace(precedence.span, own))],
        },
      ];
    });
  },
};

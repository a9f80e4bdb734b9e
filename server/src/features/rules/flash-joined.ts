/** Finds messages that are FLASH for some addressees and less urgent for others. */

import { EVERY_FORM, type Rule } from "./rule.ts";

export const flashJoined: Rule = {
  code: "flash-joined",
  area: "header",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "warning",
  publishedSeverity: "hint",
  title: "FLASH is not joined with another precedence in one transmission.",
  why: "Relays stop other traffic for a FLASH message. Addressees who can wait get a transmission of their own.",
  source: "5 FAH-2 H-320; ACP 127(G) 150-152",
  check({ tree: { header } }) {
    const { precedence, infoPrecedence } = header;
    if (precedence?.value !== "FLASH" || infoPrecedence === null || infoPrecedence.value === "FLASH") return [];
    return [{ span: infoPrecedence.span, message: `A FLASH message is not ${infoPrecedence.value} for others.` }];
  },
};

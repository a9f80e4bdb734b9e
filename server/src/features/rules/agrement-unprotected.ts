/** Finds messages of the AGREMENT CHANNEL that are neither classified nor sensitive. */

import { EVERY_FORM, type Rule } from "./rule.ts";

const PROTECTS: ReadonlySet<string> = new Set(["SENSITIVE", "LOU", "FOUO", "LIMITED OFFICIAL USE"]);

export const agrementUnprotected: Rule = {
  code: "agrement-unprotected",
  area: "header",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "warning",
  publishedSeverity: "hint",
  title: "An AGREMENT CHANNEL message is classified or administratively controlled.",
  why: "Whether a country will receive somebody as ambassador is nobody else's business until it has said so.",
  source: "5 FAH-2 H-442.1, CT:TEL-29 07-16-2008",
  check({ tree: { header } }) {
    const channel = header.captions.find(({ value }) => value === "AGREMENT CHANNEL");
    if (channel === undefined || header.classificationLine?.level.value !== "UNCLASSIFIED") return [];
    if (header.captions.some(({ value }) => PROTECTS.has(value))) return [];
    return [{ span: channel.span, message: "The message is neither classified nor SENSITIVE." }];
  },
};

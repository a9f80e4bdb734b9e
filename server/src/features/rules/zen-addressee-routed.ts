/** Finds addressees marked as reached by other means whose routing indicator is in the routing line all the same. */

import { EVERY_FORM, type Finding, type Rule } from "./rule.ts";

export const zenAddresseeRouted: Rule = {
  code: "zen-addressee-routed",
  area: "header",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "hint",
  title: "The routing line has no indicator of an addressee that ZEN says is reached by other means.",
  why: "ZEN tells a relay not to deliver. With the indicator in the routing line the message arrives twice, or the mark is wrong.",
  source: "ACP 127(G)",
  check({ tree: { header }, printed }) {
    const routed = new Set(header.routing.map(({ value }) => value));
    return [...header.to, ...header.info].flatMap(({ span, routing }): readonly Finding[] => {
      if (routing === null || !routed.has(routing.value) || !/^ZEN\//.test(printed(span))) return [];
      return [{ span: routing.span, message: `${routing.value} is in the routing line, though ZEN says otherwise.` }];
    });
  },
};

/** Finds signs other than blanks and commas between TAGS. */

import { type Finding, type Rule, STATE_FORMS } from "./rule.ts";
import { certain, replace } from "./support/fix.ts";

const NAMES = /\([^()\n]{0,80}\)/g;
const SEPARATOR = /(?=[;:/.&+|])(?<=[A-Z0-9)][ \t]{0,40})[;:/.&+|][ \t]*(?=[A-Z(])/g;

export const tagsSeparator: Rule = {
  code: "tags-separator",
  area: "fields",
  forms: STATE_FORMS,
  draftsOnly: true,
  severity: "info",
  title: "TAGS are parted by a blank, by a comma, or by both.",
  why: "Another sign joins two codes to one that no list has. Published cables part TAGS by blanks in 854 cases and by commas in 419.",
  source: "TAGS handbook TL:TAGS-1, 6-28-74, sec. 3-4; mined from 1,296 cables",
  check({ tree: { header }, printed }) {
    return header.fields
      .filter(({ name }) => name === "TAGS")
      .flatMap(({ value: { span } }) => {
        // Of the same length: names are not looked into, and places stay.
        const codes = printed(span).replace(NAMES, (names) => `(${" ".repeat(names.length - 2)})`);
        return [...codes.matchAll(SEPARATOR)].map((match): Finding => {
          const start = span.start + match.index;
          const whole = { start, end: start + match[0].length };
          const sign = match[0].trim();
          return {
            span: { start, end: start + sign.length },
            message: `TAGS are parted by blanks or commas, not by "${sign}".`,
            fixes: certain("Write a comma", replace(whole, ", ")),
          };
        });
      });
  },
};

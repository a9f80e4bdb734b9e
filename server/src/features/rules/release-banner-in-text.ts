/** Finds banners of a releasing office between the lines of a paragraph. */

import { EVERY_FORM, type Finding, type Rule } from "./rule.ts";
import { choice } from "./support/fix.ts";
import { linesBetween } from "./support/interruptions.ts";

export const releaseBannerInText: Rule = {
  code: "release-banner-in-text",
  area: "copy",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "info",
  publishedSeverity: "hint",
  title: "No banner of a releasing office stands inside a paragraph.",
  why: "Offices that release cables stamp each page of the print. Where the print was read by machine, the stamp stands in the middle of a sentence, as `RELEASED IN PART B1, 1.4(D)` does.",
  source: "Prints released under the Freedom of Information Act",
  check(context) {
    return linesBetween(context, ["banner"]).map(
      ({ marks, join }): Finding => ({
        span: { start: marks[0]?.start ?? join.start, end: marks[marks.length - 1]?.end ?? join.end },
        message: "A releasing office's banner interrupts this paragraph; it is no text of the cable.",
        fixes: [choice("Take the banner out", join)],
      }),
    );
  },
};

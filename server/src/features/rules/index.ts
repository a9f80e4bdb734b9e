/** All rules, by code. Written by scripts/generate-lists.mjs from the files of this folder: do not edit. */

import { lostLineBreak } from "./lost-line-break.ts";
import { markdownRemains } from "./markdown-remains.ts";
import { nonAsciiInOutgoing } from "./non-ascii-in-outgoing.ts";
import { pageBreakInParagraph } from "./page-break-in-paragraph.ts";
import { releaseBannerInText } from "./release-banner-in-text.ts";
import type { Rule } from "./rule.ts";
import { swallowedParagraphMark } from "./swallowed-paragraph-mark.ts";
import { trailingBlanks } from "./trailing-blanks.ts";

export const RULES: readonly Rule[] = [
  lostLineBreak,
  markdownRemains,
  nonAsciiInOutgoing,
  pageBreakInParagraph,
  releaseBannerInText,
  swallowedParagraphMark,
  trailingBlanks,
];

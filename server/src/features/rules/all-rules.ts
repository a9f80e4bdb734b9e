/** The list of all rules. */

import type { Rule } from "./rule.ts";
import { swallowedParagraphMark } from "./swallowed-paragraph-mark.ts";

export const ALL_RULES: readonly Rule[] = [swallowedParagraphMark];

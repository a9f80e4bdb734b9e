/** Finds paragraph numbers that swallowed their mark: `13.` where the drafter typed `¶3.` */

import type { CableTree } from "../../cable/tree.ts";
import { paragraphsOf } from "../object-at.ts";
import type { Finding, Rule } from "./rule.ts";

export const swallowedParagraphMark: Rule = {
  code: "swallowed-paragraph-mark",
  severity: "info",
  check(tree: CableTree): readonly Finding[] {
    return paragraphsOf(tree.outline).flatMap(({ swallowedMark, number }) => {
      if (swallowedMark === null || number === null) return [];
      const printed = tree.lines.text.slice(swallowedMark.start, swallowedMark.end);
      return [{ span: swallowedMark, message: `This is paragraph ${number}: the 1 of ${printed} was the mark ¶.` }];
    });
  },
};

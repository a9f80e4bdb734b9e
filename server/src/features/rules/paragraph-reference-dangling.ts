/** Finds mentions of paragraphs that the cable does not have. */

import { largest } from "../../text/arrays.ts";
import { EVERY_FORM, type Finding, type Rule } from "./rule.ts";

export const paragraphReferenceDangling: Rule = {
  code: "paragraph-reference-dangling",
  area: "body",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "warning",
  publishedSeverity: "hint",
  title: "A paragraph that the text points to is there.",
  why: "`See para 12` in a cable of nine paragraphs was written before one was cut, or means a paragraph of another document and does not say so.",
  source: "Common drafting practice",
  check({ tree, paragraphs }) {
    const numbers = new Set(paragraphs.flatMap(({ number }) => number ?? []));
    if (numbers.size === 0) return [];
    const last = largest(numbers);
    return tree.mentions
      .filter(({ kind, external, labels }) => kind === "paragraph" && !external && labels.length === 0)
      .flatMap((mention) =>
        mention.numbers
          .filter(({ value }) => !numbers.has(value))
          // `paras 2-12` names many with the same words.
          .filter(({ span }, index, all) => span.start !== all[index - 1]?.span.start)
          .map(({ value, span }): Finding => {
            return { span, message: `The cable has no paragraph ${value}; the last is ${last}.` };
          }),
      );
  },
};

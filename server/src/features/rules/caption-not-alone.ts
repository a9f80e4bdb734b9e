/** Finds captions that share a line with words that are none. */

import { DRAFTED_FORMS, type Finding, type Rule } from "./rule.ts";
import { choice, replace } from "./support/fix.ts";
import { linesOfKind, spanIn } from "./support/lines.ts";

/** Captions that are no words of a passing instruction as well. */
const CAPTION = /^[ \t]*((?:SENSITIVE|SIPDIS|NOFORN|NODIS|EXDIS|STADIS|LIMDIS)\b[ \t]*)(?=[^\s,;/])/;

export const captionNotAlone: Rule = {
  code: "caption-not-alone",
  area: "header",
  forms: DRAFTED_FORMS,
  draftsOnly: true,
  severity: "hint",
  title: "Each caption stands on a line of its own under the number, or among other captions.",
  why: "Machines look for captions at the beginning of a line and to its end: one that shares its line with offices may be read as an office.",
  source: "Mined from 1,296 cables: SIPDIS stands alone on its line 1,466 times",
  check({ tree, lineBreak }) {
    return linesOfKind(tree, ["passing"]).flatMap((line): readonly Finding[] => {
      const match = CAPTION.exec(line.text);
      const printed = match?.[1];
      if (match === null || printed === undefined) return [];
      const start = match[0].length - printed.length;
      const caption = printed.trimEnd();
      const gap = spanIn(line, start + caption.length, printed.length - caption.length);
      return [
        {
          span: spanIn(line, start, caption.length),
          message: `${caption} shares its line with words that are no captions.`,
          fixes: [choice(`Give ${caption} a line of its own`, replace(gap, lineBreak))],
        },
      ];
    });
  },
};

/** Finds lines in the place of passing instructions that name nobody to pass the cable to. */

import { DRAFTED_FORMS, type Rule } from "./rule.ts";

const NAMES_A_READER =
  /\b(?:FOR|PASS(?:ES)?|FROM|TO|ONLY|ALSO|INFO|ATTN|ATTENTION|DISTRIBUTE|DELIVER|PLEASE|EYES)\b|[:=]|[A-Z]\/[A-Z]/i;

export const passingInstructionMalformed: Rule = {
  code: "passing-instruction-malformed",
  area: "header",
  forms: DRAFTED_FORMS,
  draftsOnly: true,
  severity: "hint",
  title: "A passing instruction names a recipient, FOR or PASS, and offices or persons.",
  why: "Between captions and the E.O. line readers look for nothing else: `DEPT FOR EUR/NB`, `STATE PASS USTR`. Other words there reach nobody.",
  source: "5 FAH-1 H-440; mined from 1,296 cables",
  check({ tree: { header } }) {
    return header.passing
      .filter(({ value }) => !NAMES_A_READER.test(value))
      .map(({ span }) => ({ span, message: "This line names nobody whom the cable is for or is passed to." }));
  },
};

/** Finds signatures in small letters. */

import { type Rule, STATE_FORMS } from "./rule.ts";
import { choice, replace } from "./support/fix.ts";

export const signatureNotInCapitals: Rule = {
  code: "signature-not-in-capitals",
  area: "body",
  // A SMART wrapper prints the signer's name as people write it.
  forms: STATE_FORMS.filter((form) => form !== "smart"),
  draftsOnly: true,
  severity: "hint",
  title: "The cable ends with the surname of who approved it, in capitals.",
  why: "The last line in capitals is how readers and machines know that the text is whole.",
  source: "Mined from 1,296 cables",
  check({ tree: { signature } }) {
    if (signature === null || signature.value === signature.value.toUpperCase()) return [];
    const capitals = signature.value.toUpperCase();
    return [
      {
        span: signature.span,
        message: "The signature has small letters.",
        fixes: [choice(`Write ${capitals}`, replace(signature.span, capitals))],
      },
    ];
  },
};

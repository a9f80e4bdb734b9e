/** Finds REF entries of a draft whose letters do not follow each other. */

import { type Finding, type Rule, STATE_FORMS } from "./rule.ts";

export const referencesOutOfOrder: Rule = {
  code: "references-out-of-order",
  area: "references",
  forms: STATE_FORMS,
  draftsOnly: true,
  severity: "warning",
  title: "References are lettered A, B, C, without gaps and each letter once.",
  why: "A letter that is left out or stands twice makes mentions of it doubtful.",
  source: "Published cables: letters run in sequence",
  check({ tree: { references } }) {
    const findings: Finding[] = [];
    let before: number | null = null;
    for (const [index, { label, labelSpan }] of references.entries()) {
      if (label === null || labelSpan === null || !/^[A-Z]$/.test(label)) continue;
      const position = label.charCodeAt(0) - 64;
      const expected: number = before === null ? 1 : before + 1;
      // One that stands in its own place is right, whatever the one before it is called.
      if (position !== expected && (position !== index + 1 || position === before)) {
        const right = String.fromCharCode(64 + Math.min(position > expected ? expected : index + 1, 26));
        const message =
          position === before ? `There are two references ${label}.` : `${right} is expected here, not ${label}.`;
        findings.push({ span: labelSpan, message });
      }
      before = position;
    }
    return findings;
  },
};

/** Every rule on any text: none throws, each finding has a place in the text, and no certain fix by itself loses what the cable says. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCable } from "../../../server/src/cable/parse.ts";
import { diagnose } from "../../../server/src/features/diagnostics.ts";
import { cleanUp, fixAll, withFixes } from "../../../server/src/features/fixes/fix-all.ts";
import { keeps, saidIn } from "../../../server/src/features/fixes/keeps.ts";
import { RULES } from "../../../server/src/features/rules/index.ts";
import type { RuleSettings } from "../../../server/src/features/rules/support/settings.ts";
import type { Severity } from "../../../server/src/features/rules/support/severity.ts";
import { anyText } from "../../support/arbitraries.ts";

/** Every rule, those that are off by default as well, and every cable a draft. */
const EVERYTHING: RuleSettings = {
  severities: Object.fromEntries(RULES.map(({ code }): [string, Severity] => [code, "hint"])),
  exceptions: {},
  drafting: "always",
};

test("findings and their fixes lie in the text, and edits of one fix do not overlap", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const { span, fixes = [], code } of diagnose(parseCable(text), EVERYTHING)) {
        expect(span.start >= 0 && span.start <= span.end && span.end <= text.length, code).toBe(true);
        for (const { edits } of fixes) {
          let end = 0;
          for (const edit of edits) {
            expect(edit.start >= end && edit.start <= edit.end && edit.end <= text.length, code).toBe(true);
            end = edit.end;
          }
        }
      }
    }),
    { numRuns: 150 },
  );
}, 120_000);

test("a fix changes the text, so that what it mends is not offered for ever", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      for (const { code, fixes = [] } of diagnose(parseCable(text), EVERYTHING).slice(0, MOST_SINGLY)) {
        for (const fix of fixes) expect(withFixes(text, [fix]) === text ? code : null).toBeNull();
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);

test("all certain fixes, and a clean-up, leave all that the cable says, and a second time changes nothing", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const before = parseCable(text);
      for (const make of [fixAll, cleanUp]) {
        const once = make(before, null, EVERYTHING);
        const after = parseCable(once.text);
        expect(keeps(saidIn(before), saidIn(after))).toBe(true);
        expect(make(after, null, EVERYTHING).text).toBe(once.text);
      }
    }),
    { numRuns: 60 },
  );
}, 120_000);

/** Of one text; there may be a thousand. */
const MOST_SINGLY = 40;

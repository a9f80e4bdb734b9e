/** Many fixes at once: nothing is lost, twice is the same as once, and "Clean up" takes all damage off the fixture. */

import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCable } from "../../../server/src/cable/parse.ts";
import { toRecord } from "../../../server/src/cable/to-record.ts";
import { diagnose } from "../../../server/src/features/diagnostics.ts";
import { cleanUp, fixAll } from "../../../server/src/features/fixes/fix-all.ts";
import { bodyWords, keeps, saidIn } from "../../../server/src/features/fixes/keeps.ts";
import { differenceOf } from "../../../server/src/features/fixes/text-difference.ts";
import { DEFAULT_RULE_SETTINGS, type RuleSettings } from "../../../server/src/features/rules/support/settings.ts";
import { SourceText } from "../../../server/src/text/source-text.ts";

const NAME = "09SHANGHAI374.txt";
const fixture = readFileSync(new URL(`../../fixtures/${NAME}`, import.meta.url), "utf8");
const drafting: RuleSettings = { ...DEFAULT_RULE_SETTINGS, drafting: "always" };

const corpus = new URL("../../corpus/", import.meta.url);
const texts = readdirSync(corpus, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap((entry) =>
    readdirSync(new URL(`${entry.name}/`, corpus))
      .filter((name) => name.endsWith(".cable.txt"))
      .map((name) => ({
        name: `${entry.name}/${name}`,
        text: readFileSync(new URL(`${entry.name}/${name}`, corpus), "utf8"),
      })),
  );

describe("Clean up on the fixture", () => {
  const before = parseCable(fixture, NAME);
  const { text } = cleanUp(before, NAME, DEFAULT_RULE_SETTINGS);
  const after = parseCable(text, NAME);

  test("leaves nothing that a rule on copies would find", () => {
    expect(text).not.toMatch(/\]\(|^#|[ \t]$/m);
    expect(diagnose(after, drafting).filter(({ code }) => /mark|remains|blanks|break/.test(code))).toEqual([]);
    expect(text).toContain("\n¶3. (SBU) Zhejiang government officials");
  });

  test("leaves the words as they were", () => {
    expect(bodyWords(after)).toEqual(bodyWords(before));
  });

  test("leaves the record as it was, but for positions", () => {
    expect(withoutPlaces(toRecord(after, NAME))).toEqual(withoutPlaces(toRecord(before, NAME)));
  });

  test("done twice is the same as done once", () => {
    expect(cleanUp(after, NAME, DEFAULT_RULE_SETTINGS)).toEqual({ text, made: [] });
  });
});

describe("on more than an editor is told of", () => {
  // Each line is one thing to mend; an editor is told of a thousand at most.
  const text = `${"> Some words of an invented cable that was sent on by mail.\n".repeat(7_000)}`;

  test("all is mended at once", () => {
    const fixed = fixAll(parseCable(text, "x.txt"), "x.txt", drafting);
    expect(fixed.text).not.toContain(">");
    expect(fixAll(parseCable(fixed.text, "x.txt"), "x.txt", drafting).made).toEqual([]);
  });
});

describe("on every text of the corpus", () => {
  test.each(texts)("$name", ({ name, text }) => {
    for (const make of [fixAll, cleanUp]) {
      const before = parseCable(text, name);
      const fixed = make(before, name, drafting);
      const after = parseCable(fixed.text, name);
      expect(keeps(saidIn(before), saidIn(after))).toBe(true);
      expect(make(after, name, drafting).text).toBe(fixed.text);
    }
  });
});

test("on any text no fix throws or loses something, and no two edits of one fix overlap", () => {
  const pieces = fixture.split(/(?<=\n)/);
  const noise = [
    "[1](#)",
    "**",
    "> ",
    "13. (SBU) ",
    "TAGS: PGOV PGOV\n",
    "“x” – y",
    "E.O. 12598: N/A\n",
    "Ref Q",
    "\r\n",
    "#### X\n",
    "  \n",
  ];
  const anyText = fc
    .array(
      fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...noise), fc.string({ unit: "binary", maxLength: 20 })),
      { maxLength: 40 },
    )
    .map((parts) => parts.join(""));
  fc.assert(
    fc.property(anyText, (text) => {
      const before = parseCable(text);
      for (const { fixes, span } of diagnose(before, drafting)) {
        expect(span.start >= 0 && span.end >= span.start && span.end <= text.length).toBe(true);
        for (const { edits } of fixes ?? []) {
          edits.forEach((edit, index) => {
            expect(edit.start).toBeGreaterThanOrEqual(edits[index - 1]?.end ?? 0);
            expect(edit.end).toBeLessThanOrEqual(text.length);
          });
        }
      }
      const fixed = fixAll(before, null, drafting);
      const after = parseCable(fixed.text);
      expect(keeps(saidIn(before), saidIn(after))).toBe(true);
      expect(fixAll(after, null, drafting).text).toBe(fixed.text);
    }),
    { numRuns: 40 },
  );
}, 60_000);

test("the difference of two texts makes the one of the other", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("a\n", "b\n", "ab\n", "c")),
      fc.array(fc.constantFrom("a\n", "b\n", "bb\n", "c")),
      (one, other) => {
        const [before, after] = [one.join(""), other.join("")];
        expect(SourceText.edited(before, differenceOf(before, after)).text).toBe(after);
      },
    ),
  );
});

/** Without all that says where something stands: page marks are nothing else. */
function withoutPlaces(record: unknown): unknown {
  const places = new Set(["line", "character", "endLine", "endCharacter", "pageBreaks"]);
  return JSON.parse(JSON.stringify(record, (key, value) => (places.has(key) ? undefined : value)));
}

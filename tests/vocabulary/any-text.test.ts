/** No text, whatever it is, makes a look-up throw, or be told as something the vocabulary does not have. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { explain } from "../../server/src/vocabulary/explain.ts";
import { readOwnRows } from "../../server/src/vocabulary/own-rows.ts";
import { renderExplanationMarkdown, renderExplanationText } from "../../server/src/vocabulary/render.ts";
import { canonicalStation, defaultStations, findStation, matchStation } from "../../server/src/vocabulary/stations.ts";
import { isKnownTag, splitGluedTags } from "../../server/src/vocabulary/tags.ts";
import { createVocabulary } from "../../server/src/vocabulary/vocabulary.ts";

/** Texts made of what codes are made of, which come nearer to codes than any characters would. */
const nearCode = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 80 }),
  fc.string({ unit: fc.constantFrom(..."ACDEGNOPRSUVZ0123456789 ()/#.:-'"), maxLength: 40 }),
);

test("everything told can be written", () => {
  fc.assert(
    fc.property(
      nearCode,
      fc.option(
        fc.record({
          year: fc.integer({ min: 1, max: 3000 }),
          month: fc.integer({ min: 1, max: 12 }),
          day: fc.integer({ min: 1, max: 28 }),
        }),
      ),
      (code, date) => {
        for (const explanation of explain(code, date)) {
          expect(renderExplanationText(explanation)).toContain(explanation.kind);
          expect(renderExplanationMarkdown(explanation)).toContain(explanation.kind);
        }
      },
    ),
  );
});

test("a canonical form is in capitals without blanks, and its own canonical form where a station is known by it", () => {
  fc.assert(
    fc.property(nearCode, (name) => {
      const canonical = canonicalStation(name);
      expect(canonical).toMatch(/^[A-Z0-9]*$/);
      const match = matchStation(name);
      if (match === undefined) return;
      expect(canonical).toBe(match.station.id);
      expect(canonicalStation(canonical)).toBe(canonical);
      const found = findStation(name);
      if (found !== undefined) expect(found).toBe(match.station);
    }),
  );
});

test("a guess is never the name itself, and is a station", () => {
  fc.assert(
    fc.property(fc.constantFrom(...defaultStations().stations.map(({ id }) => id)), fc.nat(), (id, at) => {
      const slip = id.slice(0, at % id.length) + id.slice((at % id.length) + 1);
      const guess = defaultStations().guess(slip);
      if (guess !== undefined) expect(defaultStations().byId(guess.id)).toBe(guess);
    }),
  );
});

test("glued TAGS are known, several, and make up the word", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("PGOV", "PREL", "ECON", "KDEM", "CH", "US", "UNSC", "X"), { maxLength: 6 }),
      (codes) => {
        const word = codes.join("");
        const parts = splitGluedTags(word);
        if (parts === null) return;
        expect(parts.join("")).toBe(word);
        expect(parts.length).toBeGreaterThan(1);
        expect(parts.every(isKnownTag)).toBe(true);
      },
    ),
  );
});

test("any JSON can stand where own rows should", () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.jsonValue(),
        fc.record({ glossary: fc.jsonValue(), stations: fc.jsonValue(), offices: fc.jsonValue() }),
      ),
      (value) => {
        const vocabulary = createVocabulary(readOwnRows(value, "settings"));
        expect(vocabulary.stations.canonical("SECSTATE")).toBe("STATE");
      },
    ),
    { numRuns: 50 },
  );
});

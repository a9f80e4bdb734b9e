/** A search of the index answers what a plain look at every cable would, in the order of a plain sort. */

import { array, constantFrom, integer, option, property, assert as propertyHolds, record } from "fast-check";
import { expect, test } from "vitest";
import type { CanonicalMrn } from "../../server/src/cable/mrn.ts";
import { fileUri } from "../../server/src/corpus/file-uri.ts";
import { PackedCableIndex } from "../../server/src/corpus/packed-index.ts";

interface Cable {
  readonly name: string;
  readonly year: "08" | "09";
  readonly station: string;
  readonly serial: number;
  readonly subject: string | null;
  readonly sent: number | null;
}

const cables = array(
  record<Cable>(
    {
      name: integer({ min: 0, max: 30 }).map((number) => `${number}.txt`),
      year: constantFrom("08", "09"),
      station: constantFrom("RIGA", "TALLINN", "TALLAHASSEE"),
      serial: constantFrom(3, 37, 374, 12),
      subject: option(
        array(constantFrom("harbor", "HARBORS", "fees", "coffee", "(fee)", "riga", "talks", "Ärzte", "09RIGA37"), {
          maxLength: 4,
        }).map((words) => words.join(" ")),
      ),
      sent: option(integer({ min: 0, max: 3 })),
    },
    { noNullPrototype: true },
  ),
  { maxLength: 40 },
);
const queries = constantFrom(
  ...["riga", "TALL", "t", "09riga37", "08 riga 374", "riga 37", "37", "harbor", "fee", "fe", "ee"],
  ...["harbor tal", "fee riga", "ärz", "tallinn harbor", "harbors fees", "r", "09", "2008"],
);

/** How well a cable fits by its number: 0 for the whole of it, 1 a station, 2 the beginning of a serial, 3 that of a station. */
function rankOfNumber(query: string, { year, station, serial }: Cable): number | null {
  const parts = /^(0\d)?([A-Z]+)?(\d+)?$/.exec(query.toUpperCase().replaceAll(" ", ""));
  if (parts === null) return null;
  const [, ofYear, name, digits] = parts;
  if (name === undefined) return Number(query) === serial ? 2 : null;
  if (ofYear !== undefined && ofYear !== year) return null;
  if (digits === undefined) return station === name ? 1 : station.startsWith(name) ? 3 : null;
  if (station !== name) return null;
  return Number(digits) === serial ? 0 : String(serial).startsWith(digits) ? 2 : null;
}

/** 6 where only the year fits. */
function rankOfYear(query: string, { year }: Cable): number | null {
  return query === year || query === `20${year}` ? 6 : null;
}

/** 4 where the words begin words of the subject, 5 where one only stands in them; short ones have to begin one. Some may begin the station. */
function rankOfWords(query: string, { station, subject }: Cable): number | null {
  const text = ` ${subject?.toUpperCase() ?? ""}`;
  const words = query.toUpperCase().split(" ");
  const begins = (word: string): boolean => new RegExp(`[^A-Z0-9]${word}`).test(text);
  const holds = (word: string): boolean => begins(word) || (word.length > 2 && text.includes(word));
  const held = words.filter(holds);
  if (held.length === 0 || !words.every((word) => holds(word) || station.startsWith(word))) return null;
  return held.every(begins) ? 4 : 5;
}

function plainSearch(query: string, all: readonly Cable[]): readonly string[] {
  return all
    .flatMap((cable) => {
      const ranks = [rankOfNumber, rankOfWords, rankOfYear].flatMap((rank) => rank(query, cable) ?? []);
      return ranks.length === 0 ? [] : [{ ...cable, rank: Math.min(...ranks) }];
    })
    .sort(
      (one, other) =>
        one.rank - other.rank || (other.sent ?? -1) - (one.sent ?? -1) || (one.name < other.name ? -1 : 1),
    )
    .map(({ name }) => name);
}

test("a search finds what a look at every cable finds, in the order of rank, time and file", () => {
  propertyHolds(
    property(cables, queries, integer({ min: 0, max: 12 }), (all, query, limit) => {
      const index = new PackedCableIndex();
      const last = new Map<string, Cable>();
      for (const cable of all) {
        const { name, year, station, serial, subject, sent } = cable;
        const place = { line: 3, character: 9, endLine: 3, endCharacter: 20 };
        index.update(fileUri(`file:///${name}`), {
          mrn: `${year}${station}${serial}` as CanonicalMrn,
          sent,
          classification: null,
          subject,
          place,
          tags: [],
          tagsPlace: place,
          citations: [],
        });
        // What is left behind by a file that changes is not found.
        index.prepareSearch(1);
        last.set(name, cable);
      }
      const found = index.search(query, limit).map(({ file }) => file.slice("file:///".length));
      expect(found).toEqual(plainSearch(query, [...last.values()]).slice(0, limit));
    }),
    { numRuns: 500 },
  );
});

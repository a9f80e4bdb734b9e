/** Arbitrary summaries of cables, of few numbers, TAGS and months, so that many of them meet. */

import { array, boolean, constantFrom, integer, option, record } from "fast-check";
import type { CanonicalMrn } from "../../server/src/cable/mrn.ts";
import { fileUri } from "../../server/src/corpus/file-uri.ts";
import type { IndexRecord } from "../../server/src/corpus/index-record.ts";

export const NUMBERS = ["09TALLINN99066", "09RIGA99012", "08RIGA99012", "74LAPAZ99001", "63BONN7"] as CanonicalMrn[];
export const TAG_CODES = ["PGOV", "EWWT", "EN"];
export const SUBJECTS = ["HARBOR FEES", "Größere Häfen", "Harbor talks and fees"];
export const FILE_NAMES = ["a.txt", "b.txt", "deep/c.cable", "deep/d.txt", "e.cable"].map((name) =>
  fileUri(`file:///${name}`),
);

const minutes = (year: number, month: number): number => Date.UTC(year, month - 1, 1, 12) / 60_000;
const place = integer({ min: 0, max: 3 }).map((line) => ({ line, character: 5, endLine: line, endCharacter: 9 }));

export const anySummary = record<IndexRecord>(
  {
    mrn: option(constantFrom(...NUMBERS)),
    sent: option(constantFrom(minutes(2009, 12), minutes(2010, 1), minutes(1963, 5), minutes(1974, 2))),
    classification: constantFrom(null, "UNCLASSIFIED", "SECRET"),
    subject: option(constantFrom(...SUBJECTS)),
    place,
    tags: array(constantFrom(...TAG_CODES), { maxLength: 3 }).map((tags) => [...new Set(tags)]),
    tagsPlace: place,
    citations: array(
      record({ mrn: constantFrom(...NUMBERS), yearInferred: boolean(), place }, { noNullPrototype: true }),
      { maxLength: 4 },
    ),
  },
  { noNullPrototype: true },
);

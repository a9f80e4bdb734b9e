/** What `npm run survey:records` lists: each kind of suspicion where it is due, and none on a cable that is read whole. */

import { expect, test } from "vitest";
import { suspicionsOf } from "../../scripts/survey/suspicions.ts";
import { parseCable } from "../../server/src/cable/parse.ts";
import type { CableRecord } from "../../server/src/cable/record.ts";
import { toRecord } from "../../server/src/cable/to-record.ts";

const TEXT = `R 280903Z AUG 09
UNCLAS SHANGHAI 099374
TAGS: PGOV
SUBJECT: FISH
REF: A. BEIJING 99111

1. (U) As ref A says.

2. (U) Cold.

3. (U) Wet.

DOE
`;

function kinds(changed: Partial<CableRecord> = {}, text = TEXT): readonly string[] {
  return suspicionsOf({ ...toRecord(parseCable(TEXT), "fish.txt"), ...changed }, text).map(({ kind }) => kind);
}

test("a cable that is read whole is not suspicious", () => {
  expect(kinds()).toEqual([]);
});

test.each<[string, Partial<CableRecord>]>([
  ["TAGS line without TAGS", { tags: [] }],
  ["no subject", { subject: null }],
  ["long subject", { subject: "FISH ".repeat(60) }],
  ["REF line without references", { references: [], mentions: [] }],
  ["no signer", { signedBy: null }],
])("%s", (kind, changed) => {
  expect(kinds(changed)).toEqual([kind]);
});

test("a number that the outline lacks and the text has", () => {
  const { outline } = toRecord(parseCable(TEXT), "fish.txt");
  expect(kinds({ outline: outline.filter(({ number }) => number !== 2) })).toEqual(["number skips"]);
});

test("a label that is cited and not there", () => {
  const { mentions } = toRecord(parseCable(TEXT), "fish.txt");
  expect(kinds({ mentions: mentions.map((mention) => ({ ...mention, labels: ["C"] })) })).toEqual([
    "mention of a label that is not there",
  ]);
});

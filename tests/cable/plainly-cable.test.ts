/** What is plainly a cable: a sign of its transmission and one of its fields, in the form of any era. */

import { expect, test } from "vitest";
import { isPlainlyCable } from "../../server/src/cable/plainly-cable.ts";

test.each([
  ["R 020900Z AUG 09\nTAGS: PGOV", "a date-time group and TAGS"],
  ["UNCLAS TALLINN 099066\nSUBJECT: FEES", "a number and a subject"],
  ["MRN: 10 STATE 99345\nE.O.: 13526", "a SMART print"],
  ["PAGE 01 LA PAZ 09947 012030Z\nREF: STATE 99141", "a page line and references"],
  ["R 111230Z APR 98 ZYB\nSUBJ/INVENTED INSPECTION//", "the subject of a general administrative message"],
  ["R 111230Z APR 98\nREF/A/DOC/NAVINVENTED/01JUL97/-//", "a reference of one"],
])("%j is: %s", (text) => {
  expect(isPlainlyCable(text)).toBe(true);
});

test.each([
  ["R 020900Z AUG 09\nDE RUEHGH #0374", "two signs of one group"],
  ["TAGS: PGOV\nSUBJECT: FEES\nREF: TALLINN 99066", "fields alone"],
  ["SUBJ/INVENTED INSPECTION//\nREF/A/DOC//", "the same of a general administrative message"],
  ["R 020900Z AUG 09\nref/heads/main\nsubj/x", "paths"],
  [`${"\n".repeat(200)}R 020900Z AUG 09\nTAGS: PGOV`, "what stands below the first 200 lines"],
])("%j is not: %s", (text) => {
  expect(isPlainlyCable(text)).toBe(false);
});

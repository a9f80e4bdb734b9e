/** TAGS by date, and words in which several run together. */

import { expect, test } from "vitest";
import { findTag, isKnownTag, splitGluedTags } from "../../server/src/vocabulary/tags.ts";

const year = (value: number) => ({ year: value, month: 6, day: 15 });

test.each([
  ["CH", 1974, "China (Mainland)"],
  ["CH", 1985, "China (Mainland)"],
  ["CH", 1990, "China"],
  ["CH", 2009, "China"],
  ["CH", 2011, "China"],
  ["CH", 2024, "Switzerland"],
  ["PGOV", 1974, "Government"],
  ["PGOV", 2009, "Internal Governmental Affairs"],
  ["AU", 2009, "Austria"],
  ["AU", 2024, "Australia"],
  ["OVIP", 1974, "VIP Travel Arrangements"],
  ["OVIP", 1977, "Visits and Travel of Prominent Individuals and Leaders"],
])("%s in %i is %s", (code, at, title) => {
  expect(findTag(code, year(at))?.meaning.title).toBe(title);
});

test("a code whose meaning changed tells the other meanings with their eras", () => {
  expect(findTag("CH", year(2009))?.otherMeanings.map(({ title, eras }) => ({ title, eras }))).toEqual([
    { title: "China (Mainland)", eras: ["1974"] },
    { title: "Switzerland", eras: ["2024"] },
  ]);
});

test("at an unknown date the meaning of most known cables comes first, all others after it", () => {
  const tag = findTag("CH", null);
  expect(tag?.meaning.title).toBe("China");
  expect(tag?.otherMeanings.map(({ title }) => title)).toEqual(["China (Mainland)", "Switzerland"]);
});

test("a geographic code of a later list is known, and said to be later", () => {
  expect(findTag("SK", year(2009))).toMatchObject({ later: true, meaning: { eras: ["2024"] } });
  expect(findTag("SK", year(2024))?.later).toBe(false);
  expect(findTag("CH", year(2009))?.later).toBe(false);
});

test("a code without a known meaning has a null title and a note", () => {
  const tag = findTag("KBIO", year(2009));
  expect(tag?.meaning.title).toBeNull();
  expect(tag?.note).toMatch(/not documented/);
});

test("codes are known in any case, words are not", () => {
  expect(["PGOV", "pgov", "CH", "AFL-CIO"].every(isKnownTag)).toBe(true);
  expect(["PGOVPREL", "ZQZQ", ""].some(isKnownTag)).toBe(false);
});

test.each([
  ["PGOVPREL", ["PGOV", "PREL"]],
  ["EINDETRD", ["EIND", "ETRD"]],
  ["PRELCH", ["PREL", "CH"]],
  ["CHPREL", ["CH", "PREL"]],
  ["pgovpinrsoci", ["PGOV", "PINR", "SOCI"]],
  ["PGOVUNSC", ["PGOV", "UNSC"]],
  ["KDEMKTIPUS", ["KDEM", "KTIP", "US"]],
])("%s is taken apart", (word, parts) => {
  expect(splitGluedTags(word)).toEqual(parts);
});

test.each(["PGOV", "UNESCO", "COMECON", "EUROCONTROL", "PGOVX", "CHINUS", "SUBJECT", "ZQZQZQ", ""])(
  "%s is left whole",
  (word) => {
    expect(splitGluedTags(word)).toBeNull();
  },
);

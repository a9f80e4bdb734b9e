/** Captions: on the classification line and below it, none twice. */

import { expect, test } from "vitest";
import { labels } from "../../support/completions.ts";

const of = "caption";

test("the usual ones below the classification line, all once a letter is typed", () => {
  expect(labels("UNCLAS SHANGHAI 099374\n\n$0", { of })).toEqual([
    "SENSITIVE",
    "SIPDIS",
    "NOFORN",
    "EXDIS",
    "NODIS",
    "LIMDIS",
    "STADIS",
  ]);
  expect(labels("UNCLAS SHANGHAI 099374\n\nD$0", { of })).toContain("DISSENT CHANNEL");
});

test("behind the number on the classification line itself", () => {
  expect(labels("UNCLAS SHANGHAI 099374 SIP$0", { of })).toEqual(["SIPDIS"]);
  expect(labels("UNCLAS SHA$0", { of })).toEqual([]);
});

test("none twice, and SENSITIVE only where nothing is classified", () => {
  expect(labels("CONFIDENTIAL SHANGHAI 099374\n\nSIPDIS\nS$0", { of })).not.toContain("SIPDIS");
  expect(labels("CONFIDENTIAL SHANGHAI 099374\n\nSE$0", { of })).toEqual([]);
});

test("none below the fields", () => {
  expect(labels("UNCLAS SHANGHAI 099374\n\nE.O. 13526: N/A\nS$0", { of })).toEqual([]);
});

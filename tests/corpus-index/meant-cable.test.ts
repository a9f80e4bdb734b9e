/** Which cable a reference without a year means, where other cables are known. */

import { describe, expect, test } from "vitest";
import type { CanonicalMrn } from "../../server/src/cable/mrn.ts";
import { scanMissing } from "../../server/src/corpus/facets/missing-cables.ts";
import { fileUri } from "../../server/src/corpus/file-uri.ts";
import { PackedCableIndex } from "../../server/src/corpus/packed-index.ts";
import { resultOf } from "../support/result-of.ts";

const PLACE = { line: 1, character: 0, endLine: 1, endCharacter: 9 };

/** An index of cables: `09RIGA99012 2009-01-12 > 09OSLO99300?` cites a number without a year, `>` alone one with. */
function indexOf(...cables: readonly string[]): PackedCableIndex {
  const index = new PackedCableIndex();
  for (const cable of cables) {
    const [, mrn, day, cited] = /^(\S+) (\S+)(?: > (\S+))?$/.exec(cable) ?? [];
    index.update(fileUri(`file:///${mrn}.txt`), {
      mrn: mrn as CanonicalMrn,
      sent: Date.parse(`${day}T12:00:00Z`) / 60_000,
      classification: null,
      subject: null,
      place: PLACE,
      tags: [],
      tagsPlace: PLACE,
      citations:
        cited === undefined
          ? []
          : [{ mrn: cited.replace("?", "") as CanonicalMrn, yearInferred: cited.endsWith("?"), place: PLACE }],
    });
  }
  return index;
}

const CITING = "09RIGA99012 2009-01-12 > 09OSLO2300?";

describe("a number without a year, cited in January", () => {
  test.each([
    ["is of the citing year where nothing else is known", [], "09OSLO2300"],
    ["is of the year before where only that cable is there", ["08OSLO2300 2008-12-01"], "08OSLO2300"],
    ["is of the citing year where both are there", ["08OSLO2300 2008-12-01", "09OSLO2300 2009-01-11"], "09OSLO2300"],
    ["is not one that was sent months later", ["09OSLO2300 2009-10-11"], "08OSLO2300"],
    ["is of the year before where lower serials came later", ["09OSLO120 2009-02-20"], "08OSLO2300"],
    ["is of the year before where the series had hardly begun", ["09OSLO40 2009-01-10"], "08OSLO2300"],
    [
      "is of the citing year where the series had come so far",
      ["09OSLO2301 2009-01-12", "08OSLO2300 2008-12-01"],
      "09OSLO2300",
    ],
    ["is not of a year that never had so many", ["09OSLO40 2009-01-10", "08OSLO900 2008-12-28"], "09OSLO2300"],
    ["is not of two years before", ["07OSLO2300 2007-12-01"], "09OSLO2300"],
  ])("%s", (_, others, meant) => {
    const index = indexOf(CITING, ...others);
    const [file] = index.filesOf("09RIGA99012" as CanonicalMrn);
    expect(file === undefined ? [] : index.citedIn(file).map(({ mrn }) => mrn)).toEqual([meant]);
    // All that asks who cites whom follows.
    for (const mrn of ["07OSLO2300", "08OSLO2300", "09OSLO2300"] as CanonicalMrn[]) {
      expect([mrn, index.citingCables(mrn), index.citationsOf(mrn, 9).total]).toEqual([
        mrn,
        ...(mrn === meant ? [1, 1] : [0, 0]),
      ]);
    }
    const missing = resultOf(scanMissing(index.columns(), null, 9, (mrn) => index.has(mrn)));
    expect(missing.cables.map(({ mrn }) => mrn)).toEqual(index.has(meant as CanonicalMrn) ? [] : [meant]);
  });

  test("is as printed where its year is", () => {
    const index = indexOf("09RIGA99012 2009-01-12 > 09OSLO2300", "08OSLO2300 2008-12-01", "09OSLO40 2009-01-10");
    expect(index.citingCables("09OSLO2300" as CanonicalMrn)).toBe(1);
    expect(index.citingCables("08OSLO2300" as CanonicalMrn)).toBe(0);
  });

  test("is another when what ruled its year out is gone", () => {
    const index = indexOf(CITING, "09OSLO120 2009-02-20");
    expect(index.citingCables("08OSLO2300" as CanonicalMrn)).toBe(1);
    index.update(fileUri("file:///09OSLO120.txt"), null);
    expect(index.citingCables("08OSLO2300" as CanonicalMrn)).toBe(0);
  });
});

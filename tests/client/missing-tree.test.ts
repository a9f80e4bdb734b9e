/** Missing references as a tree, and the strip of a station's series. */

import { expect, test } from "vitest";
import { missingTree, type Shown, strip } from "../../client/src/features/missing/missing-tree.ts";
import type { CanonicalMrn } from "../../server/src/cable/mrn.ts";
import type { MissingReference } from "../../server/src/lsp/protocol.ts";

function missing(mrn: string): MissingReference {
  return { mrn: mrn as CanonicalMrn, citing: 1, citers: [], before: null, likely: null, at: null };
}

const CABLES = ["09RIGA99012", "79RIGA99003", "09OSLO99001", "09RIGA99002"].map(missing);
const MARKS = [
  { name: "09RIGA99012", requested: "2026-11-30" },
  { name: "09RIGA99002", requested: "2026-10-01", received: "2026-11-02" },
];

/** A line for each station and year: `RIGA 09: 09RIGA99002, 09RIGA99012`. */
function lines(shown: Shown): readonly string[] {
  return missingTree(CABLES, MARKS, shown).flatMap(({ station, years }) =>
    years.map(({ year, cables }) => `${station} ${year}: ${cables.map(({ cable }) => cable.mrn).join(", ")}`),
  );
}

test("stations by how much is missing of them, their years and numbers in order", () => {
  expect(lines("all")).toEqual(["RIGA 79: 79RIGA99003", "RIGA 9: 09RIGA99002, 09RIGA99012", "OSLO 9: 09OSLO99001"]);
});

test("only what was not asked for, or what was and has not come", () => {
  expect(lines("open")).toEqual(["OSLO 9: 09OSLO99001", "RIGA 79: 79RIGA99003"]);
  expect(lines("requested")).toEqual(["RIGA 9: 09RIGA99012"]);
});

test("a strip shows what is there, what is missing, and what nobody has seen", () => {
  expect(strip([1, 2, 5], [4])).toBe("1 ██·○█ 5");
  expect(strip([], [])).toBe("");
  expect(strip([7], [])).toBe("7 █ 7");
});

test("a strip of a long series is no wider, and shows what is missing among what is there", () => {
  const held = Array.from({ length: 2000 }, (_, index) => index + 1);
  const signs = strip(held, [1000]).split(" ")[1] ?? "";
  expect(signs).toMatch(/^█{29}○█{30}$/);
});

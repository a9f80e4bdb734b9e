/** Classification lines, and portion marks taken apart. */

import { expect, test } from "vitest";
import { defaultClassifications } from "../../server/src/vocabulary/classifications.ts";

test.each([
  ["CONFIDENTIAL", "CONFIDENTIAL", 3],
  ["C O N F I D E N T I A L", "CONFIDENTIAL", 3],
  ["S E C R E T", "SECRET", 4],
  ["Limited Official Use", "LIMITED OFFICIAL USE", 1],
  ["L I M I T E D  O F F I C I A L  U S E", "LIMITED OFFICIAL USE", 1],
  ["UNCLAS", "UNCLAS", 0],
  ["UNCLASSIFIED", "UNCLASSIFIED", 0],
])("the line %s is %s", (typed, code, rank) => {
  expect(defaultClassifications().find(typed)).toMatchObject({ code, rank });
});

test.each([
  ["(U)", "UNCLASSIFIED", "Unclassified"],
  ["(sbu)", "SENSITIVE BUT UNCLASSIFIED", "Sensitive but unclassified"],
  ["SBU/NF", "SENSITIVE BUT UNCLASSIFIED", "Sensitive but unclassified, no foreign nationals"],
  ["(C//NF)", "CONFIDENTIAL", "Confidential, no foreign nationals"],
  ["C//NF", "CONFIDENTIAL", "Confidential, no foreign nationals"],
  ["(C-NF)", "CONFIDENTIAL", "Confidential, not releasable to foreign nationals"],
  ["(S/NF/OC)", "SECRET", "Secret, not releasable to foreign nationals, originator controlled"],
  ["(TS//NOFORN)", "TOP SECRET", "Top secret, not releasable to foreign nationals"],
  ["(LOU)", "LIMITED OFFICIAL USE", "Limited official use"],
  ["(CONFIDENTIAL)", "CONFIDENTIAL", "Confidential"],
  ["(R)", "RESTRICTED", "Restricted"],
  ["(S//REL TO USA, GBR)", "SECRET", "Secret, releasable to the United States, the United Kingdom"],
  ["(S/REL USA, XYZ)", "SECRET", "Secret, releasable to the United States, XYZ"],
  ["(C//ABC)", "CONFIDENTIAL", "Confidential, ABC (not in the vocabulary)"],
])("the mark %s is of level %s: %s", (typed, level, title) => {
  expect(defaultClassifications().portion(typed)).toMatchObject({ level, title });
});

test("the parts of a mark are told one by one, and it is as sure as the least sure of them", () => {
  const mark = defaultClassifications().portion("(S//REL TO USA, FVEY)");
  expect(mark?.parts.map(({ code, kind }) => [code, kind])).toEqual([
    ["S", "level"],
    ["REL TO", "release"],
    ["USA", "recipient"],
    ["FVEY", "recipient"],
  ]);
  expect(mark?.confidence).toBe("medium");
  expect(mark?.rank).toBe(4);
});

test.each([
  "(S KOREA)",
  "(U.S.)",
  "(C AND D)",
  "(C-130)",
  "(X)",
  "()",
  "",
  "(SECRETARY)",
  "(US)",
  "(1)",
  "(U S)",
  `(S/${"A".repeat(100)})`,
])("%s is no mark", (typed) => {
  expect(defaultClassifications().portion(typed)).toBeUndefined();
});

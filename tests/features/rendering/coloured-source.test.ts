/** The text of a fenced block: each character is there, none is markup, and what has a colour has the right one. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCable } from "../../../server/src/cable/parse.ts";
import { colouredSource } from "../../../server/src/features/rendering/coloured-source.ts";
import { escapeHtml } from "../../../server/src/features/rendering/elements.ts";
import { anyText } from "../../support/arbitraries.ts";

const CABLE = `R 281200Z AUG 09
FM AMEMBASSY MADRID
TO SECSTATE WASHDC
C O N F I D E N T I A L MADRID 099002

SIPDIS

E.O. 12958: DECL: 08/28/2019
TAGS: PREL, SP
SUBJECT: INVENTED HARBOR <B>FEES</B>

REF: MADRID 99001

1. (C) The fees of reftel are due.

MADRID 00099002  002 OF 002

2. (SBU) They are not paid.

DOE
`;

/** The pieces with a colour, as `colour: text`. */
function colours(text: string): string[] {
  const pieces = colouredSource(parseCable(text)).matchAll(/<span class="([^"]*)">([^<]*)<\/span>/g);
  return [...pieces].map(([, names = "", inside]) => `${names.replaceAll("reftel-", "")}: ${inside}`);
}

test("each piece has its colour", () => {
  expect(colours(CABLE)).toMatchInlineSnapshot(`
    [
      "field: FM",
      "field: TO",
      "level confidential: C O N F I D E N T I A L",
      "caption: SIPDIS",
      "field: E.O.",
      "field: TAGS:",
      "tag: PREL",
      "tag: SP",
      "field: SUBJECT:",
      "subject: INVENTED HARBOR &#60;B&#62;FEES&#60;/B&#62;",
      "citation: MADRID 99001",
      "mark: 1",
      "portion confidential: (C)",
      "citation: reftel",
      "furniture: MADRID 00099002  002 OF 002",
      "mark: 2",
      "portion unclassified: (SBU)",
      "signature: DOE",
    ]
  `);
});

test("a passage without a header has marks and levels", () => {
  expect(colours("3. (S/NF) He said so.\n\n4. (U) He did not.\n")).toEqual([
    "mark: 3",
    "portion secret: (S/NF)",
    "mark: 4",
    "portion unclassified: (U)",
  ]);
});

test("without the spans of its own the HTML is the text, escaped, whatever the text", () => {
  const plain = (text: string): string =>
    colouredSource(parseCable(text)).replaceAll(/<span class="reftel-[a-z]+(?: reftel-[a-z-]+)?">|<\/span>/g, "");
  expect(plain(CABLE)).toBe(escapeHtml(CABLE));
  fc.assert(
    fc.property(anyText, (text) => {
      expect(plain(text)).toBe(escapeHtml(text));
    }),
  );
});

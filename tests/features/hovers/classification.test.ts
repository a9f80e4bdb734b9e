/** A classification is told on its line, spaced or not, and on the markings of pages. */

import { expect, test } from "vitest";
import { hover } from "../../support/hovers.ts";

test("on the classification line", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UN$0CLAS SHANGHAI 099374
`),
  ).toMatchInlineSnapshot(`
    "[[UNCLAS]]

    **UNCLAS** · classification

    Unclassified

    Short form used as the first word of the text of an unclassified message. Its paragraphs are marked (U).

    *Source: …*"
  `);
});

test("with spaced letters", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
C O N F I D $0E N T I A L SHANGHAI 099374
`),
  ).toMatchInlineSnapshot(`
    "[[C O N F I D E N T I A L]]

    **C O N F I D E N T I A L** · classification

    Confidential

    Disclosure could be expected to cause damage to national security. Its paragraphs are marked (C).

    *Source: …*"
  `);
});

test("of the seventies", async () => {
  expect(
    await hover(`
R 281200Z JAN 74
FM AMEMBASSY LA PAZ
TO SECSTATE WASHDC 9234
LIMITED $0OFFICIAL USE LA PAZ 99234
`),
  ).toMatchInlineSnapshot(`
    "[[LIMITED OFFICIAL USE]]

    **LIMITED OFFICIAL USE** · classification

    Limited Official Use

    Administrative control, not a security classification; typed on the classification line, mostly before the mid-1990s. Its paragraphs are marked (LOU).

    *Source: …*"
  `);
});

test("on the marking of a page", async () => {
  expect(
    await hover(`
SECRET

PAGE 01 LA PAZ 99234 281317Z

ACTION ARA-10
R 281200Z JAN 74
FM AMEMBASSY LA PAZ
TO SECSTATE WASHDC 9234
S E C R E T LA PAZ 99234
E.O. 11652: GDS
TAGS: PFOR
SUBJ: HARBOR
1. FIRST LINE OF THE TEXT GOES ON
SECRET

S$0ECRET

PAGE 02 LA PAZ 99234 281317Z

AND ENDS HERE.
DOE
`),
  ).toMatchInlineSnapshot(`
    "[[SECRET]]

    **SECRET** · classification

    Secret

    Disclosure could be expected to cause serious damage to national security. Its paragraphs are marked (S).

    *Source: …*"
  `);
});

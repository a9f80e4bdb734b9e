/** Continuation lines and page headings are told as marks that are no text. */

import { expect, test } from "vitest";
import { hover } from "../../support/hovers.ts";

test("where a transmission section begins", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SECTION 01 OF 02 SHANGHAI 009374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR

1. (U) The harbor is

SHANGHAI 0000$09374 002 OF 002

calm.
`),
  ).toMatchInlineSnapshot(`
    "[[SHANGHAI 00009374 002 OF 002]]

    **SHANGHAI 00009374 002 OF 002** · continuation line

    Here begins transmission section 2 of 2. The line is no part of the text.

    00009374 is the serial of this cable, 09SHANGHAI9374.

    ---

    **SHANGHAI** · station, consulate

    AMCONSUL SHANGHAI, China (cables of 1990 to 2010 are known)

    *Source: …*"
  `);
});

test("the heading of a page with the name cut short", async () => {
  expect(
    await hover(`
PAGE 01 KUALA 99234 281317Z

ACTION EA-10
R 281200Z JAN 74
FM AMEMBASSY KUALA LUMPUR
TO SECSTATE WASHDC 9234
UNCLAS KUALA LUMPUR 99234
E.O. 11652: N/A
TAGS: PFOR
SUBJ: HARBOR
1. FIRST LINE OF THE TEXT GOES ON
UNCLASSIFIED

UNCLASSIFIED

PAGE 02 KU$0ALA 99234 281317Z

AND ENDS HERE.
DOE
`),
  ).toMatchInlineSnapshot(`
    "[[PAGE 02 KUALA 99234 281317Z]]

    **PAGE 02 KUALA 99234 281317Z** · page heading

    Here begins page 2. The line is no part of the text.

    99234 is the serial of this cable, 74KUALALUMPUR99234.

    ---

    **KUALALUMPUR** · station, embassy

    AMEMBASSY KUALA LUMPUR, Malaysia

    *Source: …*"
  `);
});

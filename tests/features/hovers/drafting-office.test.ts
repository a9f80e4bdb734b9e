/** The offices of those who drafted and cleared a cable are told. */

import { expect, test } from "vitest";
import { hover } from "../../support/hovers.ts";

test("the office of the drafter", async () => {
  expect(
    await hover(`
MRN:        10 STATE 99345
Date/DTG:   Sep 15, 2010 / 151503Z SEP 10
From:       SECSTATE WASHDC
Action:     MOSCOW, AMEMBASSY IMMEDIATE
E.O.:       13526
TAGS:       PREL, PARM, RS
Captions:   SENSITIVE
Pass Line:  PLEASE PASS TO POL COUNSELOR
Subject:    (U) Invented Guidance

1. (SBU) Action request.

Signature:      DOE
Drafted By:     EUR/$0RUS:Doe, Jane
Cleared By:     EUR/RUS:Roe, Richard
                PM/FO:Poe, Pat
`),
  ).toMatchInlineSnapshot(`
    "[[EUR/RUS]]

    **EUR/RUS** · office symbol

    Office of Russian Affairs, Bureau of European and Eurasian Affairs (earlier European Affairs; European and Canadian Affairs) (EUR)

    *Source: …*"
  `);
});

test("the name says nothing", async () => {
  expect(
    await hover(`
MRN:        10 STATE 99345
Date/DTG:   Sep 15, 2010 / 151503Z SEP 10
From:       SECSTATE WASHDC
Action:     MOSCOW, AMEMBASSY IMMEDIATE
E.O.:       13526
TAGS:       PREL, PARM, RS
Captions:   SENSITIVE
Pass Line:  PLEASE PASS TO POL COUNSELOR
Subject:    (U) Invented Guidance

1. (SBU) Action request.

Signature:      DOE
Drafted By:     EUR/RUS:Doe, J$0ane
Cleared By:     EUR/RUS:Roe, Richard
                PM/FO:Poe, Pat
`),
  ).toMatchInlineSnapshot(`"nothing"`);
});

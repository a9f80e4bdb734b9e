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

test("the office before the drafter's name, which is its last part", async () => {
  expect(
    await hover(`
PAGE 01 STATE 99234

ORIGIN CA-02

INFO OCT-01 ISO-00 /003 R

DRAFTED BY CA/OC$0S/CCS/JDOE
APPROVED BY CA/OCS:RROE
--------------------- 025739
R 281200Z JAN 74
FM SECSTATE WASHDC
TO AMEMBASSY LA PAZ
UNCLAS STATE 99234
E.O. 11652: N/A
TAGS: CASC
SUBJ: HARBOR
1. TEXT.
`),
  ).toMatchInlineSnapshot(`
    "[[CA/OCS]]

    **CA/OCS** · office symbol

    Likely: Overseas Citizens Services, Bureau of Consular Affairs (CA)

    Not, or not wholly, from an official document.

    *Source: …*"
  `);
});

test("the drafter's name says nothing", async () => {
  expect(
    await hover(`
PAGE 01 STATE 99234

ORIGIN CA-02

INFO OCT-01 ISO-00 /003 R

DRAFTED BY CA/OCS/CCS/JD$0OE
APPROVED BY CA/OCS:RROE
--------------------- 025739
R 281200Z JAN 74
FM SECSTATE WASHDC
TO AMEMBASSY LA PAZ
UNCLAS STATE 99234
E.O. 11652: N/A
TAGS: CASC
SUBJ: HARBOR
1. TEXT.
`),
  ).toMatchInlineSnapshot(`"nothing"`);
});

/** The names of header fields, of a wrapper's and of an archive's attributes are told. */

import { expect, test } from "vitest";
import { hover } from "../../support/hovers.ts";

test("a field of a cable", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.O. 12958: N/A
TA$0GS: PGOV
SUBJECT: HARBOR
`),
  ).toMatchInlineSnapshot(`
    "[[TAGS]]

    **TAGS** · field of the cable

    Traffic Analysis by Geography and Subject

    Codes for the subjects, programs, organizations and countries that the cable is about; it is filed by them.

    *Source: …*"
  `);
});

test("the REF line", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR

R$0EF: A. SHANGHAI 66
     B. STATE 12345
`),
  ).toMatchInlineSnapshot(`
    "[[REF]]

    **REF** · field of the cable

    References

    Earlier messages that the cable goes on from, lettered where there are several; the text cites them as ref A, refs B and C, reftel.

    *Source: …*"
  `);
});

test("a field of a wrapper", async () => {
  expect(
    await hover(`
MRN:        10 STATE 99345
Date/DTG:   Sep 15, 2010 / 151503Z SEP 10
From:       SECSTATE WASHDC
Action:     MOSCOW, AMEMBASSY IMMEDIATE
E.O.:       13526
TAGS:       PREL, PARM, RS
Captions:   SENSITIVE
Pass $0Line:  PLEASE PASS TO POL COUNSELOR
Subject:    (U) Invented Guidance

1. (SBU) Action request.

Signature:      DOE
Drafted By:     EUR/RUS:Doe, Jane
Cleared By:     EUR/RUS:Roe, Richard
                PM/FO:Poe, Pat
`),
  ).toMatchInlineSnapshot(`
    "[[Pass Line]]

    **Pass Line** · field of the wrapper

    Likely: Passing instruction

    Whom the receiving post is to hand the message to.

    *Source: …*"
  `);
});

test("an attribute of the archive", async () => {
  expect(
    await hover(`
PAGE 01 LA PAZ 99234 281317Z

43
ACTION ARA-20

INFO OCT-01 ISO-00 INR-10 /031 W
          --------------------- 025739
R 281200Z JAN 74
FM AMEMBASSY LA PAZ
TO SECSTATE WASHDC 9234
UNCLAS LA PAZ 99234
E.O. 11652: N/A
TAGS: PFOR
SUBJ: HARBOR
1. TEXT.
DOE

NNNN

                             Message Attributes
Automatic Decaptioning: X
Capture Date: 01 JAN 1994
Current Classification: UNCLASSIFIED
Document Number: 1974LAPAZ99234
Film $0Number: D740169-9920
From: LA PAZ
Handling Restrictions: n/a
Office: ACTION ARA
Original Classification: LIMITED OFFICIAL USE
Original Handling Restrictions: STADIS, EXDIS
TAGS: PFOR, BL
To: STATE
Type: TE
`),
  ).toMatchInlineSnapshot(`
    "[[Film Number]]

    **Film Number** · attribute of the archive

    Roll and frame of the microfilm

    D for telegrams on the D-reel microfilm, P for printouts; then the year, the roll, and behind the hyphen the frame.

    *Source: …*"
  `);
});

test("an attribute that nobody looked up says so", async () => {
  expect(
    await hover(`
PAGE 01 LA PAZ 99234 281317Z

43
ACTION ARA-20

INFO OCT-01 ISO-00 INR-10 /031 W
          --------------------- 025739
R 281200Z JAN 74
FM AMEMBASSY LA PAZ
TO SECSTATE WASHDC 9234
UNCLAS LA PAZ 99234
E.O. 11652: N/A
TAGS: PFOR
SUBJ: HARBOR
1. TEXT.
DOE

NNNN

                             Message Attributes
Automatic Decaptioning: X
Capture $0Date: 01 JAN 1994
Current Classification: UNCLASSIFIED
Document Number: 1974LAPAZ99234
Film Number: D740169-9920
From: LA PAZ
Handling Restrictions: n/a
Office: ACTION ARA
Original Classification: LIMITED OFFICIAL USE
Original Handling Restrictions: STADIS, EXDIS
TAGS: PFOR, BL
To: STATE
Type: TE
`),
  ).toMatchInlineSnapshot(`
    "[[Capture Date]]

    **Capture Date** · attribute of the archive

    Likely: Day on which the record was taken over from the older system

    01 JAN 1994 in the records of 1974 and 1979 alike.

    *Source: …*"
  `);
});

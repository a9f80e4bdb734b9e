/** The values of an archive's attributes are told where they are codes. */

import { expect, test } from "vitest";
import { hover } from "../../support/hovers.ts";

test("a caption", async () => {
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
Film Number: D740169-9920
From: LA PAZ
Handling Restrictions: n/a
Office: ACTION ARA
Original Classification: LIMITED OFFICIAL USE
Original Handling Restrictions: STADIS, EX$0DIS
TAGS: PFOR, BL
To: STATE
Type: TE
`),
  ).toMatchInlineSnapshot(`
    "[[EXDIS]]

    **EXDIS** · caption, distribution

    Exclusive distribution

    Distribution only to officers with an essential need to know. For highly sensitive traffic between the White House, the Secretary, Deputy or Under Secretaries of State, and chiefs of mission. Not combined with NODIS. Portion mark in intelligence products: XD.

    *Source: …*"
  `);
});

test("a classification", async () => {
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
Film Number: D740169-9920
From: LA PAZ
Handling Restrictions: n/a
Office: ACTION ARA
Original Classification: LIMITED $0OFFICIAL USE
Original Handling Restrictions: STADIS, EXDIS
TAGS: PFOR, BL
To: STATE
Type: TE
`),
  ).toMatchInlineSnapshot(`
    "[[LIMITED OFFICIAL USE]]

    **LIMITED OFFICIAL USE** · classification

    Limited Official Use

    Administrative control, not a security classification; typed on the classification line, mostly before the mid-1990s. Its paragraphs are marked (LOU).

    *Source: …*"
  `);
});

test("a station", async () => {
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
Film Number: D740169-9920
From: LA $0PAZ
Handling Restrictions: n/a
Office: ACTION ARA
Original Classification: LIMITED OFFICIAL USE
Original Handling Restrictions: STADIS, EXDIS
TAGS: PFOR, BL
To: STATE
Type: TE
`),
  ).toMatchInlineSnapshot(`
    "[[LA PAZ]]

    **LAPAZ** · station, embassy

    AMEMBASSY LA PAZ, Bolivia

    *Source: …*"
  `);
});

test("an office", async () => {
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
Film Number: D740169-9920
From: LA PAZ
Handling Restrictions: n/a
Office: ACTION A$0RA
Original Classification: LIMITED OFFICIAL USE
Original Handling Restrictions: STADIS, EXDIS
TAGS: PFOR, BL
To: STATE
Type: TE
`),
  ).toMatchInlineSnapshot(`
    "[[ARA]]

    **ARA** · office symbol

    Bureau of Inter-American Affairs (became WHA)

    *Source: …*"
  `);
});

test("a TAG", async () => {
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
Film Number: D740169-9920
From: LA PAZ
Handling Restrictions: n/a
Office: ACTION ARA
Original Classification: LIMITED OFFICIAL USE
Original Handling Restrictions: STADIS, EXDIS
TAGS: PFOR, B$0L
To: STATE
Type: TE
`),
  ).toMatchInlineSnapshot(`
    "[[BL]]

    **BL** · TAG, geographic

    Bolivia (lists of 1974 and 2003–10)

    Other meanings: Saint Barthelemy (list of 2024)

    *Source: …*"
  `);
});

test("the number of a film is year, roll and frame", async () => {
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
Film Number: D740$0169-9920
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
    "[[D740169-9920]]

    **D740169-9920** · value of Film Number

    Telegram on the microfilm of 1974, roll 169, frame 9920.

    *Source: …*"
  `);
});

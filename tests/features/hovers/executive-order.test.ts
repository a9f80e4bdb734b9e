/** The E.O. line is told by what it says of the cable, then by the order that it cites. */

import { expect, test } from "vitest";
import { hover } from "../../support/hovers.ts";

test("an unclassified cable", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.O. 12$0958: N/A
TAGS: PGOV
SUBJECT: HARBOR
`),
  ).toMatchInlineSnapshot(`
    "[[E.O. 12958: N/A]]

    **E.O. 12958** · executive order

    Classified National Security Information (in force from 14 October 1995 until 27 June 2010)

    The order on classification that a cable's E.O. line cites: by it the cable is classified, and declassified. Signed 17 April 1995.

    *Source: …*

    ---

    **N/A** · declassification mark, under E.O. 12958

    Not classified.

    *Source: …*"
  `);
});

test("a date of declassification, on the words E.O.", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.$0O. 12958: DECL: 08/28/2019
TAGS: PGOV
SUBJECT: HARBOR
`),
  ).toMatchInlineSnapshot(`
    "[[E.O. 12958: DECL: 08/28/2019]]

    **E.O. 12958** · executive order

    Classified National Security Information (in force from 14 October 1995 until 27 June 2010)

    The order on classification that a cable's E.O. line cites: by it the cable is classified, and declassified. Signed 17 April 1995.

    *Source: …*

    ---

    **DECL: 08/28/2019** · declassification of this cable

    To be declassified on 28 August 2019.

    Declassify on the date: at most ten years on, unless exempt; at most 25 years after the amendment of 2003.

    *Source: …*"
  `);
});

test("a schedule of the seventies", async () => {
  expect(
    await hover(`
R 281200Z JAN 74
FM AMEMBASSY LA PAZ
TO SECSTATE WASHDC 9234
C O N F I D E N T I A L LA PAZ 99234
E.O. 11652: GD$0S
TAGS: PFOR
SUBJ: HARBOR
`),
  ).toMatchInlineSnapshot(`
    "[[E.O. 11652: GDS]]

    **GDS** · declassification mark, under E.O. 11652

    General declassification schedule. Top Secret is lowered to Secret after the second full calendar year, to Confidential after the fourth, and declassified after the tenth; Secret is lowered after the second and declassified after the eighth; Confidential is declassified after the sixth.

    *Source: …*

    ---

    **E.O. 11652** · executive order

    Classification and Declassification of National Security Information and Material (in force from 1 June 1972 until 1 December 1978)

    The order on classification that a cable's E.O. line cites: by it the cable is classified, and declassified. Signed 8 March 1972.

    Note: The four exemptions are those of sec. 5(B). In the 1973-79 records most lines read N/A or GDS.

    *Source: …*"
  `);
});

test("an order that was not in force on the day", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.O. 12$0356: N/A
TAGS: PGOV
SUBJECT: HARBOR
`),
  ).toMatchInlineSnapshot(`
    "[[E.O. 12356: N/A]]

    **E.O. 12356** · executive order

    National Security Information (in force from 1 August 1982 until 14 October 1995)

    The order on classification that a cable's E.O. line cites: by it the cable is classified, and declassified. Signed 2 April 1982.

    Note: Not in force on 28 August 2009.

    *Source: …*

    ---

    **N/A** · declassification mark, under E.O. 12356

    Not classified.

    *Source: …*"
  `);
});

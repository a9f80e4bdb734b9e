/** The distribution of an archive telegram is told office by office, with the copies of each. */

import { expect, test } from "vitest";
import { hover } from "../../support/hovers.ts";

test("an office and its copies", async () => {
  expect(
    await hover(`
PAGE 01 LA PAZ 99234 281317Z

43
ACTION AR$0A-20

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
`),
  ).toMatchInlineSnapshot(`
    "[[ARA-20]]

    **ARA-20** · distribution to an office

    ARA: 20 copies.

    *Source: …*

    ---

    **ARA** · office symbol

    Bureau of Inter-American Affairs (became WHA)

    *Source: …*"
  `);
});

test("an office that is not in the vocabulary", async () => {
  expect(
    await hover(`
PAGE 01 LA PAZ 99234 281317Z

43
ACTION ARA-20

INFO OC$0T-01 ISO-00 INR-10 /031 W
          --------------------- 025739
R 281200Z JAN 74
FM AMEMBASSY LA PAZ
TO SECSTATE WASHDC 9234
UNCLAS LA PAZ 99234
E.O. 11652: N/A
TAGS: PFOR
SUBJ: HARBOR
1. TEXT.
`),
  ).toMatchInlineSnapshot(`
    "[[OCT-01]]

    **OCT-01** · distribution to an office

    OCT: 1 copy.

    *Source: …*"
  `);
});

test("no copies", async () => {
  expect(
    await hover(`
PAGE 01 LA PAZ 99234 281317Z

43
ACTION ARA-20

INFO OCT-01 ISO-$000 INR-10 /031 W
          --------------------- 025739
R 281200Z JAN 74
FM AMEMBASSY LA PAZ
TO SECSTATE WASHDC 9234
UNCLAS LA PAZ 99234
E.O. 11652: N/A
TAGS: PFOR
SUBJ: HARBOR
1. TEXT.
`),
  ).toMatchInlineSnapshot(`
    "[[ISO-00]]

    **ISO-00** · distribution to an office

    ISO: no copy.

    *Source: …*"
  `);
});

test("the sum", async () => {
  expect(
    await hover(`
PAGE 01 LA PAZ 99234 281317Z

43
ACTION ARA-20

INFO OCT-01 ISO-00 INR-10 /0$031 W
          --------------------- 025739
R 281200Z JAN 74
FM AMEMBASSY LA PAZ
TO SECSTATE WASHDC 9234
UNCLAS LA PAZ 99234
E.O. 11652: N/A
TAGS: PFOR
SUBJ: HARBOR
1. TEXT.
`),
  ).toMatchInlineSnapshot(`
    "[[/031]]

    **/031** · distribution, sum

    31 copies in all: the sum of the numbers behind the offices.

    *Source: …*"
  `);
});

test("the word for the office that is to act", async () => {
  expect(
    await hover(`
PAGE 01 LA PAZ 99234 281317Z

43
AC$0TION ARA-20

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
`),
  ).toMatchInlineSnapshot(`
    "[[ACTION]]

    **ACTION** · distribution

    The office that is to act on the telegram, which came in; its copies are behind its symbol.

    *Source: …*"
  `);
});

test("the number of the relay line says nothing", async () => {
  expect(
    await hover(`
PAGE 01 LA PAZ 99234 281317Z

4$03
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
`),
  ).toMatchInlineSnapshot(`"nothing"`);
});

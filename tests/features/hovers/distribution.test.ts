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

INFO QZ$0X-01 ISO-00 INR-10 /031 W
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
    "[[QZX-01]]

    **QZX-01** · distribution to an office

    QZX: 1 copy.

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

    *Source: …*

    ---

    **ISO** · office symbol, distribution

    Perhaps: Information Systems Office (keeper of the copy for the automated system)

    Inferred or seen once: take it with care.

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

/** A telegram of that year with a distribution. */
const telegram = (distribution: string, year = 74): string => `
PAGE 01 LA PAZ 99234 281317Z

43
ACTION ${distribution}
          --------------------- 025739
R 281200Z JAN ${year}
FM AMEMBASSY LA PAZ
TO SECSTATE WASHDC 9234
UNCLAS LA PAZ 99234
E.O. 11652: N/A
TAGS: PFOR
SUBJ: HARBOR
1. TEXT.
`;

test.each([
  ["ARA-20 INFO OC$0T-01", "Office of Communications"],
  ["ARA-20 INFO SS$0O-00", "Operations Center"],
  ["ARA-20 INFO NSA$0E-00", "National Security Agency, by wire"],
  ["ARA-20 INFO IS$0O-00", "Perhaps: Information Systems Office"],
  ["SC$0A-01", "Bureau of Security and Consular Affairs (1952–78)"],
  ["T$0-01", "Under Secretary for Security Assistance, Science and Technology (1972–94)"],
  ["ARA-20 INFO MO$0F-02", "Known to be in use; its meaning was not found."],
])("the office behind %s", async (distribution, office) => {
  expect(await hover(telegram(distribution))).toContain(office);
});

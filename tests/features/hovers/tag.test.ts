/** A TAG is told as it was meant when the cable was written. */

import { expect, test } from "vitest";
import { hover } from "../../support/hovers.ts";

test("a code that changed its meaning is told as of the cable's date, with its other meanings", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374
E.O. 12958: N/A
TAGS: PGOV, $0CH
SUBJECT: RIVER PORTS
`),
  ).toMatchInlineSnapshot(`
    "[[CH]]

    **CH** · TAG, geographic

    China (list of 2003–10)

    Other meanings: China (Mainland) (list of 1974); Switzerland (list of 2024)

    *Source: …*"
  `);
});

test("the same code on a cable of the seventies", async () => {
  expect(
    await hover(`
R 281200Z JAN 74
FM AMCONSUL HONG KONG
TO SECSTATE WASHDC 9234
UNCLAS HONG KONG 99234
E.O. 11652: N/A
TAGS: PGOV, $0CH
SUBJ: RIVER PORTS
`),
  ).toMatchInlineSnapshot(`
    "[[CH]]

    **CH** · TAG, geographic

    China (Mainland) (list of 1974)

    Other meanings: China (list of 2003–10); Switzerland (list of 2024)

    *Source: …*"
  `);
});

test("a code glued to another is told by itself", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374
E.O. 12958: N/A
TAGS: PGOVP$0REL
SUBJECT: RIVER PORTS
`),
  ).toMatchInlineSnapshot(`
    "[[PREL]]

    **PREL** · TAG, subject, Political Affairs

    External Political Relations (list of 2003–10)

    *Source: …*"
  `);
});

test("a code in a damaged link", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374
E.O. 12958: N/A
TAGS: [PGOV](#) [$0ELAB](#)
SUBJECT: RIVER PORTS
`),
  ).toMatchInlineSnapshot(`
    "[[ELAB]]

    **ELAB** · TAG, subject, Economic Affairs

    Labor Sector Affairs (list of 2022)

    Other meanings: Labor and Manpower (list of 1974)

    *Source: …*"
  `);
});

test("a code that no list has says nothing", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374
E.O. 12958: N/A
TAGS: PGOV, $0QXQX
SUBJECT: RIVER PORTS
`),
  ).toMatchInlineSnapshot(`"nothing"`);
});

test("a code with lower confidence says so", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374
E.O. 12958: N/A
TAGS: PGOV, $0KAWK
SUBJECT: RIVER PORTS
`),
  ).toMatchInlineSnapshot(`
    "[[KAWK]]

    **KAWK** · TAG, program

    Known to be in use; its meaning was not found. Seen in: list of 2003–10.

    Note: In 6 of 6 published cables, all of 2009, the subject is detainees of Guantanamo Bay. Meaning not documented; perhaps a slip for KAWC.

    *Source: …*"
  `);
});

/** A caption is told by what it asks of the reader. */

import { expect, test } from "vitest";
import { hover } from "../../support/hovers.ts";

test("a distribution caption", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

SENSITIVE
SIP$0DIS

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR
`),
  ).toMatchInlineSnapshot(`
    "[[SIPDIS]]

    **SIPDIS** · caption, distribution

    SIPRNet distribution

    The cable may be posted, automatically for those addressed to Washington, on the web database of the classified network shared with Defense.

    Note: On 1,205 of 1,296 published cables (one as early as 2000): the released set was drawn from that database. Rules in 05 STATE 226504 and 06 STATE 89712.

    *Source: …*"
  `);
});

test("a control caption", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

SEN$0SITIVE
SIPDIS

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR
`),
  ).toMatchInlineSnapshot(`
    "[[SENSITIVE]]

    **SENSITIVE** · caption, control

    Likely: Sensitive

    On an UNCLAS cable: sensitive but unclassified information of the Department, which needs protection and may be exempt from public disclosure.

    Not, or not wholly, from an official document.

    *Source: …*"
  `);
});

test("behind the level on the classification line", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374 SIP$0DIS

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR
`),
  ).toMatchInlineSnapshot(`
    "[[SIPDIS]]

    **SIPDIS** · caption, distribution

    SIPRNet distribution

    The cable may be posted, automatically for those addressed to Washington, on the web database of the classified network shared with Defense.

    Note: On 1,205 of 1,296 published cables (one as early as 2000): the released set was drawn from that database. Rules in 05 STATE 226504 and 06 STATE 89712.

    *Source: …*"
  `);
});

test("a marking in words", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

SENSITIVE BUT $0UNCLASSIFIED

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR
`),
  ).toMatchInlineSnapshot(`
    "[[SENSITIVE BUT UNCLASSIFIED]]

    **SENSITIVE BUT UNCLASSIFIED** · classification

    Sensitive But Unclassified

    Administrative control of unclassified information; on cables shown as UNCLAS on the classification line plus SENSITIVE as a caption. Its paragraphs are marked (SBU).

    *Source: …*"
  `);
});

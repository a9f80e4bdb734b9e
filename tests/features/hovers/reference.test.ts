/** A REF entry is told by its MRN, its station, and what the workspace has of it. */

import { expect, test } from "vitest";
import { hover } from "../../support/hovers.ts";

test("a cable that is not in the workspace, of the cable's own year", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 000374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR

REF: A. GUANG$0ZHOU 510
     B. 08 STATE 12345 (NOTAL)
`),
  ).toMatchInlineSnapshot(`
    "[[GUANGZHOU 510]]

    **09GUANGZHOU510** · reference A

    Message 510 of 2009 from AMCONSUL GUANGZHOU, China.

    No year is printed, so it is that of this cable.

    Not in the workspace.

    *Source: …*"
  `);
});

test("a printed year, and a note behind the number", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 000374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR

REF: A. GUANGZHOU 510
     B. 08 STA$0TE 12345 (NOTAL)
`),
  ).toMatchInlineSnapshot(`
    "[[08 STATE 12345 (NOTAL)]]

    **08STATE12345** · reference B

    Message 12345 of 2008 from Department of State, Washington.

    Not in the workspace.

    *Source: …*

    ---

    **NOTAL** · caption, reference note

    Not received by all addressees

    Written after a reference: the cable referred to did not go to every addressee of this one.

    *Source: …*"
  `);
});

test("a number higher than the cable's own", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 000374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR

REF: SHANG$0HAI 998
`),
  ).toMatchInlineSnapshot(`
    "[[SHANGHAI 998]]

    **08SHANGHAI998** · reference

    Message 998 of 2008 from AMCONSUL SHANGHAI, China.

    No year is printed. The number is higher than this cable's own, 374, so it is that of the year before.

    Not in the workspace.

    *Source: …*"
  `);
});

test("on the label", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 000374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR

REF: $0A. GUANGZHOU 510
     B. 08 STATE 12345 (NOTAL)
`),
  ).toMatchInlineSnapshot(`
    "[[A]]

    **09GUANGZHOU510** · reference A

    Message 510 of 2009 from AMCONSUL GUANGZHOU, China.

    No year is printed, so it is that of this cable.

    Not in the workspace.

    *Source: …*"
  `);
});

test("a cable that is in the workspace", async () => {
  expect(
    await hover(`
//- citing.txt
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 000374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR

REF: A. GUANG$0ZHOU 510
     B. 08 STATE 12345
//- other.txt
R 010900Z JUN 09
FM AMCONSUL GUANGZHOU
TO RUEHC/SECSTATE WASHDC 1
C O N F I D E N T I A L GUANGZHOU 000510
E.O. 12958: DECL: 06/01/2019
TAGS: PGOV
SUBJECT: HARBOR FEES

1. (C) Summary: Fees rose twice in a year. End summary.
`),
  ).toMatchInlineSnapshot(`
    "[[GUANGZHOU 510]]

    **09GUANGZHOU510** · reference A

    Message 510 of 2009 from AMCONSUL GUANGZHOU, China.

    No year is printed, so it is that of this cable.

    Subject: HARBOR FEES

    010900Z JUN 09 · CONFIDENTIAL · other\\.txt

    Summary: Fees rose twice in a year.

    *Source: …*"
  `);
});

test("earlier messages are meant, too", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 000374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR

REF: SHANG$0HAI 98 AND PREVIOUS
`),
  ).toMatchInlineSnapshot(`
    "[[SHANGHAI 98 AND PREVIOUS]]

    **09SHANGHAI98** · reference

    Message 98 of 2009 from AMCONSUL SHANGHAI, China.

    No year is printed, so it is that of this cable.

    Not in the workspace.

    *Source: …*

    ---

    **AND PREVIOUS** · tail of a reference

    Earlier messages on the matter, to which the one cited refers in its turn, are meant as well."
  `);
});

test("a conversation", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 000374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR

REF: DOE-ROE TELCON $0OF AUGUST 14, 2009
`),
  ).toMatchInlineSnapshot(`
    "[[DOE-ROE TELCON OF AUGUST 14, 2009]]

    **DOE-ROE TELCON OF AUGUST 14, 2009** · reference

    A conversation by telephone, not a cable.

    *Source: …*"
  `);
});

test("a cable that is not in the workspace has links to all archives of the settings, any other none", async () => {
  const archives = [`https://one.example/\${mrn}`, `https://two.example/\${documentNumber}`];
  const citing = `
//- citing.cable
R 280903Z AUG 09
UNCLAS SHANGHAI 000374
TAGS: PGOV
SUBJECT: HARBOR

REF: GUANG$0ZHOU 510
`;
  expect(await hover(citing, { archives })).toContain(
    `In archives: [one\\.example](<https://one.example/09GUANGZHOU510>) · [two\\.example](<https://two.example/2009GUANGZ00510>)`,
  );
  const cited = `//- cited.cable
R 270903Z AUG 09
UNCLAS GUANGZHOU 000510
TAGS: PGOV
SUBJECT: FEES
`;
  expect(await hover(`${citing}${cited}`, { archives })).not.toContain("example");
});

/** A mention in the text is told by the entries, paragraphs or cables that it names. */

import { expect, test } from "vitest";
import { hover } from "../../support/hovers.ts";

test("on the word, all entries are told", async () => {
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
     B. 08 STATE 12345
     C. DOE-ROE TELCON OF AUGUST 14

1. (U) First paragraph, which is short.

2. (U) Fees rose (Re$0fs A and B).
`),
  ).toMatchInlineSnapshot(`
    "[[Refs A and B]]

    **Refs A and B** · mention of 2 references

    - A: 09GUANGZHOU510 (AMCONSUL GUANGZHOU, China)
    - B: 08STATE12345 (Department of State, Washington)

    *Source: …*"
  `);
});

test("on a letter, that entry alone", async () => {
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
     B. 08 STATE 12345
     C. DOE-ROE TELCON OF AUGUST 14

1. (U) First paragraph, which is short.

2. (U) Fees rose (Refs A and $0B).
`),
  ).toMatchInlineSnapshot(`
    "[[B]]

    **08STATE12345** · reference B

    Message 12345 of 2008 from Department of State, Washington.

    Not in the workspace.

    *Source: …*"
  `);
});

test("a label that the REF line lacks", async () => {
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
     B. 08 STATE 12345
     C. DOE-ROE TELCON OF AUGUST 14

1. (U) First paragraph, which is short.

2. (U) Fees rose (Ref $0F).
`),
  ).toMatchInlineSnapshot(`
    "[[F]]

    **Ref F** · mention

    The REF line has no entry F."
  `);
});

test("reftel where there are several entries", async () => {
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
     B. 08 STATE 12345
     C. DOE-ROE TELCON OF AUGUST 14

1. (U) First paragraph, which is short.

2. (U) Fees rose (ref$0tel).
`),
  ).toMatchInlineSnapshot(`
    "[[reftel]]

    **reftel** · mention of 3 references

    - A: 09GUANGZHOU510 (AMCONSUL GUANGZHOU, China)
    - B: 08STATE12345 (Department of State, Washington)
    - C: DOE-ROE TELCON OF AUGUST 14

    *Source: …*"
  `);
});

test("septel", async () => {
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
     B. 08 STATE 12345
     C. DOE-ROE TELCON OF AUGUST 14

1. (U) First paragraph, which is short.

2. (U) Fees will be reported sep$0tel.
`),
  ).toMatchInlineSnapshot(`
    "[[septel]]

    **SEPTEL** · abbreviation, cable shorthand

    Separate telegram

    *Source: …*"
  `);
});

test("a paragraph of this cable", async () => {
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
     B. 08 STATE 12345
     C. DOE-ROE TELCON OF AUGUST 14

1. (U) First paragraph, which is short.

2. (U) Fees rose (see par$0a 1).
`),
  ).toMatchInlineSnapshot(`
    "[[para 1]]

    **para 1** · paragraph of this cable

    ¶1 (U) First paragraph, which is short."
  `);
});

test("a paragraph that is not there", async () => {
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
     B. 08 STATE 12345
     C. DOE-ROE TELCON OF AUGUST 14

1. (U) First paragraph, which is short.

2. (U) Fees rose (see par$0a 7).
`),
  ).toMatchInlineSnapshot(`
    "[[para 7]]

    **para 7** · paragraph of this cable

    ¶7: this cable has no such paragraph"
  `);
});

test("a paragraph of a cited cable", async () => {
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
     B. 08 STATE 12345
     C. DOE-ROE TELCON OF AUGUST 14

1. (U) First paragraph, which is short.

2. (U) Fees rose (para$0 2 ref A).
`),
  ).toMatchInlineSnapshot(`
    "[[para 2 ref A]]

    **para 2 ref A** · paragraph of another document

    Paragraph 2 of:

    - A: 09GUANGZHOU510 (AMCONSUL GUANGZHOU, China)"
  `);
});

test("an MRN in prose", async () => {
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
     B. 08 STATE 12345
     C. DOE-ROE TELCON OF AUGUST 14

1. (U) First paragraph, which is short.

2. (U) Fees rose (08 BEIJING 12$0345).
`),
  ).toMatchInlineSnapshot(`
    "[[08 BEIJING 12345]]

    **08BEIJING12345** · message reference number (MRN)

    Message 12345 of 2008 from AMEMBASSY BEIJING, China.

    Not in the workspace."
  `);
});

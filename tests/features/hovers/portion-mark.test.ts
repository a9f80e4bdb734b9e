/** A portion mark is told as a whole and, where it has several, by its parts. */

import { expect, test } from "vitest";
import { hover } from "../../support/hovers.ts";

test("before a paragraph", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR

1. (S$0BU) The harbor is calm.
`),
  ).toMatchInlineSnapshot(`
    "[[(SBU)]]

    **(SBU)** · portion mark

    Sensitive but unclassified

    The classification of the paragraph or subject that it stands before.

    *Source: …*"
  `);
});

test("with parts", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR

1. (C//N$0F) The harbor is calm.
`),
  ).toMatchInlineSnapshot(`
    "[[(C//NF)]]

    **(C//NF)** · portion mark, CONFIDENTIAL

    - C: Confidential
    - NF: not releasable to foreign nationals

    ---

    **(C//NF)** · portion mark

    Confidential, no foreign nationals

    The classification of the paragraph or subject that it stands before.

    *Source: …*"
  `);
});

test("with recipients", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR

1. (S//REL TO $0USA, FVEY) The harbor is calm.
`),
  ).toMatchInlineSnapshot(`
    "[[(S//REL TO USA, FVEY)]]

    **(S//REL TO USA, FVEY)** · portion mark, SECRET

    - S: Secret
    - REL TO: releasable to
    - USA: the United States
    - FVEY: the Five Eyes (Australia, Canada, New Zealand, United Kingdom, United States)

    ---

    **(S//REL TO USA, FVEY)** · portion mark

    Likely: Secret, releasable to the United States, the Five Eyes (Australia, Canada, New Zealand, United Kingdom, United States)

    The classification of the paragraph or subject that it stands before.

    Not, or not wholly, from an official document.

    *Source: …*"
  `);
});

test("in the subject", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: ($0C) HARBOR

1. (C) The harbor is calm.
`),
  ).toMatchInlineSnapshot(`
    "[[(C)]]

    **(C)** · portion mark

    Confidential

    The classification of the paragraph or subject that it stands before.

    *Source: …*"
  `);
});

test("before a sub-paragraph", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR

1. (C) Two points:

-- (U$0) The harbor is calm.
`),
  ).toMatchInlineSnapshot(`
    "[[(U)]]

    **(U)** · portion mark

    Unclassified

    The classification of the paragraph or subject that it stands before.

    *Source: …*"
  `);
});

test("a letter of a list is no mark", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR

1. (C) Three points:
(A) Boats.
(B) Nets.
($0C) Fish.
`),
  ).toMatchInlineSnapshot(`"nothing"`);
});

test("words in parentheses are no mark", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR

1. (C) The harbor is calm (SE$0E BELOW).
`),
  ).toMatchInlineSnapshot(`"nothing"`);
});

/** What copies leave between pages and inside words is no part of the reading: rules, stamps, characters written as names. */

import { expect, test } from "vitest";
import { readable, readCable } from "../../support/reading.ts";

const HEAD = `# 99fre00001

---

## Page 1

UNCLASSIFIED

**MRN:** 09 FREDBURG 99001
**Date/DTG:** Nov 12, 2009 / 120851Z NOV 09
**From:** AMEMBASSY FREDBURG
**Action:** WASHDC, SECSTATE ROUTINE
**E.O.:** 13526
**TAGS:** PGOV, PREL
**Subject:** HARBORS &amp; QUAYS

`;

async function markdown(body: string): Promise<string> {
  const { markdown: page, blocks } = await readCable({ name: "a.md", text: HEAD + body });
  expect(readable(blocks.join("\n"))).not.toContain("&amp;quot;");
  return page;
}

/** What stands between the pages of a print that was read by a machine. */
const PAGES: readonly (readonly [name: string, between: string])[] = [
  [
    "rules and a stamp",
    "\n***\n\n**RELEASED IN FULL**\n\nUNCLASSIFIED\n\nPage 1 of 5\n\n\n---\n\n## Page 2\n\nUNCLASSIFIED\n\n",
  ],
  ["a rule behind a page's number", "\n\nUNCLASSIFIED\n\nPage 1 of 5\n\n---\n\n"],
  ["a rule before a page's title", "\n\n---\n\n## Page 2\n\n"],
];

test.each(PAGES)("a sentence goes on behind %s", async (_, between) => {
  const page = await markdown(`1. (SBU) Over time the Guild of
${between}
Harbormasters has made a name for itself.

2. (U) The end.
`);
  expect(page).toContain("Over time the Guild of Harbormasters has made a name for itself.");
});

test("a rule that parts two paragraphs without a page still does", async () => {
  const page = await markdown("1. (U) The first went on for long\n\n---\n\nHere begins another.\n\n2. (U) The end.\n");
  expect(page).toContain("for long\n\nHere begins another.");
});

test("a table goes on with its rule where a page ends", async () => {
  const page = await markdown(`1. (U) Catches:

Year      Cod    Herring
----      ---    -------

UNCLASSIFIED

Page 1 of 2

---

2008       12        140
2009        9         97

2. (U) The end.
`);
  expect(page).toContain("Herring\n----      ---    -------\n");
});

test("characters written as names or numbers are read as what they stand for, once, and stay text", async () => {
  const page = await markdown(
    "1. (U) &quot;Everyone&quot; wants the mayor&apos;s caf&#233; &lt;script&gt; AT&T &nosuch; &amp;quot; &#10; here.\n\n2. (U) See para &#49;.\n",
  );
  expect(page).toContain(
    '"Everyone" wants the mayor\'s café \\<script\\> AT&T &amp;nosuch; &amp;quot; &amp;#10; here.',
  );
  expect(page).toContain("# HARBORS & QUAYS");
});

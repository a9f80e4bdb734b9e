/** Which of several hovers is chosen, what is told of cables that may be in the workspace, and that no text breaks a hover. */

import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCable } from "../../server/src/cable/parse.ts";
import { hoverAnswerAt, hoverContext } from "../../server/src/features/hover.ts";
import { HOVER_PROVIDERS } from "../../server/src/features/hovers/index.ts";
import { renderMarkdown } from "../../server/src/features/hovers/support/render.ts";
import { readOwnRows } from "../../server/src/vocabulary/own-rows.ts";
import { createVocabulary, defaultVocabulary } from "../../server/src/vocabulary/vocabulary.ts";
import { hover, hoverOf } from "../support/hovers.ts";

const CITING = `R 280903Z AUG 09
UNCLAS SHANGHAI 000374
E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR
REF: GUANG$0ZHOU 510
`;

describe("of several answers", () => {
  test("the shorter one is given: the precedence inside an addressee", async () => {
    expect(
      await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC $0PRIORITY 8243
UNCLAS SHANGHAI 099374
`),
    ).toMatch(/^\[\[PRIORITY\]\]/);
  });

  test("a part of the cable goes before a word: the mention, not the abbreviation REF", async () => {
    expect(
      await hover(`${CITING.replace("$0", "")}
1. (U) Fees rose (R$0ef A).
`),
    ).toMatch(/^\[\[Ref A\]\]/);
  });

  test("the one that holds the offset goes before the one that ends there", async () => {
    expect(
      await hover(`
R 280903Z AUG 09
UNCLAS SHANGHAI 099374
E.O. 12958: N/A
TAGS: PGOV$0PREL
SUBJECT: HARBOR
`),
    ).toMatch(/^\[\[PREL\]\]/);
  });
});

describe("the header that a later transmission section repeats", () => {
  const sections = (cursorAt: string): string =>
    `
PAGE 01  BONN 99234  01 OF 02  281317Z
ACTION EUR-25
INFO OCT-01 ISO-00 /026 W
          --------------------- 025739
R 281200Z JAN 74
FM AMEMBASSY BONN
TO SECSTATE WASHDC 9234
C O N F I D E N T I A L SECTION 1 OF 2 BONN 99234
E.O. 11652: GDS
TAGS: PFOR, GW, US
SUBJ: INVENTED TALKS
1. SUMMARY: MINISTER EXAMPLE SAID HE WOULD CONSIDER
CONFIDENTIAL

PAGE 01  BONN 99234  02 OF 02  281319Z
ACTION EUR-25
INFO OCT-01 ISO-00 /026 W
          --------------------- 025740
P 281205Z JAN 74
FM AMEMBASSY BONN
TO SECSTATE WASHDC IMMEDIATE 9235
INFO AMEMBASSY PARIS
AMEMBASSY LONDON
C O N F I D E N T I A L SECTION 2 OF 2 BONN 99234
IT. END SUMMARY.
DOE
`.replace(cursorAt.replace("$0", ""), cursorAt);

  test.each([
    ["P 2812$005Z", "281205Z JAN 74", "12:05 UTC"],
    ["$0P 281205Z", "P", "PRIORITY"],
    ["IMMED$0IATE 9235", "IMMEDIATE", "IMMEDIATE"],
    ["SECS$0TATE WASHDC IMM", "SECSTATE WASHDC IMMEDIATE 9235", "action addressee"],
    ["AMEMBASSY LON$0DON", "AMEMBASSY LONDON", "information addressee"],
    ["SECTION$0 2 OF 2", "SECTION 2 OF 2", "Transmission section 2 of 2"],
  ])("is told like the first: %s", async (at, explained, words) => {
    const found = await hover(sections(at));
    expect(found).toContain(`[[${explained}]]`);
    expect(found).toContain(words);
  });
});

describe("a cited cable", () => {
  test("that is not in the workspace is said not to be there", async () => {
    expect(await hover(CITING)).toContain("Not in the workspace.");
  });

  test("is not said to be missing while the index is being built", async () => {
    expect(await hover(CITING, { isIndexing: true })).toContain("still indexing");
  });

  test("is told with its subject even while the index is being built", async () => {
    const cited = "//- other.txt\nR 010900Z JUN 09\nUNCLAS GUANGZHOU 000510\nTAGS: PGOV\nSUBJECT: HARBOR FEES\n";
    expect(await hover(`//- citing.txt\n${CITING}${cited}`, { isIndexing: true })).toContain("Subject: HARBOR FEES");
  });
});

test("people's own rows are told, escaped like all others", async () => {
  const vocabulary = createVocabulary(
    readOwnRows({ glossary: { HMO: "[Harbor](command:x) <b>office</b>" } }, "settings"),
  );
  const found = await hover(`${CITING.replace("$0", "")}\n1. (U) The H$0MO is shut.\n`, { vocabulary });
  expect(found).toContain("\\[Harbor\\](command:x) \\<b\\>office\\</b\\>");
});

test("a cable's text can not become a link, an image or HTML", async () => {
  const found = await hoverOf(`
R 280903Z AUG 09
UNCLAS SHANGHAI 000374
E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR
REF: A. [READ](command:reftel.x) <img src=x> E-MAIL $0OF AUGUST 1, http://example.com
`);
  expect(found?.markdown).toContain("READ");
  expect(found?.markdown).not.toMatch(/(?<!\\)[[\]<>]|:\/\//);
});

describe("the list of hovers", () => {
  test("is what the files of the folder make it", () => {
    const script = fileURLToPath(new URL("../../scripts/generate-lists.mjs", import.meta.url));
    expect(spawnSync(process.execPath, [script, "--check"], { encoding: "utf8" })).toMatchObject({
      status: 0,
      stderr: "",
    });
  });

  test("names every kind once", () => {
    const kinds = HOVER_PROVIDERS.map(({ kind }) => kind);
    expect(new Set(kinds).size).toBe(kinds.length);
  });
});

describe("whatever the text", () => {
  const fixture = readFileSync(new URL("../fixtures/09SHANGHAI374.txt", import.meta.url), "utf8");
  const pieces = fixture.split(/(?<=\n)/);
  const noise = [
    "(",
    ")",
    "[",
    "](",
    "REF: ",
    "PAGE 02 ",
    "\u202e",
    "\0",
    "É",
    "😀",
    "\ud800",
    "\r\n",
    "(C//NF",
    "para 99999",
    "/".repeat(80),
  ];
  const text = fc.oneof(
    fc
      .array(fc.oneof(fc.constantFrom(...pieces), fc.constantFrom(...noise), fc.string()), { maxLength: 40 })
      .map((all) => all.join("")),
    fc
      .tuple(fc.nat(fixture.length), fc.nat(fixture.length))
      .map(([start, end]) => fixture.slice(Math.min(start, end), Math.max(start, end))),
  );

  test("no hover fails, and each touches the offset asked about and lies in the text", () => {
    fc.assert(
      fc.property(
        text,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 10 }),
        (source, places) => {
          const context = hoverContext(parseCable(source), defaultVocabulary, () => "indexing");
          for (const place of places) {
            const offset = Math.floor(place * source.length);
            const answer = hoverAnswerAt(context, offset);
            if (answer === null) continue;
            expect(answer.parts.length).toBeGreaterThan(0);
            expect(answer.span.start).toBeGreaterThanOrEqual(0);
            expect(answer.span.start).toBeLessThanOrEqual(offset);
            expect(answer.span.end).toBeGreaterThanOrEqual(offset);
            expect(answer.span.end).toBeLessThanOrEqual(source.length);
            expect(renderMarkdown(answer.parts)).not.toMatch(/(?<!\\)(?:\\\\)*[[\]<>`]/);
          }
        },
      ),
      { numRuns: 100 },
    );
    // Generous, for machines that do other things as well.
  }, 60_000);
});

/** Definition leads from a citation to the cable it cites, or to its REF entry; declaration always to the entry. */

import { describe, expect, test } from "vitest";
import { declarationAt } from "../../server/src/features/declaration.ts";
import { type Definition, definitionAt } from "../../server/src/features/definition.ts";
import { type Fixture, fixture, markedRanges } from "../support/fixture.ts";
import { MemoryWorkspace } from "../support/workspace.ts";

/** A cable to cite, under a name that says nothing. */
const CITED = `//- notes.txt
R 010900Z AUG 09
UNCLAS TALLINN 099066
TAGS: PGOV
SUBJECT: HARBOR FEES
         ^^^^^^^^^^^ subject
1. First point.
^ first
2. (SBU) Second point.
^^^^^^^^ second
`;

/** The head of the cable that cites. */
const HEAD = `//- citing.txt
R 020900Z AUG 09
UNCLAS TALLINN 099070
TAGS: PGOV
SUBJECT: MORE HARBOR FEES
`;

function check(kind: "definition" | "declaration", source: string): Promise<void> {
  return checkFixture(kind, fixture(source));
}

/** The targets are the ranges marked `target` (or any of the names given), the origin is the one marked `origin`. */
async function checkFixture(kind: "definition" | "declaration", parsed: Fixture): Promise<void> {
  const workspace = new MemoryWorkspace(parsed.files);
  const document = workspace.document(parsed.open.name);
  const found =
    kind === "definition"
      ? await definitionAt(document, parsed.open.cursor, workspace)
      : declarationAt(document, parsed.open.cursor);
  expect(targets(found)).toEqual([...markedRanges(parsed, "target")].sort());
  const origin = markedRanges(parsed, "origin");
  if (origin.length > 0 && found !== null) {
    const { start, end } = found.origin;
    expect([`${parsed.open.name}:${start}-${end} ${parsed.open.text.slice(start, end)}`]).toEqual(origin);
  }
}

function targets(found: Definition | null): string[] {
  return (found?.targets ?? [])
    .map((target) => {
      if ("place" in target) throw new Error("this workspace has all texts at hand");
      const { document, selectionSpan } = target;
      const { start, end } = selectionSpan;
      const { text } = document.tree.lines;
      return `${document.file.slice("file:///".length)}:${start}-${end} ${text.slice(start, end)}`;
    })
    .sort();
}

/** The cited cable with one of its named ranges as the target. */
function cited(name: "subject" | "first" | "second" | "none"): string {
  return CITED.replaceAll(` ${name}\n`, " target\n");
}

describe("definition", () => {
  test("of a label in a mention is that cable's subject line", () =>
    check(
      "definition",
      `${cited("subject")}${HEAD}REF: A. TALLINN 99066
1. As said (Ref $0A).
                ^ origin
`,
    ));

  test("of one label of several is that one's cable alone", () =>
    check(
      "definition",
      `${cited("subject")}${HEAD}REF: A. TALLINN 99066
     B. RIGA 99012
1. As said (Refs $0A and B).
                 ^ origin
`,
    ));

  test("of a mention whose cable is not there is its REF entry", () =>
    check(
      "definition",
      `${CITED}${HEAD}REF: A. TALLINN 99066
     B. RIGA 99012
        ^^^^^^^^^^ target
1. As said (Refs A and $0B).
                       ^ origin
`,
    ));

  test("on the word is all of its labels: the cable and the entry", () =>
    check(
      "definition",
      `${cited("subject")}${HEAD}REF: A. TALLINN 99066
     B. RIGA 99012
        ^^^^^^^^^^ target
1. As said (Re$0fs A and B).
            ^^^^^^^^^^^^ origin
`,
    ));

  test("of reftel is every entry", () =>
    check(
      "definition",
      `${cited("subject")}${HEAD}REF: A. TALLINN 99066
     B. RIGA 99012
        ^^^^^^^^^^ target
1. As said reft$0el.
           ^^^^^^ origin
`,
    ));

  test("counts entries without a letter by position", () =>
    check(
      "definition",
      `${CITED}${HEAD}REF: TALLINN 99066, RIGA 99012
                    ^^^^^^^^^^ target
1. As said (Ref $0B).
`,
    ));

  test("of a REF entry is its cable", () =>
    check(
      "definition",
      `${cited("subject")}${HEAD}REF: A. TALL$0INN 99066
        ^^^^^^^^^^^^^ origin
1. Text.
`,
    ));

  test("of a REF entry whose cable is not there is nothing", () =>
    check("definition", `${CITED}${HEAD}REF: A. RI$0GA 99012\n1. Text.\n`));

  test("of a paragraph of this cable is its mark", () =>
    check(
      "definition",
      `${HEAD}REF: A. TALLINN 99066
1. First.
2. (SBU) Second.
^^^^^^^^ target
3. See para $02.
            ^ origin
`,
    ));

  test("of several paragraphs, on the word, is all of them", () =>
    check(
      "definition",
      `${HEAD}REF: A. TALLINN 99066
1. First.
^ target
2. Second.
^ target
3. See par$0as 1-2.
       ^^^^^^^^^ origin
`,
    ));

  test("of a paragraph of another cable is that paragraph there", () =>
    check(
      "definition",
      `${cited("second")}${HEAD}REF: A. TALLINN 99066
1. First.
2. See para $02 ref A.
`,
    ));

  test("of a paragraph that the other cable lacks is that cable", () =>
    check(
      "definition",
      `${cited("subject")}${HEAD}REF: A. TALLINN 99066
1. First.
2. See para $07 ref A.
`,
    ));

  test("of a paragraph of a cable that is not there is its REF entry", () =>
    check(
      "definition",
      `${HEAD}REF: A. TALLINN 99066
        ^^^^^^^^^^^^^ target
1. First.
2. See para 2 ref $0A.
`,
    ));

  test("of an MRN in prose is that cable", () =>
    check("definition", `${cited("subject")}${HEAD}1. As said in 09 TALL$0INN 99066.\n`));

  test("of a cable in several files is all of them", () =>
    check(
      "definition",
      `${cited("subject")}${cited("subject").replace("notes.txt", "again.txt")}${HEAD}REF: A. TALLINN 99066
1. As said (Ref $0A).
`,
    ));

  test("of a cable without a subject is its classification line", () =>
    check(
      "definition",
      `//- notes.txt
R 010900Z AUG 09
UNCLAS TALLINN 099066
^^^^^^^^^^^^^^^^^^^^^ target
TAGS: PGOV
1. Text.
${HEAD}REF: A. TALLINN 99066
1. As said (Ref $0A).
`,
    ));

  test.each(["plain pr$0ose", "a sep$0tel", "(Ref $0Z)"])("of %s is nothing", (text) =>
    check("definition", `${CITED}${HEAD}REF: A. TALLINN 99066\n1. Here is ${text} to read.\n`),
  );
});

describe("declaration", () => {
  test("of a mention is its entry, even where its cable is there", () =>
    check(
      "declaration",
      `${CITED}${HEAD}REF: A. TALLINN 99066
        ^^^^^^^^^^^^^ target
     B. RIGA 99012
1. As said (Refs $0A and B).
`,
    ));

  test("of reftel is every entry", () =>
    check(
      "declaration",
      `${HEAD}REF: A. TALLINN 99066
        ^^^^^^^^^^^^^ target
     B. RIGA 99012
        ^^^^^^^^^^ target
1. As said ref$0tel.
`,
    ));

  test("of a paragraph of another cable is that cable's entry", () =>
    check(
      "declaration",
      `${HEAD}REF: A. TALLINN 99066
        ^^^^^^^^^^^^^ target
1. See para $02 ref A.
`,
    ));

  test("of a REF entry is nothing", () => check("declaration", `${CITED}${HEAD}REF: A. TALL$0INN 99066\n1. Text.\n`));
});

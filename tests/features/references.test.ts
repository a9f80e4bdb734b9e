/** References of a label are its entry and mentions; of a cable, the REF entries of the workspace that cite it. */

import { describe, expect, test } from "vitest";
import type { CanonicalMrn } from "../../server/src/cable/mrn.ts";
import { fileUri } from "../../server/src/corpus/file-uri.ts";
import { highlightsAt } from "../../server/src/features/highlight.ts";
import { MOST_REFERENCES, type Reference, referencesAt } from "../../server/src/features/references.ts";
import { fixture, markedRanges } from "../support/fixture.ts";
import { MemoryWorkspace } from "../support/workspace.ts";

const CITED = `R 010900Z AUG 09
UNCLAS TALLINN 099066
TAGS: PGOV
SUBJECT: HARBOR FEES
1. Text.
`;

const HEAD = `R 020900Z AUG 09
UNCLAS TALLINN 099070
TAGS: PGOV
SUBJECT: MORE HARBOR FEES
`;

/** The references, in whatever order, are the ranges marked `here`, and with the declaration those marked `entry` as well. */
function check(source: string): void {
  const parsed = fixture(source);
  const workspace = new MemoryWorkspace(parsed.files);
  const document = workspace.document(parsed.open.name);
  const ask = (includeDeclaration: boolean): string[] => {
    const found = referencesAt(document, parsed.open.cursor, workspace, { includeDeclaration });
    return (found?.references ?? []).map((reference) => printed(reference, workspace)).sort();
  };
  const here = markedRanges(parsed, "here");
  expect(ask(false)).toEqual([...here].sort());
  expect(ask(true)).toEqual([...here, ...markedRanges(parsed, "entry")].sort());
}

function printed({ file, place }: Reference, workspace: MemoryWorkspace): string {
  const name = file.slice("file:///".length);
  const { lines } = workspace.document(name).tree;
  const start = lines.start(place.line) + place.character;
  const end = lines.start(place.endLine) + place.endCharacter;
  return `${name}:${start}-${end} ${lines.text.slice(start, end)}`;
}

describe("references of a label", () => {
  test("asked at a mention are the other mentions, and the entry with the declaration", () =>
    check(`${HEAD}REF: A. TALLINN 99066
     ^ entry
     B. RIGA 99012
1. As said (Refs $0A and B).
                 ^ here
2. And again (Ref A).
                  ^ here
`));

  test("asked at the entry's label are the same, reftel included", () =>
    check(`${HEAD}REF: $0A. TALLINN 99066
     ^ entry
     B. RIGA 99012
1. As said (Refs A-B) and in reftel.
                 ^^^ here
                             ^^^^^^ here
`));

  test("asked at an entry without a letter are its mentions", () =>
    check(`${HEAD}REF: TALLINN 99066, RIGA 99012
                    ^^^^^^^^^^ entry
1. As said (Ref $0B).
                ^ here
`));
});

test("references of a paragraph are the places that name it", () =>
  check(`${HEAD}REF: A. TALLINN 99066
1. First.
^ entry
2. See para $01.
            ^ here
3. See paras 1 and 2, and para 1 ref A.
             ^ here
`));

describe("references of a cable", () => {
  const CITING = `//- citing.txt
${HEAD}REF: A. TALLINN 99066
        ^^^^^^^^^^^^^ here
1. As said (Ref A).
`;

  test.each([
    ["its subject", CITED.replace("FEES", "FE$0ES")],
    ["its own MRN", CITED.replace("099066", "099$0066")],
  ])("asked at %s are the entries that cite it", (_, cited) => check(`//- cited.txt\n${cited}${CITING}`));

  test("asked at a REF entry are all that cite the same, its own included", () =>
    check(`${CITING.replace("99066", "99$0066")}//- other.txt
R 020900Z SEP 10
UNCLAS RIGA 099001
TAGS: PGOV
SUBJECT: OTHER
REF: 09 TALLINN 99066
     ^^^^^^^^^^^^^^^^ here
1. Text.
`));

  test("come newest first, those without a date last", () => {
    const citing = (name: string, dtg: string): string => `//- ${name}
${dtg}
UNCLAS RIGA 099001
TAGS: PGOV
SUBJECT: OTHER
REF: 09 TALLINN 99066
1. Text.
`;
    const parsed = fixture(
      `//- cited.txt\n${CITED.replace("FEES", "FE$0ES")}${citing("a", "R 020900Z SEP 09")}${citing("b", "")}${citing("c", "R 020900Z SEP 10")}`,
    );
    const workspace = new MemoryWorkspace(parsed.files);
    const found = referencesAt(workspace.document("cited.txt"), parsed.open.cursor, workspace, {
      includeDeclaration: true,
    });
    expect(found?.references.map(({ file }) => file)).toEqual(["file:///c", "file:///a", "file:///b"]);
  });

  test("are no more than two thousand, and it is known how many there are", () => {
    const parsed = fixture(`//- cited.txt\n${CITED.replace("FEES", "FE$0ES")}`);
    const workspace = new MemoryWorkspace(parsed.files);
    const place = { line: 0, character: 0, endLine: 0, endCharacter: 1 };
    for (let number = 0; number < MOST_REFERENCES + 5; number++) {
      workspace.index.update(fileUri(`file:///${number}`), {
        mrn: null,
        sent: number,
        classification: null,
        subject: null,
        place,
        tags: [],
        tagsPlace: place,
        citations: [{ mrn: "09TALLINN99066" as CanonicalMrn, yearInferred: false, place }],
      });
    }
    const found = referencesAt(workspace.document("cited.txt"), parsed.open.cursor, workspace, {
      includeDeclaration: true,
    });
    expect(found?.references).toHaveLength(MOST_REFERENCES);
    expect(found?.references[0]?.file).toBe(`file:///${MOST_REFERENCES + 4}`);
    expect(found?.total).toBe(MOST_REFERENCES + 5);
  });
});

test("references of a TAG are the TAG here and the line of TAGS in other cables", () =>
  check(`R 020900Z AUG 09
UNCLAS TALLINN 099070
TAGS: PGOV, EW$0WT, EN
            ^^^^ here
SUBJECT: MORE HARBOR FEES
1. Text.
//- other.txt
R 020900Z SEP 10
UNCLAS RIGA 099001
TAGS: EWWT, PGOV
      ^^^^^^^^^^ here
SUBJECT: OTHER
1. Text.
`));

test("plain prose has no references", () => {
  const parsed = fixture(`${HEAD}1. Plain pr$0ose.\n`);
  const workspace = new MemoryWorkspace(parsed.files);
  const document = workspace.document("cable.txt");
  expect(referencesAt(document, parsed.open.cursor, workspace, { includeDeclaration: true })).toBeNull();
});

describe("highlights", () => {
  const highlighted = (source: string): string[] => {
    const parsed = fixture(source);
    const { tree } = new MemoryWorkspace(parsed.files).document("cable.txt");
    return highlightsAt(tree, parsed.open.cursor).map(
      ({ span, declares }) => `${tree.lines.text.slice(span.start, span.end)}${declares ? " (declares)" : ""}`,
    );
  };

  test("of a label are its entry and its mentions", () => {
    expect(highlighted(`${HEAD}REF: A. TALLINN 99066\n     B. RIGA 99012\n1. Refs $0A and B. 2. Ref A.\n`)).toEqual([
      "A (declares)",
      "A",
      "A",
    ]);
  });

  test("of the cable's own number are all places that print it", () => {
    const paged = `${HEAD.replace("099070", "099$0070")}1. One.\n\nTALLINN 00099070 002 OF 002\n\ntwo.\n`;
    expect(highlighted(paged)).toEqual(["TALLINN 099070 (declares)", "TALLINN 00099070"]);
  });

  test("of prose are none", () => {
    expect(highlighted(`${HEAD}1. Plain pr$0ose.\n`)).toEqual([]);
  });
});

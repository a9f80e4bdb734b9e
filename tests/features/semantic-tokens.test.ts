/** What only the server knows of a word: TAGS, citations, portion marks. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCable } from "../../server/src/cable/parse.ts";
import { semanticTokens } from "../../server/src/features/semantic-tokens.ts";
import { defaultVocabulary } from "../../server/src/vocabulary/vocabulary.ts";
import { anyText } from "../support/arbitraries.ts";
import { MemoryWorkspace } from "../support/workspace.ts";

const CITED = `R 010900Z JUL 09
UNCLAS BEIJING 099111
TAGS: PGOV
SUBJECT: WAGES

1. (U) Text.
`;

const CABLE = `R 280903Z AUG 09
C O N F I D E N T I A L SHANGHAI 099374
E.O. 12958: DECL: 08/28/2019
TAGS: PGOV, PFOR, QQZZ
SUBJECT: (U) NEW RULES
REF: A. BEIJING 99111
     B. STATE 99222

1. (C) As refs A and B say, and so does 09 BEIJING 99111.

2. (S//NF) See reftel.

3. (SBU) Text.
`;

/** The tokens as `word type.modifier`. */
function tokens(isIndexing = false, text = CABLE): readonly string[] {
  const workspace = new MemoryWorkspace([{ name: "cited.txt", text: CITED }]);
  const whole = { start: 0, end: text.length };
  const surroundings = { vocabulary: defaultVocabulary, index: workspace.index, isIndexing };
  return semanticTokens(parseCable(text), whole, surroundings).map(({ span, type, modifiers }) => {
    return `${text.slice(span.start, span.end)} ${[type, ...modifiers].join(".")}`;
  });
}

test("TAGS known, out of use and unknown; citations there and not; portion marks by level", () => {
  expect(tokens()).toEqual([
    "PGOV enumMember",
    "PFOR enumMember.deprecated",
    "QQZZ enumMember.unknown",
    "(U) keyword.unclassified",
    "BEIJING 99111 variable.resolved",
    "STATE 99222 variable.unresolved",
    "(C) keyword.confidential",
    "A variable.resolved",
    "B variable.unresolved",
    "09 BEIJING 99111 variable.resolved",
    "(S//NF) keyword.secret",
    "reftel variable.unresolved",
    "(SBU) keyword.sensitive",
  ]);
});

test("headings, the signature and captions have the colour of what the reading found them to be", () => {
  const text = `R 280903Z AUG 09
UNCLAS SHANGHAI 099374

SIPDIS

SUBJECT: FISH

1. (U) The fish were cold.

The Cold Water
of the Harbor
--------------

2. (U) So was the water.

...And the Fish

3. (U) Nobody else came.

LeBaron
`;
  expect(tokens(false, text).filter((token) => !token.includes("keyword"))).toEqual([
    "SIPDIS macro",
    "The Cold Water namespace",
    "of the Harbor namespace",
    "...And the Fish namespace",
    "LeBaron class",
  ]);
});

test("while the index is being built, nothing is said to be missing", () => {
  const missing = tokens(true).filter((token) => token.includes("unresolved"));
  expect(missing).toEqual([]);
  expect(tokens(true)).toContain("A variable.resolved");
});

test("of any text: in order, each on one line, none over another", () => {
  const { index } = new MemoryWorkspace([{ name: "cited.txt", text: CITED }]);
  fc.assert(
    fc.property(anyText, (text) => {
      const tree = parseCable(text);
      const whole = { start: 0, end: text.length };
      let before = 0;
      for (const { span } of semanticTokens(tree, whole, { vocabulary: defaultVocabulary, index, isIndexing: false })) {
        expect(span.start).toBeGreaterThanOrEqual(before);
        expect(span.end).toBeGreaterThan(span.start);
        expect(tree.lines.lineAt(span.end)).toBe(tree.lines.lineAt(span.start));
        before = span.end;
      }
    }),
    { numRuns: 200 },
  );
});

test("the words that open the summary and end it, and no other summary", () => {
  const text =
    "UNCLAS RIGA 099012\nTAGS: PGOV\nSUBJECT: ICE\n\n1. (U) SUMMARY: Ice is cold. End Summary.\n\n2. (U) A summary of sales: none. End of story.\n";
  expect(tokens(false, text).filter((token) => token.endsWith("namespace"))).toEqual([
    "SUMMARY namespace",
    "End Summary namespace",
  ]);
});

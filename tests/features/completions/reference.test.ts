/** REF entries: cables of the workspace by station, number and words of the subject, with the next label. */

import { expect, test } from "vitest";
import { explainCompletion } from "../../../server/src/features/completion.ts";
import { defaultVocabulary } from "../../../server/src/vocabulary/vocabulary.ts";
import { completionsOf, labels, TODAY, taken } from "../../support/completions.ts";
import { fixture } from "../../support/fixture.ts";
import { MemoryWorkspace } from "../../support/workspace.ts";
import { draft } from "./drafts.ts";

const CORPUS = `//- 26BEIJING99111.txt
UNCLAS BEIJING 099111

E.O. 13526: N/A
TAGS: ELAB
SUBJECT: MIGRANT WORKERS IN THE NORTH

1. (U) Summary: Many move. End summary.
//- 25LAPAZ99222.txt
UNCLAS LA PAZ 099222

E.O. 13526: N/A
TAGS: ELAB
SUBJECT: WORKERS AND WAGES

1. (U) Text.
//- draft.cable
`;

test("by words of the subject, a year where it is another one", () => {
  expect([...labels(CORPUS + draft("", { references: "workers$0" }))].sort()).toEqual([
    "25 LA PAZ 99222",
    "BEIJING 99111",
  ]);
});

test("by station and number", () => {
  expect(labels(CORPUS + draft("", { references: "BEIJING 991$0" }))).toEqual(["BEIJING 99111"]);
});

test("with the label that comes next, as the others are printed", () => {
  expect(taken(CORPUS + draft("", { references: "migr$0" }), "BEIJING 99111")).toBe("REF: A. BEIJING 99111|");
  expect(taken(CORPUS + draft("", { references: "(A) STATE 99333; wages$0" }), "25 LA PAZ 99222")).toBe(
    "REF: (A) STATE 99333; (B) 25 LA PAZ 99222|",
  );
  expect(taken(CORPUS + draft("", { references: "A. STATE 99333\n     B. wages$0" }), "25 LA PAZ 99222")).toBe(
    "     B. 25 LA PAZ 99222|",
  );
});

test("without one where the others have none", () => {
  expect(taken(CORPUS + draft("", { references: "STATE 99333, wages$0" }), "25 LA PAZ 99222")).toBe(
    "REF: STATE 99333, 25 LA PAZ 99222|",
  );
});

test("what is cited already is not offered; another letter asks again", () => {
  const { items, isIncomplete } = completionsOf(CORPUS + draft("", { references: "A. BEIJING 99111; workers$0" }));
  expect(items.map(({ label }) => label)).toEqual(["25 LA PAZ 99222"]);
  expect(isIncomplete).toBe(true);
});

test("the explanation is the cited cable's own: its subject and summary", async () => {
  const { files } = fixture(CORPUS + draft("", { references: "migr$0" }));
  const workspace = new MemoryWorkspace(files);
  const told = await explainCompletion("reference", "26BEIJING99111", workspace.document("draft.cable").tree, {
    vocabulary: defaultVocabulary,
    workspace,
    now: TODAY,
  });
  expect(told?.plain).toContain("MIGRANT WORKERS IN THE NORTH");
  expect(told?.plain).toContain("Many move.");
});

test("a long subject is cut behind a word, so that the number keeps its room", () => {
  const long = `//- 26RIGA99111.txt
UNCLAS RIGA 099111

SUBJECT: MIGRANT WORKERS WHO MOVE FROM ONE HARBOR TO ANOTHER WITHOUT A PERMIT

1. Text.
//- draft.cable
`;
  const { items } = completionsOf(long + draft("", { references: "migrant$0" }));
  expect(items.map(({ label, detail }) => [label, detail])).toEqual([
    ["RIGA 99111", "MIGRANT WORKERS WHO MOVE FROM ONE…"],
  ]);
});

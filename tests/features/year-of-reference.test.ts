/** A reference without a year means the same cable wherever it is shown. */

import { expect, test } from "vitest";
import { diagnose } from "../../server/src/features/diagnostics.ts";
import { DEFAULT_RULE_SETTINGS } from "../../server/src/features/rules/support/settings.ts";
import { semanticTokens } from "../../server/src/features/semantic-tokens.ts";
import { defaultVocabulary } from "../../server/src/vocabulary/vocabulary.ts";
import { readCable } from "../support/reading.ts";
import { MemoryWorkspace } from "../support/workspace.ts";

function cable(station: string, serial: number, time: string, subject: string, refs = ""): string {
  return `R ${time}\nFM AMEMBASSY ${station}\nTO SECSTATE WASHDC\n\nUNCLAS ${station} 0${serial}\n\nTAGS: PGOV\nSUBJECT: ${subject}\n${refs}\n1. (U) See reftel.\n`;
}

/** Sent in January, it cites the December cable by its number alone; the number was given again in the next autumn. */
const CITING = { name: "b.cable", text: cable("TALLINN", 99001, "041200Z JAN 10", "ICE", "REF: RIGA 99500\n") };
const MEANT = { name: "a.cable", text: cable("RIGA", 99500, "281200Z DEC 09", "SNOW") };
const AGAIN = { name: "c.cable", text: cable("RIGA", 99500, "011200Z OCT 10", "LEAVES") };

test("in the preview, with the subject of the cable that is meant", async () => {
  const { markdown } = await readCable(CITING, MEANT, AGAIN);
  expect(markdown).toContain("SNOW");
  expect(markdown).not.toContain("LEAVES");
});

test("in colours: it is there", () => {
  const workspace = new MemoryWorkspace([CITING, MEANT]);
  const { tree } = workspace.document(CITING.name);
  const surroundings = { vocabulary: defaultVocabulary, index: workspace.index, isIndexing: false };
  const tokens = semanticTokens(tree, { start: 0, end: CITING.text.length }, surroundings);
  const citations = tokens.filter(({ type }) => type === "variable");
  expect(citations.map(({ span, modifiers }) => [CITING.text.slice(span.start, span.end), ...modifiers])).toEqual([
    ["RIGA 99500", "resolved"],
    ["reftel", "resolved"],
  ]);
});

test("in the rules: it is no later than the cable that cites it", () => {
  const workspace = new MemoryWorkspace([CITING, MEANT, AGAIN]);
  const { tree } = workspace.document(CITING.name);
  const codes = diagnose(tree, DEFAULT_RULE_SETTINGS, {
    vocabulary: defaultVocabulary,
    today: null,
    index: workspace.index,
  }).map(({ code }) => code);
  expect(codes).not.toContain("reference-later-than-cable");
});

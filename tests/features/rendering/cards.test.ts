/** What a card tells, and what is said of cables that are cited: there, not there, not yet known. */

import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parseCable } from "../../../server/src/cable/parse.ts";
import { fileUri } from "../../../server/src/corpus/file-uri.ts";
import { printBlocks } from "../../../server/src/features/rendering/html.ts";
import { readingOf } from "../../../server/src/features/rendering/read.ts";
import { defaultVocabulary } from "../../../server/src/vocabulary/vocabulary.ts";
import { readable, readCable } from "../../support/reading.ts";

const CITING = `R 281200Z AUG 09
FM AMEMBASSY MADRID
TO SECSTATE WASHDC
C O N F I D E N T I A L MADRID 099002

E.O. 12958: DECL: 08/28/2019
TAGS: PREL, SP
SUBJECT: INVENTED HARBOR FEES

REF: A. MADRID 99001
     B. LISBON 99111

1. (C) The fees of ref A are due. See also para 2.

2. (SBU) They are not paid (refs A and B).

DOE
`;

const CITED = `R 201200Z AUG 09
FM AMEMBASSY MADRID
TO SECSTATE WASHDC
UNCLAS MADRID 099001

E.O. 12958: N/A
TAGS: PREL, SP
SUBJECT: THE FEES <B>ARE</B> ANNOUNCED

1. (U) Summary: There are fees. End summary.

DOE
`;

test("a citation leads to its REF entry and tells of the cable that is cited", async () => {
  const { blocks } = await readCable({ name: "a.txt", text: CITING }, { name: "b.txt", text: CITED });
  const paragraph = blocks.find((html) => html.includes('id="paragraph-1"')) ?? "";
  expect(readable(paragraph)).toContain('<a class="citation" href="#reference-1">ref A</a> are due.');
  expect(readable(paragraph)).toContain('<a class="citation" href="#paragraph-2">para 2</a>');
  expect(paragraph).toContain("Subject: THE FEES &#60;B&#62;ARE&#60;/B&#62; ANNOUNCED");
  expect(paragraph).toContain("201200Z AUG 09 · UNCLASSIFIED · b.txt");
  expect(paragraph).toContain("Summary: There are fees.");
});

test("the labels of one mention lead to an entry each", async () => {
  const { blocks } = await readCable({ name: "a.txt", text: CITING });
  const paragraph = blocks.find((html) => html.includes('id="paragraph-2"')) ?? "";
  expect(readable(paragraph)).toContain(
    '(refs <a class="citation" href="#reference-1">A</a> and <a class="citation" href="#reference-2">B</a>)',
  );
});

test("references say what is cited, or that it is not there", async () => {
  const { blocks } = await readCable({ name: "a.txt", text: CITING }, { name: "b.txt", text: CITED });
  const references = readable(blocks.find((html) => html.startsWith('<div class="references">')) ?? "");
  expect(references).toContain("THE FEES &#60;B&#62;ARE&#60;/B&#62; ANNOUNCED");
  expect(references).toContain("201200Z AUG 09 · UNCLASSIFIED");
  expect(references.match(/not in this folder/g)).toHaveLength(1);
});

test("a reference that is not there looks different from one that is", async () => {
  const { blocks } = await readCable({ name: "a.txt", text: CITING }, { name: "b.txt", text: CITED });
  const references = blocks.find((html) => html.startsWith('<div class="references">')) ?? "";
  const entries = [...references.matchAll(/<li id="reference-\d"([^>]*)>/g)].map(([, attributes]) => attributes);
  expect(entries).toEqual(["", ' class="absent"']);
  const styles = readFileSync("server/src/features/rendering/reading.css", "utf8");
  expect(styles).toMatch(/\.references \.absent \.cited \{/);
});

test("a TAG without a known meaning has the frame of those with one: the frame is the entry's", async () => {
  const { blocks } = await readCable({ name: "a.txt", text: CITING.replace("PREL, SP", "PREL, QQQQ, SP") });
  const header = blocks.find((html) => html.startsWith('<table class="header">')) ?? "";
  const list = /<ul class="chips" role="list">(.*?)<\/ul>/s.exec(header)?.[1] ?? "";
  expect([...list.matchAll(/<li>/g)]).toHaveLength(3);
  const styles = readFileSync("server/src/features/rendering/reading.css", "utf8");
  expect(styles).toMatch(/\.reading \.chips li \{[^}]*border: 1px/);
  expect(styles).not.toMatch(/\.chips \.term \{[^}]*border:/);
});

test("while the index is being built, nothing is said to be missing", () => {
  const tree = parseCable(CITING, "a.txt");
  const document = { file: fileUri("file:///a.txt"), tree };
  const surroundings = { vocabulary: defaultVocabulary, cited: new Map(), isIndexing: true };
  const blocks = printBlocks(readingOf(document, surroundings).blocks, tree.lines, "page");
  const all = blocks.map(({ html }) => html).join("");
  expect(all).toContain("still looking for it");
  expect(all).not.toContain("not in this folder");
  expect(all).not.toContain("Not in the workspace");
});

test("codes of the header have the meaning that hovers tell, for the pointer and the keyboard", async () => {
  const { blocks } = await readCable({ name: "a.txt", text: CITING });
  const header = blocks.find((html) => html.startsWith('<table class="header">')) ?? "";
  expect(header).toMatch(/<span class="term" tabindex="0" aria-describedby="(card-[^"]+)">281200Z AUG 09<\/span>/);
  expect(header).toContain("External Political Relations");
  const described = [...header.matchAll(/aria-describedby="([^"]+)"/g)].map(([, id]) => id);
  const cards = [...header.matchAll(/role="tooltip" id="([^"]+)"/g)].map(([, id]) => id);
  expect(described.length).toBeGreaterThan(6);
  expect(described).toEqual(cards);
});

test("in the editor a link names the place that cites, counted from its block", () => {
  const { lines } = parseCable(CITING, "a.txt");
  const document = { file: fileUri("file:///a.txt"), tree: parseCable(CITING, "a.txt") };
  const surroundings = { vocabulary: defaultVocabulary, cited: new Map(), isIndexing: false };
  const blocks = printBlocks(readingOf(document, surroundings).blocks, lines, "editor");
  const paragraph = blocks.find(({ html }) => html.includes('id="paragraph-2"'));
  expect(paragraph).toMatchObject({ line: 14, endLine: 14, region: "text" });
  expect(paragraph?.html).toContain('href="#reference-1" data-line="0" data-character="33"');
});

test("typing in one paragraph changes no other block, though all lines below move", () => {
  const keys = (text: string): readonly string[] => {
    const tree = parseCable(text, "a.txt");
    const document = { file: fileUri("file:///a.txt"), tree };
    const surroundings = { vocabulary: defaultVocabulary, cited: new Map(), isIndexing: false };
    return printBlocks(readingOf(document, surroundings).blocks, tree.lines, "editor").map(({ key }) => key);
  };
  const before = keys(CITING);
  const after = keys(CITING.replace("are due.", "are due,\nand were due."));
  expect(after).toHaveLength(before.length);
  expect(after.filter((key) => !before.includes(key))).toHaveLength(1);
  expect(new Set(before).size).toBe(before.length);
});

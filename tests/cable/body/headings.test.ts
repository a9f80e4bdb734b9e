/** Headings: which lines between paragraphs are titles of sections, in each way that they are set. */

import { describe, expect, test } from "vitest";
import { parseCable } from "../../../server/src/cable/parse.ts";

/** Two numbered paragraphs with lines between them; the titles of all sections. */
function titlesBetween(lines: string): string[] {
  const text = `1. (U) The fish were cold, the mayor said, and so was\nthe water of the harbor.\n${lines}\n2. (U) Nobody else had put his hand into it.\n`;
  return parseCable(`SUBJECT: FISH\n\n${text}\nDOE\n`).outline.flatMap((node) =>
    node.kind === "section" ? [node.title] : [],
  );
}

describe("a heading", () => {
  test.each([
    ["with a rule below", "\nThe Water\n---------\n", ["The Water"]],
    ["between rules", "\n---------\nTHE WATER\n---------\n", ["THE WATER"]],
    ["below a rule, right above a paragraph", "\n---------\nTHE WATER", ["THE WATER"]],
    ["with a rule below a gap", "\nThe Water\n\n---------\n", ["The Water"]],
    ["with a rule of spaced hyphens", "\nTHE WATER\n- - - - - -\n", ["THE WATER"]],
    ["over two lines", "\nTHE WATER, THE FISH AND\nTHE HAND\n-------\n", ["THE WATER, THE FISH AND THE HAND"]],
    ["torn by a page break", "\nTHE WAY\n\nFREDBURG 00099123  002 OF 003\n\n\nDOWN\n----\n", ["THE WAY DOWN"]],
    ["in capitals alone", "\nTHE WATER\n", ["THE WATER"]],
    ["in title case alone", "\nThe Cold Water of the Harbor\n", ["The Cold Water of the Harbor"]],
    ["between strokes", "\n//THE WATER//\n", ["THE WATER"]],
    ["between single strokes", "\n/THE WATER/\n", ["THE WATER"]],
    ["behind hashes", "\n#### The Water\n", ["The Water"]],
    ["with a portion mark", "\n(U) The Water\n", ["(U) The Water"]],
    ["of a usual word without a gap", "Comment", ["Comment"]],
    ["that ends with dots", "\nTHE WATER...\n------------\n", ["THE WATER..."]],
  ])("%s", (_, lines, titles) => {
    expect(titlesBetween(lines)).toEqual(titles);
  });
});

describe("no heading is", () => {
  test.each([
    ["the end of a paragraph above a rule", "He put his hand into it.\n------------------------\n"],
    ["a sentence below a rule", "\n------\nThe fish is cold.\n"],
    ["the head of a table", "\nName            Age\n----            ---\nDoe, Jane        33\n"],
    ["a row of figures", "\nTOTAL 11 25\n"],
    ["the source of a table", "\nSource: Customs\n"],
    ["a run of names", "\nJane Doe/Minister\n\nJohn Roe/Deputy Minister\n\nPeter Poe/Director\n"],
    ["lines of a life", "\nEducation\nUniversity of Fredburg\n\nLanguages\nEnglish and French\n"],
    ["an item of a list", "\n- The Water\n"],
    ["a mark that ends a quotation", "\n(End text)\n"],
    ["the end of a summary", "\nEND SUMMARY\n"],
    ["the end of a letter", "\nSincerely,\n"],
    ["a row of X", "\nXXXXXXXXXXXX\n"],
    ["a caption", "\nSIPDIS\n"],
  ])("%s", (_, lines) => {
    expect(titlesBetween(lines)).toEqual([]);
  });
});

test("BEGIN and END make a section whose paragraphs are numbered afresh", () => {
  const text =
    "1. (U) The letter:\n\nBEGIN TEXT\n\n1. We want fish.\n\n2. We want water.\n\nEND TEXT\n\n2. (U) That is all.\n";
  const [, section, last] = parseCable(`SUBJECT: FISH\n\n${text}\nDOE\n`).outline;
  const children = section?.kind === "section" ? section.children : [];
  expect(children.map((node) => (node.kind === "paragraph" ? node.number : node.title))).toEqual([1, 2]);
  expect(last).toMatchObject({ kind: "paragraph", number: 2 });
});

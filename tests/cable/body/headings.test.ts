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
    ["that ends with dots apart", "\nThe Water Will. . . .\n------------\n", ["The Water Will. . . ."]],
    ["that begins with dots", "\n...And the Fish\n", ["...And the Fish"]],
    ["that begins with dots apart, above a rule", "\n... And the Fish\n-----\n", ["... And the Fish"]],
    ["that begins with a redacted name", "\nxxxxxxxxxxxx Prescribes Fish\n-----\n", ["xxxxxxxxxxxx Prescribes Fish"]],
    ["that is a redacted name's own", "\nXXXXXXXXXXXX: More Fish\n-----\n", ["XXXXXXXXXXXX: More Fish"]],
    ["of a visit", "\nVISIT TO THE FISH MARKET\n-----\n", ["VISIT TO THE FISH MARKET"]],
    ["of a visit, without a rule", "\nVisit to the Fish Market\n", ["Visit to the Fish Market"]],
    [
      "of which each line is underlined",
      "\nSELLING HIS FISH (AND ALL HIS\n-----\nWATER) TO THE HARBOR\n-----",
      ["SELLING HIS FISH (AND ALL HIS WATER) TO THE HARBOR"],
    ],
    [
      "of three lines, each underlined",
      "\nTHE FISH AND\n=====\nTHE WATER OF\n=====\nTHE HARBOR\n=====\n",
      ["THE FISH AND THE WATER OF THE HARBOR"],
    ],
    ["right above another", "\nFISH\n-----\nCOLD WATER\n-----\n", ["FISH", "COLD WATER"]],
    [
      "in a box below words that nothing ends",
      "Nobody came, end\nof story\n\n-----\nTHE WATER\n-----\n",
      ["THE WATER"],
    ],
    ["in a box below a bracket", "(Refs A and B)\n\n-----\nTHE WATER\n-----\n", ["THE WATER"]],
    [
      "below the end of a sentence that a page tore",
      "Nobody thought that the\n\nFREDBURG 00099123  002 OF 003\n\nfish was “warm.”)\nThe Water\n-----",
      ["The Water"],
    ],
    [
      "torn by a page behind its colon",
      "\nThe Harbor of Fredburg:\n\nFREDBURG 00099123  002 OF 003\n\n\nFish and Water\n----\n",
      ["The Harbor of Fredburg: Fish and Water"],
    ],
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
    [
      "the last words of a sentence above a rule",
      "Nobody knows to this day, after all of these years,\nwhich is why all the fish of the harbor were of the\nsame kind as the others\n-----",
    ],
    ["a bullet of four hyphens", "\n---- Fish was sold on the market of the town all night\nand all day.\n"],
    ["a bullet of two hyphens", "\n-- Fish was sold all night;\n\n-- Water was not.\n"],
    ["an invitation to a web site", "\nVisit Fredburg's web site at http://www.example.gov\n"],
    ["a row of X", "\nXXXXXXXXXXXX\n"],
    ["a caption", "\nSIPDIS\n"],
  ])("%s", (_, lines) => {
    expect(titlesBetween(lines)).toEqual([]);
  });
});

describe("a heading on the line of a number", () => {
  /** The outline in short: titles, numbers, and where each begins. */
  function outlineOf(text: string): string[] {
    return parseCable(`SUBJECT: FISH\n\n${text}\nDOE\n`).outline.flatMap((node) =>
      node.kind === "paragraph"
        ? [`${node.number}`]
        : [node.title, ...node.children.map((child) => `- ${child.kind === "paragraph" ? child.number : child.title}`)],
    );
  }

  test("is a section that begins with that paragraph", () => {
    const text = "1. (U) Fish.\n\n2. (U) THE WATER\n---------\nIt was cold.\n\n3. (C) COMMENT\n----\nSo was he.\n";
    expect(outlineOf(text)).toEqual(["1", "THE WATER", "- 2", "COMMENT", "- 3"]);
  });

  test("is a heading alone where another number stands right below", () => {
    expect(outlineOf("1. (U) Fish.\n\n2. (U) The Water\n-----\n\n3. (U) It was cold.\n")).toEqual([
      "1",
      "The Water",
      "- 3",
    ]);
  });

  test.each([
    ["1. (U) Fish.\n\n¶2. (U) -----\nThe Water\n-----\n\n¶3. (U) Cold.\n", ["1", "The Water", "- 3"]],
    ["1. (U) Fish.\n\n2. -----\nThe Water\n-----\n\n3. (U) Cold.\n", ["1", "The Water", "- 3"]],
    // A paragraph whose text stands below a rule has its number all the same.
    ["1. (U) Fish.\n\n2. (U) -----\nThe water was cold.\n\n3. (U) Cold.\n", ["1", "2", "3"]],
  ])("%j: a number before nothing but a heading's rule is no paragraph", (text, outline) => {
    expect(outlineOf(text)).toEqual(outline);
  });

  test("a sentence above a rule is none", () => {
    expect(outlineOf("1. (U) Fish.\n\n2. (U) It was cold.\n-----\nSo was he.\n")).toEqual(["1", "2"]);
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

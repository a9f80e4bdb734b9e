/** The end of a cable: the signature in each way it is set, and what stands behind it. */

import { describe, expect, test } from "vitest";
import { parseCable } from "../../../server/src/cable/parse.ts";

function end(lines: string): { signature: string | null; lastLine: string } {
  const text = `SUBJECT: FISH\n\n1. (U) The fish were cold, the mayor said, and so was the water.${lines}`;
  const tree = parseCable(text);
  const body = tree.outline[tree.outline.length - 1];
  const textEnd = body?.span.end ?? 0;
  return {
    signature: tree.signature?.value ?? null,
    lastLine: text.slice(text.lastIndexOf("\n", textEnd - 1) + 1, textEnd),
  };
}

const BODY = "1. (U) The fish were cold, the mayor said, and so was the water.";

describe("a signature", () => {
  test.each([
    ["right below the text", "\nDOE\n", "DOE"],
    ["below a gap", "\n\n\nLEBARON", "LEBARON"],
    ["in mixed case", "\n\nLeBaron\n", "LeBaron"],
    ["of two letters", "\n\nLu\n", "Lu"],
    ["of two words", "\n\nVAN DOE\n", "VAN DOE"],
    ["with a generation", "\nDOE JR\n", "DOE JR"],
    ["printed twice on its line", "\nDOE DOE\n", "DOE"],
    ["with signs of the line behind it", "\n\nDOE##\n", "DOE"],
    ["with the day behind it", "\n\nDOE 2009-08-28\n", "DOE"],
    ["above the signs of the line", "\nDOE\nBT\n#9123\nNNNN\n", "DOE"],
    ["above the title", "\n\nJ. DOE\nAMBASSADOR\n", "J. DOE"],
    ["above a title of several words", "\n\nDoe\nDeputy Chief of Mission\n", "Doe"],
    ["above the classification", "\n\nDOE\n\nCONFIDENTIAL\n", "DOE"],
    ["below a notice", "\n\nVisit the post's web site: http://www.example.gov/fredburg\n\nDOE\n", "DOE"],
    ["below a notice between stars", "\n\n** Visit us at http://www.example.gov **\n\nDOE\n", "DOE"],
    ["above export dirt", "\nDOE\n\nSELECT * FROM cables\n", "DOE"],
    ["above words that end the copy", "\nDOE\n\n=====CABLE ENDS=====\n", "DOE"],
    [
      "above a notice of two lines",
      '\n\nDoe\n\n"Visit the post\'s web site at http://www.example.g\nov/fredburg/cables"\n',
      "Doe",
    ],
    [
      "above a notice of three lines",
      "\nDOE\n\nVisit Fredburg's Classified\nWebsite:\nhttp://www.example.gov/fredburg\n",
      "DOE",
    ],
    ["above the name of a file", "\nDOE\n\nNNNN\nfish report final.doc\n", "DOE"],
    ["above a stray line behind the end", "\nDOE\n\nNNNN\nCableXplorer fish\n", "DOE"],
    ["above the operator's note", "\nDOE\n\nNOTE BY OCT: NOT PASSED ABOVE ADDRESSEE.\n\nUNCLASSIFIED\n\nNNNN\n", "DOE"],
    [
      "above the export of a mailbox",
      "\nDOE\nEnd Cable Text\nJane X Doe 07/30/2008 04:04:14 PM From DB/Inbox: Jane Doe\n.\n",
      "DOE",
    ],
  ])("%s", (_, lines, signature) => {
    expect(end(lines)).toEqual({ signature, lastLine: BODY });
  });

  test.each([
    ["right behind the last sentence", " DOE\n", "DOE"],
    ["far behind it", "                         DOE\n", "DOE"],
    ["behind it in mixed case", " Doe-Roe\n", "Doe-Roe"],
    ["behind the end of a comment", " He agreed. END COMMENT DOE\n", "DOE"],
    ["behind the end of a text in small letters", " He agreed. End text Doe\n", "Doe"],
    ["behind the end of a summary, with a stop", " He agreed. END SUMMARY. DOE\n", "DOE"],
    ["behind the end of a comment, on a line of its own", " He agreed. End comment\nDoe\n", "Doe"],
    ["behind a request for few copies", "\n\nMINIMIZE CONSIDERED DOE\n", "DOE"],
  ])("%s", (_, lines, signature) => {
    expect(end(lines).signature).toBe(signature);
  });
});

test("a message of the armed forces bears none, however like a name its last words are", () => {
  const tree = parseCable(
    "MSGID/GENADMIN/COMINVENTED//\nSUBJ/FISH//\nRMKS/1. FISH.\n2. WATER.\nA. COLD.\nB. WARM.//\nBT\n",
  );
  expect(tree.signature).toBeNull();
  expect(tree.outline.map((node) => node.span.end)).toEqual([54, 82]);
});

test.each(["\n\nEND COMMENT\n", "\n\nCONFIDENTIAL\n", "\n\nMINIMIZE CONSIDERED\n", " It is 9 C.\n", "\n\nNNNN\n"])(
  "nobody signs with %j",
  (lines) => {
    expect(end(lines).signature).toBeNull();
  },
);

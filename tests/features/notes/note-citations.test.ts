/** The cables that a note cites, and what only looks like one. */

import { describe, expect, test } from "vitest";
import { noteCitations } from "../../../server/src/features/notes/note-citations.ts";
import { noteText } from "../../../server/src/features/notes/note-text.ts";

const cited = (text: string): readonly string[] =>
  noteCitations(noteText(text, true)).map(({ mrn, paragraphs, span }) => {
    const numbers = paragraphs === null ? "" : ` ¶${paragraphs.numbers.join(",")}`;
    return `${mrn}${numbers} <${text.slice(span.start, span.end)}>`;
  });

describe("a cable is cited", () => {
  test.each([
    ["see 09 SHANGHAI 374.", "09SHANGHAI374 <09 SHANGHAI 374>"],
    ["see 09SHANGHAI374.", "09SHANGHAI374 <09SHANGHAI374>"],
    ["see 09SHANGHAI374 ¶3.", "09SHANGHAI374 ¶3 <09SHANGHAI374 ¶3>"],
    ["see 09SHANGHAI374 ¶¶3–5.", "09SHANGHAI374 ¶3,4,5 <09SHANGHAI374 ¶¶3–5>"],
    ["see 09 SHANGHAI 374, paras. 2, 4 and 7.", "09SHANGHAI374 ¶2,4,7 <09 SHANGHAI 374, paras. 2, 4 and 7>"],
    ["see para. 3 of 09 SHANGHAI 374.", "09SHANGHAI374 ¶3 <para. 3 of 09 SHANGHAI 374>"],
    ["[@09SHANGHAI374, para. 3]", "09SHANGHAI374 ¶3 <@09SHANGHAI374, para. 3>"],
    ["[-@09SHANGHAI374]", "09SHANGHAI374 <-@09SHANGHAI374>"],
    ["@09SHANGHAI374 [¶3] said", "09SHANGHAI374 ¶3 <@09SHANGHAI374 [¶3>"],
    ["@{09SHANGHAI374} said", "09SHANGHAI374 <@{09SHANGHAI374}>"],
    ["1974BONN09923 says", "74BONN9923 <1974BONN09923>"],
    ["Telegram 99923 From Bonn, August 28, 1974.", "74BONN99923 <Telegram 99923 From Bonn, August 28, 1974>"],
    [
      "telegram 99923 from the Embassy in Bonn to State, 28 Aug. 1974",
      "74BONN99923 <telegram 99923 from the Embassy in Bonn to State, 28 Aug. 1974>",
    ],
    ["La Paz 9923, Aug. 28, 1974, says", "74LAPAZ9923 <La Paz 9923, Aug. 28, 1974>"],
  ])("%s", (text, expected) => expect(cited(text)).toEqual([expected]));

  test("several, each with its own paragraphs", () => {
    expect(cited("[@09SHANGHAI374, para. 3; @09SHANGHAI375, ¶4]")).toEqual([
      "09SHANGHAI374 ¶3 <@09SHANGHAI374, para. 3>",
      "09SHANGHAI375 ¶4 <@09SHANGHAI375, ¶4>",
    ]);
  });
});

describe("nothing is cited", () => {
  test.each([
    ["in code", "`09SHANGHAI374` and\n```\n09 SHANGHAI 374\n```\n"],
    ["in what a link leads to", "[the cable](cables/09SHANGHAI374.txt) <https://example.org/09SHANGHAI374>"],
    ["in a comment", "<!-- 09SHANGHAI374 -->"],
    ["in the header of metadata", "---\ntitle: 09SHANGHAI374\n---\n"],
    ["by a day", "on 12 May 1974 and 28 August 2009"],
    ["by the address of a person", "write to me@09SHANGHAI374.example"],
    ["by another key", "[@smith2009, p. 3]"],
    ["by a count", "some 12 May 374 and 40 PARIS"],
  ])("%s", (_, text) => expect(cited(text)).toEqual([]));
});

test("a note of ten million characters is read as far as notes go", () => {
  const note = noteText("09SHANGHAI374 ¶3 “x”\n".repeat(500_000), true);
  expect(note.isCut).toBe(true);
  expect(note.prose.length).toBe(2_000_000);
  expect(noteCitations(note).length).toBe(20_000);
});

/** The text of paragraphs as a person reads it. */

import { describe, expect, test } from "vitest";
import { paragraphTexts } from "../../../server/src/cable/clean-text/paragraph-text.ts";
import { parseCable } from "../../../server/src/cable/parse.ts";

const HEAD = [
  "VZCZCXRO3238",
  "RR RUEHGH",
  "DE RUEHLP #9901/01 2400903",
  "R 280903Z AUG 09",
  "FM AMEMBASSY LA PAZ",
  "TO RUEHC/SECSTATE WASHDC 8243",
  "",
  "UNCLAS SECTION 01 OF 02 LA PAZ 009901",
  "",
  "E.O. 12958: N/A",
  "TAGS: ECON, BL",
  "SUBJECT: SALT",
  "",
];

function textsOf(...body: readonly string[]): readonly (readonly [number | null, string | null, string])[] {
  return paragraphTexts(parseCable([...HEAD, ...body].join("\n"))).map(({ paragraph, sections, text }) => [
    paragraph.number,
    sections.at(-1)?.title ?? null,
    text,
  ]);
}

describe("the text of a paragraph", () => {
  test("is without its number, its mark and the typist's line breaks", () => {
    expect(
      textsOf(
        "1. (U) The millers of Oruro have stopped the wheels, for there is",
        "no salt to mill. They say so to everyone who asks, and to those",
        "who do not.",
        "",
        "2. (SBU) Nobody asks.",
      ),
    ).toEqual([
      [
        1,
        null,
        "The millers of Oruro have stopped the wheels, for there is no salt to mill. They say so to everyone who asks, and to those who do not.",
      ],
      [2, null, "Nobody asks."],
    ]);
  });

  test("is without the marks of pages and transmission sections, and whole across them", () => {
    expect(
      textsOf(
        "Salt",
        "----",
        "",
        "1. (U) The millers of Oruro have stopped the wheels, for there is",
        "",
        "LA PAZ 00009901  002 OF 002",
        "",
        "no salt to mill.",
      ),
    ).toEqual([[1, "Salt", "The millers of Oruro have stopped the wheels, for there is no salt to mill."]]);
  });

  test("keeps lists and tables as such", () => {
    expect(
      textsOf(
        "1. (U) The mill has three wheels, of which the embassy has seen:",
        "",
        "-- the large one, which stands still and has done so for as long",
        "as anyone remembers;",
        "-- the small one.",
        "",
        "Year      Sacks      Price",
        "2007        120       4.50",
        "2008         80       6.25",
      ),
    ).toEqual([
      [
        1,
        null,
        [
          "The mill has three wheels, of which the embassy has seen:",
          "-- the large one, which stands still and has done so for as long as anyone remembers;\n-- the small one.",
          "Year      Sacks      Price\n2007        120       4.50\n2008         80       6.25",
        ].join("\n\n"),
      ],
    ]);
  });

  test("has the letters that a copy wrote as entities", () => {
    expect(textsOf("1. (U) Salt &amp; water: &quot;dear&quot;.")).toEqual([[1, null, 'Salt & water: "dear".']]);
  });

  test("goes on where a typist cut a line short in the middle of a sentence", () => {
    const [one] = textsOf(
      "1. (U) THE MILLERS OF ORURO HAVE STOPPED THE WHEELS, FOR THERE IS NO",
      "SALT THAT ANYONE COULD TELL FROM SAND",
      "AFTER THE RAINS OF THE LAST WEEK CAME DOWN ON THE SHEDS OF THE TOWN.",
    );
    expect(one?.[2]).not.toContain("\n");
  });

  test("keeps the lines of an address and of a heading apart", () => {
    const [one] = textsOf(
      "1. (U) The miller reads his letters to all and answers none of them.",
      "They go to:",
      "Juan Sal",
      "Calle del Agua",
      "Oruro",
      "",
      "2. (U) That is all.",
    );
    expect(one?.[2].split("\n").slice(-3)).toEqual(["Juan Sal", "Calle del Agua", "Oruro"]);
  });
});

test("a text without paragraphs has none", () => {
  expect(paragraphTexts(parseCable(""))).toEqual([]);
});

/** Texts for property tests: annotated cables as they are, and what can happen to a copy of one. */

import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";

const tests = new URL("../", import.meta.url);

const texts = (folder: string, ending: string): string[] =>
  readdirSync(new URL(folder, tests), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending))
    .map((name) => readFileSync(new URL(`${folder}${name}`, tests), "utf8"));

/** The texts of all annotated cables and of the fixtures. */
export const KNOWN_TEXTS: readonly string[] = [...texts("corpus/", ".cable.txt"), ...texts("fixtures/", ".txt")];

/** What damages copies, and what readers look out for, in pieces small enough to land anywhere. */
const DAMAGE: readonly string[] = [
  ..."[1](#)|[PGOV](#)|](#|**|~~|__|#### |> |>> |<br>|\\.|| a | b ||¶|¶¶¶|¶3. |13. |1. |(C) |(|)|((((|[|]|//|--|----|- - -|=====".split(
    "|",
  ),
  ..."REF: |Ref A|refs A, B and|para 3|reftel|08 STATE 12345|STATE |A. |; |AND |NOTAL|TAGS: |SUBJECT: |E.O. 12958: |BT|NNNN".split(
    "|",
  ),
  ..."SIPDIS|UNCLAS SECTION 02 OF 03 SHANGHAI 000374|C O N F I D E N T I A L|SHANGHAI 00000374 002 OF 003|PAGE 02 LA PAZ 00526".split(
    "|",
  ),
  ..."Message Attributes|MRN: 10 STATE 12345|MSGID/GENADMIN/|RMKS/|Drafted By: |Signature: |FROM: |TO: |NO: 12|Control: 1".split(
    "|",
  ),
  ..."BEGIN SUMMARY|END SUMMARY|Classified By: |RELEASE IN PART B6|XXXXXXXXXXXX|SMITH|INCOMING TELEGRAM|Page 1 of 2".split(
    "|",
  ),
  ...["\n", "\n\n", "\r\n", "\r", "\t", " ", "  ", "\f", "\u00a0", "\u2028", "\ufeff", "\0", "\ud83d", "😀", "é", "’"],
];

const knownText = fc.nat(KNOWN_TEXTS.length - 1).map((index) => KNOWN_TEXTS[index] ?? "");

/** A text and a place in it, ends included. */
const textWithPlaces = (count: number): fc.Arbitrary<readonly [text: string, places: readonly number[]]> =>
  knownText.chain((text) =>
    fc.tuple(fc.constant(text), fc.array(fc.nat(text.length), { minLength: count, maxLength: count })),
  );

/** A text that stops, or begins, in the middle of anything. */
const truncated = textWithPlaces(2).map(([text, [one = 0, other = 0]]) =>
  text.slice(Math.min(one, other), Math.max(one, other)),
);

/** The beginning of one cable with the end of another. */
const spliced = fc
  .tuple(textWithPlaces(1), textWithPlaces(1))
  .map(([[head, [to = 0]], [tail, [from = 0]]]) => head.slice(0, to) + tail.slice(from));

/** Lines taken out, printed twice, moved elsewhere. */
const rearranged = knownText
  .chain((text) =>
    fc.tuple(
      fc.constant(text.split("\n")),
      fc.array(fc.tuple(fc.constantFrom("delete", "repeat", "move"), fc.nat(), fc.nat()), {
        minLength: 1,
        maxLength: 12,
      }),
    ),
  )
  .map(([original, edits]) => {
    const lines = [...original];
    for (const [what, from, to] of edits) {
      const at = from % lines.length;
      const [line = ""] = what === "repeat" ? [lines[at]] : lines.splice(at, 1);
      if (what !== "delete" || lines.length === 0) lines.splice(to % (lines.length + 1), 0, line);
    }
    return lines.join("\n");
  });

/** A text with damage in it, most of it at the beginning or end of a line, where marks stand. */
const damaged = knownText
  .chain((text) =>
    fc.tuple(
      fc.constant(text),
      fc.array(fc.tuple(fc.nat(text.length), fc.boolean(), fc.constantFrom(...DAMAGE)), {
        minLength: 1,
        maxLength: 12,
      }),
    ),
  )
  .map(([text, damages]) => {
    let whole = text;
    for (const [place, anywhere, piece] of damages) {
      const at = anywhere ? place : whole.indexOf("\n", place) + 1;
      whole = whole.slice(0, at) + piece + whole.slice(at);
    }
    return whole;
  });

/** Nothing but pieces. */
const pieces = fc
  .array(fc.constantFrom(...DAMAGE, "word ", "Word. ", "\n"), { maxLength: 80 })
  .map((all) => all.join(""));

/** Any text: a cable, what is left of one, or no cable at all. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  knownText,
  { arbitrary: truncated, weight: 2 },
  { arbitrary: spliced, weight: 2 },
  { arbitrary: rearranged, weight: 3 },
  { arbitrary: damaged, weight: 4 },
  { arbitrary: pieces, weight: 2 },
  fc.string({ unit: "binary", maxLength: 400 }),
  fc.string({ maxLength: 400 }),
);

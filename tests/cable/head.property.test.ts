/** The head alone tells what the whole cable does: every value of the head, for every text, whole, cut and damaged. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCable, parseHead } from "../../server/src/cable/parse.ts";
import { StringSource, type TextSource } from "../../server/src/cable/text-source.ts";
import type { CableTree } from "../../server/src/cable/tree.ts";
import { toIndexRecord } from "../../server/src/corpus/index-record.ts";
import { ByteSource } from "../../server/src/host/byte-source.ts";
import { headerQuestions } from "../support/answers.ts";
import { anyText, KNOWN_TEXTS } from "../support/arbitraries.ts";

const NAME = "99MADRID99001.txt";

/** A text of which a first look shows very little, so that short ones are cut, too, and in many places. */
class NarrowSource extends StringSource {
  override first(units: number) {
    return super.first(Math.floor(units / 16));
  }
}

const SOURCES: Record<string, (text: string) => TextSource> = {
  "a text in memory": (text) => new StringSource(text),
  "a text that is looked at in small parts": (text) => new NarrowSource(text),
  "the bytes of a file": (text) => new ByteSource().of(Buffer.from(text)),
};

/** Everything that is told of a head, what the index keeps first. */
function told(tree: CableTree): string {
  return [
    `row: ${JSON.stringify(toIndexRecord(tree))}`,
    `number: ${JSON.stringify([tree.form, tree.plainlyCable, tree.mrn, tree.partialMrn])}`,
    `references: ${JSON.stringify([tree.referencesSpan, tree.references])}`,
    ...headerQuestions(tree).map(({ name, ask }) => `${name}: ${JSON.stringify(ask(tree))}`),
  ].join("\n");
}

test.each(Object.entries(SOURCES))("of whole texts, from %s", (_, sourceOf) => {
  for (const text of KNOWN_TEXTS) expect(told(parseHead(sourceOf(text), NAME))).toBe(told(parseCable(text, NAME)));
});

test.each(Object.entries(SOURCES))("of cut and damaged texts, from %s", { timeout: 120_000 }, (_, sourceOf) => {
  fc.assert(
    fc.property(anyText, (whole) => {
      // Bytes can't say everything that a text in memory can.
      const text = Buffer.from(whole).toString();
      fc.pre(!text.includes("\0") && !text.startsWith("\uFEFF"));
      expect(told(parseHead(sourceOf(text), NAME))).toBe(told(parseCable(text, NAME)));
    }),
    { numRuns: 250 },
  );
});

/** Forms whose heads are read in the whole text: sets and typists' lines may stand anywhere. */
const READ_WHOLE = ["genadmin", "typewritten"];

test("a row needs no more than the head of nearly all texts of the forms that have one", () => {
  const cables = KNOWN_TEXTS.filter((text) => {
    const { plainlyCable, form } = parseCable(text, NAME);
    return plainlyCable && !READ_WHOLE.includes(form);
  });
  const alone = cables.filter((text) => {
    const cable = parseHead(new StringSource(text), NAME);
    toIndexRecord(cable);
    return !cable.hasReadWhole();
  });
  expect(cables.length).toBeGreaterThan(90);
  expect(alone.length / cables.length).toBeGreaterThan(0.9);
});

const HEAD = `VZCZCXRO1234
RR RUEHC
DE RUEHRA #0012 2451021
ZNR UUUUU ZZH
R 020900Z SEP 09
FM AMEMBASSY RIGA
TO RUEHC/SECSTATE WASHDC 8243
`;
const REST = `
UNCLAS RIGA 000012

E.O. 12958: N/A
TAGS: PGOV, EWWT, LG
SUBJECT: HARBOR FEES

REF: A. TALLINN 66

1. (U) Fees rose.
`;

const looked = (text: string): { readonly units: number; readonly row: unknown } => {
  let units = 0;
  class Counting extends StringSource {
    override first(most: number) {
      const beginning = super.first(most);
      units += beginning.text.length;
      return beginning;
    }
  }
  const row = toIndexRecord(parseHead(new Counting(text), NAME));
  return { units, row };
};

test("of a long text no more is looked at than its head", () => {
  const body = "2. (U) Ships came and went all day.\n".repeat(30_000);
  expect(looked(HEAD + REST + body).row).toEqual(looked(HEAD + REST).row);
  expect(looked(HEAD + REST + body).units).toBeLessThan(10_000);
});

test("a head without an end is given up after so many lines, as in the whole cable", () => {
  const endless = `${HEAD}${"RUEHLP/AMEMBASSY LA PAZ 0012\n".repeat(30_000)}${REST}`;
  const { units, row } = looked(endless);
  expect(row).toEqual(toIndexRecord(parseCable(endless, NAME)));
  expect(units).toBeLessThan(100_000);
});

test("a trailer alone gives its row", () => {
  const trailer = `Message Attributes\nDocument Number: 1974LAPAZ00526\nSubject: FISH\nTAGS: PFOR, BL\nFrom: LA PAZ\n`;
  const text = `${"x y z\n".repeat(2_000)}${trailer}`;
  expect(told(parseHead(new StringSource(text), NAME))).toBe(told(parseCable(text, NAME)));
  expect(parseHead(new StringSource(text), NAME).mrn).toEqual({ year: 1974, station: "LAPAZ", serial: 526 });
});

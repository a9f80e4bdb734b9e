/** Quotations of notes held against cables: what is verbatim, what is not, and what mends it. */

import { describe, expect, test } from "vitest";
import { canonicalMrn } from "../../../server/src/cable/mrn.ts";
import { parseCable } from "../../../server/src/cable/parse.ts";
import type { FileUri } from "../../../server/src/corpus/file-uri.ts";
import { fixesOf } from "../../../server/src/features/quotations/correct.ts";
import { quotationMessage } from "../../../server/src/features/quotations/report.ts";
import { checkQuotations, type QuotationSources } from "../../../server/src/features/quotations/verify.ts";
import { SourceText } from "../../../server/src/text/source-text.ts";

const cable = (serial: number, text: string): string => `R 281200Z AUG 09
FM AMEMBASSY MADRID
TO SECSTATE WASHDC
UNCLAS SECTION 01 OF 02 MADRID ${String(serial).padStart(6, "0")}

E.O. 12958: N/A
TAGS: PREL, SP
SUBJECT: FEES FOR THE HARBOUR ARE DUE IN MAY

${text}
DOE
`;

const FIRST = cable(
  99001,
  `1. (U) Summary: The harbour master said that fees for small
boats will be raised by four percent in May, and that owners of inter-
national yachts are "most unhappy" about it. End summary.

2. (C) The port's manager, Pedro Ejemplo, expects long-term

MADRID 00099001  002 OF 002

protests--and none too quiet--at the quay.

3. (C) XXXXXXXXXXXX told us that he would sell his boat.
`,
);

const CAPITALS = cable(
  99002,
  `1. THE MINISTER SAID THAT NO BOAT LEAVES BEFORE THE FEAST, AND
THAT THE BISHOP AGREES WITH HIM ENTIRELY.
`,
);

const sources: QuotationSources = {
  open: async (mrn) =>
    [FIRST, CAPITALS]
      .map((text, index) => ({ file: `file:///${index}.txt` as FileUri, tree: parseCable(text, `${index}.txt`) }))
      .filter(({ tree }) => tree.mrn !== null && canonicalMrn(tree.mrn) === mrn),
};

async function messages(note: string): Promise<readonly string[]> {
  const { quotations } = await checkQuotations(note, true, sources);
  return quotations.map(quotationMessage);
}

async function verdicts(note: string): Promise<readonly string[]> {
  const { quotations } = await checkQuotations(note, true, sources);
  return quotations.map(({ verdict }) => verdict);
}

describe("verbatim", () => {
  test.each([
    [
      "over ends of lines and a hyphen at one",
      "“fees for small boats will be raised by four percent in May, and that owners of international yachts” (09MADRID99001 ¶1)",
    ],
    ["with other quotation marks in it", "“are ‘most unhappy’ about it” (09 MADRID 99001)"],
    ["in straight marks", '"The harbour master said that fees" [@09MADRID99001, para. 1]'],
    [
      "over a page of the cable",
      "“expects long-term protests—and none too quiet—at the quay” (09MADRID99001, para. 2)",
    ],
    [
      "in small letters of a text of capitals",
      "“The Minister said that no boat leaves before the Feast” (09MADRID99002)",
    ],
    [
      "with words left out",
      "“The harbour master said … that owners of international yachts are ‘most unhappy’” (09MADRID99001)",
    ],
    ["with words left out in brackets", "“fees for small boats […] in May” (09MADRID99001)"],
    [
      "with the case of a letter changed in brackets",
      "“[O]wners of international yachts are ‘most unhappy’” (09MADRID99001)",
    ],
    ["with a word put in in brackets", "“told us that he [Ejemplo] would sell his boat” (09MADRID99001 ¶3)"],
    ["with a redaction", "“XXXXXXXXXXXX told us that he would sell his boat” (09MADRID99001 ¶3)"],
    ["of the subject", "“Fees for the harbour are due in May” (09MADRID99001)"],
    ["with its own stop", "“protests--and none too quiet--at the quay.” (09MADRID99001 ¶2)"],
    ["with a footnote", "He “would sell his boat”.[^1]\n\n[^1]: 09 MADRID 99001, para. 3."],
    ["with the citation before it", "As 09MADRID99001 ¶3 has it, somebody “would sell his boat”."],
    [
      "as a block quotation",
      "> 1. (U) Summary: The harbour master said that fees for\n> small boats will be raised by four percent in May\n> — 09 MADRID 99001, para. 1\n",
    ],
    [
      "as a block quotation with its source behind it",
      "> The harbour master said that fees for small\n> boats will be raised\n\n(09MADRID99001 ¶1)\n",
    ],
    [
      "as a block quotation after what announces it",
      "In 09MADRID99001, para. 1, one reads:\n\n> The harbour master said that fees for small boats\n",
    ],
    ["of two cables the second has it", "“would sell his boat” (09MADRID99002; 09MADRID99001)"],
  ])("%s", async (_, note) => expect(await verdicts(note)).toEqual(["verbatim"]));
});

describe("not verbatim", () => {
  test.each([
    [
      "a word is another",
      "“fees for large boats will be raised by five percent” (09MADRID99001 ¶1)",
      "altered: 09MADRID99001 ¶1: “large” for “small”; “five” for “four”",
    ],
    [
      "a word is left out unsaid",
      "“fees for boats will be raised by four percent” (09MADRID99001)",
      "altered: 09MADRID99001 ¶1: “small” is left out",
    ],
    [
      "a word is put in",
      "“fees for very small boats will be raised” (09MADRID99001)",
      "altered: 09MADRID99001 ¶1: “very” is put in",
    ],
    [
      "the case of a name is changed where the text has both",
      "“The port’s manager, pedro Ejemplo, expects” (09MADRID99001)",
      "altered: 09MADRID99001 ¶2: “pedro” for “Pedro”",
    ],
    [
      "it stands in another paragraph",
      "“he would sell his boat” (09MADRID99001, para. 2)",
      "other-paragraph: in 09MADRID99001 ¶3, not in 09MADRID99001 ¶2: “he would sell his boat”",
    ],
    [
      "no such words",
      "“the moon is made of cheese” (09MADRID99001)",
      "not-held: 09MADRID99001 has no such words: “the moon is made of cheese”",
    ],
    [
      "no such cable",
      "“the moon is made of cheese” (09MADRID99003)",
      "not-held: 09MADRID99003 is not among the cables: “the moon is made of cheese”",
    ],
    [
      "what is said in the words put in is no quotation",
      "“told us [in so many words] that he would buy his boat” (09MADRID99001)",
      "altered: 09MADRID99001 ¶3: “buy” for “sell”",
    ],
  ])("%s", async (_, note, message) => expect(await messages(note)).toEqual([message]));

  test("another cable of the note has it", async () => {
    const note =
      "“he would sell his boat at once” (09MADRID99001).\n\n“no boat leaves before the feast” (09MADRID99001). See 09MADRID99002.";
    expect((await messages(note))[1]).toBe(
      "other-cable: in 09MADRID99002 ¶1, not in 09MADRID99001: “no boat leaves before the feast”",
    );
  });

  test("a citation beside the words that is plainly theirs counts, not one further off that would fit", async () => {
    const note =
      "As 09MADRID99002 says, “he would sell his own boat” was heard; “that no boat leaves before the feast” (09MADRID99001).";
    expect((await verdicts(note))[1]).toBe("other-cable");
  });
});

describe("what is no quotation of a cable", () => {
  test.each([
    ["words without a citation near", "“Words” of mine, “and others of mine as well”.\n\n09MADRID99001"],
    ["an apostrophe, an inch", "the harbour's master's 5\" rule (09MADRID99001)"],
    ["code", "`“not a quotation at all, this”` (09MADRID99001)"],
  ])("%s", async (_, note) => expect(await verdicts(note)).toEqual([]));

  test("one or two words that are not found may be anything", async () => {
    const checked = await checkQuotations("a “tall tale” (09MADRID99001)", true, sources);
    expect({ found: checked.quotations.length, tooShort: checked.tooShort }).toEqual({ found: 0, tooShort: 1 });
  });
});

describe("what mends it", () => {
  test.each([
    ["“fees for large boats will be raised” (09MADRID99001)", "“fees for small boats will be raised” (09MADRID99001)"],
    ["“fees for boats will be raised” (09MADRID99001)", "“fees for small boats will be raised” (09MADRID99001)"],
    [
      "“fees for very small boats will be raised” (09MADRID99001)",
      "“fees for small boats will be raised” (09MADRID99001)",
    ],
    ["“he would sell his boat” (09MADRID99001, paras. 1–2)", "“he would sell his boat” (09MADRID99001, para. 3)"],
    [
      "“that no boat leaves before the feast” [@09MADRID99001, ¶9] 09MADRID99002",
      "“that no boat leaves before the feast” [@09MADRID99002, ¶1] 09MADRID99002",
    ],
  ])("%s", async (note, mended) => {
    const { quotations } = await checkQuotations(note, true, sources);
    const [checked] = quotations;
    const [fix] = checked === undefined ? [] : fixesOf(checked, note);
    expect(SourceText.edited(note, fix?.edits ?? []).text).toBe(mended);
    // What was mended is verbatim.
    expect(await verdicts(mended)).toEqual(["verbatim"]);
  });
});

test("a note of quotations without an end is looked at as far as notes go", async () => {
  const note = `${"“fees for large boats” ".repeat(100)}(09MADRID99001)\n\n`.repeat(100);
  const { quotations, uncited } = await checkQuotations(note, true, sources);
  expect(quotations.length + uncited).toBe(5_000);
});

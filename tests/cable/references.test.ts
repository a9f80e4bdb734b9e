/** The entries of REF lines: one line of text with what is read in it. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalMrn } from "../../server/src/cable/mrn.ts";
import {
  looksLikeReferenceLine,
  type ReferenceContext,
  readGenadminReference,
  readReferences,
} from "../../server/src/cable/references/references.ts";
import type { ReferenceEntry } from "../../server/src/cable/tree.ts";
import { JoinedText } from "../../server/src/text/joined-text.ts";
import { SourceText } from "../../server/src/text/source-text.ts";
import { canonicalStation } from "../../server/src/vocabulary/stations.ts";

const IN_2006: ReferenceContext = { year: 2006, form: "acp127" };
const IN_1979: ReferenceContext = { year: 1979, form: "archive" };

function joined(text: string): JoinedText {
  return new JoinedText(SourceText.plain(text), [{ start: 0, end: text.length }]);
}

/** `A cable 06STATE99012 "STATE 99012"`; `-` where there is no label, the number only for a cable that has one. */
function entryOnOneLine({ label, kind, mrn, text }: ReferenceEntry): string {
  return [label ?? "-", kind, ...(mrn === null ? [] : [canonicalMrn(mrn)]), `"${text}"`].join(" ");
}

function read(text: string, context: ReferenceContext): string[] {
  return readReferences(joined(text), context).map(entryOnOneLine);
}

/** The text of a REF line and its entries. */
type Case = readonly [text: string, entries: readonly string[]];

function table(title: string, context: ReferenceContext, cases: readonly Case[]): void {
  describe(title, () => {
    test.each(cases)("%j", (text, entries) => {
      expect(read(text, context)).toEqual(entries);
    });
  });
}

table("one entry", IN_2006, [
  ["STATE 99012", ['- cable 06STATE99012 "STATE 99012"']],
  ["STATE 099012 \n", ['- cable 06STATE99012 "STATE 099012"']],
  ["SECSTATE 99012", ['- cable 06STATE99012 "SECSTATE 99012"']],
  ["LA PAZ 99012", ['- cable 06LAPAZ99012 "LA PAZ 99012"']],
  ["RIO DE JAN 99012", ['- cable 06RIODEJANEIRO99012 "RIO DE JAN 99012"']],
  ["AMEMBASSY LA PAZ 99012", ['- cable 06LAPAZ99012 "AMEMBASSY LA PAZ 99012"']],
  ["Kuwait 99012", ['- cable 06KUWAIT99012 "Kuwait 99012"']],
  ["ASHGABAT99687", ['- cable 06ASHGABAT99687 "ASHGABAT99687"']],
  ["09SHANGHAI99374", ['- cable 09SHANGHAI99374 "09SHANGHAI99374"']],
  ["BRASLIA 99012", ['- cable 06BRASILIA99012 "BRASLIA 99012"']],
  ["CARIO 99012", ['- cable 06CAIRO99012 "CARIO 99012"']],
  ["WARAW 99012", ['- cable 06WARSAW99012 "WARAW 99012"']],
  ["KABOL 99012", ['- cable 06KABOL99012 "KABOL 99012"']],
  ["SAN`AA 99012", ['- cable 06SANAA99012 "SAN`AA 99012"']],
  ["ROME O9123", ['- cable 06ROME9123 "ROME O9123"']],
  ["NARIOBI 99012", ['- cable 06NAIROBI99012 "NARIOBI 99012"']],
  ["THE HAGUE 00099012", ['- cable 06THEHAGUE99012 "THE HAGUE 00099012"']],
  ["STATE: 99012", ['- cable 06STATE99012 "STATE: 99012"']],
  ["PARIS NO. 99012", ['- cable 06PARIS99012 "PARIS NO. 99012"']],
  ["FREDBURG 99123", ['- cable 06FREDBURG99123 "FREDBURG 99123"']],
  ["REF: STATE 99012", ['- cable 06STATE99012 "STATE 99012"']],
]);

table("a date is no number of a series, nor a station's", IN_2006, [
  ["MY 12/3 EMAIL TO DOE", ['- email "MY 12/3 EMAIL TO DOE"']],
  ["FISH TODAY 08/12/06", ['- unknown "FISH TODAY 08/12/06"']],
  ["PARIS 99012/06", ['- cable 06PARIS99012 "PARIS 99012/06"']],
]);

table("nothing", IN_2006, [
  ["", []],
  ["N/A", []],
  ["NONE.", []],
  [" \n ", []],
]);

table("labels", IN_2006, [
  ["A. STATE 99012 B. PARIS 99013", ['A cable 06STATE99012 "STATE 99012"', 'B cable 06PARIS99013 "PARIS 99013"']],
  ["A) STATE 99012, B) PARIS 99013", ['A cable 06STATE99012 "STATE 99012"', 'B cable 06PARIS99013 "PARIS 99013"']],
  ["(A) STATE 99012; (B) PARIS 99013.", ['A cable 06STATE99012 "STATE 99012"', 'B cable 06PARIS99013 "PARIS 99013"']],
  ["(A)STATE 99012 (B)PARIS 99013", ['A cable 06STATE99012 "STATE 99012"', 'B cable 06PARIS99013 "PARIS 99013"']],
  ["[A] STATE 99012 [B] PARIS 99013", ['A cable 06STATE99012 "STATE 99012"', 'B cable 06PARIS99013 "PARIS 99013"']],
  ["A: STATE 99012 B: PARIS 99013", ['A cable 06STATE99012 "STATE 99012"', 'B cable 06PARIS99013 "PARIS 99013"']],
  ["A - STATE 99012\nB - PARIS 99013", ['A cable 06STATE99012 "STATE 99012"', 'B cable 06PARIS99013 "PARIS 99013"']],
  ["A STATE 99012 B PARIS 99013", ['A cable 06STATE99012 "STATE 99012"', 'B cable 06PARIS99013 "PARIS 99013"']],
  ["(A)STATE99012(B)PARIS99013", ['A cable 06STATE99012 "STATE99012"', 'B cable 06PARIS99013 "PARIS99013"']],
  [
    "A. (A) STATE 99012 B. (B) PARIS 99013",
    ['A cable 06STATE99012 "STATE 99012"', 'B cable 06PARIS99013 "PARIS 99013"'],
  ],
  ["A. A) STATE 99012 B. B) E-MAIL OF MAY 3", ['A cable 06STATE99012 "STATE 99012"', 'B email "E-MAIL OF MAY 3"']],
  ["STATE 99012-99015", ['- cable 06STATE99012 "STATE 99012"', '- cable 06STATE99015 "99015"']],
  ["STATE 99012 THROUGH 99015", ['- cable 06STATE99012 "STATE 99012"', '- cable 06STATE99015 "99015"']],
  ["STATE 99012 - 2007 BUDGET", ['- cable 06STATE99012 "STATE 99012 - 2007 BUDGET"']],
  ["A.STATE 99012\nB.PARIS 99013", ['A cable 06STATE99012 "STATE 99012"', 'B cable 06PARIS99013 "PARIS 99013"']],
  ["a. state 99012\nb. Paris 99013", ['A cable 06STATE99012 "state 99012"', 'B cable 06PARIS99013 "Paris 99013"']],
  [
    "REF A: STATE 99012\nREF B: PARIS 99013",
    ['A cable 06STATE99012 "STATE 99012"', 'B cable 06PARIS99013 "PARIS 99013"'],
  ],
  ["STATE 99012 (A), PARIS 99013 (B)", ['A cable 06STATE99012 "STATE 99012"', 'B cable 06PARIS99013 "PARIS 99013"']],
  ["STATE 99012\n¶B. PARIS 99013", ['- cable 06STATE99012 "STATE 99012"', 'B cable 06PARIS99013 "PARIS 99013"']],
  ["1) STATE 99012\n2) PARIS 99013", ['1 cable 06STATE99012 "STATE 99012"', '2 cable 06PARIS99013 "PARIS 99013"']],
  ["(A) STATE 99012; (C), PARIS 99013", ['A cable 06STATE99012 "STATE 99012"', 'C cable 06PARIS99013 "PARIS 99013"']],
  [
    "(A) CARACAS 99012; (BL LA PAZ 99013",
    ['A cable 06CARACAS99012 "CARACAS 99012"', 'B cable 06LAPAZ99013 "LA PAZ 99013"'],
  ],
  [
    "(A) (C) STATE 99012 (B) (S) PARIS 99013",
    ['A cable 06STATE99012 "(C) STATE 99012"', 'B cable 06PARIS99013 "(S) PARIS 99013"'],
  ],
]);

table("machine labels and the author's", IN_2006, [
  [
    "A. (A) STATE 99012  \n[1](#)B. (B) PARIS 99013",
    ['A cable 06STATE99012 "STATE 99012"', 'B cable 06PARIS99013 "PARIS 99013"'],
  ],
  [
    "A. A) STATE 99012\n¶B. B) PARIS 99013",
    ['A cable 06STATE99012 "STATE 99012"', 'B cable 06PARIS99013 "PARIS 99013"'],
  ],
  [
    "A. A. STATE 99012\n¶B. B. PARIS 99013",
    ['A cable 06STATE99012 "STATE 99012"', 'B cable 06PARIS99013 "PARIS 99013"'],
  ],
  // The line of a torn-off tail took a letter, so that the machine's letters run ahead.
  [
    "A. (A) STATE 99012 OF MAY\n¶B. 2006\n¶C. (B) PARIS 99013",
    ['A cable 06STATE99012 "STATE 99012 OF MAY 2006"', 'B cable 06PARIS99013 "PARIS 99013"'],
  ],
  [
    "A. (A) STATE 99012 - THE WORKS OF\n¶B. THE HARBOR\n¶C. (B) PARIS 99013",
    ['A cable 06STATE99012 "STATE 99012 - THE WORKS OF THE HARBOR"', 'B cable 06PARIS99013 "PARIS 99013"'],
  ],
  [
    "A. STATE 99012\n¶B. PARIS 99013\n¶C. AND PREVIOUS",
    ['A cable 06STATE99012 "STATE 99012"', 'B cable 06PARIS99013 "PARIS 99013 AND PREVIOUS"'],
  ],
  [
    "A. (A) STATE 99012\n¶B. (B) E-MAIL DOE/ROE\n¶C. 3/4/06",
    ['A cable 06STATE99012 "STATE 99012"', 'B email "E-MAIL DOE/ROE 3/4/06"'],
  ],
  ["A. STATE 99012 ¶B. PARIS 99013", ['A cable 06STATE99012 "STATE 99012"', 'B cable 06PARIS99013 "PARIS 99013"']],
]);

table("marks and line breaks in the wrong place", IN_2006, [
  [
    "A. STATE 99012 OF MAY\n¶2006. B. PARIS 99013",
    ['A cable 06STATE99012 "STATE 99012 OF MAY 2006"', 'B cable 06PARIS99013 "PARIS 99013"'],
  ],
  ["A. STATE\n¶99012. B. PARIS 99013", ['A cable 06STATE99012 "STATE 99012"', 'B cable 06PARIS99013 "PARIS 99013"']],
  [
    "A. (A) STATE 99012\n¶B. (B)\n¶C. PARIS 99013",
    ['A cable 06STATE99012 "STATE 99012"', 'B cable 06PARIS99013 "PARIS 99013"'],
  ],
  [
    "A. LIMA 99012 (THE\n¶A. HARBOR) B. ROME 99013",
    ['A cable 06LIMA99012 "LIMA 99012 (THE HARBOR)"', 'B cable 06ROME99013 "ROME 99013"'],
  ],
  ["A. STATE 99012 Classified By: Consul Jane Doe, reasons 1.4 (b)", ['A cable 06STATE99012 "STATE 99012"']],
  ["STATE 99012 ¶1. (C) Summary: nothing in Paris 12.", ['- cable 06STATE99012 "STATE 99012"']],
]);

table("lists without labels", IN_1979, [
  ["STATE 99012; LA PAZ 99013", ['- cable 79STATE99012 "STATE 99012"', '- cable 79LAPAZ99013 "LA PAZ 99013"']],
  ["STATE 99012: LA PAZ 99013", ['- cable 79STATE99012 "STATE 99012"', '- cable 79LAPAZ99013 "LA PAZ 99013"']],
  ["LA PAZ 99012, STATE 99013", ['- cable 79LAPAZ99012 "LA PAZ 99012"', '- cable 79STATE99013 "STATE 99013"']],
  ["LA PAZ 0246, AND LA PAZ 244", ['- cable 79LAPAZ246 "LA PAZ 0246"', '- cable 79LAPAZ244 "LA PAZ 244"']],
  [
    "STATE 1 PARIS 2 LONDON 3",
    ['- cable 79STATE1 "STATE 1"', '- cable 79PARIS2 "PARIS 2"', '- cable 79LONDON3 "LONDON 3"'],
  ],
  ["BERLIN 99012;BERLIN 99013", ['- cable 79BERLIN99012 "BERLIN 99012"', '- cable 79BERLIN99013 "BERLIN 99013"']],
  ["STATE 99012\nPARIS 99013", ['- cable 79STATE99012 "STATE 99012"', '- cable 79PARIS99013 "PARIS 99013"']],
]);

table("a station that goes on", IN_2006, [
  ["BRASILIA 2799 AND 2764", ['- cable 06BRASILIA2799 "BRASILIA 2799"', '- cable 06BRASILIA2764 "2764"']],
  [
    "STATE 99123, 99124, AND 99125",
    ['- cable 06STATE99123 "STATE 99123"', '- cable 06STATE99124 "99124"', '- cable 06STATE99125 "99125"'],
  ],
  ["STATE 99123/99124", ['- cable 06STATE99123 "STATE 99123"', '- cable 06STATE99124 "99124"']],
  [
    "A. 05 BRASILIA 99012 AND 99013 B. STATE 99014",
    [
      'A cable 05BRASILIA99012 "05 BRASILIA 99012"',
      'A cable 05BRASILIA99013 "99013"',
      'B cable 06STATE99014 "STATE 99014"',
    ],
  ],
  ["A. RIYADH 99123 ¶B. 99124", ['A cable 06RIYADH99123 "RIYADH 99123"', 'B cable 06RIYADH99124 "99124"']],
  ["STATE 99123 AND PREVIOUS", ['- cable 06STATE99123 "STATE 99123 AND PREVIOUS"']],
]);

table("years", IN_2006, [
  ["05 TOWN 99012", ['- cable 05TOWN99012 "05 TOWN 99012"']],
  ["2005 TOWN 99012", ['- cable 05TOWN99012 "2005 TOWN 99012"']],
  ["'05 PARIS 99012", ['- cable 05PARIS99012 "\'05 PARIS 99012"']],
  ["TOWN 99012 (05)", ['- cable 05TOWN99012 "TOWN 99012 (05)"']],
  ["PARIS 99012/05", ['- cable 05PARIS99012 "PARIS 99012/05"']],
  ["PARIS 99012 OF 2005", ['- cable 05PARIS99012 "PARIS 99012 OF 2005"']],
  ["PARIS 99012 DTD MAY 3, 2005", ['- cable 05PARIS99012 "PARIS 99012 DTD MAY 3, 2005"']],
  ["PARIS 99012 OF MAY 3", ['- cable 06PARIS99012 "PARIS 99012 OF MAY 3"']],
  ["PARIS 99012 OF 12/03/05", ['- cable 05PARIS99012 "PARIS 99012 OF 12/03/05"']],
  ["LA PAZ 99012 JULY 1973", ['- cable 73LAPAZ99012 "LA PAZ 99012 JULY 1973"']],
  ["STATE 99012 310241Z AUG 77", ['- cable 77STATE99012 "STATE 99012 310241Z AUG 77"']],
  ["STATE 05 99012", ['- cable 05STATE99012 "STATE 05 99012"']],
  ["1974BONN99234", ['- cable 74BONN99234 "1974BONN99234"']],
  ["A. BERLIN 2005", ['A cable 06BERLIN2005 "BERLIN 2005"']],
]);

test("a cable without a year, cited where no year is known, has no number", () => {
  const context: ReferenceContext = { year: null, form: "fragment" };
  expect(read("STATE 99012, 05 PARIS 99013", context)).toEqual([
    '- cable "STATE 99012"',
    '- cable 05PARIS99013 "05 PARIS 99013"',
  ]);
});

table("wraps", IN_2006, [
  ["A.\nSTATE 99012\nB.\nPARIS 99013", ['A cable 06STATE99012 "STATE 99012"', 'B cable 06PARIS99013 "PARIS 99013"']],
  ["A. LA\nPAZ 99012", ['A cable 06LAPAZ99012 "LA PAZ 99012"']],
  ["A. 05\n     PARIS 99012", ['A cable 05PARIS99012 "05 PARIS 99012"']],
  [
    "(A) MADRID 99012 (B) SECSTATE\n\n99013",
    ['A cable 06MADRID99012 "MADRID 99012"', 'B cable 06STATE99013 "SECSTATE 99013"'],
  ],
]);

table("numbers of reports", IN_2006, [
  ["A. DAO FREDBURG XXR 6 889 0272 06", ['A report "DAO FREDBURG XXR 6 889 0272 06"']],
  ["A. OSC XYP20060329950015", ['A report "OSC XYP20060329950015"']],
]);

table("tails", IN_2006, [
  ["A: STATE 99012; REF B: PARIS 99013", ['A cable 06STATE99012 "STATE 99012"', 'B cable 06PARIS99013 "PARIS 99013"']],
  ["A. 05_PARIS_99012", ['A cable 05PARIS99012 "05_PARIS_99012"']],
  [
    "A) STATE 99012 (NOTAL) B) PARIS 99013 (EXDIS)",
    ['A cable 06STATE99012 "STATE 99012 (NOTAL)"', 'B cable 06PARIS99013 "PARIS 99013 (EXDIS)"'],
  ],
  [
    'A. STATE 99012, "ONE, TWO, PARIS 2006"\nB. PARIS 99013',
    ['A cable 06STATE99012 "STATE 99012, "ONE, TWO, PARIS 2006""', 'B cable 06PARIS99013 "PARIS 99013"'],
  ],
  [
    "A. CAIRO 99012 - HARBOR: WORKS, AND 12 CRANES\nB. ROME 99013",
    ['A cable 06CAIRO99012 "CAIRO 99012 - HARBOR: WORKS, AND 12 CRANES"', 'B cable 06ROME99013 "ROME 99013"'],
  ],
  [
    "A. CAIRO 99012 (HARBOR (PART B. OF IT)) B. ROME 99013",
    ['A cable 06CAIRO99012 "CAIRO 99012 (HARBOR (PART B. OF IT))"', 'B cable 06ROME99013 "ROME 99013"'],
  ],
  ["STATE 99012, PARA 3", ['- cable 06STATE99012 "STATE 99012, PARA 3"']],
  ["STATE 99012 TOSEC 99013", ['- cable 06STATE99012 "STATE 99012 TOSEC 99013"']],
  ["STATE 00498#", ['- cable 06STATE498 "STATE 00498#"']],
]);

table("what is no numbered cable", IN_2006, [
  [
    "A. STATE 99012 B. DOE/ROE E-MAIL OF MAY 3, 2006",
    ['A cable 06STATE99012 "STATE 99012"', 'B email "DOE/ROE E-MAIL OF MAY 3, 2006"'],
  ],
  [
    "DOE-ROE E-MAIL 3/4/05\nROE-DOE E-MAIL 3/5/05",
    ['- email "DOE-ROE E-MAIL 3/4/05"', '- email "ROE-DOE E-MAIL 3/5/05"'],
  ],
  [
    "A) STATE 99012\n  B) E-MAIL FROM A. DOE TO B. ROE\n  C) ROME 99013",
    [
      'A cable 06STATE99012 "STATE 99012"',
      'B email "E-MAIL FROM A. DOE TO B. ROE"',
      'C cable 06ROME99013 "ROME 99013"',
    ],
  ],
  [
    "(A) LA PAZ 99012, (B) DOE/ROE TELCON 3/14/79",
    ['A cable 06LAPAZ99012 "LA PAZ 99012"', 'B telcon "DOE/ROE TELCON 3/14/79"'],
  ],
  ["DOE/ROE TELECON 28 AUGUST 1979", ['- telcon "DOE/ROE TELECON 28 AUGUST 1979"']],
  ["FAX FROM DOE TO ROE; STATE 99012", ['- fax "FAX FROM DOE TO ROE"', '- cable 06STATE99012 "STATE 99012"']],
  ["MEMCON OF AUGUST 2, 1974", ['- memo "MEMCON OF AUGUST 2, 1974"']],
  [
    "A. MEETING OF J. DOE AND B. ROE ON MAY 3 B. STATE 99012",
    ['A meeting "MEETING OF J. DOE AND B. ROE ON MAY 3"', 'B cable 06STATE99012 "STATE 99012"'],
  ],
  ["DOE LETTER TO ROE DATED MAY 3", ['- letter "DOE LETTER TO ROE DATED MAY 3"']],
  ["A. 12 FAM 540 B. 2 FAH-2 H-113", ['A book "12 FAM 540"', 'B book "2 FAH-2 H-113"']],
  ["HTTP://WWW.EXAMPLE.GOV/HARBOR.HTML", ['- web "HTTP://WWW.EXAMPLE.GOV/HARBOR.HTML"']],
  ["A. IIR 6 999 0123 05 B. TD-314/99345-06", ['A report "IIR 6 999 0123 05"', 'B report "TD-314/99345-06"']],
  ["A. EMBASSY DAILY REPORT FOR JANUARY 13 \n¶B. 2008", ['A report "EMBASSY DAILY REPORT FOR JANUARY 13 2008"']],
  ["(A) A-199: (B) BONN A-50", ['A airgram "A-199"', 'B airgram "BONN A-50"']],
  [
    "(A) A-034 OF FEBRUARY 18, 1974 (B) STATE 99012",
    ['A airgram "A-034 OF FEBRUARY 18, 1974"', 'B cable 06STATE99012 "STATE 99012"'],
  ],
  ["COMINVENTED MSG DTG 151355Z AUGUST 1974", ['- message "COMINVENTED MSG DTG 151355Z AUGUST 1974"']],
  ["USDAO LA PAZ MSG 242015Z", ['- message "USDAO LA PAZ MSG 242015Z"']],
  ["STATE 310241Z AUG 77", ['- message "STATE 310241Z AUG 77"']],
  ["UNSCR 1701", ['- unknown "UNSCR 1701"']],
  ["FEB 8 WIRELESS", ['- unknown "FEB 8 WIRELESS"']],
  ["MAY 12", ['- unknown "MAY 12"']],
]);

table("series", { year: 1963, form: "typewritten" }, [
  ["Deptel 286", ['- series "Deptel 286"']],
  ["Department's 986 March 6.", ['- series "Department\'s 986 March 6"']],
  ["Urtel 245, Embtel 548", ['- series "Urtel 245"', '- series "Embtel 548"']],
  ["DEPTEL 286 AND 293", ['- series "DEPTEL 286"', '- series "293"']],
  ["TOSEC 99023", ['- series "TOSEC 99023"']],
  ["SECTO 12", ['- series "SECTO 12"']],
  ["London 945", ['- cable 63LONDON945 "London 945"']],
  ["Hong Kong's 865 repeated Paris 199", ['- series "Hong Kong\'s 865 repeated Paris 199"']],
  ["Telegram 1234 From Bonn", ['- cable 63BONN1234 "Telegram 1234 From Bonn"']],
  ["telegram 113614 to Bangkok", ['- cable 63STATE113614 "telegram 113614 to Bangkok"']],
]);

test("the citing station is a station, whatever it is called", () => {
  const context: ReferenceContext = { year: 2006, form: "acp127", station: null };
  expect(read("A. FREDBURG 99123 (HARBOR) B. NEW FREDBURG 99124", context)).toEqual([
    'A cable 06FREDBURG99123 "FREDBURG 99123 (HARBOR)"',
    'B cable 06NEWFREDBURG99124 "NEW FREDBURG 99124"',
  ]);
});

test("spans cover the entry and the author's letter", () => {
  const text = "A. (A) SHANGHAI 99066  \n[1](#)B. (B) LA\n   PAZ 99057 ";
  const [first, second] = readReferences(joined(text), IN_2006);
  const cut = (span: { start: number; end: number } | null | undefined): string | null =>
    span == null ? null : text.slice(span.start, span.end);
  expect(cut(first?.span)).toBe("SHANGHAI 99066");
  expect(first?.labelSpan).toEqual({ start: 4, end: 5 });
  expect(cut(second?.span)).toBe("LA\n   PAZ 99057");
  expect(second?.text).toBe("LA PAZ 99057");
  expect(cut(second?.labelSpan)).toBe("B");
  expect(second?.labelSpan?.start).toBe(text.indexOf("(B)") + 1);
});

describe("whether a line goes on with a list of references", () => {
  test.each([
    "¶B. PARIS 99012",
    "     B. 05 FREDBURG 99080 (NOTAL)",
    "[1](#)C. (C) GUANGZHOU 99510",
    "B) DOE/ROE E-MAIL OF MAY 3",
    "(C) BONN A-99",
    "D) 78 AMSTERDAM 99693, E) 78 LONDON 99982",
    "STATE 99012",
    "99013",
    "¶D. AND PREVIOUS",
    "AND PREVIOUS",
    "C.",
  ])("yes: %j", (line) => {
    expect(looksLikeReferenceLine(line)).toBe(true);
  });

  test.each([
    "",
    "CLASSIFIED BY: POLCOUNS JANE DOE, REASONS 1.4 (B) AND (D)",
    "Classified By: Consul Jane Doe for Reasons 1.4 (b) and (d).",
    "1. (C) Summary: Nothing happened in Fredburg in 2006.",
    "¶1. (C) Summary: Nothing happened.",
    "(C) Summary: The letter that the minister sent us said nothing at all of the harbor.",
    "(U) This message is sensitive but unclassified.",
    "A. HARBOR WORKS DURING 1970.",
    "B. ASSESSMENT: THE MINISTER WAS PLEASED",
    "Comment",
    "SUMMARY",
    "--------",
    "1970.",
    "R 091700Z MAY 79",
    "The minister told us that Paris 2006 had been a success.",
  ])("no: %j", (line) => {
    expect(looksLikeReferenceLine(line)).toBe(false);
  });
});

describe("sets of a GENADMIN message", () => {
  test.each([
    ["REF/A/MSG/COMINVENTED/051200ZAPR98//", 'A message "MSG/COMINVENTED/051200ZAPR98"'],
    ["REF/B/DOC/NAVINVENTED/01JUL97/-//", 'B report "DOC/NAVINVENTED/01JUL97"'],
    ["A/TEL/DOE-ROE/01JUL97//", 'A telcon "TEL/DOE-ROE/01JUL97"'],
    ["REF/C/STATE 99012//", 'C cable 98STATE99012 "STATE 99012"'],
  ])("%j", (text, entry) => {
    const found = readGenadminReference(joined(text), { year: 1998, form: "genadmin" });
    expect(found === null ? null : entryOnOneLine(found)).toBe(entry);
  });

  test("nothing in what is no set", () => {
    expect(readGenadminReference(joined("RMKS"), IN_2006)).toBeNull();
  });
});

table("numbers and stations as they are typed", { ...IN_2006, station: canonicalStation("LA PAZ"), serial: 99500 }, [
  ["A) 377 LIMA, B) 05 LIMA 99383", ['A cable 06LIMA377 "377 LIMA"', 'B cable 05LIMA99383 "05 LIMA 99383"']],
  ["A) 99307 B) STATE 99577", ['A cable 06LAPAZ99307 "99307"', 'B cable 06STATE99577 "STATE 99577"']],
  [
    "A. LIMA 99969\n¶B. 99962 AND PREVIOUS",
    ['A cable 06LIMA99969 "LIMA 99969"', 'B cable 06LIMA99962 "99962 AND PREVIOUS"'],
  ],
  ["LIMA 09718 99, LIMA 09986 00", ['- cable 99LIMA9718 "LIMA 09718 99"', '- cable 00LIMA9986 "LIMA 09986 00"']],
  ["LIMA 09718 2004", ['- cable 04LIMA9718 "LIMA 09718 2004"']],
  [
    "A) STATE (01) 992265, B) LIMA 99259 (2002)",
    ['A cable 01STATE992265 "STATE (01) 992265"', 'B cable 02LIMA99259 "LIMA 99259 (2002)"'],
  ],
  ["LIMA (C)09293", ['- cable 06LIMA9293 "LIMA (C)09293"']],
  ["LIMA CABLES 9266 AND 09259", ['- cable 06LIMA9266 "LIMA CABLES 9266"', '- cable 06LIMA9259 "09259"']],
  ["UNCLAS BOGOTA 99578", ['- cable 06BOGOTA99578 "UNCLAS BOGOTA 99578"']],
  [
    "A. B0GOTA 99245\nB. O4 LIMA 99944",
    ['A cable 06BOGOTA99245 "B0GOTA 99245"', 'B cable 04LIMA99944 "O4 LIMA 99944"'],
  ],
  [
    "A) LIMA 99199, B) LIMA 99227 LA PAZ 00009812",
    ['A cable 06LIMA99199 "LIMA 99199"', 'B cable 06LIMA99227 "LIMA 99227"'],
  ],
  [
    "A. 05 LIMA 99954\nB. OTHER BODY 201/2006 - MAY 16 2006",
    ['A cable 05LIMA99954 "05 LIMA 99954"', 'B unknown "OTHER BODY 201/2006 - MAY 16 2006"'],
  ],
  [
    "A. LIMA 99610\n¶B. DOE-ROE DESK 3/11 E-MAIL",
    ['A cable 06LIMA99610 "LIMA 99610"', 'B email "DOE-ROE DESK 3/11 E-MAIL"'],
  ],
  ["LA PAZ A87", ['- airgram "LA PAZ A87"']],
  [
    "A. A. STATE 992989 B. STATE 990646\n¶B. C. STATE 99213 D. STATE 99076",
    [
      'A cable 06STATE992989 "STATE 992989"',
      'B cable 06STATE990646 "STATE 990646"',
      'C cable 06STATE99213 "STATE 99213"',
      'D cable 06STATE99076 "STATE 99076"',
    ],
  ],
]);

describe("the year of a reference", () => {
  const CITING: ReferenceContext = { ...IN_2006, station: canonicalStation("LA PAZ"), serial: 99100 };
  test.each([
    ["LA PAZ 99099", "06LAPAZ99099 inferred"],
    // Not given yet when the citing cable was numbered.
    ["LA PAZ 99101", "05LAPAZ99101 inferred"],
    ["06 LA PAZ 99101", "06LAPAZ99101 printed"],
    ["STATE 99101", "06STATE99101 inferred"],
    ["05 STATE 99101", "05STATE99101 printed"],
    ["STATE 99101 (05)", "05STATE99101 printed"],
    ["STATE 99101 DTD 3 MAY 2005", "05STATE99101 printed"],
    ["DOE-ROE TELCON", "no number"],
  ])("%j: %s", (text, year) => {
    const entries = readReferences(joined(text), CITING);
    expect(entries.map(({ mrn, yearInferred }) => yearOf(mrn, yearInferred))).toEqual([year]);
  });

  test("is not told where the citing cable's is not known, and the serial may be cut", () => {
    expect(readReferences(joined("LA PAZ 99101"), { ...CITING, year: null })).toMatchObject([
      { mrn: null, yearInferred: false },
    ]);
    expect(readReferences(joined("LA PAZ 99101"), { ...CITING, serial: null })).toMatchObject([
      { mrn: { year: 2006 } },
    ]);
  });

  function yearOf(mrn: ReferenceEntry["mrn"], inferred: boolean): string {
    return mrn === null ? "no number" : `${canonicalMrn(mrn)} ${inferred ? "inferred" : "printed"}`;
  }
});

describe("any text", () => {
  const pieces = fc.constantFrom(
    ..."A. |B) |(C) |¶D. |[1](#)E. |STATE |LA PAZ |99012|05 |2006|(NOTAL)|AND PREVIOUS| AND |; |, |\n| |: |- |E-MAIL |A-19|(|)|\"|.|/|'|TOSEC |310241Z AUG 77|http://x.org".split(
      "|",
    ),
  );
  const referenceText = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(pieces, { maxLength: 30 }).map((all) => all.join("")),
  );

  test("is read without a fault, entries in order, each within the text", () => {
    fc.assert(
      fc.property(referenceText, fc.option(fc.integer({ min: 1950, max: 2060 })), (text, year) => {
        let last = 0;
        for (const entry of readReferences(joined(text), { year, form: "acp127" })) {
          expect(entry.span.start).toBeGreaterThanOrEqual(last);
          expect(entry.span.end).toBeGreaterThan(entry.span.start);
          expect(entry.span.end).toBeLessThanOrEqual(text.length);
          last = entry.span.end;
          // What a machine's label tore apart is put together again: every character of the text stands in the span, in order.
          let at = entry.span.start;
          for (const character of entry.text.replace(/\s/g, "")) {
            at = text.indexOf(character, at) + character.length;
            expect(at).toBeGreaterThan(0);
            expect(at).toBeLessThanOrEqual(entry.span.end);
          }
          if (entry.labelSpan !== null) {
            expect(text.slice(entry.labelSpan.start, entry.labelSpan.end).toUpperCase()).toBe(entry.label);
          }
          if (entry.kind !== "cable") expect(entry.mrn).toBeNull();
        }
        looksLikeReferenceLine(text);
        readGenadminReference(joined(text), { year, form: "genadmin" });
      }),
      { numRuns: 500 },
    );
  });
});

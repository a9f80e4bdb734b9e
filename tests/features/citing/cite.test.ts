/** Citations of cables of each era, word for word. */

import { describe, expect, test } from "vitest";
import { parseCable } from "../../../server/src/cable/parse.ts";
import { type CitationStyleId, citationsOf, cite } from "../../../server/src/features/citing/cite.ts";
import { contextObject } from "../../../server/src/features/citing/coins.ts";
import { personalName } from "../../../server/src/features/citing/names.ts";
import { citationParts } from "../../../server/src/features/citing/parts.ts";

const ARCHIVE = `                                Message Text

CONFIDENTIAL

PAGE 01  BONN 99234  281317Z

43
ACTION EUR-25

INFO OCT-01 ISO-00 /026 W
          --------------------- 025739
R 281200Z JAN 74
FM AMEMBASSY BONN
TO SECSTATE WASHDC 9234
INFO AMEMBASSY PARIS

C O N F I D E N T I A L BONN 99234

E.O. 11652: GDS
TAGS: PFOR, GW, US
SUBJ: INVENTED TALKS ON AN INVENTED
     MATTER

1. SUMMARY: MINISTER EXAMPLE SAID "MAYBE". END SUMMARY.

2. HE LEFT.

3. HE CAME BACK.
DOE

CONFIDENTIAL

NNN

                             Message Attributes
Document Number: 1974BONN99234
Film Number: D740169-9920
Locator: TEXT ON-LINE
Subject: INVENTED TALKS ON AN INVENTED MATTER
TAGS: PFOR, GW, US
To: STATE
`;

const TYPEWRITTEN = `INCOMING TELEGRAM  Department of State
        CONFIDENTIAL
Action                       Control: 9982
 EUR                         Rec'd:   March 7, 1963
Info                                  12:57 PM
 SS     FROM: Hong Kong
 G      TO:   Secretary of State
 ARA    NO:   945, March 7, NOON

        HARBOR MASTER HAS NO KNOWLEDGE OF SHIPS.
                                   DOE
`;

const ACP127 = `VZCZCXRO9901
RR RUEHXX
DE RUEHGH #9374/01 2400903
ZNR UUUUU ZZH
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
INFO RUEHBJ/AMEMBASSY BEIJING 0001
UNCLAS SHANGHAI 009374

SIPDIS

E.O. 12958: N/A
TAGS: PGOV, ECON, CH
SUBJECT: PORT FEES: 50% MORE FOR "OLD" SHIPS & BARGES

¶1. (U) Fees rose.
CAMP
`;

const SMART = `UNCLASSIFIED   U.S. Department of State   Case No. F-2014-99999   Doc No. C09999999   Date: 08/31/2015
                         UNCLASSIFIED
                            SBU
MRN:        10 STATE 99345
Date/DTG:   Sep 15, 2010 / 151503Z SEP 10
From:       SECSTATE WASHDC
Action:     MOSCOW, AMEMBASSY IMMEDIATE; WARSAW, AMEMBASSY ROUTINE
E.O.:       13526
TAGS:       PREL, RS
Subject:    (U) Invented Guidance for an Invented Meeting

1. (SBU) Action request: see paragraph 3.

Signature:      DOE
`;

const of = (text: string, style: CitationStyleId, accessed = ""): string | null =>
  cite(parseCable(text), style, { accessed });

describe("a telegram of the State archive, 1974", () => {
  test.each<[CitationStyleId, string]>([
    ["mrn", "74BONN99234"],
    ["short", "74 BONN 99234"],
    [
      "chicago-note",
      "Embassy Bonn to Department of State, telegram 99234, “INVENTED TALKS ON AN INVENTED MATTER,” January 28, 1974, 1974BONN99234, Central Foreign Policy Files, 1973-79/Electronic Telegrams, RG 59: General Records of the Department of State, National Archives.",
    ],
    [
      "chicago-bibliography",
      "Embassy Bonn. Telegram 99234 to Department of State. “INVENTED TALKS ON AN INVENTED MATTER.” January 28, 1974. 1974BONN99234. Central Foreign Policy Files, 1973-79/Electronic Telegrams, RG 59: General Records of the Department of State, National Archives.",
    ],
    [
      "bibtex",
      `@techreport{74BONN99234,
  author = {{Embassy Bonn}},
  title = {{INVENTED TALKS ON AN INVENTED MATTER}},
  type = {Telegram},
  number = {74 BONN 99234},
  institution = {Embassy Bonn},
  year = {1974},
  month = jan,
  date = {1974-01-28},
  keywords = {PFOR, GW, US},
  note = {To Department of State},
  howpublished = {Central Foreign Policy Files, 1973-79/Electronic Telegrams, RG 59: General Records of the Department of State, National Archives}
}`,
    ],
  ])("%s", (style, expected) => {
    expect(of(ARCHIVE, style)).toBe(expected);
  });

  test("as the National Archives want it", () => {
    expect(of(ARCHIVE, "national-archives", "May 1, 2014")).toBe(
      "Embassy Bonn to Department of State, Telegram 99234, January 28, 1974, 1974BONN99234, Central Foreign Policy Files, 1973-79/Electronic Telegrams, RG 59: General Records of the Department of State, National Archives (accessed May 1, 2014).",
    );
  });

  test("on microfilm", () => {
    expect(of(ARCHIVE.replace("TEXT ON-LINE", "TEXT ON MICROFILM"), "national-archives")).toBe(
      "Embassy Bonn to Department of State, Telegram 99234, January 28, 1974, D740169-9920, Central Foreign Policy Files, 1973-79/D-Reel Microfilm, RG 59: General Records of the Department of State, National Archives.",
    );
  });

  test("a selection is cited by its paragraphs", () => {
    const tree = parseCable(ARCHIVE);
    const at = (words: string): number => ARCHIVE.indexOf(words);
    const inside = { start: at("HE LEFT"), end: at("HE LEFT") + 2 };
    expect(cite(tree, "short", { selection: inside })).toBe("74 BONN 99234, para. 2");
    expect(cite(tree, "mrn", { selection: { start: at("MINISTER"), end: at("CAME") } })).toBe(
      "74BONN99234, paras. 1–3",
    );
    expect(cite(tree, "national-archives", { selection: inside })).toContain(
      "January 28, 1974, para. 2, 1974BONN99234",
    );
    expect(cite(tree, "bibtex", { selection: inside })).toContain("note = {To Department of State, para. 2}");
    expect(cite(tree, "short", { selection: { start: 0, end: 5 } })).toBe("74 BONN 99234");
  });
});

test("a typewritten telegram of 1963 has the number of its pair of posts", () => {
  expect(of(TYPEWRITTEN, "chicago-note")).toBe(
    "Consulate Hong Kong to Department of State, telegram 945, March 7, 1963, RG 59: General Records of the Department of State, National Archives.",
  );
  expect(of(TYPEWRITTEN, "national-archives")).toBe(
    "Consulate Hong Kong to Department of State, Telegram 945, March 7, 1963, RG 59: General Records of the Department of State, National Archives.",
  );
  expect(of(TYPEWRITTEN, "mrn")).toBeNull();
});

describe("a cable of 2009", () => {
  test.each<[CitationStyleId, string]>([
    ["short", "09 SHANGHAI 9374"],
    [
      "chicago-note",
      "Consulate Shanghai to Department of State, telegram 9374, “PORT FEES: 50% MORE FOR ‘OLD’ SHIPS & BARGES,” August 28, 2009, 09 SHANGHAI 9374, Department of State.",
    ],
  ])("%s", (style, expected) => {
    expect(of(ACP127, style)).toBe(expected);
  });

  test("BibTeX is escaped", () => {
    expect(of(ACP127, "bibtex")).toContain(
      "title = {{PORT FEES: 50\\% MORE FOR \\textquotedbl{}OLD\\textquotedbl{} SHIPS \\& BARGES}},",
    );
    const braces = of(ACP127.replace("PORT FEES", "A {B} C_D #1 $2 ~3 ^4 \\5 <6>"), "bibtex");
    expect(braces).toContain(
      "{{A \\{B\\} C\\_D \\#1 \\$2 \\textasciitilde{}3 \\textasciicircum{}4 \\textbackslash{}5 \\textless{}6\\textgreater{}: 50\\%",
    );
  });

  test("CSL JSON", () => {
    expect(JSON.parse(of(ACP127, "csl-json") ?? "")).toEqual([
      {
        id: "09SHANGHAI9374",
        type: "report",
        genre: "Telegram",
        title: 'PORT FEES: 50% MORE FOR "OLD" SHIPS & BARGES',
        author: [{ literal: "Consulate Shanghai" }],
        issued: { "date-parts": [[2009, 8, 28]] },
        number: "09 SHANGHAI 9374",
        archive: "Department of State",
        keyword: "PGOV, ECON, CH",
        note: "To Department of State",
      },
    ]);
  });
});

describe("other styles", () => {
  test.each<[string, CitationStyleId, string]>([
    [
      ARCHIVE,
      "frus",
      "Telegram 99234 From Bonn, January 28, 1974; National Archives, RG 59, Central Foreign Policy File, D740169-9920.",
    ],
    [ACP127, "frus", "Telegram 9374 From Shanghai, August 28, 2009."],
    [SMART, "frus", "Telegram 99345 to Moscow, September 15, 2010."],
    [
      ACP127,
      "mla",
      "United States, Department of State, Consulate in Shanghai. “PORT FEES: 50% MORE FOR ‘OLD’ SHIPS & BARGES.” 28 Aug. 2009. Department of State, no. 09 SHANGHAI 9374.",
    ],
    [
      SMART,
      "release",
      "10 STATE 99345, Sept. 15, 2010, Department of State FOIA Case F-2014-99999, Doc. No. C09999999.",
    ],
    [
      ACP127,
      "ris",
      `TY  - RPRT
ID  - 09SHANGHAI9374
AU  - Consulate Shanghai
TI  - PORT FEES: 50% MORE FOR "OLD" SHIPS & BARGES
PY  - 2009
DA  - 2009/08/28/
M3  - Telegram
SN  - 09 SHANGHAI 9374
PB  - Consulate Shanghai
KW  - PGOV
KW  - ECON
KW  - CH
N1  - To Department of State
DB  - Department of State
AN  - 09 SHANGHAI 9374
ER  -${" "}`,
    ],
    [
      ACP127,
      "biblatex",
      `@report{09SHANGHAI9374,
  author = {{Consulate Shanghai}},
  title = {{PORT FEES: 50\\% MORE FOR \\textquotedbl{}OLD\\textquotedbl{} SHIPS \\& BARGES}},
  type = {Telegram},
  number = {09 SHANGHAI 9374},
  institution = {Consulate Shanghai},
  date = {2009-08-28},
  keywords = {PGOV, ECON, CH},
  note = {To Department of State},
  library = {09 SHANGHAI 9374},
  addendum = {Department of State}
}`,
    ],
  ])("%#: %s", (text, style, expected) => expect(of(text, style)).toBe(expected));

  test("a cable that was not released has no citation as a release", () => {
    expect(of(ACP127, "release")).toBeNull();
  });

  test("a line break planted in a subject begins no record of RIS", () => {
    const planted = of(ACP127.replace("PORT FEES", "PORT FEES\n     TY  - BOOK"), "ris");
    expect(planted?.match(/^TY {2}- /gm)).toEqual(["TY  - "]);
  });
});

describe("a subject that ends in a stop", () => {
  test.each([
    ["FEES ARE DUE.", "“FEES ARE DUE,”"],
    ["FEES IN THE U.S.", "“FEES IN THE U.S.,”"],
    ["WHO PAYS?", "“WHO PAYS?,”"],
  ])("%s", (subject, cited) => {
    expect(of(ACP127.replace(/SUBJECT: .*/, `SUBJECT: ${subject}`), "chicago-note")).toContain(cited);
  });
});

describe("names are as people write them", () => {
  test.each([
    ["SECDEF WASHDC", "Secretary of Defense"],
    ["SECDEF WASHINGTON DC//USDP:ISA//", "Secretary of Defense"],
    ["SECSTATE WASHDC IMMEDIATE", "Department of State"],
    ["WASHDC, SECSTATE", "Department of State"],
    ["MOSCOW, AMEMBASSY", "Embassy Moscow"],
    ["AMEMDASSY LA PAZ", "Embassy La Paz"],
    ["THE WHITE HOUSE WASHDC", "White House"],
    ["DEPT OF JUSTICE WASHDC", "Department of Justice"],
    ["TREASURY DEPT", "Department of the Treasury"],
    ["USDOC WASHDC", "Department of Commerce"],
    ["NSC WASHINGTON DC", "National Security Council"],
    ["USCINCPAC HONOLULU HI", "Commander, Pacific Command"],
    ["CDR USCENTCOM MACDILL AFB FL", "Commander, Central Command"],
    ["HQ USAFRICOM STUTTGART GE", "Africa Command"],
    ["ALL DIPLOMATIC AND CONSULAR POSTS COLLECTIVE", "All Diplomatic and Consular Posts"],
    ["USMISSION UNVIE VIENNA", "Mission to International Organizations in Vienna"],
    ["AMEMBASSY N'DJAMENA", "Embassy N'Djamena"],
    ["SOMEBODY UNKNOWN", "Somebody Unknown"],
  ])("%s", (printed, name) => expect(personalName(printed)).toBe(name));
});

test("what a page of HTML holds for reference managers", () => {
  expect(contextObject(citationParts(parseCable(ACP127)))).toBe(
    "ctx_ver=Z39.88-2004&rft_val_fmt=info%3Aofi%2Ffmt%3Akev%3Amtx%3Adc&rft.type=report&rft.title=PORT%20FEES%3A%2050%25%20MORE%20FOR%20%22OLD%22%20SHIPS%20%26%20BARGES&rft.creator=Consulate%20Shanghai&rft.date=2009-08-28&rft.identifier=09%20SHANGHAI%209374&rft.source=Department%20of%20State&rft.subject=PGOV&rft.subject=ECON&rft.subject=CH",
  );
  expect(contextObject(citationParts(parseCable(ACP127.replace("PORT", "\ud800"))))).toContain("%EF%BF%BD");
});

test("a SMART print that was released has its case and document numbers", () => {
  expect(of(SMART, "chicago-note")).toBe(
    "Department of State to Embassy Moscow, telegram 99345, “Invented Guidance for an Invented Meeting,” September 15, 2010, 10 STATE 99345, FOIA Case F-2014-99999, Doc. No. C09999999, Department of State.",
  );
  expect(of(SMART, "chicago-bibliography")).toBe(
    "Department of State. Telegram 99345 to Embassy Moscow. “Invented Guidance for an Invented Meeting.” September 15, 2010. 10 STATE 99345, FOIA Case F-2014-99999, Doc. No. C09999999. Department of State.",
  );
});

test("a fragment has what can be said of it, and any text is cited or not without a fault", () => {
  expect(citationsOf(parseCable("REF: BONN 99234"))).toEqual([]);
  expect(citationsOf(parseCable(""))).toEqual([]);
  expect(
    citationsOf(parseCable("UNCLAS RIO DE JANEIRO 099171\n\nSUBJECT: NOTHING\n\n1. (U) X.", "08RIODEJANEIRO99171"))
      .map(({ text }) => text)
      .slice(0, 3),
  ).toEqual([
    "08RIODEJANEIRO99171",
    "08 RIO DE JANEIRO 99171",
    "Consulate Rio de Janeiro, telegram 99171, “NOTHING,” 2008, 08 RIO DE JANEIRO 99171, Department of State.",
  ]);
});

describe("an airgram", () => {
  const airgram = (head: string): string => `                    DEPARTMENT OF STATE
                        AIRGRAM
UNCLASSIFIED
${head}SUBJECT: Invented &quot;talks&quot;
E.O. 11652: N/A
TAGS: PFOR, GW

1. They talked.
`;
  const inStyle = (text: string, style: CitationStyleId): string | null =>
    cite(parseCable(text, "a.txt"), style, { accessed: "May 1, 2014" });
  const dated = airgram("A-99\nTO: Department of State\nFROM: Amembassy BONN          DATE: August 9, 1976\n");
  const bare = airgram("TO: Department of State\nFROM: Amembassy BONN\n");

  test("has its own number, and the date that stands beside the sender", () => {
    expect(inStyle(dated, "national-archives")).toBe(
      "Embassy Bonn to Department of State, Airgram A-99, August 9, 1976, Central Foreign Policy Files, 1973-79/P-Reel Printouts, RG 59: General Records of the Department of State, National Archives (accessed May 1, 2014).",
    );
    expect(inStyle(dated, "bibtex")).toContain("number = {A-99}");
  });

  test("without a number and a date ends where it has no more to say", () => {
    expect(inStyle(bare, "national-archives")).toBe(
      "Embassy Bonn to Department of State, Airgram (accessed May 1, 2014).",
    );
    expect(inStyle(bare, "chicago-note")).toBe("Embassy Bonn to Department of State, “Invented ‘talks’.”");
    expect(inStyle(bare, "chicago-bibliography")).toBe(
      "Embassy Bonn. Airgram to Department of State. “Invented ‘talks’.”",
    );
  });
});

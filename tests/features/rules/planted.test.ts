/** Drafts that are right but for one planted fault: each is found, where it stands, by its own rule, whatever the form of the draft. */

import { describe, expect, test } from "vitest";
import { parseCable } from "../../../server/src/cable/parse.ts";
import { newCables } from "../../../server/src/features/completions/cable.ts";
import { diagnose } from "../../../server/src/features/diagnostics.ts";
import { withFixes } from "../../../server/src/features/fixes/fix-all.ts";
import { NO_WORKSPACE } from "../../../server/src/features/rules/support/rule-environment.ts";
import { DEFAULT_RULE_SETTINGS, type RuleSettings } from "../../../server/src/features/rules/support/settings.ts";

const BODY = `REF: A. RIGA 99012
     B. 08 VILNIUS 99033

1. (SBU) Summary: The mayor opened the harbor on May 5 (Ref A). End summary.

THE HARBOR
----------

2. (U) Fees fell, as para 1 said.  Ships came from Riga and Vilnius
(Ref B), and more are expected.

COMMENT
-------

3. (SBU) The mayor will be glad of it.

ROE
`;
const FIELDS = `E.O. 12958: N/A
TAGS: PGOV, ETRD, EN
SUBJECT: HARBOR FEES
`;
const HEADER = `VZCZCXRO1234
RR RUEHC
DE RUEHTL #9070/01 2400903
ZNR UUUUU ZZH
R 280903Z AUG 09
FM AMEMBASSY TALLINN
TO RUEHC/SECSTATE WASHDC 8243
INFO RUEHRA/AMEMBASSY RIGA 0123

`;
const CLASSIFICATION = "UNCLAS TALLINN 099070\n\nSENSITIVE\nSIPDIS\n\n";
const CLASSIFIED = `C O N F I D E N T I A L TALLINN 099070

SIPDIS

E.O. 12958: DECL: 08/28/2019
TAGS: PGOV, ETRD, EN
SUBJECT: HARBOR FEES
REF: A. RIGA 99012
     B. 08 VILNIUS 99033

Classified By: Ambassador Jane Roe. Reasons: 1.4 (b) and (d).

1. (C) Summary: The mayor opened the harbor on May 5 (Ref A). End summary.

2. (U) Fees fell, as para 1 said (Ref B).

3. (C) The mayor will be glad of it.

ROE
`;
const ARCHIVE = `UNCLASSIFIED

PAGE 01 LA PAZ 00526 281317Z

44
ACTION ARA-10

INFO OCT-01 ISO-00 EB-11 /022 W
--------------------- 036212
R 281220Z JAN 74
FM AMEMBASSY LA PAZ
TO SECSTATE WASHDC 9876

UNCLAS LA PAZ 0526

E.O. 11652: N/A
TAGS: EGEN, BL
SUBJECT: HARBOR FEES
REF: STATE 012345

1. THE MAYOR OPENED THE HARBOR.

2. FEES FELL.
ROE

UNCLASSIFIED
`;
const SMART = `MRN: 10 TALLINN 99070
Date/DTG: Feb 28, 2010 / 281431Z FEB 10
From: AMEMBASSY TALLINN
Action: WASHDC, SECSTATE ROUTINE
E.O.: 12958
TAGS: PGOV, ETRD, EN
Captions: SENSITIVE
Subject: HARBOR FEES

R 281431Z FEB 10
FM AMEMBASSY TALLINN
TO SECSTATE WASHDC

UNCLAS TALLINN 099070

SENSITIVE

E.O. 12958: N/A
TAGS: PGOV, ETRD, EN
SUBJECT: HARBOR FEES
REF: A. 09 RIGA 99012

1. (SBU) The mayor opened the harbor (Ref A).

2. (SBU) Fees fell.

Signature: Roe
`;

const BASES = {
  draft: CLASSIFICATION + FIELDS + BODY,
  sent: HEADER + CLASSIFICATION + FIELDS + BODY,
  planned: `R 280903Z AUG 09\nFM AMEMBASSY TALLINN\nTO SECSTATE WASHDC\n\n${CLASSIFICATION}${FIELDS}${BODY}`,
  classified: CLASSIFIED,
  classifiedSent: HEADER.replace("ZNR UUUUU", "ZNY CCCCC") + CLASSIFIED,
  fragment: FIELDS + BODY,
  archive: ARCHIVE,
  smart: SMART,
} as const;
type Base = keyof typeof BASES;

/** With one blank for several, as the way of typing changes them. */
const even = (printed: string): string => printed.replace(/\s+/g, " ").trim();

const TODAY = { year: 2009, month: 8, day: 28 };
const DRAFTING: RuleSettings = { ...DEFAULT_RULE_SETTINGS, drafting: "always" };

/** `draft`, `fragment` and `planned` are drafts by themselves, the others by the setting. */
const settingsOf = (base: Base): RuleSettings =>
  base === "draft" || base === "planned" || base === "classified" || base === "fragment"
    ? DEFAULT_RULE_SETTINGS
    : DRAFTING;

function found(base: Base, text: string) {
  return diagnose(parseCable(text), settingsOf(base), { ...NO_WORKSPACE, today: TODAY });
}

test.each(Object.keys(BASES) as Base[])("%s is right", (base) => {
  const text = BASES[base];
  expect(found(base, text).map(({ code, span }) => `${code}: ${text.slice(span.start, span.end)}`)).toEqual([]);
});

/** A field that is missing is missed in the classification line, else at the first field. */
const MISSING = "what is missing";
const placeOfMissing = (text: string): string =>
  (/^(?:UNCLAS [A-Z]|C O N F).*|^(?:E\.O\.|TAGS)/m.exec(text) ?? [""])[0];

/** Code, what is replaced by what, what the finding's range prints, and the bases in which it is planted: all that have the place. */
const FAULTS: readonly (readonly [code: string, from: string, to: string, at: string])[] = [
  ["date-time-group-malformed", "R 280903Z AUG 09", "R 280963Z AUG 09", "280963Z AUG 09"],
  ["date-time-group-malformed", "R 280903Z AUG 09", "R 310903Z SEP 09", "310903Z SEP 09"],
  ["date-time-group-malformed", "R 280903Z AUG 09", "R 28093Z AUG 09", "28093Z AUG 09"],
  ["date-time-group-malformed", "R 280903Z AUG 09", "R 280903Z AGU 09", "280903Z AGU 09"],
  ["date-time-group-malformed", "R 280903Z AUG 09", "R 280903 AUG 09", "280903 AUG 09"],
  ["date-time-group-malformed", "R 280903Z AUG 09", "R 280903Z AUG", "280903Z AUG"],
  ["date-time-group-malformed", "R 280903Z AUG 09", "R 282503Z AUG 09", "282503Z AUG 09"],
  ["filing-time-differs", "2400903", "2390903", "2390903"],
  ["filing-time-differs", "2400903", "2400803", "2400803"],
  ["filing-time-differs", "2400903", "2410903", "2410903"],
  ["serial-differs", "#9070/01", "#9071/01", "9071"],
  ["from-does-not-fit-station", "FM AMEMBASSY TALLINN", "FM AMEMBASSY RIGA", "AMEMBASSY RIGA"],
  ["from-does-not-fit-station", "FM AMEMBASSY TALLINN", "FM AMCONSUL SHANGHAI", "AMCONSUL SHANGHAI"],
  ["from-does-not-fit-station", "FM AMEMBASSY LA PAZ", "FM AMEMBASSY LIMA", "AMEMBASSY LIMA"],
  ["unknown-precedence", "R 280903Z", "Q 280903Z", "Q"],
  ["unknown-precedence", "R 280903Z", "X 280903Z", "X"],
  ["precedence-differs", "RR RUEHC", "OO RUEHC", "OO"],
  ["security-line-differs", "ZNR UUUUU", "ZNY CCCCC", "CCCCC"],
  ["header-order", FIELDS, "TAGS: PGOV, ETRD, EN\nE.O. 12958: N/A\nSUBJECT: HARBOR FEES\n", "E.O."],
  ["header-order", FIELDS, "E.O. 12958: N/A\nSUBJECT: HARBOR FEES\nTAGS: PGOV, ETRD, EN\n", "TAGS"],
  ["addressee-known-under-another-name", "RUEHC/SECSTATE WASHDC", "RUEHC/AMEMBASSY RIGA", "RUEHC"],
  ["addressee-known-under-another-name", "RUEHRA/AMEMBASSY RIGA", "RUEHRL/AMEMBASSY RIGA", "RUEHRL"],
  ["missing-executive-order", "E.O. 12958: N/A\n", "", MISSING],
  ["missing-tags", "TAGS: PGOV, ETRD, EN\n", "", MISSING],
  ["missing-tags", "TAGS: EGEN, BL\n", "", MISSING],
  ["missing-subject", "SUBJECT: HARBOR FEES\n", "", MISSING],
  ["unknown-tag", "PGOV, ETRD, EN", "PGOW, ETRD, EN", "PGOW"],
  ["unknown-tag", "PGOV, ETRD, EN", "PGOV, ETRD, ZQ", "ZQ"],
  ["unknown-tag", "EGEN, BL", "EGXN, BL", "EGXN"],
  ["repeated-tag", "PGOV, ETRD, EN", "PGOV, ETRD, PGOV, EN", "PGOV"],
  ["country-tag-missing", "PGOV, ETRD, EN", "PGOV, ETRD", "PGOV, ETRD"],
  ["executive-order-not-in-force", "E.O. 12958: N/A", "E.O. 13526: N/A", "13526"],
  ["executive-order-not-in-force", "E.O. 12958: DECL", "E.O. 12356: DECL", "12356"],
  ["executive-order-not-in-force", "E.O. 11652: N/A", "E.O. 12065: N/A", "12065"],
  ["executive-order-misprinted", "E.O. 12958", "E.O. 12598", "12598"],
  ["executive-order-misprinted", "E.O. 12958", "E.O. 19528", "19528"],
  ["executive-order-contradicts-classification", "E.O. 12958: N/A", "E.O. 12958: DECL: 08/28/2019", "DECL: 08/28/2019"],
  ["executive-order-contradicts-classification", "DECL: 08/28/2019", "N/A", "N/A"],
  ["unknown-reason-code", "1.4 (b) and (d)", "1.4 (k)", "1.4 (k)"],
  ["unknown-reason-code", "1.4 (b) and (d)", "1.9 (b)", "1.9 (b)"],
  ["unknown-reason-code", "1.4 (b) and (d)", "1.4 (b) and (z)", "(z)"],
  ["declassification-date-before-cable", "08/28/2019", "08/28/1999", "08/28/1999"],
  ["declassification-date-past-span", "08/28/2019", "08/28/2039", "08/28/2039"],
  [
    "classified-without-classified-by",
    "Classified By: Ambassador Jane Roe. Reasons: 1.4 (b) and (d).\n\n",
    "",
    "C O N F I D E N T I A L",
  ],
  [
    "classified-by-without-classification",
    "     B. 08 VILNIUS 99033\n\n1. (SBU)",
    "     B. 08 VILNIUS 99033\n\nClassified By: Ambassador Jane Roe. Reasons: 1.4 (b) and (d).\n\n1. (SBU)",
    "Ambassador Jane Roe. Reasons: 1.4 (b) and (d).",
  ],
  ["label-not-in-references", "(Ref B)", "(Ref D)", "D"],
  ["label-not-in-references", "(Ref A)", "(Refs A and C)", "C"],
  ["label-never-mentioned", "(Ref B)", "", "B"],
  ["references-out-of-order", "     B. 08", "     C. 08", "C"],
  ["references-out-of-order", "     B. 08", "     A. 08", "A"],
  ["self-citation", "A. RIGA 99012", "A. TALLINN 99070", "TALLINN 99070"],
  ["self-citation", "A. 09 RIGA 99012", "A. 10 TALLINN 99070", "10 TALLINN 99070"],
  ["reference-later-than-cable", "08 VILNIUS", "10 VILNIUS", "10 VILNIUS 99033"],
  ["reference-not-understood", "A. RIGA 99012", "A. RIGA", "RIGA"],
  ["paragraph-number-skipped", "\n3. (", "\n4. (", "4"],
  ["paragraph-number-skipped", "\n2. FEES", "\n3. FEES", "3"],
  ["paragraph-number-skipped", "\n1. (SBU)", "\n2. (SBU)", "2"],
  ["paragraph-number-repeated", "\n3. (", "\n2. (", "2"],
  ["paragraph-number-restarted", "\n3. (", "\n1. (", "1"],
  ["missing-portion-mark", "3. (SBU)", "3.", "3"],
  ["missing-portion-mark", "3. (C)", "3.", "3"],
  ["portion-above-classification", "3. (SBU)", "3. (S)", "(S)"],
  ["portion-above-classification", "3. (C)", "3. (S)", "(S)"],
  ["portion-above-classification", "2. (U)", "2. (TS)", "(TS)"],
  ["unknown-portion-mark", "3. (SBU)", "3. (SBV)", "(SBV)"],
  ["unknown-portion-mark", "3. (SBU)", "3. (X)", "(X)"],
  ["unknown-portion-mark", "3. (SBU)", "3. (Q)", "(Q)"],
  ["unknown-portion-mark", "3. (C)", "3. (CONF)", "(CONF)"],
  ["unknown-portion-mark", "3. (SBU)", "3. (SUB)", "(SUB)"],
  ["summary-not-ended", " End summary.", "", "Summary"],
  ["paragraph-reference-dangling", "para 1", "para 12", "12"],
  ["paragraph-reference-dangling", "para 1", "paras 1 and 7", "7"],
  ["heading-without-text", "THE HARBOR\n----------\n\n", "EMPTY\n-----\n\nTHE HARBOR\n----------\n\n", "EMPTY"],
  ["non-ascii-in-outgoing", "The mayor will", "The mayor’s men will", "’"],
  ["non-ascii-in-outgoing", "The mayor will", "The mayor – will", "–"],
  ["non-ascii-in-outgoing", "The mayor will", "The mayor café will", "é"],
  ["trailing-blanks", "glad of it.\n", "glad of it.  \n", "  "],
  ["distribution-count", "/022 W", "/023 W", "023"],
  ["distribution-count", "EB-11", "EB-12", "022"],
  ["wrapper-contradicts-body", "MRN: 10 TALLINN 99070", "MRN: 10 TALLINN 99071", "10 TALLINN 99071"],
  ["wrapper-contradicts-body", "E.O.: 12958\nTAGS: PGOV", "E.O.: 12958\nTAGS: PREL", "PREL"],
  ["wrapper-contradicts-body", "From: AMEMBASSY TALLINN", "From: AMEMBASSY RIGA", "AMEMBASSY RIGA"],
  ["wrapper-contradicts-body", "Subject: HARBOR FEES", "Subject: A QUITE DIFFERENT THING", "A QUITE DIFFERENT THING"],
  ["wrapper-contradicts-body", "/ 281431Z FEB 10", "/ 271431Z FEB 10", "271431Z FEB 10"],
  ["page-break-in-paragraph", "\n(Ref B)", "\nTALLINN 00099070  002 OF 002\n\n(Ref B)", "TALLINN 00099070  002 OF 002"],
  ["release-banner-in-text", "Vilnius\n", "Vilnius\n\nRELEASED IN PART B1, 1.4(D)\n\n", "RELEASED IN PART B1, 1.4(D)"],
  ["markdown-remains", "PGOV, ETRD, EN\nSUBJECT: HARBOR", "[PGOV](#), ETRD, EN\nSUBJECT: HARBOR", "[PGOV](#)"],
  ["swallowed-paragraph-mark", "\n3. (", "\n13. (", "13"],
  ["addressee-precedence-above", "SECSTATE WASHDC 8243", "SECSTATE WASHDC FLASH 8243", "FLASH"],
  ["addressee-malformed", "RUEHRA/AMEMBASSY", "RUE4RA/AMEMBASSY", "RUE4RA"],
  [
    "flash-joined",
    "RR RUEHC\nDE RUEHTL #9070/01 2400903\nZNR UUUUU ZZH\nR 28",
    "ZZ RUEHC\nDE RUEHTL #9070/01 2400903\nZNR UUUUU ZZH\nZ R 28",
    "R",
  ],
  [
    "zen-addressee-routed",
    "RR RUEHC\nDE RUEHTL #9070/01 2400903\nZNR UUUUU ZZH\nR 280903Z AUG 09\nFM AMEMBASSY TALLINN\nTO RUEHC/",
    "RR RUEHC\nDE RUEHTL #9070/01 2400903\nZNR UUUUU ZZH\nR 280903Z AUG 09\nFM AMEMBASSY TALLINN\nTO ZEN/RUEHC/",
    "RUEHC",
  ],
  ["caption-order", "SENSITIVE\nSIPDIS", "SENSITIVE\nSIPDIS\nDISSENT CHANNEL", "DISSENT CHANNEL"],
  ["several-channels", "\nSENSITIVE\n", "\nDISSENT CHANNEL\nROGER CHANNEL\nSENSITIVE\n", "ROGER CHANNEL"],
  ["agrement-unprotected", "\nSENSITIVE\nSIPDIS\n", "\nAGREMENT CHANNEL\n", "AGREMENT CHANNEL"],
  ["caption-not-alone", "SENSITIVE\nSIPDIS", "SENSITIVE\nSIPDIS DEPT FOR EUR/NB", "SIPDIS"],
  [
    "passing-instruction-malformed",
    "SENSITIVE\nSIPDIS",
    "SENSITIVE\nSIPDIS\n\nHARBOR DESK OF RIGA",
    "HARBOR DESK OF RIGA",
  ],
  ["executive-order-without-mark", "E.O. 12958: N/A\n", "E.O. 12958: SEE BELOW\n", "SEE BELOW"],
  ["superfluous-punctuation", "EN\nSUBJECT: HARBOR FEES\nREF: A. RIGA", "EN.\nSUBJECT: HARBOR FEES\nREF: A. RIGA", "."],
  [
    "tags-separator",
    "ETRD, EN\nSUBJECT: HARBOR FEES\nREF: A. RIGA",
    "ETRD; EN\nSUBJECT: HARBOR FEES\nREF: A. RIGA",
    ";",
  ],
  [
    "person-in-tags-malformed",
    "ETRD, EN\nSUBJECT: HARBOR FEES\nREF: A. RIGA",
    "OVIP (VISIT 2), ETRD, EN\nSUBJECT: HARBOR FEES\nREF: A. RIGA",
    "(VISIT 2)",
  ],
  [
    "subject-tag-missing",
    "PGOV, ETRD, EN\nSUBJECT: HARBOR FEES\nREF: A. RIGA",
    "EN\nSUBJECT: HARBOR FEES\nREF: A. RIGA",
    "EN",
  ],
  ["tags-out-of-order", "EGEN, BL", "BL, EGEN", "EGEN"],
  ["subject-ends-in-period", "HARBOR FEES\nREF: A. RIGA", "HARBOR FEES.\nREF: A. RIGA", "."],
  ["missing-classification", `UNCLAS TALLINN 099070\n\nSENSITIVE\nSIPDIS\n\n`, "", "E.O."],
  ["notal-without-parentheses", "A. RIGA 99012", "A. RIGA 99012 NOTAL", "NOTAL"],
  ["reference-station-unknown", "08 VILNIUS", "08 VILNIIUS", "VILNIIUS"],
  ["paragraph-not-flush-left", "\n3. (", "\n  3. (", "3"],
  ["comment-not-ended", "2. (U) Fees", "2. (U) Comment: Fees", "Comment"],
  ["text-not-set-off", "VILNIUS 99033\n\n1.", "VILNIUS 99033\n1.", "1"],
  ["signature-not-in-capitals", "\nROE\n", "\nRoe\n", "Roe"],
];

const UNDATED: readonly Base[] = ["draft", "classified", "fragment"];

/** Where a fault is none: nothing tells the date, or the classification, or a wrapper has the field. */
const NOT_IN: Readonly<Record<string, readonly Base[]>> = {
  "missing-executive-order": ["smart"],
  "missing-subject": ["smart"],
  "executive-order-not-in-force": UNDATED,
  "declassification-date-before-cable": UNDATED,
  "declassification-date-past-span": UNDATED,
  "executive-order-contradicts-classification": ["fragment"],
  "classified-by-without-classification": ["fragment"],
  "missing-portion-mark": ["fragment"],
  "portion-above-classification": ["fragment"],
  "self-citation": ["fragment"],
  "executive-order-without-mark": ["smart"],
  "missing-classification": ["draft"],
  "comment-not-ended": ["draft", "sent", "planned", "fragment"],
};

const PLANTED = FAULTS.flatMap(([code, from, to, at]) =>
  (Object.keys(BASES) as Base[])
    .filter((base) => BASES[base].split(from).length === 2 && NOT_IN[code]?.includes(base) !== true)
    .map((base) => ({ code, base, from, to, at })),
);

/** Findings that a fault brings along, since it is two faults to two readers. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  "label-not-in-references": ["label-never-mentioned"],
  "references-out-of-order": ["label-never-mentioned", "label-not-in-references"],
  "paragraph-number-skipped": ["paragraph-number-repeated", "paragraph-reference-dangling"],
  "from-does-not-fit-station": ["wrapper-contradicts-body"],
};

/** Ways to type the same draft: what is right stays right, and each fault is found all the same. */
const WAYS: Readonly<Record<string, (text: string) => string>> = {
  "as it is": (text) => text,
  "line breaks of Windows": (text) => text.replace(/\n/g, "\r\n"),
  "tabs behind the names of fields": (text) => text.replace(/^(E\.O\. \d+|TAGS|SUBJECT|REF): /gm, "$1:\t"),
  "SUBJ for SUBJECT": (text) => text.replace(/^SUBJECT:/m, "SUBJ:"),
  "TAGS without commas": (text) => text.replaceAll("PGOV, ETRD, EN", "PGOV ETRD EN"),
  "a byte-order mark": (text) => `\ufeff${text}`,
  "no line break at the end": (text) => text.trimEnd(),
};

describe("planted", () => {
  test("each fault has a place in some draft", () => {
    for (const [code, from] of FAULTS) expect(PLANTED.some((one) => one.code === code && one.from === from)).toBe(true);
  });

  test.each(PLANTED)("$code in $base: $from -> $to", ({ code, base, from, to, at }) => {
    const faulty = BASES[base].replace(from, to);
    for (const [way, type] of Object.entries(WAYS)) {
      const text = type(faulty);
      const all = found(base, text);
      const own = all.filter((one) => one.code === code);
      const place = at === MISSING ? placeOfMissing(faulty) : at;
      expect(
        own.map(({ span }) => even(text.slice(span.start, span.end))),
        way,
      ).toEqual([even(place)]);
      const others = all.map((one) => one.code).filter((one) => one !== code && ALSO[code]?.includes(one) !== true);
      expect(others, way).toEqual([]);
      for (const fix of own[0]?.fixes ?? []) {
        const left = found(base, withFixes(text, [fix])).map((one) => one.code);
        expect(
          left.filter((one) => ALSO[code]?.includes(one) !== true),
          `${way}: ${fix.title}`,
        ).toEqual([]);
      }
    }
  });

  test.each(Object.entries(WAYS))("all drafts are right with %s", (_, type) => {
    for (const base of Object.keys(BASES) as Base[]) {
      const text = type(BASES[base]);
      expect(found(base, text).map(({ code, span }) => `${code}: ${text.slice(span.start, span.end)}`)).toEqual([]);
    }
  });
});

describe("a new cable of each form, filled in", () => {
  const now = { year: 2026, month: 11, day: 23, hour: 14, minute: 31 };
  const beginning = { tree: parseCable("UNCLAS TALLINN 099070"), vocabulary: NO_WORKSPACE.vocabulary, now };
  /** What a drafter writes in the places of a template. */
  const FILLED: readonly (readonly [place: string, text: string])[] = [
    ["TAGS", "PGOV, ETRD, EN"],
    ["SUBJECT", "HARBOR FEES"],
    ["STATION 00000", "RIGA 99012"],
    ["00 STATION 00000", "26 RIGA 99012"],
    ["SIGNATURE", "ROE"],
    ["NAME, TITLE", "Jane Roe, Ambassador"],
    ["text", "The mayor opened the harbor (Ref A)."],
  ];

  test.each(newCables(beginning, null))("$label has no finding", ({ snippet }) => {
    let text = snippet.replace("$0", "Fees fell (Ref A).").replace(/\$\{\d+:([^}]*)\}|\$\d/g, (_, place = "") => {
      return FILLED.find(([name]) => name === place)?.[1] ?? place;
    });
    text = text.replace(/\(Ref A\)/g, text.includes("REF: A.") ? "(Ref A)" : "");
    const all = diagnose(parseCable(text), DEFAULT_RULE_SETTINGS, { ...NO_WORKSPACE, today: now });
    expect(all.map(({ code, span }) => `${code}: ${text.slice(span.start, span.end)}`)).toEqual([]);
  });
});

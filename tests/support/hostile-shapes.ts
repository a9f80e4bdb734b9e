/** Texts that a reader with a careless loop or pattern would take ages for: one small thing, over and over. */

/** What is repeated, by a name that is told where a test fails. */
const UNITS: Readonly<Record<string, string>> = {
  blanks: " ",
  tabs: "\t",
  "blank lines": " \n",
  "lone carriage returns": "\r",
  letters: "a",
  capitals: "A ",
  digits: "1",
  brackets: "(",
  "opened portion marks": "(C ",
  "portion marks": "(SBU) ",
  "paragraph signs": "¶",
  "paragraph marks on one line": "1. ",
  "paragraph marks without text": "1. \n",
  "paragraphs numbered 1": "¶1. Text.\n",
  "paragraphs with portion marks": "1. (C) Text.\n\n",
  hyphens: "-",
  "spaced rules": "- - -\n",
  "rules and words": "-------- x ",
  "headings above rules": "Heading\n-------\n",
  "headings behind hashes": "#### Heading\n",
  "headings in title case": "Title Case Heading\n\n",
  stars: "**a ",
  "stars alone": "*",
  strokes: "~~a",
  "Markdown links": "[1](#)",
  "opened links": "[a](",
  "rows of tables": "| **MRN:** | 85 TOWN 199 |\n",
  bars: "\r|",
  quotes: ">> \n",
  breaks: "<br>",
  entities: "&amp;",
  "page headings": "PAGE 02 LA PAZ 00526 251717Z\n",
  "page headings that end in a row of signs": `PAGE 02 LA PAZ 00526 ${"#".repeat(30)}~\n`,
  "continuation lines on one line": "SHANGHAI 00000374 002 OF 003 ",
  totals: "OF 0",
  "release stamps that go on": `RELEASE IN PART${" A".repeat(12)}~\n`,
  "REF lines": "REF: A. STATE 99001\n",
  "reference lists": "A. STATE 99001; ",
  "carried stations": "STATE 99001 AND 99002 ",
  labels: "(A) ",
  letters2: "A: ",
  mentions: "Refs A, B and C, ",
  "paragraph mentions": "paras 3-6, ",
  "message numbers": "08 STATE 99001 ",
  "series numbers": "Deptel 286, Urtel 245, ",
  "TAGS lines": "TAGS: PGOV, ECON\n",
  TAGS: "PGOV, ",
  "opened names": "OVIP (DOE, ",
  "E.O. lines": "E.O. 12958: DECL: 12/31/2019\n",
  "classifying lines": "CLASSIFIED BY ",
  "reason codes": "1.4 (b) and ",
  "classification lines": "C O N F I D E N T I A L SECTION 02 OF 03 SHANGHAI 099374\n",
  "spaced letters": "C O N F I D E N T I A L ",
  sections: "SECTION 01 OF 02 ",
  addressees: "RUEHC/SECSTATE WASHDC 8243\n",
  "addressees on one line": "TO RUEHC/",
  "posts on one line": "AMEMBASSY ",
  captions: "SIPDIS ",
  "passing lines": "DEPT FOR EAP/CM\n",
  "BEGIN marks": "BEGIN SUMMARY\n",
  "END marks": "END SUMMARY ",
  "GENADMIN sets": "REF/A/DOC/\n",
  attributes: "Subject: \n",
  "lines without a colon": "x\n",
  names: "SMITH\n",
  "end marks": "NNNN\n",
  banners: "Declassified/Released US Department of State EO Systematic Review 30 JUN 2005\n",
  "distribution tables": "OCT-01 ISO-00\n",
  "stacks of offices": "SENT DEPARTMENT ",
  prose: "Some words of prose. ",
  "paragraphs without numbers": "Some words of prose.\n\n",
};

const HEADER = `R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
BT
UNCLAS SHANGHAI 099374

E.O. 12958: N/A
TAGS: PGOV, ECON
SUBJECT: A HOSTILE TEXT
`;

/** Where it is repeated: a text of nothing else, and the places where other readers meet it. */
const PLACES: Readonly<Record<string, (repeated: string) => string>> = {
  "as a text": (repeated) => repeated,
  "in a paragraph": (repeated) => `${HEADER}\n1. (U) SUMMARY: ${repeated}\n`,
  "in the subject": (repeated) => `${HEADER.trimEnd()} ${repeated}\n\n1. (U) Text.\n`,
  "in the REF line": (repeated) => `${HEADER}\nREF: A. STATE 99001; ${repeated}\n\n1. (U) Text.\n`,
  "in a TAGS line": (repeated) => `UNCLAS SHANGHAI 099374\nTAGS: PGOV, ${repeated}\n\n1. (U) Text.\n`,
  "behind Classified By": (repeated) => `${HEADER}Classified By: ${repeated}\n\n1. (U) Text.\n`,
  "in a typewritten head": (repeated) =>
    `INCOMING TELEGRAM\nFROM: BONN\nTO: Secretary of State\nNO: 12\nControl: 12\n${repeated}\n`,
  "in an archive's attributes": (repeated) => `${HEADER}\n1. Text.\n\nMessage Attributes\nSubject: ${repeated}\n`,
};

export interface HostileShape {
  /** `labels in the REF line` */
  readonly name: string;
  /** A text of about `length` characters. */
  readonly text: (length: number) => string;
}

export const HOSTILE_SHAPES: readonly HostileShape[] = Object.entries(PLACES).flatMap(([place, put]) =>
  Object.entries(UNITS).map(([unit, repeated]) => ({
    name: `${unit} ${place}`,
    text: (length) => put(repeated.repeat(Math.ceil(length / repeated.length))),
  })),
);

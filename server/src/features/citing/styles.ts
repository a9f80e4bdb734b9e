/** The styles in which a cable is cited, as templates: how each looks is data, to be changed here. */

/** What a template may name. A value that a cable lacks is "". */
export type CitationPart =
  | "mrn" // 74BONN99234
  | "typedMrn" // 74 BONN 99234
  | "sender" // Embassy Bonn
  | "recipient" // Department of State
  | "serial" // 99234
  | "kind" // Telegram, Airgram
  | "subject" // on one line, quotation marks inside it single
  | "date" // January 28, 1974
  | "locator" // para. 3, paras. 3–5
  | "document" // how the archive finds it: 1974BONN99234, a film's number, a FOIA case
  | "collection" // Central Foreign Policy Files, …
  | "accessed"; // May 1, 2014

export type CitationStyleId =
  | "mrn"
  | "short"
  | "chicago-note"
  | "chicago-bibliography"
  | "national-archives"
  | "bibtex"
  | "csl-json";

/**
 * `{part}` stands for a part, `{part small}` for it with a small first letter; what stands in `[…]` falls away as a whole where one of its
 * parts is "".
 */
export interface CitationTemplate {
  readonly id: CitationStyleId;
  readonly template: string;
  /** Where the form comes from. */
  readonly source: string;
}

export const TEMPLATES: readonly CitationTemplate[] = [
  { id: "mrn", template: "{mrn}[, {locator}]", source: "the canonical form of the message reference number" },
  { id: "short", template: "{typedMrn}[, {locator}]", source: "REF lines of cables: year, station, serial" },
  {
    id: "chicago-note",
    template:
      "{sender}[ to {recipient}], [{kind small} {serial}, ][“{subject},” ][{date}, ][{locator}, ][{document}, ][{collection}].",
    source:
      "Chicago Manual of Style, questions and answers on 14.111: sender to recipient, kind, date, where it is kept",
  },
  {
    id: "chicago-bibliography",
    template: "{sender}. {kind}[ {serial}][ to {recipient}]. [“{subject}.” ][{date}. ][{document}. ][{collection}].",
    source:
      "Chicago Manual of Style, questions and answers on 14.111: sender to recipient, kind, date, where it is kept",
  },
  {
    id: "national-archives",
    template:
      "{sender}[ to {recipient}], {kind}[ {serial}], [{date}, ][{locator}, ][{document}, ][{collection}][ (accessed {accessed})].",
    source: "National Archives, Central Foreign Policy Files, frequently asked questions, model notes A to C",
  },
];

/** Of each archive, what a citation says of it, by the years of its telegrams. The first row that fits counts. */
export const COLLECTIONS: readonly {
  readonly from: number;
  readonly to: number;
  /** Of a telegram that is on film alone: what its film's number begins with. */
  readonly film?: string;
  readonly text: string;
}[] = [
  {
    from: 1973,
    to: 1979,
    film: "D",
    text: "Central Foreign Policy Files, 1973-79/D-Reel Microfilm, RG 59: General Records of the Department of State, National Archives",
  },
  {
    from: 1973,
    to: 1979,
    film: "P",
    text: "Central Foreign Policy Files, 1973-79/P-Reel Printouts, RG 59: General Records of the Department of State, National Archives",
  },
  {
    from: 1973,
    to: 1979,
    text: "Central Foreign Policy Files, 1973-79/Electronic Telegrams, RG 59: General Records of the Department of State, National Archives",
  },
  { from: 1900, to: 1972, text: "RG 59: General Records of the Department of State, National Archives" },
  { from: 1980, to: 2099, text: "Department of State" },
];

/** What the words before a post's name mean in words for readers; `$1` is the rest of the name. The first that fits counts. */
export const SENDERS: readonly { readonly pattern: RegExp; readonly words: string }[] = [
  {
    pattern: /^(?:SECSTATE|SECRETARY OF STATE|DEPARTMENT(?: OF STATE)?|DEPT|STATE)\b.*$/i,
    words: "Department of State",
  },
  { pattern: /^USDEL SECRETARY\b.*$/i, words: "Secretary’s Delegation" },
  { pattern: /^(?:USMISSION )?USUN(?: NEW YORK)?$/i, words: "Mission to the United Nations" },
  { pattern: /^(?:USMISSION )?USNATO$/i, words: "Mission to NATO" },
  { pattern: /^AIT(?: TAIPEI)?$/i, words: "American Institute in Taiwan" },
  { pattern: /^(?:AM{1,2}EMBASS?Y|AMEMB|EMBASSY) (.+)$/i, words: "Embassy $1" },
  { pattern: /^(?:AMCONSUL|AMCONGEN|CONGEN|CONSULATE) (.+)$/i, words: "Consulate $1" },
  { pattern: /^AMLEGATION (.+)$/i, words: "Legation $1" },
  { pattern: /^USMISSION (.+)$/i, words: "Mission $1" },
  { pattern: /^USINT (.+)$/i, words: "Interests Section $1" },
  { pattern: /^USLO (.+)$/i, words: "Liaison Office $1" },
  { pattern: /^USDEL (.+)$/i, words: "Delegation $1" },
];

/** Words inside a place's name that stay small. */
export const SMALL_WORDS: ReadonlySet<string> = new Set([
  "DE",
  "DO",
  "DA",
  "DES",
  "ES",
  "OF",
  "THE",
  "AND",
  "SUR",
  "AM",
]);

/** Words that stay in capitals. */
export const CAPITAL_WORDS: ReadonlySet<string> = new Set([
  "AID",
  "CIA",
  "DIA",
  "DOD",
  "EC",
  "EU",
  "FAA",
  "FBI",
  "IAEA",
  "JCS",
  "NATO",
  "NSA",
  "NSC",
  "OECD",
  "OSCE",
  "OSD",
  "UN",
  "UNESCO",
  "UNVIE",
  "US",
  "USAID",
  "USDA",
  "USDOC",
  "USEU",
  "USIA",
  "USIS",
  "USNATO",
  "USOSCE",
  "USTR",
  "USUN",
  "WHO",
  "II",
]);

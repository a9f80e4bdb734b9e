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
  | "accessed" // May 1, 2014
  | "origin" // From Bonn; of the Department's own telegrams to Bonn
  | "film" // where an archive keeps it on film: D740169-9920
  | "release" // FOIA Case F-2014-99999, Doc. No. C09999999
  | "shortDate" // Sept. 15, 2010
  | "dayFirst" // 15 Sept. 2010
  | "post"; // Embassy in Bonn

export type CitationStyleId =
  | "mrn"
  | "short"
  | "chicago-note"
  | "chicago-bibliography"
  | "national-archives"
  | "frus"
  | "mla"
  | "release"
  | "bibtex"
  | "biblatex"
  | "ris"
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
  {
    id: "frus",
    template:
      "{kind} {serial} {origin}[, {date}][, {locator}][; National Archives, RG 59, Central Foreign Policy File, {film}].",
    source: "Foreign Relations of the United States: notes to its documents, and its notes on sources",
  },
  {
    id: "mla",
    template:
      "United States, Department of State, {post}.[ “{subject}.”][ {dayFirst}.][ {collection}][, no. {document}].",
    source: "MLA Handbook, ninth edition: the core elements of a work in a container; there is no model for cables",
  },
  {
    id: "release",
    template: "{typedMrn}[, {shortDate}][, {locator}], Department of State {release}.",
    source: "stamps on pages released under the Freedom of Information Act; there is no official model",
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

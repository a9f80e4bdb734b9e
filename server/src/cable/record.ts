/**
 * The record of a cable as `reftel json` prints it: the contract's shape, one key for one. The JSON Schema that ships,
 * `schemas/record.schema.json`, is made of these types and their comments: after a change, `npm run generate:schema`.
 */

// Plain numbers and strings of which the schema says more than their type.

/**
 * @asType integer
 * @minimum 0
 */
type WholeNumber = number;

/**
 * @asType integer
 * @minimum 1900
 * @maximum 2099
 */
type Year = number;

/** @pattern ^\d\d[A-Z][A-Z0-9]*\d+$ */
type MrnText = string;

/** @pattern ^\d{6}Z [A-Z]{3} \d\d$ */
type DateTimeGroupText = string;

/**
 * @format date
 * @pattern ^\d{4}-\d\d-\d\d$
 */
type IsoDate = string;

/**
 * @pattern ^\d{4}-\d\d-\d\d(?:T\d\d:\d\d:\d\dZ)?$
 */
type IsoInstant = string;

/**
 * The era's or source's way of laying a cable out. There are telegrams of 1956–73 as machine reading gives them, of the State archive
 * (1973–79), of ACP 127 (about 1980–2010), SMART (2009 and after), and DoD GENADMIN messages. `fragment` where too little is left.
 */
export type FormName = "typewritten" | "archive" | "acp127" | "smart" | "genadmin" | "fragment";

/** How urgently a message is handled, in falling order. */
export type PrecedenceName = "FLASH" | "NIACT IMMEDIATE" | "IMMEDIATE" | "PRIORITY" | "ROUTINE";

/** In falling order of secrecy. `UNCLAS` is `UNCLASSIFIED`. */
export type ClassificationLevel = "TOP SECRET" | "SECRET" | "CONFIDENTIAL" | "LIMITED OFFICIAL USE" | "UNCLASSIFIED";

/** What an entry of the REF line refers to. A `series` is numbered apart from cables (TOSEC, SECTO, Deptel …); a `message` is cited by its DTG. */
export type ReferenceKind =
  | "cable"
  | "series"
  | "airgram"
  | "message"
  | "email"
  | "telcon"
  | "fax"
  | "memo"
  | "meeting"
  | "letter"
  | "report"
  | "book"
  | "web"
  | "unknown";

/** What a place in the body cites: entries of the REF line by their labels, "reftel", "septel", numbered paragraphs, or a cable by its MRN. */
export type MentionKind = "label" | "reftel" | "septel" | "paragraph" | "mrn";

/** One addressee of a TO or INFO line. */
export interface AddresseeRecord {
  /** The routing indicator, `RUEHC`; null where the line names none. */
  readonly routing: string | null;
  /** As printed, on one line: `SECSTATE WASHDC`. */
  readonly name: string;
  /** Its own, where a word behind the name says so. */
  readonly precedence: PrecedenceName | null;
  /** Of the line to this addressee, as printed: `8243`, `2276-2279`. */
  readonly serial: string | null;
  /** Addressees of an XMT line that are exempt from this collective. */
  readonly exempt: readonly string[];
}

/** What an office on the distribution of a telegram is to do: act on one that came in, have written one that went out, or know of either. */
export type DistributionRole = "ACTION" | "ORIGIN" | "INFO";

/** One office of a telegram's distribution of 1973–79. */
export interface DistributionRecord {
  /** Null where the word that says so is lost. */
  readonly role: DistributionRole | null;
  /** The office's symbol as printed: `ARA`. */
  readonly office: string;
  /** How many copies it received; null where the figures are misread. */
  readonly copies: WholeNumber | null;
}

/** A paragraph's text as a person reads it. */
export interface ParagraphTextRecord {
  /** The same as in the outline. */
  readonly number: WholeNumber | null;
  /** The same as in the outline. */
  readonly portion: string | null;
  /** The heading that it stands under, the innermost; null before the first. */
  readonly section: string | null;
  /** Without number, mark and page furniture; sentences on one line, as the typist broke them only where a line was meant to end. */
  readonly text: string;
  /** The line where the paragraph begins, counted from 0. */
  readonly line: WholeNumber;
  /** The last line of its text. */
  readonly endLine: WholeNumber;
}

/** Who classified the cable. */
export interface ClassifiedByRecord {
  /** As typed, without title. */
  readonly name: string;
  /** As typed: rank or office. */
  readonly title: string | null;
  /** The reasons in normal form: `1.4(b)`. */
  readonly reasons: readonly string[];
}

/** One entry of the REF line, in document order. */
export interface ReferenceRecord {
  /** Upper case; the author's where a machine's differs; null where there is none. */
  readonly label: string | null;
  /** What kind of document is meant. */
  readonly kind: ReferenceKind;
  /** In canonical form; only a cable has one. */
  readonly mrn: MrnText | null;
  /** Whether no year is printed: then it is that of the cable that cites, or the one before for a serial of its own station above its own. */
  readonly yearInferred: boolean;
  /** The entry's text on one line, without its label. */
  readonly text: string;
  /** The line where the text begins, counted from 0. */
  readonly line: WholeNumber;
  /** Where in that line, in UTF-16 units. */
  readonly character: WholeNumber;
  /** The line where the text ends. */
  readonly endLine: WholeNumber;
  /** Behind its last character, in UTF-16 units. */
  readonly endCharacter: WholeNumber;
}

/** A headed section of the body with its paragraphs, or a paragraph. */
export interface OutlineRecord {
  /** A paragraph stands under its section, or at top level before the first heading. */
  readonly kind: "section" | "paragraph";
  /** A paragraph's true number, a mark swallowed by it left out (`13.` may be ¶3); null for an unnumbered one and for a section. */
  readonly number: WholeNumber | null;
  /** A paragraph's portion mark without its brackets, as printed: `SBU`, `C//NF`; null for a section. */
  readonly portion: string | null;
  /** A section's heading on one line; null for a paragraph. */
  readonly title: string | null;
  /** The line of the mark or heading, counted from 0. */
  readonly line: WholeNumber;
  /** Where in that line the mark or heading begins, in UTF-16 units. */
  readonly character: WholeNumber;
  /** The last line of its text; page breaks and blank lines behind it do not count. */
  readonly endLine: WholeNumber;
  /** A section's paragraphs in document order; a paragraph has none. */
  readonly children: readonly OutlineRecord[];
}

/** A place in the body that cites, in document order. */
export interface MentionRecord {
  /** What is cited. */
  readonly kind: MentionKind;
  /** As printed, joined to one line where it wraps: `Refs A and B`. */
  readonly text: string;
  /** The labels that are named, in upper case, ranges expanded. */
  readonly labels: readonly string[];
  /** The paragraphs that are named, ranges expanded. */
  readonly numbers: readonly WholeNumber[];
  /** Of a cable that is cited by its number, in canonical form. */
  readonly mrn: MrnText | null;
  /** Whether a paragraph of another document is meant: `para 2 ref A`. */
  readonly external: boolean;
  /** The line where it begins, counted from 0. */
  readonly line: WholeNumber;
  /** Where in that line, in UTF-16 units. */
  readonly character: WholeNumber;
  /** The line where it ends. */
  readonly endLine: WholeNumber;
  /** Behind its last character, in UTF-16 units. */
  readonly endCharacter: WholeNumber;
}

/** A continuation line or page heading inside the text: the mark where a transmission section or page begins. */
export interface PageBreakRecord {
  /** Counted from 0. */
  readonly line: WholeNumber;
  /** Where in that line the mark begins, in UTF-16 units. */
  readonly character: WholeNumber;
}

/**
 * A diplomatic cable as `reftel json` prints it, one on a line. Every key is always present; what a cable lacks is null or [].
 * Lines and characters are counted from 0, characters in UTF-16 units.
 */
export interface CableRecord {
  /** The path as given, or below the folder that was given. */
  readonly file: string;
  /** How the cable is laid out. */
  readonly form: FormName;
  /**
   * The cable's own number in canonical form, `09SHANGHAI374`: two-digit year, station, serial without leading zeros; null
   * where one of them is not known.
   */
  readonly mrn: MrnText | null;
  /** Four digits: of the date-time group, else of `MRN:` or an archive trailer, else of the file's name. */
  readonly year: Year | null;
  /** The originator as it stands in an MRN: capitals without blanks, `RIODEJANEIRO`. */
  readonly station: string | null;
  /** Of the classification line, else of the `DE`, `MRN:` or `PAGE` line, an archive trailer, or the file's name. */
  readonly serial: WholeNumber | null;
  /** The transmission identifier of the header's first line: `VZCZCXRO3238`. */
  readonly transmissionId: string | null;
  /** Of the message as a whole. */
  readonly precedence: PrecedenceName | null;
  /** The date-time group in normal form: `280903Z AUG 09`. */
  readonly dtg: DateTimeGroupText | null;
  /** The instant of the date-time group in UTC, ISO 8601; the day alone of a typewritten telegram, which has no more. */
  readonly sent: IsoInstant | null;
  /** Who sends, as printed: `AMCONSUL SHANGHAI`. */
  readonly from: string | null;
  /** Addressees for action. */
  readonly to: readonly AddresseeRecord[];
  /** Addressees for information. */
  readonly info: readonly AddresseeRecord[];
  /** The offices of the department that received copies; telegrams of 1973–79 alone print them. */
  readonly distribution: readonly DistributionRecord[];
  /** Of the classification line, or of what stands in for it. */
  readonly classification: ClassificationLevel | null;
  /**
   * In order, once each: `SENSITIVE`, `SIPDIS`.
   *
   * @uniqueItems true
   */
  readonly captions: readonly string[];
  /** How many transmission sections the classification line names; 1 where it names none, null without that line. */
  readonly transmissionSections: WholeNumber | null;
  /** Passing instructions, one a line of the cable's: `DEPT FOR EAP/CM`. */
  readonly passing: readonly string[];
  /** The executive order's number: `12958`. */
  readonly executiveOrder: string | null;
  /** ISO date; null where the cable says N/A, OADR, an X code or an event. */
  readonly declassifyOn: IsoDate | null;
  /** Null where the cable names nobody. */
  readonly classifiedBy: ClassifiedByRecord | null;
  /**
   * Upper case, in order, once each, glued ones taken apart; without the names of persons.
   *
   * @uniqueItems true
   */
  readonly tags: readonly string[];
  /** Names in parentheses on the TAGS line. */
  readonly persons: readonly string[];
  /** On one line, without its portion mark. */
  readonly subject: string | null;
  /** The portion mark of the subject without its brackets: `U`, `SBU`, `C//NF`. */
  readonly subjectPortion: string | null;
  /** The entries of the REF line. */
  readonly references: readonly ReferenceRecord[];
  /** Joined to one line, without marks and without the word. */
  readonly summary: string | null;
  /** Sections and paragraphs of the body, in document order. */
  readonly outline: readonly OutlineRecord[];
  /** The text of the outline's paragraphs, in document order. */
  readonly paragraphs: readonly ParagraphTextRecord[];
  /** The places in the body that cite. */
  readonly mentions: readonly MentionRecord[];
  /** Where transmission sections and pages begin inside the text. */
  readonly pageBreaks: readonly PageBreakRecord[];
  /** As printed at the end: `CAMP`. */
  readonly signedBy: string | null;
}

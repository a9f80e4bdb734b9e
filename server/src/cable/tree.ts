/** What the parser makes of a cable's text: every line with its kind, every part with its value and its place. */

import type { LineTable } from "../text/line-table.ts";
import type { SourceText } from "../text/source-text.ts";
import type { Located, Span } from "../text/span.ts";
import type { Mrn, StationId } from "./mrn.ts";
import type {
  ClassificationLevel,
  DistributionRole,
  FormName,
  MentionKind,
  PrecedenceName,
  ReferenceKind,
} from "./record.ts";

/** What a line is. `continuation`, `page`, `marking` and `banner` are page furniture: never text, wherever they stand. */
export type LineKind =
  | "blank"
  | "transmission"
  | "distribution"
  | "classification"
  | "caption"
  | "passing"
  | "field"
  | "reference"
  | "continuation"
  | "page"
  | "marking"
  | "banner"
  | "notice"
  | "heading"
  | "rule"
  | "paragraph"
  | "text"
  | "signature"
  | "ending"
  | "trailer";

/** A date-time group as read: `280903Z AUG 09`. */
export interface DateTimeGroup {
  /** Normal form, `ddhhmmZ MON yy`. */
  readonly text: string;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  /** 1–12. */
  readonly month: number;
  /** Four digits. */
  readonly year: number;
}

/** A day of the calendar. */
export interface CalendarDay {
  readonly day: number;
  /** 1–12. */
  readonly month: number;
  /** Four digits. */
  readonly year: number;
}

/** One addressee of TO, INFO or XMT. */
export interface Addressee {
  readonly span: Span;
  /** The routing indicator before the stroke. */
  readonly routing: Located<string> | null;
  readonly name: Located<string>;
  readonly precedence: Located<PrecedenceName> | null;
  /** As printed. */
  readonly serial: Located<string> | null;
  /** Addressees of an XMT line that are exempt from this collective. */
  readonly exempt: readonly string[];
}

/** One office of a telegram's distribution of 1973–79: `ARA-20`. */
export interface DistributionEntry {
  readonly span: Span;
  /** What the office is to do; null where the word that says so is lost. */
  readonly role: DistributionRole | null;
  /** As printed: `ARA`. */
  readonly office: Located<string>;
  /** Null where the figures are misread. */
  readonly copies: Located<number> | null;
}

/** `DE RUEHGH #0374/01 2400903`: who sends, under which serial, filed when. */
export interface StationLine {
  readonly span: Span;
  readonly routing: Located<string>;
  readonly serial: Located<number> | null;
  /** The transmission section, after the stroke. */
  readonly section: Located<number> | null;
  /** Day of the year and hhmm of filing. */
  readonly filed: Located<{ readonly dayOfYear: number; readonly hour: number; readonly minute: number }> | null;
}

/** `UNCLAS SECTION 01 OF 03 SHANGHAI 000374` */
export interface ClassificationLine {
  readonly span: Span;
  readonly level: Located<ClassificationLevel>;
  /** `SECTION 01 OF 03`; null where the line names none. */
  readonly section: Located<{ readonly number: number; readonly total: number }> | null;
  /** As printed: `LA PAZ`. */
  readonly station: Located<string> | null;
  readonly serial: Located<number> | null;
}

export interface ExecutiveOrderLine {
  readonly span: Span;
  /** The order's number, misprints mended: `12958`. */
  readonly number: Located<string> | null;
  /** All that stands after the number and its colon: `DECL: 12/31/2019`. */
  readonly value: Located<string> | null;
  /** ISO date. */
  readonly declassifyOn: Located<string> | null;
}

export interface ClassifiedBy {
  readonly span: Span;
  readonly name: Located<string> | null;
  readonly title: Located<string> | null;
  /** Normal form `1.4(b)`, each where it is printed. */
  readonly reasons: readonly Located<string>[];
}

/**
 * One field of the header as the outline shows it and hover finds it, in document order: its name as people say it
 * ("From", "TAGS"), the span of what names it, of its value, and its value on one line.
 */
export interface HeaderField {
  readonly name: string;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly value: Located<string>;
}

export interface CableHeader {
  /** From the first line of the header to its last; null where there is none. */
  readonly span: Span | null;
  readonly fields: readonly HeaderField[];
  readonly transmissionId: Located<string> | null;
  /** `RR RUEHCN RUEHGH` */
  readonly routingPrecedence: Located<string> | null;
  readonly routing: readonly Located<string>[];
  readonly stationLine: StationLine | null;
  /** `ZNR UUUUU ZZH`, whole. */
  readonly securityLine: Located<string> | null;
  readonly dtg: Located<DateTimeGroup> | null;
  /** The day of a typewritten telegram, which has no date-time group: as its typist counted it, in the sender's zone. */
  readonly date: Located<CalendarDay> | null;
  /** The precedence of the message, and of information addressees where a second letter says so. */
  readonly precedence: Located<PrecedenceName> | null;
  readonly infoPrecedence: Located<PrecedenceName> | null;
  readonly from: Located<string> | null;
  readonly to: readonly Addressee[];
  readonly info: readonly Addressee[];
  readonly exempt: readonly Addressee[];
  /** The offices of the department that received copies, in order; of the telegrams of 1973–79 alone. */
  readonly distribution: readonly DistributionEntry[];
  readonly classificationLine: ClassificationLine | null;
  /** Of the classification line, or where there is none of what stands in for it (ZNY, a marking, a wrapper). */
  readonly classification: Located<ClassificationLevel> | null;
  readonly captions: readonly Located<string>[];
  readonly passing: readonly Located<string>[];
  readonly executiveOrder: ExecutiveOrderLine | null;
  readonly tags: readonly Located<string>[];
  readonly persons: readonly Located<string>[];
  readonly subject: Located<string> | null;
  readonly subjectPortion: Located<string> | null;
  readonly classifiedBy: ClassifiedBy | null;
  /** Fields of a wrapper that the cable in it has once more, as the wrapper prints them. */
  readonly wrapped: readonly HeaderField[];
  /** Fields of an archive trailer or a SMART wrapper, by their printed names, in document order. */
  readonly attributes: readonly { readonly name: string; readonly value: Located<string> }[];
}

/** One entry of the REF line. */
export interface ReferenceEntry {
  /** Upper case, the author's where a machine's differs. */
  readonly label: string | null;
  readonly labelSpan: Span | null;
  readonly kind: ReferenceKind;
  /** Only for a cable. */
  readonly mrn: Mrn | null;
  /** Whether the year of its number is printed nowhere: then it was told from the citing cable. */
  readonly yearInferred: boolean;
  /** The entry's text, its lines joined by one blank, after all labels. */
  readonly text: string;
  readonly span: Span;
}

/** A place in the body that cites. */
export interface Mention {
  readonly kind: MentionKind;
  readonly span: Span;
  /** Joined by one blank where it wraps. */
  readonly text: string;
  /** Ranges expanded; each with the span that names it (for a range, the whole range). */
  readonly labels: readonly Located<string>[];
  readonly numbers: readonly Located<number>[];
  readonly mrn: Mrn | null;
  /** Whether the year of its number is printed neither here nor in the REF line. */
  readonly yearInferred: boolean;
  /** A paragraph of another document: `para 2 ref A`, `para 7 of the resolution`. */
  readonly external: boolean;
}

export interface Paragraph {
  readonly kind: "paragraph";
  /** The true number; null for a block without one. */
  readonly number: number | null;
  /** `¶3.`, `[1](#)3.`, `13.`: what is printed for the number. */
  readonly markSpan: Span | null;
  /** The digits of a mark that swallowed its `¶` (`13` for ¶3). */
  readonly swallowedMark: Span | null;
  readonly portion: Located<string> | null;
  /** Where the text after number and portion mark begins. */
  readonly textStart: number;
  /** From the mark to the last character of the text that is not blank. */
  readonly span: Span;
}

export interface Section {
  readonly kind: "section";
  /** The heading on one line. */
  readonly title: string;
  /** The heading's text as printed. */
  readonly titleSpan: Span;
  /** From the rule above the heading, or the heading, to the last character of its last paragraph. */
  readonly span: Span;
  readonly children: readonly OutlineNode[];
}

export type OutlineNode = Paragraph | Section;

/** `SHANGHAI 00000374 002 OF 003` or `PAGE 02 BONN 99234 281317Z`. */
export interface PageBreak {
  readonly span: Span;
  readonly station: Located<string> | null;
  readonly serial: Located<number> | null;
  /** Whether it is a continuation line; a page heading otherwise. */
  readonly continuation: boolean;
  readonly page: number | null;
  readonly total: number | null;
}

/** A stretch of a text by 0-based lines and characters, in UTF-16 units. */
export interface LineRange {
  readonly line: number;
  readonly character: number;
  readonly endLine: number;
  readonly endCharacter: number;
}

/** A parsed cable. Never null, whatever the text. All spans are offsets into `lines.text`. */
export interface CableTree {
  readonly lines: LineTable;
  /** The text with the damage taken off. */
  readonly restored: SourceText;
  /** One for each line of `lines`. */
  readonly lineKinds: readonly LineKind[];
  readonly form: FormName;
  /** What is plainly a cable, by the contract's definition. */
  readonly plainlyCable: boolean;
  readonly mrn: Mrn | null;
  /** The number's parts as far as they are known, where it is not whole. */
  readonly partialMrn: {
    readonly year: number | null;
    readonly station: StationId | null;
    readonly serial: number | null;
  };
  readonly header: CableHeader;
  /** Where a span of the text lies, by lines and characters. */
  readonly rangeOf: (span: Span) => LineRange;
  /** From the word REF to the end of its last entry. */
  readonly referencesSpan: Span | null;
  readonly references: readonly ReferenceEntry[];
  readonly outline: readonly OutlineNode[];
  readonly summary: Located<string> | null;
  readonly mentions: readonly Mention[];
  readonly pageBreaks: readonly PageBreak[];
  readonly signature: Located<string> | null;
}

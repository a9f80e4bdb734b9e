/**
 * Reads what the index needs from a cable whose head is laid out as nearly all of them are, in the bytes of the file and without parsing it: hundreds
 * of times as fast as the parser, and silent about every head that it does not know line by line.
 */

import { canonicalMrn, type Mrn, mrnOfFileName, type StationId } from "../../cable/mrn.ts";
import type { ClassificationLevel } from "../../cable/record.ts";
import { isCaptionLine } from "../../cable/values/captions.ts";
import { readSubject } from "../../cable/values/subject.ts";
import { readTags } from "../../cable/values/tags-line.ts";
import { canonicalStation } from "../../vocabulary/stations.ts";
import type { CitationSummary, IndexRecord, RecordedPlace } from "../index-record.ts";
import { BLANK, CAPITAL_E, CAPITAL_M, CAPITAL_O, COLON, COMMA, isBlank, ONE, STOP } from "./ascii.ts";
import { isParagraph, isRule } from "./body-lines.ts";
import { latin1 } from "./byte-memory.ts";
import { classifiedLine, isSignOfCable } from "./classified-lines.ts";
import { BEGINNING, type Piece, pieceOf, placeFromTo, placeIn, placeOf, readPieces } from "./field-pieces.ts";
import {
  behindCapitals,
  behindDigits,
  isAddressed,
  isDigit,
  isFrom,
  isMoreRouting,
  isOfWord,
  isPlainSubject,
  isRouted,
  isRouting,
  isSecurity,
  isStationLine,
  isTransmissionId,
  mayBeRunTogether,
  numberAt,
  readSent,
  type Sent,
  serialOfClassified,
  startsInEitherCase,
  startsWith,
} from "./head-lines.ts";
import {
  addresseeLines,
  CONTINUATION,
  captionLines,
  headings,
  isText,
  passingLines,
  plainTags,
} from "./known-lines.ts";
import { LineCursor, LONGEST_LINE, type TextOf } from "./line-cursor.ts";
import { type Cited, quickCitations } from "./quick-citations.ts";

const MOST_PASSING_LINES = 8;
const MOST_SUBJECT_LINES = 4;
const MOST_TAGS_LINES = 4;
/** Lines below the last field that may belong to `Classified By`. */
const MOST_CLOSING_LINES = 10;
/** Blanks behind a keyword's colon. */
const MOST_BLANKS = 20;
const LONGEST_HEADING = 80;
const CLASSIFIED_BY = "CLASSIFIED BY";

/** What no line below the first of `Classified By` may begin with. */
const OPENS_FIELD =
  /^(?:E ?[.,]? ?[O0]\b|TAGS?\b|SUBJ|REF|TO\b|INFO\b|FM\b|UNCLAS|SECRET|CONFID|\(|PAGE\b|BT\b|MRN|DRAFTED|APPROVED)/i;

/** What a title never goes on with. */
const SURE_HEADING = /^(?:SUMMARY|INTRODUCTION|BACKGROUND|COMMENT|DETAILS|ACTION REQUEST)\b/i;

/** What copies say that lack their transmission header. */
const NOTICE = "This record is a partial extract of the original cable.";

/** Where a number may come from that stands behind the text. */
const TRAILER = "Message Attributes";

/**
 * The summary of a cable by its head alone; null where the head holds anything that is not known here, so that the parser must say. What is
 * answered equals the parser's answer: a property test holds the two together. `bytes` are the file's, or its beginning where `isWhole` is
 * false; `name` is the file's name, by which a cable without a date has its year.
 */
export function quickSummary(bytes: Uint8Array, isWhole: boolean, name: string | null): IndexRecord | null {
  const head = new QuickHead();
  return head.read(bytes, bytes.length, isWhole, () => name) ? head.summary() : null;
}

/** Reads one head after the other. What was read is good until the next reading. */
export class QuickHead {
  year = 0;
  serial = 0;
  station: StationId = NO_STATION;
  /** Since 1970, in UTC; null for a cable without a date-time group. */
  minutes: number | null = null;
  level: ClassificationLevel = "UNCLASSIFIED";
  /** The subject in ASCII: the first `subjectLength` bytes. */
  readonly subject: Uint8Array = new Uint8Array(MOST_SUBJECT_LINES * (LONGEST_LINE + 1));
  subjectLength = 0;
  place: RecordedPlace = BEGINNING;
  tags: readonly string[] = [];
  tagsPlace: RecordedPlace = BEGINNING;
  citations: readonly Cited[] = [];
  readonly #lines: LineCursor;

  /** `textOf` is a faster way from bytes to text, where the machine has one. */
  constructor(textOf?: TextOf) {
    this.#lines = new LineCursor(textOf);
  }

  /** Reads the first `length` bytes; false where it is not sure of all that it read. */
  read(bytes: Uint8Array, length: number, isWhole: boolean, name: () => string | null): boolean {
    this.#lines.begin(bytes, length, isWhole);
    return (
      this.#readTransmission(name) &&
      this.#passCaptions() &&
      this.#readTags() &&
      this.#readSubject() &&
      this.#readReferences() &&
      this.#closes()
    );
  }

  summary(): IndexRecord {
    const mrn = ({ year, station, serial }: Mrn) => canonicalMrn({ year, station, serial });
    return {
      mrn: mrn(this),
      sent: this.minutes,
      classification: this.level,
      subject: latin1(this.subject, 0, this.subjectLength),
      place: this.place,
      tags: this.tags,
      tagsPlace: this.tagsPlace,
      citations: this.citations.map(
        (cited): CitationSummary => ({ mrn: mrn(cited), yearInferred: cited.yearInferred, place: cited.place }),
      ),
    };
  }

  /** The lines down to the classification line, that one included. */
  #readTransmission(name: () => string | null): boolean {
    const bytes = this.#lines.bytes;
    let sent: Sent | null = null;
    /** Whether lines of a transmission header were met, and its first addressee. */
    let transmitted = false;
    let addressed = false;
    let routed = false;
    while (this.#lines.next()) {
      const start = this.#lines.start;
      const end = this.#lines.end;
      if (!this.#lines.isPlain) return false;
      if (addressed && (isRouted(bytes, start, end) || isAddressed(bytes, start, end))) continue;
      if (this.#lines.number < 3 && !transmitted && this.#lines.begins(NOTICE)) continue;
      if (addressed || !transmitted) {
        const serial = serialOfClassified(bytes, start, end);
        if (serial >= 0) return this.#readClassified(serial, sent, name);
      }
      if (addressed) {
        if (this.#lines.begins("BT") && end - start === 2) continue;
        if (start !== this.#lines.first || !addresseeLines.get(bytes, start, end)) return false;
        continue;
      }
      const goesOn: boolean = routed && !this.#lines.blank && isMoreRouting(bytes, start, end);
      routed = goesOn;
      if (goesOn) continue;
      switch (bytes[start]) {
        case 86: // V
          if (this.#lines.number > 3 || transmitted || !isTransmissionId(bytes, start, end)) return false;
          break;
        case 68: // D
          if (sent !== null || !isStationLine(bytes, start, end)) return false;
          break;
        case 70: // F
          if (sent === null || !isFrom(bytes, start, end)) return false;
          break;
        case 84: // T
        case 73: // I
          if (sent === null || !isAddressed(bytes, start, end)) return false;
          addressed = true;
          break;
        default: {
          if (isSecurity(bytes, start, end)) break;
          if (isRouting(bytes, start, end)) {
            if (sent !== null) return false;
            routed = true;
            break;
          }
          if (sent !== null) return false;
          sent = readSent(bytes, start, end);
          if (sent === null) return false;
          continue;
        }
      }
      transmitted = true;
    }
    return false;
  }

  #readClassified(serialAt: number, sent: Sent | null, name: () => string | null): boolean {
    const { bytes, start } = this.#lines;
    const classified = classifiedLine(bytes, start, serialAt);
    this.serial = numberAt(bytes, serialAt, this.#lines.end);
    if (classified === null || this.serial === 0 || (sent === null && !isSignOfCable(bytes, start, serialAt)))
      return false;
    const year = sent?.year ?? this.#yearOf(name());
    if (year === null) return false;
    this.year = year;
    this.station = classified.station;
    this.level = classified.level;
    this.minutes = sent?.minutes ?? null;
    return true;
  }

  /** The year that the file's name says, where nothing behind the text may say another. */
  #yearOf(name: string | null): number | null {
    if (name === null || !this.#lines.isWhole) return null;
    for (let at = this.#lines.at; at < this.#lines.length; at++) {
      if (this.#lines.bytes[at] === CAPITAL_M && startsWith(this.#lines.bytes, TRAILER, at, this.#lines.length))
        return null;
    }
    return mrnOfFileName(name)?.year ?? null;
  }

  /** The lines between classification line and fields; leaves the reader on the first field. */
  #passCaptions(): boolean {
    const bytes = this.#lines.bytes;
    let passing = 0;
    while (this.#lines.next()) {
      if (!this.#lines.isPlain) return false;
      if (this.#isExecutiveOrder()) {
        // A list that goes on below the line is no date.
        return (
          !mayBeRunTogether(bytes, this.#lines.start, this.#lines.end) && this.#lines.next() && this.#lines.isPlain
        );
      }
      if (this.#lines.begins("TAGS") || this.#lines.begins("SUBJECT:")) return true;
      if (captionLines.get(bytes, this.#lines.start, this.#lines.end)) continue;
      if (++passing > MOST_PASSING_LINES || mayBeRunTogether(bytes, this.#lines.start, this.#lines.end)) return false;
      if (!passingLines.get(bytes, this.#lines.start, this.#lines.end)) return false;
    }
    return false;
  }

  /** `E.O. 12958: DECL: 10/12/2019`, `EO 12958 N/A` */
  #isExecutiveOrder(): boolean {
    const bytes = this.#lines.bytes;
    const end = this.#lines.end;
    let at = this.#lines.start;
    if (bytes[at++] !== CAPITAL_E) return false;
    if (bytes[at] === STOP) at++;
    if (bytes[at++] !== CAPITAL_O) return false;
    if (bytes[at] === STOP) at++;
    if (bytes[at] !== BLANK || bytes[at + 1] !== ONE || behindDigits(bytes, at + 1, end) !== at + 6) return false;
    return bytes[at + 6] === COLON || (at + 10 === end && startsWith(bytes, " N/A", at + 6, end));
  }

  /** Behind a keyword at the margin, its colon and blanks; -1 where another word stands there or nothing behind it. */
  #behindKeyword(keyword: string): number {
    if (!this.#lines.begins(keyword)) return -1;
    const bytes = this.#lines.bytes;
    let at = this.#lines.start + keyword.length;
    if (bytes[at++] !== COLON) return -1;
    const most = at + MOST_BLANKS;
    while (at < most && bytes[at] === BLANK) at++;
    return at < this.#lines.end && !isBlank(bytes[at]) ? at : -1;
  }

  #readTags(): boolean {
    const bytes = this.#lines.bytes;
    this.tags = [];
    this.tagsPlace = BEGINNING;
    if (this.#lines.begins("SUBJECT:")) return true;
    const isWithoutColon = this.#lines.begins("TAGS ") && this.#isListOfTags(this.#lines.start + 5, this.#lines.end);
    const first = isWithoutColon ? this.#lines.start + 5 : this.#behindKeyword("TAGS");
    if (first < 0) return false;
    const pieces: Piece[] = [pieceOf(this.#lines, first)];
    for (;;) {
      if (!this.#lines.next() || !this.#lines.isPlain) return false;
      if (this.#lines.begins("SUBJECT:")) break;
      if (
        this.#lines.blank ||
        pieces.length >= MOST_TAGS_LINES ||
        !this.#isListOfTags(this.#lines.first, this.#lines.end)
      )
        return false;
      pieces.push(pieceOf(this.#lines));
    }
    const [only, more] = pieces;
    if (only !== undefined && more === undefined && this.#readPlainTags(only)) return true;
    if (isWithoutColon) return false;
    const { text, read } = readPieces(bytes, pieces, readTags);
    const { tags } = read;
    const last = tags[tags.length - 1];
    if (tags[0] !== undefined && last !== undefined) {
      this.tagsPlace = placeIn(pieces, tags[0].span.start, last.span.end, text);
    }
    this.tags = [...new Set(tags.map(({ value }) => value))];
    return true;
  }

  /** Whether capitals stand here, two to five together, parted by commas or single blanks. */
  #isListOfTags(from: number, end: number): boolean {
    const bytes = this.#lines.bytes;
    let at = from;
    for (;;) {
      const behind = behindCapitals(bytes, at, end);
      if (behind - at < 2 || behind - at > 5) return false;
      if (behind === end) return true;
      at = behind;
      if (bytes[at] === COMMA) at++;
      if (bytes[at] === BLANK) at++;
      if (at === behind) return false;
    }
  }

  /** Reads a list of known TAGS, each once; false where a reader must look at it. */
  #readPlainTags(piece: Piece): boolean {
    const bytes = this.#lines.bytes;
    if (!this.#isListOfTags(piece.first, piece.end)) return false;
    const tags: string[] = [];
    let at = piece.first;
    while (at < piece.end) {
      const behind = behindCapitals(bytes, at, piece.end);
      const tag = plainTags.get(bytes, at, behind);
      if (tag === null || tags.includes(tag)) return false;
      tags.push(tag);
      at = behind;
      if (bytes[at] === COMMA) at++;
      if (bytes[at] === BLANK) at++;
    }
    this.tags = tags;
    this.tagsPlace = placeOf(piece, piece.first, piece.end);
    return true;
  }

  #readSubject(): boolean {
    const bytes = this.#lines.bytes;
    const first = this.#behindKeyword("SUBJECT");
    if (first < 0 || mayBeRunTogether(bytes, first, this.#lines.end)) return false;
    const pieces: Piece[] = [pieceOf(this.#lines, first)];
    for (;;) {
      if (!this.#lines.next()) return false;
      if (this.#lines.blank || this.#behindReferences() >= 0 || this.#isClassifiedBy()) break;
      if (!this.#lines.isPlain || pieces.length >= MOST_SUBJECT_LINES) return false;
      const text = this.#lines.text(this.#lines.first, this.#lines.end);
      if (mayBeRunTogether(bytes, this.#lines.start, this.#lines.end) || !isText(text) || isCaptionLine(text))
        return false;
      pieces.push(pieceOf(this.#lines));
    }
    if (pieces.length > 1 && isRule(this.#lines)) return false;
    return this.#readPlainSubject(pieces) || this.#readOddSubject(pieces);
  }

  /** Reads a subject in which nothing stands but words. */
  #readPlainSubject(pieces: readonly Piece[]): boolean {
    const bytes = this.#lines.bytes;
    const { subject } = this;
    let length = 0;
    let digits = 0;
    for (const { first, end } of pieces) {
      if (!isPlainSubject(bytes, first, end)) return false;
      if (length > 0) subject[length++] = BLANK;
      for (let at = first; at < end; at++) {
        const byte = bytes[at] ?? 0;
        digits = isDigit(byte) ? digits + 1 : 0;
        // Five digits may be an executive order's; of several blanks only one stays, and a stop may end a mark.
        if (digits > 4 || (byte === BLANK && bytes[at + 1] === BLANK)) return false;
        subject[length++] = byte;
      }
    }
    this.subjectLength = length;
    this.place = placeFromTo(pieces);
    return true;
  }

  #readOddSubject(pieces: readonly Piece[]): boolean {
    const { text, read } = readPieces(this.#lines.bytes, pieces, readSubject);
    if (read === null) return false;
    const { value, span } = read.subject;
    for (let index = 0; index < value.length; index++) this.subject[index] = value.charCodeAt(index);
    this.subjectLength = value.length;
    this.place = placeIn(pieces, span.start, span.end, text);
    return true;
  }

  /** Behind `REF:` and its like; -1 where another line is the current one. */
  #behindReferences(): number {
    if (!this.#lines.begins("REF")) return -1;
    for (const keyword of REFERENCE_KEYWORDS) {
      const at = this.#behindKeyword(keyword);
      if (at >= 0) return at;
    }
    return -1;
  }

  /** Whether the current line begins with `Classified By`, in either case. By its bytes: it is asked of nearly every line below the TAGS. */
  #isClassifiedBy(): boolean {
    const { bytes, start, end } = this.#lines;
    const behind = start + CLASSIFIED_BY.length;
    return startsInEitherCase(bytes, CLASSIFIED_BY, start, end) && (behind === end || !isOfWord(bytes[behind]));
  }

  /** The citations of the REF block, where there is one; leaves the reader on the first line behind it. */
  #readReferences(): boolean {
    const at = this.#behindReferences();
    const citations = at < 0 ? [] : quickCitations(this.#lines, at, this, () => this.#isClassifiedBy());
    this.citations = citations ?? [];
    return citations !== null;
  }

  /** Whether what follows plainly is the text, or `Classified By` and then the text: no field may still come. */
  #closes(): boolean {
    const bytes = this.#lines.bytes;
    let lines = 0;
    let closing = this.#isClassifiedBy();
    for (;;) {
      if (isParagraph(this.#lines) || isRule(this.#lines)) return true;
      if (!this.#lines.isPlain) return false;
      if (closing) {
        if (++lines > MOST_CLOSING_LINES || mayBeRunTogether(bytes, this.#lines.first, this.#lines.end)) return false;
        if (lines > 1 && !this.#isTextOfClassifiedBy()) return false;
      } else if (!this.#lines.blank) return false;
      else if (!this.#isContinuation()) return this.#isHeading();
      if (!this.#lines.next()) return false;
      closing ||= this.#isClassifiedBy();
    }
  }

  #isContinuation(): boolean {
    return (
      isDigit(this.#lines.bytes[this.#lines.end - 1]) &&
      CONTINUATION.test(this.#lines.text(this.#lines.first, this.#lines.end))
    );
  }

  #isTextOfClassifiedBy(): boolean {
    const line = this.#lines.text(this.#lines.first, this.#lines.end);
    return !OPENS_FIELD.test(line) && (isText(line) || /^(?:REASONS?\b|1 ?\. ?[45]|[(a-z])/.test(line));
  }

  /** Whether the current line is a heading with a rule right below it, or a paragraph below that. */
  #isHeading(): boolean {
    if (
      this.#lines.end - this.#lines.first > LONGEST_HEADING ||
      !headings.get(this.#lines.bytes, this.#lines.first, this.#lines.end)
    )
      return false;
    const isSure = SURE_HEADING.test(this.#lines.text(this.#lines.first, this.#lines.end)) && !this.#mayGoOn();
    if (!this.#lines.next()) return false;
    if (!this.#lines.blank) return isParagraph(this.#lines) || isRule(this.#lines);
    // With gaps on both sides it may be the rest of a subject.
    return isSure && isParagraph(this.#lines);
  }

  /** Whether the subject ends with a stop that is none, or a word as short as those that titles do not end with. */
  #mayGoOn(): boolean {
    return !/[A-Za-z]{5}$/.test(latin1(this.subject, 0, this.subjectLength));
  }
}

const NO_STATION = canonicalStation("");
const REFERENCE_KEYWORDS: readonly string[] = ["REF", "REFS", "REFTEL", "REFTELS"];

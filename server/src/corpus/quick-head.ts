/**
 * Reads what the index needs from a cable whose head is laid out as nearly all of them are, in the bytes of the file and without parsing it: hundreds
 * of times as fast as the parser, and silent about every head that it does not know line by line.
 */

import { OPENINGS } from "../cable/forms/index.ts";
import { FURNITURE_PATTERNS } from "../cable/furniture/furniture-patterns.ts";
import { ADDRESSEE } from "../cable/header/header-walk.ts";
import { headOf, LineBeginnings } from "../cable/line-beginnings.ts";
import { canonicalMrn, fullYear, type Mrn, mrnOfFileName, type StationId } from "../cable/mrn.ts";
import { isPlainlyCable } from "../cable/plainly-cable.ts";
import type { ClassificationLevel } from "../cable/record.ts";
import { looksLikeReferenceLine, readReferences } from "../cable/references/references.ts";
import { isCaptionLine } from "../cable/values/captions.ts";
import { mayBeginLevel } from "../cable/values/classification-level.ts";
import { readClassificationLine, readMarking } from "../cable/values/classification-line.ts";
import { readSubject } from "../cable/values/subject.ts";
import { readTags } from "../cable/values/tags-line.ts";
import { JoinedText } from "../text/joined-text.ts";
import { SourceText } from "../text/source-text.ts";
import { canonicalStation, matchStation } from "../vocabulary/stations.ts";
import { isKnownTag } from "../vocabulary/tags.ts";
import { ByteMemory, latin1 } from "./byte-memory.ts";
import {
  behindCapitals,
  behindDigits,
  isAddressed,
  isCapital,
  isDigit,
  isFrom,
  isMoreRouting,
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
  startsWith,
} from "./head-lines.ts";
import type { CableSummary, CitationSummary, RecordedPlace } from "./summary.ts";

/** Lines of a head longer than this were folded by nobody's machine. */
const LONGEST_LINE = 120;
/** A list of references on one line may be as long as this. */
const LONGEST_REFERENCES = 400;
/** Signs of a cable count in its first 200 lines. */
const MOST_LINES = 190;
const MOST_PASSING_LINES = 8;
const MOST_SUBJECT_LINES = 4;
const MOST_TAGS_LINES = 4;
const MOST_REFERENCE_LINES = 40;
/** Lines below the last field that may belong to `Classified By`. */
const MOST_CLOSING_LINES = 10;
/** Blanks behind a keyword's colon. */
const MOST_BLANKS = 20;
const LONGEST_HEADING = 80;

/** What no line may begin with that stands where passing lines, the rest of a subject or a heading do: what makes the parser look twice. */
const OPENS_SOMETHING =
  /^(?:E ?[.,]? ?[O0](?:[.,: M]|\d|$)|EXECUTIVE ORDER|T ?A ?G|TA[SB]S?\b|AGS\b|TGS\b|SUBJ|SUB\b|REF|R[A-Z]{3,7}\/|\(|REASONS?\b|DECL|DERIVED|DRAFTED|APPROVED|CLEARED|RELEASE|PAGE\b|MRN|MSGID|DATE\b|FROM ?[:;]|FM\b|DE R|ZN[RY]|VZ|BT\b|XMT|ACTION\b|ORIGIN\b|NNNN|CAPTIONS?\b|PASS LINE|SIGNATURE|CONTROL ?[:;.]|N[O0] ?[:;.]|INCOMING|OUTGOING|[ZOPRY0] |[-=_*~#>|\d[{+]|AMPN|NARR|RMKS|GENTEXT|POC|OPER|EXER|KWORD|TIMEZONE|PERID|AKN|DOWNGRADE|MESSAGE|CLASS?IFIED|CASE NO|DOC|FOR ?:)/i;

/** What no line below the first of `Classified By` may begin with. */
const OPENS_FIELD =
  /^(?:E ?[.,]? ?[O0]\b|TAGS?\b|SUBJ|REF|TO\b|INFO\b|FM\b|UNCLAS|SECRET|CONFID|\(|PAGE\b|BT\b|MRN|DRAFTED|APPROVED)/i;

/** What a title never goes on with. */
const SURE_HEADING = /^(?:SUMMARY|INTRODUCTION|BACKGROUND|COMMENT|DETAILS|ACTION REQUEST)\b/i;

const CONTINUATION = /^[A-Z][A-Z.'-]{1,20}(?: [A-Z.'-]{1,20}){0,3} \d{8} {1,3}\d{3}(?:\.\d)? {1,3}OF \d{3}$/;

/** What copies say that lack their transmission header. */
const NOTICE = "This record is a partial extract of the original cable.";

/** Where a number may come from that stands behind the text. */
const TRAILER = "Message Attributes";

const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

function joined(text: string): JoinedText {
  return new JoinedText(SourceText.plain(text), [{ start: 0, end: text.length }]);
}

const FURNITURE = new LineBeginnings(FURNITURE_PATTERNS, ({ begins, pattern }) => ({
  begins,
  inEitherCase: pattern.ignoreCase,
}));

/** Keys whose everyday words are believed in a transmission header only. */
const BELIEVED_BELOW_ADDRESSEES: ReadonlySet<string> = new Set(["to", "info", "exempt"]);

/** Whether the parser finds nothing in a line below the addressees but text: no field, no mark of a page, no classification. */
function isText(line: string): boolean {
  const text = line.trim();
  if (OPENS_SOMETHING.test(text)) return false;
  const head = headOf(text.charCodeAt(0), text.length > 1 ? text.charCodeAt(1) : 0);
  for (const opening of OPENINGS.of(head) ?? []) {
    if (opening.onlyInHeader === true && BELIEVED_BELOW_ADDRESSEES.has(opening.key)) continue;
    if (opening.match(text, 0, text.length) >= 0) return false;
  }
  for (const { pattern } of FURNITURE.of(head) ?? []) {
    pattern.lastIndex = 0;
    if (pattern.test(text)) return false;
  }
  return !mayBeginLevel(text, 0) || (readClassificationLine(joined(text)) === null && readMarking(text) === null);
}

const captionLines = new ByteMemory<boolean>(isCaptionLine);
const addresseeLines = new ByteMemory<boolean>(
  (line) => ADDRESSEE.test(line) && !/^(?:TO|INFO|XMT)\b/i.test(line) && isText(line),
);

/** What stands between classification line and fields beside captions; sentences are notes, and what is not in capitals may be anything. */
const passingLines = new ByteMemory<boolean>(
  (line) => line === line.toUpperCase() && (CONTINUATION.test(line) || (isText(line) && !line.startsWith(" "))),
);

/** Headings of the text: no list of references goes on with them, and no `Classified By`. */
const headings = new ByteMemory<boolean>(
  (line) => /^[A-Z](?![.)])/.test(line) && !/^FOR\b/i.test(line) && isText(line) && !isCaptionLine(line),
);

/** What the beginning of a classification line says, whatever serial follows it. */
interface Classified {
  readonly level: ClassificationLevel;
  readonly station: StationId;
  /** Whether with the fields below it is enough of a sign that this is a cable, where a copy lost all that stood above. */
  readonly isSign: boolean;
}

/** By the line down to its serial, and the serial's first digit, which is all of it that counts: of one that a zero begins, more is believed. */
const classifiedLines = new ByteMemory<Classified | null>((beginning) => {
  const line = `${beginning}00374`;
  const read = readClassificationLine(joined(line));
  if (read === null || read.station === null || read.serial === null || read.end !== line.length) return null;
  if (read.serial.value % 1000 !== 374) return null;
  return {
    level: read.level.value,
    station: canonicalStation(read.station.value),
    isSign: isPlainlyCable(`${line}\nTAGS: PGOV`),
  };
});

/** The station that a plain reference cites by this name, labelled or not; null where the parser may read something else. */
export function stationCitedAs(name: string): StationId | null {
  const match = matchStation(name);
  // A test holds this to the parser for every name of the vocabulary.
  const isNothingElse = match?.confidence === "high" && match.kind !== "cut" && match.also === null;
  if (isNothingElse && !match.station.series) return canonicalStation(name);
  const context = { year: 2009, station: null, form: "acp127" } as const;
  for (const label of ["", "A. ", "(A) "]) {
    const value = `${label}${name} 5374`;
    const [entry, more] = readReferences(joined(value), context);
    if (entry === undefined || more !== undefined || entry.kind !== "cable" || entry.mrn === null) return null;
    if (entry.span.start !== label.length || entry.span.end !== value.length) return null;
    const { year, serial, station } = entry.mrn;
    if (year !== 2009 || serial !== 5374 || station !== canonicalStation(name)) return null;
  }
  return canonicalStation(name);
}

const citedStations = new ByteMemory<StationId | null>(stationCitedAs);

/** A TAG that is read as itself wherever it stands in a list; null for another word. */
export function plainTag(tag: string): string | null {
  if (!/^[A-Z]{2,5}$/.test(tag) || !isKnownTag(tag)) return null;
  const { tags, persons } = readTags(joined(`${tag}, PGOV`));
  return persons.length === 0 && tags.length === (tag === "PGOV" ? 1 : 2) && tags[0]?.value === tag ? tag : null;
}

const plainTags = new ByteMemory<string | null>(plainTag);

/** A piece of a field: one of its lines, without blanks. */
interface Piece {
  readonly number: number;
  readonly start: number;
  readonly first: number;
  readonly end: number;
}

/** A reference as read. */
interface Cited {
  readonly year: number;
  readonly station: StationId;
  readonly serial: number;
  readonly place: RecordedPlace;
}

/**
 * The summary of a cable by its head alone; null where the head holds anything that is not known here, so that the parser must say. What is
 * answered equals the parser's answer: a property test holds the two together. `bytes` are the file's, or its beginning where `isWhole` is
 * false; `name` is the file's name, by which a cable without a date has its year.
 */
export function quickSummary(bytes: Uint8Array, isWhole: boolean, name: string | null): CableSummary | null {
  const head = new QuickHead();
  return head.read(bytes, bytes.length, isWhole, () => name) ? head.summary() : null;
}

/** `[start, end)` of bytes as text, each byte a character. */
export type TextOf = (bytes: Uint8Array, start: number, end: number) => string;

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

  readonly #textOf: TextOf;
  #bytes: Uint8Array = new Uint8Array();
  #length = 0;
  #isWhole = false;
  /** Where the next line begins. */
  #at = 0;
  /** The current line: its number, where it and its text begin and end, without blanks at the ends. */
  #number = -1;
  #start = 0;
  #first = 0;
  #end = 0;
  /** Whether a blank line stands above the current one. */
  #blank = false;
  /** Whether the current line holds nothing but printable ASCII, and is no longer than lines of heads are. */
  #isAscii = false;
  #isPlain = false;

  /** `textOf` is a faster way from bytes to text, where the machine has one. */
  constructor(textOf: TextOf = latin1) {
    this.#textOf = textOf;
  }

  /** Reads the first `length` bytes; false where it is not sure of all that it read. */
  read(bytes: Uint8Array, length: number, isWhole: boolean, name: () => string | null): boolean {
    this.#bytes = bytes;
    this.#length = length;
    this.#isWhole = isWhole;
    this.#at = BYTE_ORDER_MARK.every((byte, index) => bytes[index] === byte) ? BYTE_ORDER_MARK.length : 0;
    this.#number = -1;
    return (
      this.#readTransmission(name) &&
      this.#passCaptions() &&
      this.#readTags() &&
      this.#readSubject() &&
      this.#readReferences() &&
      this.#closes()
    );
  }

  summary(): CableSummary {
    const mrn = ({ year, station, serial }: Mrn) => canonicalMrn({ year, station, serial });
    return {
      mrn: mrn(this),
      sent: this.minutes,
      classification: this.level,
      subject: latin1(this.subject, 0, this.subjectLength),
      place: this.place,
      tags: this.tags,
      tagsPlace: this.tagsPlace,
      citations: this.citations.map((cited): CitationSummary => ({ mrn: mrn(cited), place: cited.place })),
    };
  }

  /** Goes to the next line that is not blank; false behind the last one that is there as a whole. */
  #next(): boolean {
    const bytes = this.#bytes;
    const length = this.#length;
    this.#blank = false;
    while (this.#number <= MOST_LINES && this.#at < length) {
      const start = this.#at;
      let stop = start;
      let odd = -1;
      for (; stop < length; stop++) {
        const byte = bytes[stop] ?? 0;
        if (byte === LINE_FEED) break;
        if ((byte < 32 || byte > 126) && odd < 0) odd = stop;
      }
      if (stop === length && !this.#isWhole) return false;
      this.#at = stop + 1;
      this.#number++;
      let end = stop;
      if (end > start && bytes[end - 1] === CARRIAGE_RETURN) end--;
      while (end > start && isBlank(bytes[end - 1])) end--;
      let first = start;
      while (first < end && isBlank(bytes[first])) first++;
      if (first === end) {
        this.#blank = true;
        continue;
      }
      this.#start = start;
      this.#first = first;
      this.#end = end;
      this.#isAscii = odd < 0 || odd >= end;
      this.#isPlain = this.#isAscii && end - start <= LONGEST_LINE;
      return true;
    }
    return false;
  }

  #text(start: number, end: number): string {
    return this.#textOf(this.#bytes, start, end);
  }

  /** Whether the current line begins at the margin, with a word. */
  #begins(word: string): boolean {
    return startsWith(this.#bytes, word, this.#start, this.#end);
  }

  /** The lines down to the classification line, that one included. */
  #readTransmission(name: () => string | null): boolean {
    const bytes = this.#bytes;
    let sent: Sent | null = null;
    /** Whether lines of a transmission header were met, and its first addressee. */
    let transmitted = false;
    let addressed = false;
    let routed = false;
    while (this.#next()) {
      const start = this.#start;
      const end = this.#end;
      if (!this.#isPlain) return false;
      if (addressed && (isRouted(bytes, start, end) || isAddressed(bytes, start, end))) continue;
      if (this.#number < 3 && !transmitted && this.#begins(NOTICE)) continue;
      if (addressed || !transmitted) {
        const serial = serialOfClassified(bytes, start, end);
        if (serial >= 0) return this.#readClassified(serial, sent, name);
      }
      if (addressed) {
        if (this.#begins("BT") && end - start === 2) continue;
        if (start !== this.#first || !addresseeLines.get(bytes, start, end)) return false;
        continue;
      }
      const goesOn: boolean = routed && !this.#blank && isMoreRouting(bytes, start, end);
      routed = goesOn;
      if (goesOn) continue;
      switch (bytes[start]) {
        case 86: // V
          if (this.#number > 3 || transmitted || !isTransmissionId(bytes, start, end)) return false;
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
    const classified = classifiedLines.get(this.#bytes, this.#start, serialAt + 1);
    this.serial = numberAt(this.#bytes, serialAt, this.#end);
    if (classified === null || this.serial === 0 || (sent === null && !classified.isSign)) return false;
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
    if (name === null || !this.#isWhole) return null;
    for (let at = this.#at; at < this.#length; at++) {
      if (this.#bytes[at] === CAPITAL_M && startsWith(this.#bytes, TRAILER, at, this.#length)) return null;
    }
    return mrnOfFileName(name)?.year ?? null;
  }

  /** The lines between classification line and fields; leaves the reader on the first field. */
  #passCaptions(): boolean {
    const bytes = this.#bytes;
    let passing = 0;
    while (this.#next()) {
      if (!this.#isPlain) return false;
      if (this.#isExecutiveOrder()) {
        // A list that goes on below the line is no date.
        return !mayBeRunTogether(bytes, this.#start, this.#end) && this.#next() && this.#isPlain;
      }
      if (this.#begins("TAGS") || this.#begins("SUBJECT:")) return true;
      if (captionLines.get(bytes, this.#start, this.#end)) continue;
      if (++passing > MOST_PASSING_LINES || mayBeRunTogether(bytes, this.#start, this.#end)) return false;
      if (!passingLines.get(bytes, this.#start, this.#end)) return false;
    }
    return false;
  }

  /** `E.O. 12958: DECL: 10/12/2019`, `EO 12958 N/A` */
  #isExecutiveOrder(): boolean {
    const bytes = this.#bytes;
    const end = this.#end;
    let at = this.#start;
    if (bytes[at++] !== CAPITAL_E) return false;
    if (bytes[at] === STOP) at++;
    if (bytes[at++] !== CAPITAL_O) return false;
    if (bytes[at] === STOP) at++;
    if (bytes[at] !== BLANK || bytes[at + 1] !== ONE || behindDigits(bytes, at + 1, end) !== at + 6) return false;
    return bytes[at + 6] === COLON || (at + 10 === end && startsWith(bytes, " N/A", at + 6, end));
  }

  /** Behind a keyword at the margin, its colon and blanks; -1 where another word stands there or nothing behind it. */
  #behindKeyword(keyword: string): number {
    if (!this.#begins(keyword)) return -1;
    const bytes = this.#bytes;
    let at = this.#start + keyword.length;
    if (bytes[at++] !== COLON) return -1;
    const most = at + MOST_BLANKS;
    while (at < most && bytes[at] === BLANK) at++;
    return at < this.#end && !isBlank(bytes[at]) ? at : -1;
  }

  #readTags(): boolean {
    const bytes = this.#bytes;
    this.tags = [];
    this.tagsPlace = BEGINNING;
    if (this.#begins("SUBJECT:")) return true;
    const isWithoutColon = this.#begins("TAGS ") && this.#isListOfTags(this.#start + 5, this.#end);
    const first = isWithoutColon ? this.#start + 5 : this.#behindKeyword("TAGS");
    if (first < 0) return false;
    const pieces: Piece[] = [{ number: this.#number, start: this.#start, first, end: this.#end }];
    for (;;) {
      if (!this.#next() || !this.#isPlain) return false;
      if (this.#begins("SUBJECT:")) break;
      if (this.#blank || pieces.length >= MOST_TAGS_LINES || !this.#isListOfTags(this.#first, this.#end)) return false;
      pieces.push({ number: this.#number, start: this.#start, first: this.#first, end: this.#end });
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
    const bytes = this.#bytes;
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
    const bytes = this.#bytes;
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
    const bytes = this.#bytes;
    const first = this.#behindKeyword("SUBJECT");
    if (first < 0 || mayBeRunTogether(bytes, first, this.#end)) return false;
    const pieces: Piece[] = [{ number: this.#number, start: this.#start, first, end: this.#end }];
    for (;;) {
      if (!this.#next()) return false;
      if (this.#blank || this.#behindReferences() >= 0 || this.#isClassifiedBy()) break;
      if (!this.#isPlain || pieces.length >= MOST_SUBJECT_LINES) return false;
      const text = this.#text(this.#first, this.#end);
      if (mayBeRunTogether(bytes, this.#start, this.#end) || !isText(text) || isCaptionLine(text)) return false;
      pieces.push({ number: this.#number, start: this.#start, first: this.#first, end: this.#end });
    }
    if (pieces.length > 1 && this.#isRule()) return false;
    return this.#readPlainSubject(pieces) || this.#readOddSubject(pieces);
  }

  /** Reads a subject in which nothing stands but words. */
  #readPlainSubject(pieces: readonly Piece[]): boolean {
    const bytes = this.#bytes;
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
    const { text, read } = readPieces(this.#bytes, pieces, readSubject);
    if (read === null) return false;
    const { value, span } = read.subject;
    for (let index = 0; index < value.length; index++) this.subject[index] = value.charCodeAt(index);
    this.subjectLength = value.length;
    this.place = placeIn(pieces, span.start, span.end, text);
    return true;
  }

  /** Behind `REF:` and its like; -1 where another line is the current one. */
  #behindReferences(): number {
    if (!this.#begins("REF")) return -1;
    for (const keyword of REFERENCE_KEYWORDS) {
      const at = this.#behindKeyword(keyword);
      if (at >= 0) return at;
    }
    return -1;
  }

  #isClassifiedBy(): boolean {
    const unit = this.#bytes[this.#start];
    if (unit !== CAPITAL_C && unit !== CAPITAL_C + 32) return false;
    return /^CLASSIFIED BY\b/i.test(this.#text(this.#start, Math.min(this.#end, this.#start + 14)));
  }

  /** The citations of the REF block, where there is one; leaves the reader on the first line behind it. */
  #readReferences(): boolean {
    const bytes = this.#bytes;
    this.citations = [];
    let first = this.#behindReferences();
    if (first < 0) return true;
    const pieces: Piece[] = [];
    for (;;) {
      if (!this.#isAscii || this.#end - this.#start > LONGEST_REFERENCES) return false;
      if (mayBeRunTogether(bytes, first, this.#end)) return false;
      pieces.push({ number: this.#number, start: this.#start, first, end: this.#end });
      if (!this.#next()) return false;
      if (this.#blank) {
        if (!this.#isPlainParagraph() && looksLikeReferenceLine(this.#text(this.#first, this.#end))) return false;
        break;
      }
      if (this.#isClassifiedBy()) break;
      if (pieces.length > MOST_REFERENCE_LINES || this.#labelLength(this.#first) === 0) return false;
      if (!this.#isPlain) return false;
      if (
        this.#readCite({ number: this.#number, start: this.#start, first: this.#first, end: this.#end }) === null &&
        !looksLikeReferenceLine(this.#text(this.#first, this.#end))
      ) {
        return false;
      }
      first = this.#first;
    }
    return this.#readPlainCites(pieces) || this.#readOddCites(pieces);
  }

  /** How long the label is that stands here, its blank included: `A. `, `(A) `, `A) `; 0 for none. */
  #labelLength(at: number): number {
    const bytes = this.#bytes;
    if (isCapital(bytes[at])) {
      return (bytes[at + 1] === STOP || bytes[at + 1] === CLOSING) && bytes[at + 2] === BLANK ? 3 : 0;
    }
    const isEnclosed = bytes[at] === OPENING && isCapital(bytes[at + 1]) && bytes[at + 2] === CLOSING;
    return isEnclosed && bytes[at + 3] === BLANK ? 4 : 0;
  }

  /** The citations of a list that has one cable a line, with labels in order; false where any line holds something else. */
  #readPlainCites(pieces: readonly Piece[]): boolean {
    const bytes = this.#bytes;
    const citations: Cited[] = [];
    const [firstPiece] = pieces;
    const length = firstPiece === undefined ? 0 : this.#labelLength(firstPiece.first);
    if (length === 0 && pieces.length > 1) return false;
    for (const piece of pieces) {
      if (this.#labelLength(piece.first) !== length) return false;
      if (length > 0) {
        const letter = bytes[piece.first + (length === 4 ? 1 : 0)] ?? 0;
        // Of `A) ` a reader must tell.
        if (letter !== 65 + citations.length || (length === 3 && bytes[piece.first + 1] === CLOSING)) return false;
      }
      const cite = this.#readCite(piece);
      if (cite === null) return false;
      citations.push(cite);
    }
    this.citations = citations;
    return true;
  }

  /** A reference that is alone on its line, `A. 08 RIO DE JANEIRO 374`; null where something else stands there, too. */
  #readCite(piece: Piece): Cited | null {
    const bytes = this.#bytes;
    const { end } = piece;
    const start = piece.first + this.#labelLength(piece.first);
    let at = start;
    let { year } = this;
    if (isDigit(bytes[at])) {
      if (!isDigit(bytes[at + 1]) || bytes[at + 2] !== BLANK) return null;
      year = fullYear(numberAt(bytes, at, at + 2));
      at += 3;
    }
    const name = at;
    for (let words = 0; ; words++) {
      const behind = behindCapitals(bytes, at, end);
      if (behind - at < 2 || behind - at > 20 || bytes[behind] !== BLANK || words > 3) return null;
      at = behind + 1;
      if (isDigit(bytes[at])) break;
    }
    const digits = end - at;
    if (digits < 2 || digits > 6 || bytes[at] === ZERO || behindDigits(bytes, at, end) !== end) return null;
    const station = citedStations.get(bytes, name, at - 1);
    if (station === null) return null;
    return { year, station, serial: numberAt(bytes, at, end), place: placeOf(piece, start, end) };
  }

  #readOddCites(pieces: readonly Piece[]): boolean {
    const context = { year: this.year, station: this.station, form: "acp127" } as const;
    const { text, read } = readPieces(this.#bytes, pieces, (value) => readReferences(value, context));
    this.citations = read.flatMap(({ mrn, span }) =>
      mrn === null ? [] : [{ ...mrn, place: placeIn(pieces, span.start, span.end, text) }],
    );
    return true;
  }

  /** Whether what follows plainly is the text, or `Classified By` and then the text: no field may still come. */
  #closes(): boolean {
    const bytes = this.#bytes;
    let lines = 0;
    let closing = this.#isClassifiedBy();
    for (;;) {
      if (this.#isParagraph() || this.#isRule()) return true;
      if (!this.#isPlain) return false;
      if (closing) {
        if (++lines > MOST_CLOSING_LINES || mayBeRunTogether(bytes, this.#first, this.#end)) return false;
        if (lines > 1 && !this.#isTextOfClassifiedBy()) return false;
      } else if (!this.#blank) return false;
      else if (!this.#isContinuation()) return this.#isHeading();
      if (!this.#next()) return false;
      closing ||= this.#isClassifiedBy();
    }
  }

  #isContinuation(): boolean {
    return isDigit(this.#bytes[this.#end - 1]) && CONTINUATION.test(this.#text(this.#first, this.#end));
  }

  #isTextOfClassifiedBy(): boolean {
    const line = this.#text(this.#first, this.#end);
    return !OPENS_FIELD.test(line) && (isText(line) || /^(?:REASONS?\b|1 ?\. ?[45]|[(a-z])/.test(line));
  }

  /** Whether the current line is a heading with a rule right below it, or a paragraph below that. */
  #isHeading(): boolean {
    if (this.#end - this.#first > LONGEST_HEADING || !headings.get(this.#bytes, this.#first, this.#end)) return false;
    const isSure = SURE_HEADING.test(this.#text(this.#first, this.#end)) && !this.#mayGoOn();
    if (!this.#next()) return false;
    if (!this.#blank) return this.#isParagraph() || this.#isRule();
    // With gaps on both sides it may be the rest of a subject.
    return isSure && this.#isParagraph();
  }

  /** Whether the subject ends with a stop that is none, or a word as short as those that titles do not end with. */
  #mayGoOn(): boolean {
    return !/[A-Za-z]{5}$/.test(latin1(this.subject, 0, this.subjectLength));
  }

  /** `1. (SBU) The port …`, `¶1. The port …`, `(SBU) 1. The port …` */
  #isParagraph(): boolean {
    const bytes = this.#bytes;
    const end = this.#end;
    let at = this.#first;
    const behindMark = this.#behindPortion(at);
    if (behindMark > at && bytes[behindMark] === BLANK) {
      const digits = behindDigits(bytes, behindMark + 1, end) - behindMark - 1;
      return digits >= 1 && digits <= 2 && startsWith(bytes, ". ", behindMark + 1 + digits, end);
    }
    if (bytes[at] === 0xc2) at++;
    if (bytes[at] === 0xb6) at++;
    const behind = behindDigits(bytes, at, end);
    if (behind === at || behind - at > 2 || bytes[behind] !== STOP) return false;
    at = behind + 1;
    for (let blanks = 0; blanks < 2 && bytes[at] === BLANK; blanks++) at++;
    return isCapital(bytes[at]) || bytes[at] === QUOTE || this.#behindPortion(at) > at;
  }

  /** Whether the current line is a paragraph's without any number but its own, so that no reference can be in it. */
  #isPlainParagraph(): boolean {
    if (!this.#isParagraph()) return false;
    const bytes = this.#bytes;
    let at = this.#first;
    while (at < this.#end && !isDigit(bytes[at])) at++;
    at = behindDigits(bytes, at, this.#end);
    while (at < this.#end && !isDigit(bytes[at])) at++;
    return at === this.#end;
  }

  /** Behind `(SBU)`; `at` where no mark stands. */
  #behindPortion(at: number): number {
    const bytes = this.#bytes;
    if (bytes[at] !== OPENING) return at;
    let behind = at + 1;
    while (behind < this.#end && (isCapital(bytes[behind]) || bytes[behind] === STROKE)) behind++;
    return behind > at + 1 && behind <= at + 13 && bytes[behind] === CLOSING ? behind + 1 : at;
  }

  /** `-----`, `= = = =` */
  #isRule(): boolean {
    const bytes = this.#bytes;
    let marks = 0;
    for (let at = this.#first; at < this.#end; at++) {
      const byte = bytes[at];
      if (byte === BLANK && bytes[at - 1] !== BLANK) continue;
      if (byte !== 45 && byte !== 61 && byte !== 95 && byte !== 42 && byte !== 126) return false;
      marks++;
    }
    return marks >= 4 && marks <= 200;
  }
}

const NO_STATION = canonicalStation("");
const REFERENCE_KEYWORDS: readonly string[] = ["REF", "REFS", "REFTEL", "REFTELS"];
const BEGINNING: RecordedPlace = { line: 0, character: 0, endLine: 0, endCharacter: 0 };

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const BLANK = 32;
const QUOTE = 34;
const OPENING = 40;
const CLOSING = 41;
const COMMA = 44;
const STOP = 46;
const STROKE = 47;
const ZERO = 48;
const ONE = 49;
const COLON = 58;
const CAPITAL_C = 67;
const CAPITAL_E = 69;
const CAPITAL_M = 77;
const CAPITAL_O = 79;

function isBlank(byte: number | undefined): boolean {
  return byte === BLANK || byte === 9;
}

/** What a reader of the parser reads in pieces; `text` is what it was given, its offsets being those of the spans. */
function readPieces<Read>(
  bytes: Uint8Array,
  pieces: readonly Piece[],
  reader: (value: JoinedText) => Read,
): { readonly text: readonly number[]; readonly read: Read } {
  let text = "";
  const starts: number[] = [];
  for (const { first, end } of pieces) {
    if (starts.length > 0) text += "\n";
    starts.push(text.length);
    text += latin1(bytes, first, end);
  }
  return { text: starts, read: reader(joined(text)) };
}

function placeOf(piece: Piece, start: number, end: number): RecordedPlace {
  return {
    line: piece.number,
    character: start - piece.start,
    endLine: piece.number,
    endCharacter: end - piece.start,
  };
}

/** From the beginning of the first piece to the end of the last. */
function placeFromTo(pieces: readonly Piece[]): RecordedPlace {
  const from = pieces[0];
  const to = pieces[pieces.length - 1];
  if (from === undefined || to === undefined) return BEGINNING;
  return { line: from.number, character: from.first - from.start, endLine: to.number, endCharacter: to.end - to.start };
}

/** A span of the joined text of pieces by lines and characters; `starts` has where each piece begins in it. */
function placeIn(pieces: readonly Piece[], start: number, end: number, starts: readonly number[]): RecordedPlace {
  const place = (offset: number): { readonly line: number; readonly character: number } => {
    const index = starts.findLastIndex((from) => from <= offset);
    const piece = pieces[index];
    if (piece === undefined) return { line: 0, character: 0 };
    return { line: piece.number, character: piece.first - piece.start + offset - (starts[index] ?? 0) };
  };
  const from = place(start);
  // Behind the last character, which is on the line of that character.
  const to = place(Math.max(end - 1, start));
  return {
    line: from.line,
    character: from.character,
    endLine: to.line,
    endCharacter: end > start ? to.character + 1 : to.character,
  };
}

/**
 * Reads what the index needs from a cable whose head is laid out as nearly all of them are, without parsing it: hundreds of times as fast as the
 * parser, and silent about every head that it does not know line by line.
 */

import { ADDRESSEE } from "../cable/header/header-walk.ts";
import { canonicalMrn, fullYear, type Mrn, type StationId } from "../cable/mrn.ts";
import type { ClassificationLevel } from "../cable/record.ts";
import { looksLikeReferenceLine, readReferences } from "../cable/references/references.ts";
import { isCaptionLine } from "../cable/values/captions.ts";
import { readClassificationLine } from "../cable/values/classification-line.ts";
import { readSubject } from "../cable/values/subject.ts";
import { readTags } from "../cable/values/tags-line.ts";
import { JoinedText } from "../text/joined-text.ts";
import { SourceText } from "../text/source-text.ts";
import type { Span } from "../text/span.ts";
import { daysInMonth } from "../vocabulary/date.ts";
import { canonicalStation } from "../vocabulary/stations.ts";
import type { CableSummary, CitationSummary, RecordedPlace } from "./summary.ts";

/** Lines of a head longer than this were folded by nobody's machine. */
const LONGEST_LINE = 120;
const MOST_LINES = 250;
/** Lines below the last field that may belong to `Classified By`. */
const MOST_CLOSING_LINES = 10;

const TRANSMISSION_ID = /^VZCZC[A-Z0-9]{2,12}$/;
const ROUTING = /^[ZOPR]{2}(?: R[A-Z]{3,7}){1,12}$/;
const MORE_ROUTING = /^(?:R[A-Z]{3,7} ?){1,12}$/;
const STATION_LINE = /^DE R[A-Z]{3,7} #\d{4}(?:\/\d\d)? \d{7}$/;
const SECURITY = /^ZN[RY] [A-Z]{5}(?: ZZ[HK])?(?: \([A-Z0-9 -]{4,40}\))?$/;
const DTG =
  /^(?:[ZOPR] ){1,2}(\d\d)(\d\d)(\d\d)Z (JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC) (\d\d)(?: Z[A-Z]{2}\d?)?$/;
const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
const FROM = /^FM [A-Z][A-Z /.'-]{3,60}$/;
const TO = /^(?:TO|INFO) [A-Z]{3,9}[/ ][A-Z0-9 /.,'()&#-]{2,70}$/;
const ROUTED = /^R[A-Z]{4,7}\/[A-Z]/;
const CLASSIFIED =
  /^(?:UNCLAS|UNCLASSIFIED|CONFIDENTIAL|C O N F I D E N T I A L|SECRET|S E C R E T|LIMITED OFFICIAL USE)(?: [A-Z0-9/]{1,12}){1,12} (\d{6})$/;
const EXECUTIVE_ORDER = /^E\.?O\.? 1\d{4}(?::| N\/A$)/;
const TAGS = /^TAGS: ?(?=\S)/;
const SUBJECT = /^SUBJECT: ?(?=\S)/;
const REFERENCES = /^REF(?:S|TELS?)?: ?(?=\S)/;
const CLASSIFIED_BY = /^CLASSIFIED BY\b/i;
const PARAGRAPH =
  /^(?:(?:\u00c2?\u00b6)?\d{1,2}\. {0,2}(?:\([A-Z/]{1,12}\) {0,2})?[A-Z"]|(?:\u00c2?\u00b6)?\d{1,2}\. {0,2}\([A-Z/]{1,12}\)|\([A-Z/]{1,12}\) \d{1,2}\. )/;
const RULE = /^(?:[-=_*~] ?){4,200}$/;
const CONTINUATION = /^[A-Z][A-Z.'-]{1,20}(?: [A-Z.'-]{1,20}){0,3} \d{8} {1,3}\d{3}(?:\.\d)? {1,3}OF \d{3}$/;

/** What no line may begin with that stands where captions, passing lines, the rest of a subject or of `Classified By` do. */
const OPENS_SOMETHING =
  /^(?:E ?[.,]? ?[O0](?:[.,: M]|\d|$)|EXECUTIVE ORDER|T ?A ?G|TA[SB]S?\b|AGS\b|TGS\b|SUBJ|SUB\b|REF|R[A-Z]{3,7}[/ ]|\(|REASONS?\b|DECL|DERIVED|DRAFTED|APPROVED|CLEARED|RELEASE|PAGE\b|MRN|MSGID|DATE\b|FROM ?[:;]|FM\b|TO\b|INFO\b|DE R|ZN[RY]|VZ|BT\b|XMT|ACTION\b|ORIGIN\b|NNNN|CAPTIONS?\b|PASS LINE|SIGNATURE|CONTROL ?[:;.]|N[O0] ?[:;.]|INCOMING|OUTGOING|[ZOPRY0] |[-=_*~#>|\d[{+]|AMPN|NARR|RMKS|GENTEXT|POC|OPER|EXER|KWORD|TIMEZONE|PERID|AKN|DOWNGRADE|MESSAGE|CLASS?IFIED|CASE NO|DOC)/i;

/** Letters that classification levels begin with, misprints included. */
const MAY_BE_LEVEL = /^[CULSTEON]/i;

function opensSomething(line: string): boolean {
  return OPENS_SOMETHING.test(line) || (MAY_BE_LEVEL.test(line) && readClassificationLine(joined(line)) !== null);
}
/** Words inside a line that speak of fields run together on it. */
const RUN_TOGETHER =
  /[ \t](?:TAGS?\b|SUBJ|REF|E\.?O\b|CLASSIFIED|FM |DE R|TO R|INFO R|ZN[RY]|BT |OF 0\d\d)|\u00b6|\]\(|<br|\*\*|~~|\|/i;
const PRINTABLE = /^[\x20-\x7e]*$/;

/** What the beginning of a classification line says, whatever serial follows it. */
interface Classified {
  readonly level: ClassificationLevel;
  readonly station: StationId;
}

/** Remembers answers of the parser's own readers; forgets all when there are too many, which real cables never make. */
class Memory<Value> {
  readonly #known = new Map<string, Value>();
  readonly #make: (key: string) => Value;

  constructor(make: (key: string) => Value) {
    this.#make = make;
  }

  get(key: string): Value {
    let value = this.#known.get(key);
    if (value === undefined) {
      value = this.#make(key);
      if (this.#known.size >= 20_000) this.#known.clear();
      this.#known.set(key, value);
    }
    return value;
  }
}

function joined(text: string): JoinedText {
  return new JoinedText(SourceText.plain(text), [{ start: 0, end: text.length }]);
}

/** By the line with `000374` or `100374` in place of its serial: of one that a zero begins, more is believed. */
const classifiedLines = new Memory<Classified | null>((line) => {
  const read = readClassificationLine(joined(line));
  if (read === null || read.station === null || read.serial === null || read.end !== line.length) return null;
  if (read.serial.value % 1000 !== 374) return null;
  return { level: read.level.value, station: canonicalStation(read.station.value) };
});

const captionLines = new Memory<boolean>(isCaptionLine);

/** The station that a plain reference cites by this name, labelled or not; null where the parser reads something else. */
const citedStations = new Memory<StationId | null>((name) => {
  const context = { year: 2009, station: null, form: "acp127" } as const;
  for (const [value, from, text] of [
    [`A. ${name} 5374`, 3, `${name} 5374`],
    [`${name} 5374`, 0, `${name} 5374`],
  ] as const) {
    const [entry, more] = readReferences(joined(value), context);
    if (entry === undefined || more !== undefined || entry.kind !== "cable" || entry.mrn === null) return null;
    if (entry.span.start !== from || entry.span.end !== value.length || entry.text !== text) return null;
    if (entry.mrn.year !== 2009 || entry.mrn.serial !== 5374 || entry.mrn.station !== canonicalStation(name))
      return null;
  }
  return canonicalStation(name);
});

const PLAIN_TAGS = /^[A-Z]{2,5}(?:(?:, ?| )[A-Z]{2,5}){0,24}$/;
const plainTags = new Memory<boolean>((tag) => {
  const { tags, persons } = readTags(joined(`${tag}, PGOV`));
  return persons.length === 0 && tags.length === (tag === "PGOV" ? 1 : 2) && tags[0]?.value === tag;
});

/** One line of the head: where its text begins and ends, without blanks. */
interface Line {
  readonly number: number;
  readonly start: number;
  readonly first: number;
  readonly end: number;
}

/**
 * The summary of a cable by its head alone; null where the head holds anything that is not known here, so that the parser must say. What is
 * answered equals the parser's answer: a property test holds the two together. `text` is the file's beginning, each byte or
 * UTF-16 unit a character: only plain ASCII is believed.
 */
export function quickSummary(text: string): CableSummary | null {
  return new HeadReader(text).read();
}

class HeadReader {
  readonly #text: string;
  #at = 0;
  #number = -1;
  #first = 0;
  #start = 0;
  #end = 0;
  /** Whether a blank line stands above the current one. */
  #blank = false;

  constructor(text: string) {
    this.#text = text;
  }

  read(): CableSummary | null {
    const sent = this.#transmission();
    if (sent === null) return null;
    const classified = this.#classified;
    if (classified === null || !this.#captionsAndPassing()) return null;
    const tags = this.#tags();
    if (tags === null) return null;
    const subject = this.#subject();
    if (subject === null) return null;
    const mrn: Mrn = { year: sent.year, station: classified.station, serial: classified.serial };
    const citations = this.#references(mrn);
    if (citations === null || !this.#closing()) return null;
    return {
      mrn: canonicalMrn(mrn),
      sent: sent.minutes,
      classification: classified.level,
      subject: subject.value,
      place: subject.place,
      tags: tags.values,
      tagsPlace: tags.place,
      citations,
    };
  }

  #classified: { readonly level: ClassificationLevel; readonly station: StationId; readonly serial: number } | null =
    null;

  /** Goes to the next line that is not blank; false behind the last whole line. */
  #next(): boolean {
    const text = this.#text;
    this.#blank = false;
    for (;;) {
      if (this.#number > MOST_LINES) return false;
      const start = this.#at;
      const stop = text.indexOf("\n", start);
      if (stop < 0) return false;
      this.#at = stop + 1;
      this.#number++;
      let end = stop;
      if (text.charCodeAt(end - 1) === 13 && end > start) end--;
      while (end > start && isBlank(text.charCodeAt(end - 1))) end--;
      let first = start;
      while (first < end && isBlank(text.charCodeAt(first))) first++;
      if (first === end) {
        this.#blank = true;
        continue;
      }
      this.#start = start;
      this.#first = first;
      this.#end = end;
      return true;
    }
  }

  get #line(): string {
    return this.#text.slice(this.#start, this.#end);
  }

  /** Whether the current line is one that nothing but a plain head has. */
  #isPlain(line: string): boolean {
    return line.length <= LONGEST_LINE && PRINTABLE.test(line);
  }

  /** The lines down to the classification line, that one included. */
  #transmission(): { readonly year: number; readonly minutes: number } | null {
    let sent: { readonly year: number; readonly minutes: number } | null = null;
    let addressed = false;
    let routed = false;
    while (this.#next()) {
      const line = this.#line;
      if (!this.#isPlain(line)) return null;
      if (addressed && this.#first === this.#start && ROUTED.test(line)) continue;
      const isMoreRouting: boolean = routed && !this.#blank && MORE_ROUTING.test(line);
      routed = isMoreRouting;
      switch (line.charCodeAt(0)) {
        case 86: // V
          if (this.#number > 3 || !TRANSMISSION_ID.test(line)) return null;
          continue;
        case 68: // D
          if (addressed) break;
          if (sent !== null || !STATION_LINE.test(line)) return null;
          continue;
        case 70: // F
          if (addressed || sent === null || !FROM.test(line)) return null;
          continue;
        default:
          break;
      }
      if (!addressed) {
        if (TO.test(line)) {
          if (sent === null) return null;
          addressed = true;
          continue;
        }
        if (SECURITY.test(line) || isMoreRouting) continue;
        if (ROUTING.test(line) && sent === null) {
          routed = true;
          continue;
        }
        const dtg = DTG.exec(line);
        if (dtg === null || sent !== null) return null;
        sent = readSent(dtg);
        if (sent === null) return null;
        continue;
      }
      const classified = CLASSIFIED.exec(line);
      if (classified !== null) {
        const digits = classified[1] ?? "";
        const like = `${line.slice(0, -6)}${digits.startsWith("0") ? "000374" : "100374"}`;
        const known = classifiedLines.get(like);
        if (known === null) return null;
        const serial = Number(digits);
        if (serial === 0) return null;
        this.#classified = { ...known, serial };
        return sent;
      }
      if (line === "BT") continue;
      if (this.#first !== this.#start) return null;
      if (!TO.test(line) && !ADDRESSEE.test(line)) return null;
    }
    return null;
  }

  /** The lines between classification line and fields; leaves the reader on the first field. */
  #captionsAndPassing(): boolean {
    let passing = 0;
    while (this.#next()) {
      const line = this.#line;
      if (!this.#isPlain(line)) return false;
      if (EXECUTIVE_ORDER.test(line)) {
        // A list that goes on below the line is no date.
        return !RUN_TOGETHER.test(line) && this.#next() && this.#isPlain(this.#line);
      }
      if (TAGS.test(line) || SUBJECT.test(line)) return true;
      if (captionLines.get(line)) continue;
      if (CONTINUATION.test(line)) continue;
      if (++passing > 8 || opensSomething(line) || RUN_TOGETHER.test(line) || this.#first !== this.#start) return false;
      // Sentences are notes, and what is not in capitals may be anything.
      if (line !== line.toUpperCase()) return false;
    }
    return false;
  }

  #tags(): { readonly values: readonly string[]; readonly place: RecordedPlace } | null {
    const line = this.#line;
    if (!TAGS.test(line)) return SUBJECT.test(line) ? { values: [], place: BEGINNING } : null;
    const first = this.#start + (TAGS.exec(line)?.[0].length ?? 0);
    const pieces: Line[] = [{ number: this.#number, start: this.#start, first, end: this.#end }];
    for (;;) {
      if (!this.#next()) return null;
      const below = this.#line;
      if (!this.#isPlain(below)) return null;
      if (SUBJECT.test(below)) break;
      if (this.#blank || pieces.length > 3 || !PLAIN_TAGS.test(below.trim())) return null;
      pieces.push({ number: this.#number, start: this.#start, first: this.#first, end: this.#end });
    }
    const [only, more] = pieces;
    if (only !== undefined && more === undefined) {
      const value = this.#text.slice(only.first, only.end);
      if (PLAIN_TAGS.test(value)) {
        const values = value.split(/, ?| /);
        if (values.every((tag) => plainTags.get(tag)) && new Set(values).size === values.length) {
          return { values, place: placeOf(only, only.first, only.end) };
        }
      }
    }
    const { tags } = readTags(this.#joined(pieces));
    const last = tags[tags.length - 1];
    const place =
      tags[0] === undefined || last === undefined
        ? BEGINNING
        : placeIn(pieces, { start: tags[0].span.start, end: last.span.end });
    return { values: [...new Set(tags.map(({ value }) => value))], place };
  }

  #joined(lines: readonly Line[]): JoinedText {
    return new JoinedText(
      SourceText.plain(this.#text),
      lines.map(({ first, end }) => ({ start: first, end })),
    );
  }

  #subject(): { readonly value: string; readonly place: RecordedPlace } | null {
    const line = this.#line;
    const keyword = SUBJECT.exec(line)?.[0].length ?? 0;
    if (RUN_TOGETHER.test(line.slice(keyword))) return null;
    const pieces: Line[] = [{ number: this.#number, start: this.#start, first: this.#start + keyword, end: this.#end }];
    for (;;) {
      if (!this.#next()) return null;
      const below = this.#line;
      if (this.#blank || REFERENCES.test(below) || CLASSIFIED_BY.test(below)) break;
      if (!this.#isPlain(below) || pieces.length > 3) return null;
      if (PARAGRAPH.test(below) || opensSomething(below.trimStart()) || RUN_TOGETHER.test(below)) return null;
      pieces.push({ number: this.#number, start: this.#start, first: this.#first, end: this.#end });
    }
    if (pieces.length > 1 && RULE.test(this.#line)) return null;
    const subject = readSubject(this.#joined(pieces))?.subject;
    return subject === undefined ? null : { value: subject.value, place: placeIn(pieces, subject.span) };
  }

  /** The citations of the REF block, where there is one; leaves the reader on the first line behind it. */
  #references(mrn: Mrn): readonly CitationSummary[] | null {
    const keyword = REFERENCES.exec(this.#line)?.[0].length;
    if (keyword === undefined) return [];
    const lines: Line[] = [];
    let first = this.#start + keyword;
    for (;;) {
      const text = this.#text.slice(first, this.#end);
      if (!PRINTABLE.test(text) || text.length > LONGEST_LINE || RUN_TOGETHER.test(text)) return null;
      lines.push({ number: this.#number, start: this.#start, first, end: this.#end });
      if (!this.#next()) return null;
      const below = this.#text.slice(this.#first, this.#end);
      if (this.#blank) {
        if (looksLikeReferenceLine(below)) return null;
        break;
      }
      if (CLASSIFIED_BY.test(below)) break;
      if (!LABELLED.test(below) || lines.length > 40) return null;
      if (!PLAIN_CITE.test(below) && !looksLikeReferenceLine(below)) return null;
      first = this.#first;
    }
    return this.#plainCites(lines, mrn) ?? this.#readCites(lines, mrn);
  }

  /** The citations of a list that has one cable a line; null where any line holds something else. */
  #plainCites(lines: readonly Line[], mrn: Mrn): readonly CitationSummary[] | null {
    const citations: CitationSummary[] = [];
    for (const line of lines) {
      const match = PLAIN_CITE.exec(this.#text.slice(line.first, line.end));
      if (match === null) return null;
      const [whole, label, year, name = "", serial = ""] = match;
      if (lines.length > 1 && label !== LETTERS.charAt(citations.length)) return null;
      const station = citedStations.get(name);
      if (station === null) return null;
      const skipped = label === undefined ? 0 : LABEL_LENGTH;
      citations.push({
        mrn: canonicalMrn({
          year: year === undefined ? mrn.year : fullYear(Number(year)),
          station,
          serial: Number(serial),
        }),
        place: placeOf(line, line.first + skipped, line.first + whole.length),
      });
    }
    return citations;
  }

  #readCites(lines: readonly Line[], mrn: Mrn): readonly CitationSummary[] {
    const context = { year: mrn.year, station: mrn.station, form: "acp127" } as const;
    return readReferences(this.#joined(lines), context).flatMap(({ mrn: cited, span }) =>
      cited === null ? [] : [{ mrn: canonicalMrn(cited), place: placeIn(lines, span) }],
    );
  }

  /** Whether what follows plainly is the text, or `Classified By` and then the text: no field may still come. */
  #closing(): boolean {
    let lines = 0;
    let closing = CLASSIFIED_BY.test(this.#line);
    for (;;) {
      const text = this.#text.slice(this.#first, this.#end);
      if (PARAGRAPH.test(text)) return true;
      if (RULE.test(text)) return true;
      if (closing) {
        if (++lines > MOST_CLOSING_LINES || RUN_TOGETHER.test(text)) return false;
        if (lines > 1 && OPENS_FIELD.test(text)) return false;
      } else if (CONTINUATION.test(text)) {
        if (!this.#blank) return false;
      } else return this.#isRuled(text);
      if (!this.#next()) return false;
      closing ||= CLASSIFIED_BY.test(this.#line);
    }
  }

  /** Whether the current line is a heading with a rule right below it. */
  #isRuled(heading: string): boolean {
    if (heading.length > 80 || opensSomething(heading) || isCaptionLine(heading)) return false;
    return this.#next() && !this.#blank && RULE.test(this.#text.slice(this.#first, this.#end));
  }
}

const OPENS_FIELD =
  /^(?:E ?[.,]? ?[O0]\b|TAGS?\b|SUBJ|REF|TO\b|INFO\b|FM\b|UNCLAS|SECRET|CONFID|\(|PAGE\b|BT\b|MRN|DRAFTED|APPROVED)/i;

const BEGINNING: RecordedPlace = { line: 0, character: 0, endLine: 0, endCharacter: 0 };

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const LABEL_LENGTH = "A. ".length;
const LABELLED = /^(?:[A-Z]\. |\([A-Z]\) |[A-Z]\) )/;
/** One labelled or bare reference and nothing else on the line. */
const PLAIN_CITE = /^(?:([A-Z])\. )?(?:(\d\d) )?([A-Z]{2,20}(?: [A-Z]{2,20}){0,3}) ([1-9]\d{1,5})$/;

function placeOf(line: Line, start: number, end: number): RecordedPlace {
  return {
    line: line.number,
    character: start - line.start,
    endLine: line.number,
    endCharacter: end - line.start,
  };
}

/** A span inside lines, by lines and characters. */
function placeIn(lines: readonly Line[], { start, end }: Span): RecordedPlace {
  const from = lines.findLast((line) => line.start <= start);
  const to = lines.findLast((line) => line.start <= end);
  if (from === undefined || to === undefined) return BEGINNING;
  return { line: from.number, character: start - from.start, endLine: to.number, endCharacter: end - to.start };
}

function isBlank(unit: number): boolean {
  return unit === 32 || unit === 9;
}

/** The minute of a date-time group; null for a time that does not exist, which the parser reads in ways of its own. */
function readSent([, days, hours, minutes, month = "", years]: RegExpExecArray): {
  readonly year: number;
  readonly minutes: number;
} | null {
  const year = fullYear(Number(years));
  const monthIndex = MONTHS.indexOf(month);
  const day = Number(days);
  const hour = Number(hours);
  const minute = Number(minutes);
  if (day < 1 || day > daysInMonth(year, monthIndex + 1) || hour > 23 || minute > 59) return null;
  return { year, minutes: Date.UTC(year, monthIndex, day, hour, minute) / 60_000 };
}

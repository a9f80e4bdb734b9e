/** Reads the head of a typewritten telegram: its fields stand anywhere on a line, beside the stack of offices. */

import { pushAll } from "../../text/arrays.ts";
import { JoinedText } from "../../text/joined-text.ts";
import type { Located } from "../../text/span.ts";
import type { ClassificationLevel, PrecedenceName } from "../record.ts";
import type { SourceLines } from "../source-lines.ts";
import type { Addressee, HeaderField } from "../tree.ts";
import { readAddressees } from "../values/addressees.ts";
import { type PrintedDay, readPrintedDay } from "../values/calendar-day.ts";
import { readMarking } from "../values/classification-line.ts";
import { endOfMailHeadings } from "./mail-heading.ts";
import { emptyHeader, type HeaderRead, type RawField } from "./raw-field.ts";

/** No head is longer: OCR noise and a stack of offices included. */
const LONGEST_HEAD = 60;

const FROM = /\bFROM ?[:;][ \t=]*(\S.{0,60}?)(?=[ \t]{2,}|[ \t]+\d{1,2}[:.]\d\d ?[ap]\.? ?m|[ \t]*$)/i;
const TO = /(?:\bTO|^[Tt]o) ?[:;][ \t=]*['‘"]?(\S.{0,60}?)(?=[ \t]{3,}|[ \t]*$)/;
const NUMBER = /(?:\bN[O0]|^[Nn]o) ?[:;.][ \t]{0,3}=?[ \t]{0,9}(\d{1,5})\b/;
const CARD_NUMBER = /^(?:NUMBER|[A-Z]UM[BP]ER)[ :.]{1,3}(\d{1,5})\b/;
const CARD_ADDRESS = /^FROM ([A-Z][A-Z .]{2,40}?) TO ([A-Z][A-Z .]{2,60})$/;
const RECEIVED = /\bRec[’'‘`]?d ?[:;.]/i;
const CONTROL = /\bControl ?[:;.]/i;
const ADDRESSED =
  /(?:\bACTION ?:|\bSENT TO ?:)[ \t]{1,9}(\S.{2,60})$|\b([A-Za-z]{0,6}(?:bassy|congen|consul) [A-Z]{4,20} \d{1,4})(?: [A-Z]{5,12})?$/i;
/** Text that was written, not a field nor the noise around it: several words of small letters. */
const PROSE = /(?:\b[a-z]{2,} .{0,12}){5}/;
/** The same in capitals, as telegrams came off the machine: words enough to fill a line. */
const PROSE_IN_CAPITALS = /^(?=.{45})(?:[A-Z'’.,;()-]{1,20} {1,2}){6}/;
/** Telegrams have their text below so many lines of prose at most; what stands further down belongs to the foot of the form. */
const MOST_PROSE = 2;
const MORE_ADDRESSED = /^[A-Z]{0,4}[ \t]{3,40}((?:Am(?:embassy|ConGen|consul)|USUN|US[A-Z]{2,6})\b.{2,40})$/i;
const TITLE =
  /(?:INCOMING|OUTGOING)[ \t]+(?:TELEGRAM|AIRGRAM)|^DEPARTMENT OF STATE\b|Department of State$|TO THIS MESSAGE BY CITE|WILL BE DESIGNATED|INDICATE ?:|COLLECT$|CHARGE TO|^CLASSIFICATION ?:|^DATE ?:|FILE NUM/i;
const STACK =
  /^(?:(?:Action|Info|Origin)\b ?:?.{0,6}|[A-Z]{1,4}(?: [.]|\/[A-Z]{1,3})?|\d{1,3}|[^A-Za-z]{1,20}|.{1,3})$/i;
const PRECEDENCE =
  /^(?:[A-Z]{1,4}[ \t]{2,9})?(?<name>NIACT|FLASH|IMMEDIATE|OPERATIONAL IMMEDIATE|PRIORITY|ROUTINE|EMERGENCY)(?: [A-Z]+)?$/i;
/** Night action is an immediate one. EMERGENCY has no later name. */
const PRECEDENCE_NAMES: ReadonlyMap<string, PrecedenceName> = new Map([
  ["NIACT", "NIACT IMMEDIATE"],
  ["FLASH", "FLASH"],
  ["IMMEDIATE", "IMMEDIATE"],
  ["OPERATIONAL IMMEDIATE", "IMMEDIATE"],
  ["PRIORITY", "PRIORITY"],
  ["ROUTINE", "ROUTINE"],
]);
/** To whom a telegram went beside, each with its number there: `ACTION DEPARTMENT 2799, INFORMATION USUN 1899,`. */
const RELAY =
  /^(?:[A-Z]{1,4}[ _]{1,9})?(?:ACTION|SENT(?: TO)?|REPEATED|RPTD|PASSED|POUCHED|INFO(?:RMATION)?) (?=.{0,120}(?:\bDEP(?:ARTMENT|T)\b|INFO|REPEATED|RPTD|UNNUMBERED|\d[,;] ))(?:(?:(?!UNN)[A-Z][A-Za-z]{1,19}[.,]? ){1,7}(?:\d{1,5}|UNNUMBERED)[,;. ]{0,3}){1,12}$/i;
/** The posts that such a line goes on with. */
const MORE_RELAY = /^(?:(?:(?!UNN)[A-Z][A-Za-z]{1,19}[.,]? ){1,5}(?:\d{1,5}|UNNUMBERED)[,;. ]{0,3}){1,12}$/i;
const REPEATED = /\bSENT (?:TO )?DEPARTMENT\b.{0,120}\d|\bREPEATED INFO/i;
const REFERENCE = /\b(?:Reference|Refs?|Re) ?[:;][ \t]*(?=\S)/i;
const REFERENCE_ALONE =
  /^(?:Re(?:your|f)?:? )?(?:(?:Dep|Emb|Ur|Our|My|Con|Leg|Dept|Depcir|Embdes)(?:cir)?tels?|(?:Department|Embassy|London|[A-Z][a-z]{3,12})['’]s) (?:No\. ?)?\d{1,5}\b[^.]{0,60}\.?$/i;
const LEVEL =
  /(?:^|[ \t_—:.])(TOP SECRET|SECRET|CONFIDENTIAL|LIMITED OFFICIAL USE|OFFICIAL USE ONLY|UNCLASSIFIED)(?: MESSAGE\b.{0,12}|[^A-Za-z]{0,20})$/;
const SHORT_YEAR = /\b\d{1,2}\/\d{1,2}\/(\d\d)\b/;

/** Fields of the sheet by which an archive identifies what lies behind it; FROM, TO, DATE and TITLE stand on it as well. */
const SHEET_FIELD =
  /^(?:AGENCY|AGENCY FILE NUMBER|RECORD NUMBER|RECORD SERIES|ORIGINATOR|PAGES|DOCUMENT TYPE|SUBJECTS?|RESTRICTIONS?|CURRENT STATUS|DATE OF LAST REVIEW|OPENING CRITERIA|COMMENTS?) ?:/i;
const FEWEST_SHEET_FIELDS = 3;
const SHEET_END = /^(?:[-=_*] ?){3,200}$/;
const LONGEST_SHEET = 60;

/** The first line behind e-mails that sent it on and behind an identification sheet; 0 where there is neither. */
function behindSheet(scan: SourceLines, end: number): number {
  const top = endOfMailHeadings(scan);
  let fields = 0;
  let last = -1;
  for (let line = top; line < Math.min(end, top + LONGEST_SHEET); line++) {
    if (scan.isBlank(line)) continue;
    if (SHEET_FIELD.test(scan.content(line))) {
      fields++;
      last = line;
    } else if (last >= 0 && SHEET_END.test(scan.content(line))) {
      last = line;
      break;
    }
  }
  return fields < FEWEST_SHEET_FIELDS ? top : last + 1;
}

/** Reads up to line `end` at most. */
export function readTypewrittenHeader(scan: SourceLines, end: number): HeaderRead {
  const header = emptyHeader();
  const fields: HeaderField[] = [];
  const to: Addressee[] = [];
  const info: Addressee[] = [];
  let references: RawField | null = null;
  let number: Located<string> | null = null;
  let day: TypedDay | null = null;
  let received: TypedDay | null = null;
  let last = -1;
  let prose = 0;
  /** The last line of posts that it was relayed to. */
  let relayed = -1;
  const start = behindSheet(scan, end);
  const limit = Math.min(end, start + LONGEST_HEAD);
  for (let line = start; line < limit; line++) {
    if (scan.isBlank(line)) continue;
    const text = scan.content(line);
    header.classification ??= levelOf(scan, line, text);
    if (scan.isFurniture(line)) continue;
    const from = find(scan, line, FROM) ?? find(scan, line, CARD_ADDRESS);
    const addressed = RELAY.test(text)
      ? null
      : (rangeOf(scan, line, TO) ??
        rangeOf(scan, line, ADDRESSED) ??
        (to.length > 0 ? rangeOf(scan, line, MORE_ADDRESSED) : null) ??
        rangeOf(scan, line, CARD_ADDRESS, 2));
    const printed = find(scan, line, NUMBER) ?? find(scan, line, CARD_NUMBER);
    if (from !== null && header.from === null) {
      header.from = from;
      fields.push(field(scan, line, "From", from));
    }
    if (addressed !== null && !PRECEDENCE.test(text)) {
      const informed = to.length > 0 && /^INFO\b/i.test(text);
      pushAll(informed ? info : to, addresseesOf(scan, addressed));
      fields.push(field(scan, line, informed ? "Info" : "To", locate(scan, addressed)));
    }
    if (printed !== null && number === null) {
      number = printed;
      fields.push(field(scan, line, "Number", printed));
      day = readDay(scan, line, text.indexOf(printed.value) + printed.value.length);
    }
    const opensReference = references === null && (REFERENCE.test(text) || REFERENCE_ALONE.test(text));
    if (opensReference) {
      const keyword = REFERENCE.exec(text);
      const valueStart = scan.first(line) + (keyword === null ? 0 : keyword.index + keyword[0].length);
      references = { key: "references", line, endLine: line + 1, valueStart };
      last = line;
      continue;
    }
    const relay = RELAY.test(text) || (relayed === scan.previousText(line) && MORE_RELAY.test(text));
    if (relay) relayed = line;
    const isProse = PROSE.test(text) || PROSE_IN_CAPITALS.test(text);
    // Of the lines around the fields, the one with a year says when the telegram came in.
    if (received === null && printed === null && !isProse) received = withYear(readDay(scan, line, 0));
    const precedence = PRECEDENCE.exec(text)?.groups?.name?.toUpperCase();
    if (precedence !== undefined && prose === 0) header.precedence ??= precedenceAt(scan, line, precedence);
    const known =
      relay ||
      from !== null ||
      addressed !== null ||
      printed !== null ||
      TITLE.test(text) ||
      RECEIVED.test(text) ||
      CONTROL.test(text) ||
      // Behind a line of text these stand at the foot of a sheet.
      (prose === 0 && (precedence !== undefined || (!isProse && LEVEL.test(text))));
    if (known) last = line;
    else if (last >= 0 && isProse && !REPEATED.test(text) && ++prose === MOST_PROSE) break;
    else if (REPEATED.test(text) && references === null && last >= line - 4) continue;
    else if (number !== null && !STACK.test(text) && line - last > 1) break;
  }
  // The rest of the stack of offices, and whom else it was sent to, between the fields and the text.
  for (let line = last + 1; number !== null && references === null && line < limit; line++) {
    if (scan.isBlank(line) || scan.isFurniture(line)) continue;
    if (!STACK.test(scan.content(line)) && !REPEATED.test(scan.content(line))) break;
    last = line;
  }
  scan.claim(0, last + 1, "transmission");
  if (references !== null) scan.kinds[references.line] = "reference";
  const year = yearOf(day, received) ?? yearOfDrafting(scan);
  if (day !== null) {
    fields.push(dateField(scan, day));
    const whole = day.year ?? year;
    if (whole !== null) {
      const value = { day: day.day, month: day.month, year: whole };
      header.date = { value, span: scan.source.span(day.start, day.end) };
    }
  }
  header.to = to;
  header.info = info;
  header.fields = fields;
  header.span = last < 0 ? null : scan.source.span(scan.first(0), scan.end(last));
  return {
    header,
    bodyLine: last + 1,
    references,
    referenceSets: [],
    printedNumber: null,
    year,
    pairNumber: number === null ? null : Number(number.value),
  };
}

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Where the first group that matches stands, from the named one on. Offsets are the scan's. */
function rangeOf(scan: SourceLines, line: number, pattern: RegExp, group = 1): Range | null {
  const match = pattern.exec(scan.content(line));
  const value = match?.slice(group).find((one) => one !== undefined);
  if (match === null || value === undefined) return null;
  const start = scan.first(line) + match.index + match[0].lastIndexOf(value);
  return { start, end: start + value.length };
}

function find(scan: SourceLines, line: number, pattern: RegExp, group = 1): Located<string> | null {
  const range = rangeOf(scan, line, pattern, group);
  return range === null ? null : locate(scan, range);
}

function locate(scan: SourceLines, { start, end }: Range): Located<string> {
  return { value: scan.text.slice(start, end).replace(/[ \t]+/g, " "), span: scan.source.span(start, end) };
}

/** The addressee with the number and precedence that stand behind its name: `AmConGen FREDBURG 993 PRIORITY`. */
function addresseesOf(scan: SourceLines, range: Range): readonly Addressee[] {
  const read = readAddressees(new JoinedText(scan.source, [range]));
  if (read.length === 1) return read;
  const name = locate(scan, range);
  return [{ span: name.span, routing: null, name, precedence: null, serial: null, exempt: [] }];
}

function field(scan: SourceLines, line: number, name: string, value: Located<string>): HeaderField {
  const joined = new JoinedText(scan.source, [{ start: scan.first(line), end: scan.end(line) }]);
  return { name, span: joined.span(0, joined.text.length), nameSpan: value.span, value };
}

function levelOf(scan: SourceLines, line: number, text: string): Located<ClassificationLevel> | null {
  const printed = LEVEL.exec(text)?.[1];
  const level = readMarking(text) ?? (printed === undefined ? null : readMarking(printed));
  return level === null ? null : { value: level, span: scan.source.span(scan.first(line), scan.end(line)) };
}

/**
 * The year of the telegram, always of the 20th century: the one that its day is printed with, or that of the day on which it came in. A
 * telegram of December that came in in January is of the year before.
 */
function yearOf(day: TypedDay | null, received: TypedDay | null): number | null {
  if (day?.year != null) return day.year;
  if (received?.year == null) return null;
  return day?.month === 12 && received.month === 1 ? received.year - 1 : received.year;
}

/** A day, and where it stands: offsets of the scan's text. */
interface TypedDay extends PrintedDay, Range {}

/** The first day on a line, from `from` on. */
function readDay(scan: SourceLines, line: number, from: number): TypedDay | null {
  const first = scan.first(line) + from;
  const day = readPrintedDay(scan.text.slice(first, scan.end(line)));
  return day === null ? null : { ...day, start: first + day.index, end: first + day.index + day.length };
}

function withYear(day: TypedDay | null): TypedDay | null {
  return day?.year == null ? null : day;
}

function dateField(scan: SourceLines, day: TypedDay): HeaderField {
  const value = locate(scan, day);
  return { name: "Date", span: value.span, nameSpan: value.span, value };
}

/** The year in the drafting office's date at the foot of the form. */
function yearOfDrafting(scan: SourceLines): number | null {
  for (let line = 0; line < scan.count; line++) {
    const short = scan.length(line) < 120 ? SHORT_YEAR.exec(scan.content(line))?.[1] : undefined;
    if (short !== undefined) return 1900 + Number(short);
  }
  return null;
}

function precedenceAt(scan: SourceLines, line: number, printed: string): Located<PrecedenceName> | null {
  const value = PRECEDENCE_NAMES.get(printed);
  const start = scan.first(line) + scan.content(line).toUpperCase().indexOf(printed);
  return value === undefined ? null : { value, span: scan.source.span(start, start + printed.length) };
}

/** The values of a header that the scan has cut into fields: each is read when somebody first asks for it, and once. */

import { pushAll } from "../../text/arrays.ts";
import type { JoinedText } from "../../text/joined-text.ts";
import type { Located, Span } from "../../text/span.ts";
import type { Trailer } from "../forms/form.ts";
import type { ClassificationLevel, PrecedenceName } from "../record.ts";
import type { SourceLines } from "../source-lines.ts";
import { attributeTags, attributeValue } from "../trailers/archive-attributes.ts";
import type {
  Addressee,
  CableHeader,
  ClassificationLine,
  ClassifiedBy,
  DateTimeGroup,
  DistributionEntry,
  ExecutiveOrderLine,
  HeaderField,
  StationLine,
} from "../tree.ts";
import { readAddressees, readSmartAddressees, withExemptions } from "../values/addressees.ts";
import { isPassingLine, readCaptions } from "../values/captions.ts";
import { onOneLine } from "../values/chars.ts";
import { readClassificationLine, readMarking } from "../values/classification-line.ts";
import { readClassifiedBy } from "../values/classified-by.ts";
import { readDateTimeGroup } from "../values/date-time-group.ts";
import { readDistribution } from "../values/distribution.ts";
import { readExecutiveOrder } from "../values/executive-order.ts";
import { readSubject } from "../values/subject.ts";
import { readTags } from "../values/tags-line.ts";
import { readRoutingLine, readSecurityLine, readStationLine, readTransmissionId } from "../values/transmission.ts";
import { nameOfField } from "./field-table.ts";
import { SERIES_NUMBER } from "./line-patterns.ts";
import type { HeaderRead, RawField } from "./raw-field.ts";
import type { HeaderWalk } from "./scan-header.ts";

type Key = RawField["key"];

/** `CNO WASHINGTON DC//N1//`: an addressee with the codes of its offices. */
const OFFICE_CODES = /\/\/[^/]{1,60}\/\/$/;

/** Addressees that are printed again with their office codes (`PASS TO OFFICE CODES`), each once: with them, where it stood first. */
function onceEach(addressees: readonly Addressee[]): readonly Addressee[] {
  if (!addressees.some(({ name }) => OFFICE_CODES.test(name.value))) return addressees;
  const coded = new Map(
    addressees.flatMap((one) =>
      OFFICE_CODES.test(one.name.value) ? [[one.name.value.replace(OFFICE_CODES, ""), one] as const] : [],
    ),
  );
  return addressees.flatMap((one) => {
    const again = coded.get(one.name.value);
    if (again === undefined) return [...coded.values()].includes(one) && isPrintedBare(one, addressees) ? [] : [one];
    return [{ ...one, name: again.name, span: again.span }];
  });
}

function isPrintedBare({ name }: Addressee, addressees: readonly Addressee[]): boolean {
  const bare = name.value.replace(OFFICE_CODES, "");
  return addressees.some((other) => other.name.value === bare);
}

/** A field with what a reader made of its value. */
interface Reading<T> {
  readonly field: RawField;
  readonly value: JoinedText;
  readonly read: T;
}

/** What a reader made of the fields that it reads. */
type Readings<Read extends (...given: never[]) => unknown> = readonly Reading<NonNullable<ReturnType<Read>>>[];

/** The addressees of all fields that name some, and what the outline shows for each of those fields. */
interface Addressed {
  readonly to: readonly Addressee[];
  readonly info: readonly Addressee[];
  readonly exempt: readonly Addressee[];
  /** The precedence that a wrapper gives its first addressee. */
  readonly precedence: Located<PrecedenceName> | null;
  readonly shown: ReadonlyMap<RawField, Located<string>>;
}

/** Where the classification is printed, as a line of its own or as a marking that stands in for one. */
interface Classified {
  readonly line: ClassificationLine | null;
  readonly level: Located<ClassificationLevel> | null;
}

/** What the text after the head tells; asked only where the head lacks a value that it may have. */
export interface Elsewhere {
  readonly trailer: () => Trailer | null;
  readonly classifiedInText: () => ClassifiedBy | null;
}

/**
 * The header of the forms whose lines open fields. Of a field that stands twice, the later counts: a wrapper stands around what it
 * wraps.
 */
export class ScannedHeader implements CableHeader, HeaderRead {
  readonly bodyLine: number;
  readonly year = null;
  readonly pairNumber = null;
  readonly date = null;
  readonly #scan: SourceLines;
  readonly #walk: HeaderWalk;
  readonly #elsewhere: Elsewhere;

  constructor(scan: SourceLines, walk: HeaderWalk, bodyLine: number, elsewhere: Elsewhere) {
    this.#scan = scan;
    this.#walk = walk;
    this.bodyLine = bodyLine;
    this.#elsewhere = elsewhere;
  }

  get header(): CableHeader {
    return this;
  }

  get span(): Span | null {
    const first = this.#walk.fields[0];
    if (first === undefined) return null;
    const last = this.#scan.previousText(this.#walk.bodyLine);
    return this.#scan.source.span(this.#scan.first(first.line), this.#scan.end(Math.max(last, first.line)));
  }

  get transmissionId(): Located<string> | null {
    const field = this.#last("transmissionId");
    return field === undefined ? null : readTransmissionId(this.#join(field));
  }

  #routing: Readings<typeof readRoutingLine> | undefined;
  get #routingLines(): Readings<typeof readRoutingLine> {
    this.#routing ??= this.#readings(["routing"], readRoutingLine);
    return this.#routing;
  }

  get routingPrecedence(): Located<string> | null {
    return this.#routingLines.at(-1)?.read.precedence ?? null;
  }

  get routing(): readonly Located<string>[] {
    return this.#routingLines.at(-1)?.read.routing ?? [];
  }

  #stations: Readings<typeof readStationLine> | undefined;
  /** Of a `DE` line that stands twice, the first counts: later transmission sections repeat it. */
  get stationLine(): StationLine | null {
    this.#stations ??= this.#readings(["stationLine"], readStationLine);
    return this.#stations[0]?.read ?? null;
  }

  #security: Readings<typeof readSecurityLine> | undefined;
  get #securityLines(): Readings<typeof readSecurityLine> {
    this.#security ??= this.#readings(["security"], readSecurityLine);
    return this.#security;
  }

  get securityLine(): Located<string> | null {
    const line = this.#securityLines.at(-1);
    return line === undefined ? null : whole(line.value);
  }

  #dates: Readings<typeof readDateTimeGroup> | undefined;
  get #dateLines(): Readings<typeof readDateTimeGroup> {
    this.#dates ??= this.#readings(["dtg", "smartDate"], readDateTimeGroup);
    return this.#dates;
  }

  get dtg(): Located<DateTimeGroup> | null {
    return this.#dateLines.at(-1)?.read.dtg ?? null;
  }

  get precedence(): Located<PrecedenceName> | null {
    const line = this.#dateLines.findLast(({ read }) => read.precedence !== null);
    return line?.read.precedence ?? this.#addressed.precedence;
  }

  get infoPrecedence(): Located<PrecedenceName> | null {
    return this.#dateLines.findLast(({ read }) => read.infoPrecedence !== null)?.read.infoPrecedence ?? null;
  }

  /** The sender; of a telegram whose text was lost, the one that the archive's attributes name. */
  get from(): Located<string> | null {
    const field = this.#walk.fields.findLast((one) => nameOfField(one.key) === "From" && !isBlank(this.#join(one)));
    if (field !== undefined) return whole(this.#join(field));
    return this.dtg === null && this.classificationLine === null ? this.#attribute("From") : null;
  }

  get to(): readonly Addressee[] {
    return this.#addressed.to;
  }

  /** Addressees that stand after the text count where the head names none. */
  get info(): readonly Addressee[] {
    const { info } = this.#addressed;
    const trailer = info.length > 0 ? null : this.#elsewhere.trailer();
    return trailer === null ? info : withExemptions(trailer.info ?? [], trailer.exempt ?? []);
  }

  get exempt(): readonly Addressee[] {
    const { exempt } = this.#addressed;
    return exempt.length > 0 ? exempt : (this.#elsewhere.trailer()?.exempt ?? []);
  }

  /** An office on a line that does not say what it is to do has the role of the offices above it. */
  get distribution(): readonly DistributionEntry[] {
    const entries: DistributionEntry[] = [];
    for (const field of this.#walk.fields) {
      if (field.key === "distribution") {
        pushAll(entries, readDistribution(this.#join(field), entries.at(-1)?.role ?? null));
      }
    }
    return entries;
  }

  #addressees: Addressed | undefined;
  get #addressed(): Addressed {
    this.#addressees ??= this.#readAddressed();
    return this.#addressees;
  }

  #readAddressed(): Addressed {
    const lists: Record<"to" | "info" | "exempt", readonly Addressee[]> = { to: [], info: [], exempt: [] };
    const shown = new Map<RawField, Located<string>>();
    let precedence: Located<PrecedenceName> | null = null;
    let isWrappers = false;
    const add = (key: keyof typeof lists, addressees: readonly Addressee[], field: RawField): void => {
      lists[key] = [...lists[key], ...addressees];
      const first = addressees[0];
      const last = addressees.at(-1);
      if (first === undefined || last === undefined) return;
      const span: Span = { start: first.span.start, end: last.span.end };
      const value = addressees.length === 1 ? first.name.value : `${addressees.length} addressees`;
      shown.set(field, { value, span });
    };
    for (const field of this.#walk.fields) {
      switch (field.key) {
        case "to":
          // The addressees of the cable itself count, not those that a wrapper around it names.
          if (isWrappers) lists.to = [];
          isWrappers = false;
          add("to", readAddressees(this.#join(field)), field);
          break;
        case "info":
          add("info", readAddressees(this.#join(field)), field);
          break;
        case "exempt": {
          const read = readAddressees(this.#join(field));
          // Who is exempt has no routing indicator: below such names, whoever has one is of the list above again.
          const back = read[0]?.routing === null ? read.findIndex(({ routing }) => routing !== null) : -1;
          if (back >= 0) add(lists.info.length > 0 ? "info" : "to", read.slice(back), field);
          add("exempt", back < 0 ? read : read.slice(0, back), field);
          break;
        }
        case "smartAction": {
          const read = readSmartAddressees(this.#join(field));
          precedence ??= read[0]?.precedence ?? null;
          if (lists.to.length > 0) break;
          isWrappers = true;
          add("to", read, field);
          break;
        }
        case "smartInfo":
          if (lists.info.length === 0) add("info", readSmartAddressees(this.#join(field)), field);
          break;
        case "typedTo":
        case "typedAction":
          if (lists.to.length === 0) add("to", readAddressees(this.#join(field)), field);
          break;
      }
    }
    if (this.#walk.signs.has("messageId")) {
      lists.to = onceEach(lists.to);
      lists.info = onceEach(lists.info);
    }
    // The XMT line stands below both lists and takes out of the collectives of either.
    const all = withExemptions([...lists.to, ...lists.info], lists.exempt);
    const forAction = lists.to.length;
    return { to: all.slice(0, forAction), info: all.slice(forAction), exempt: lists.exempt, precedence, shown };
  }

  #levels: Readings<typeof readClassificationLine> | undefined;
  get #classificationLines(): Readings<typeof readClassificationLine> {
    this.#levels ??= this.#readings(["classification"], readClassificationLine);
    return this.#levels;
  }

  #classification: Classified | undefined;
  get #classified(): Classified {
    this.#classification ??= this.#readClassified();
    return this.#classification;
  }

  get classificationLine(): ClassificationLine | null {
    return this.#classified.line;
  }

  get classification(): Located<ClassificationLevel> | null {
    return this.#classified.level;
  }

  /** A marking above the fields stands in for a classification line that is missing; below the addressees it is that line. */
  #readClassified(): Classified {
    const last = this.#classificationLines.at(-1)?.read;
    if (last !== undefined) {
      const { span, level, section, station, serial } = last;
      return { line: { span, level, section, station, serial }, level };
    }
    const { fields } = this.#walk;
    const scan = this.#scan;
    const lastTransmission = fields.findLast(
      ({ key }) => key === "to" || key === "info" || key === "from" || key === "break",
    );
    const firstField = fields.find(({ key }) => key === "executiveOrder" || key === "tags" || key === "subject");
    let marked: Located<ClassificationLevel> | null = null;
    for (let line = 0; line < this.bodyLine; line++) {
      if (scan.kinds[line] !== "marking") continue;
      const value = readMarking(scan.content(line));
      if (value === null) continue;
      const span = scan.source.span(scan.first(line), scan.end(line));
      const level = { value, span };
      marked ??= level;
      if (
        lastTransmission !== undefined &&
        line >= lastTransmission.endLine &&
        line < (firstField?.line ?? this.#walk.bodyLine)
      )
        return { line: { span, level, section: null, station: null, serial: null }, level };
    }
    return { line: null, level: marked ?? this.#securityLines.at(-1)?.read.level ?? this.#levelOfTrailer() };
  }

  #captions: Readings<typeof readCaptions> | undefined;
  get #captionLines(): Readings<typeof readCaptions> {
    this.#captions ??= this.#readings(["caption", "smartCaptions"], (value) => readCaptions(value));
    return this.#captions;
  }

  /** In document order: on lines of their own, and on the classification line, as collapsed copies have them. */
  get captions(): readonly Located<string>[] {
    const onLevel = this.#classificationLines.map(({ field, value, read }) => ({
      line: field.line,
      captions: [...read.captions, ...(readAfterLevel(value, read.end).captions ?? [])],
    }));
    const alone = this.#captionLines.map(({ field, read }) => ({ line: field.line, captions: read.captions }));
    const beforePassing = this.#readings(["passing"], readCaptionsBeforePassing).map(({ field, read }) => ({
      line: field.line,
      captions: read.captions,
    }));
    return [...onLevel, ...alone, ...beforePassing]
      .sort((one, other) => one.line - other.line)
      .flatMap(({ captions }) => captions);
  }

  get passing(): readonly Located<string>[] {
    return this.#walk.fields.flatMap((field) => {
      if (field.key === "classification") {
        const line = this.#classificationLines.find((one) => one.field === field);
        return line === undefined ? [] : (readAfterLevel(line.value, line.read.end).passing ?? []);
      }
      if (field.key !== "passing" && field.key !== "smartPass") return [];
      const value = this.#join(field);
      if (isBlank(value) || SERIES_NUMBER.test(value.text)) return [];
      return readCaptionsBeforePassing(value)?.passing ?? whole(value);
    });
  }

  #orders: Readings<typeof readExecutiveOrder> | undefined;
  get #orderLines(): Readings<typeof readExecutiveOrder> {
    this.#orders ??= this.#readings(["executiveOrder", "declassification"], readExecutiveOrder);
    return this.#orders;
  }

  /** The order; its date may stand in a field of its own below. */
  get executiveOrder(): ExecutiveOrderLine | null {
    const lines = this.#orderLines;
    const at = lines.findLastIndex(({ field }) => field.key === "executiveOrder");
    const order = lines[at]?.read ?? null;
    if (order === null || order.declassifyOn !== null) return order;
    const dated = lines.slice(at + 1).find(({ read }) => read.declassifyOn !== null);
    return dated === undefined ? order : { ...order, declassifyOn: dated.read.declassifyOn };
  }

  #tags: Readings<typeof readTags> | undefined;
  get #tagLines(): Readings<typeof readTags> {
    this.#tags ??= this.#readings(["tags"], readTags);
    return this.#tags;
  }

  /** The TAGS; those of the archive's attributes where the text has none. */
  get tags(): readonly Located<string>[] {
    const tags: Located<string>[] = [];
    const known = new Set<string>();
    for (const { read } of this.#tagList) {
      for (const tag of read.tags) {
        if (known.has(tag.value)) continue;
        tags.push(tag);
      }
      for (const { value } of read.tags) known.add(value);
    }
    if (tags.length > 0) return tags;
    const attribute = this.#attribute("TAGS");
    return attribute === null ? [] : attributeTags(attribute);
  }

  get persons(): readonly Located<string>[] {
    return this.#tagList.flatMap(({ read }) => read.persons);
  }

  /** The lines of the list that counts: a list too long for one line may continue below a name of its own. */
  get #tagList(): Readings<typeof readTags> {
    let list: Readings<typeof readTags> = [];
    let hasTags = false;
    for (const line of this.#tagLines) {
      const isEmpty = line.read.tags.length === 0;
      if (isEmpty && hasTags) continue;
      list = list.at(-1)?.field.endLine === line.field.line ? [...list, line] : [line];
      hasTags ||= !isEmpty;
    }
    return list;
  }

  #subjects: Readings<typeof readSubject> | undefined;
  get #subjectLines(): Readings<typeof readSubject> {
    this.#subjects ??= this.#readings(["subject", "setSubject"], readSubject);
    return this.#subjects;
  }

  /** The subject; that of the archive's attributes where the text has none. */
  get subject(): Located<string> | null {
    const line = this.#subjectLines.at(-1);
    return line === undefined ? this.#attribute("Subject") : line.read.subject;
  }

  get subjectPortion(): Located<string> | null {
    return this.#subjectLines.at(-1)?.read.portion ?? null;
  }

  #classifiers: Readings<typeof readClassifiedBy> | undefined;
  get #classifierLines(): Readings<typeof readClassifiedBy> {
    this.#classifiers ??= this.#readings(["classifiedBy", "reason"], readClassifiedBy);
    return this.#classifiers;
  }

  /** Who classified it, as a field or the text says; the reasons may stand in a field of their own below. */
  get classifiedBy(): ClassifiedBy | null {
    const lines = this.#classifierLines;
    const at = lines.findLastIndex(({ field }) => field.key === "classifiedBy");
    const by = lines[at]?.read ?? this.#elsewhere.classifiedInText();
    if (by === null || by.reasons.length > 0) return by;
    const reasoned = lines.slice(at + 1).find(({ read }) => read.reasons.length > 0);
    return reasoned === undefined ? by : { ...by, reasons: reasoned.read.reasons };
  }

  get attributes(): CableHeader["attributes"] {
    return this.#elsewhere.trailer()?.attributes ?? [];
  }

  get references(): RawField | null {
    return this.#last("references") ?? null;
  }

  get referenceSets(): readonly RawField[] {
    return this.#walk.fields.filter(({ key }) => key === "setReference");
  }

  get printedNumber(): Located<string> | null {
    const field = this.#walk.fields.findLast(({ key }) => key === "mrn" || key === "typedNumber");
    return field === undefined ? null : whole(this.#join(field));
  }

  get fields(): readonly HeaderField[] {
    return this.#outlined.fields;
  }

  get wrapped(): readonly HeaderField[] {
    return this.#outlined.wrapped;
  }

  #outline: Pick<CableHeader, "fields" | "wrapped"> | undefined;
  get #outlined(): Pick<CableHeader, "fields" | "wrapped"> {
    this.#outline ??= this.#readOutline();
    return this.#outline;
  }

  /** The fields as the outline shows them. Of a field that a wrapper and the cable in it both have, only the cable's own. */
  #readOutline(): Pick<CableHeader, "fields" | "wrapped"> {
    const all: HeaderField[] = [];
    for (const field of this.#walk.fields) {
      const name = nameOfField(field.key);
      const value = name === undefined ? null : this.#shown(field);
      if (name === undefined || value === null) continue;
      const shown = this.#located(field, name, value);
      const before = all.at(-1);
      // Captions over several lines are one field.
      if (name === "Captions" && before?.name === name) all[all.length - 1] = together(before, shown);
      else all.push(shown);
    }
    if (!this.#walk.signs.has("mrn")) return { fields: all, wrapped: [] };
    const names = all.map(({ name }) => name);
    return {
      fields: all.filter(({ name }, index) => names.lastIndexOf(name) === index),
      wrapped: all.filter(({ name }, index) => names.lastIndexOf(name) !== index),
    };
  }

  #located(field: RawField, name: string, value: Located<string>): HeaderField {
    const scan = this.#scan;
    const first = scan.first(field.line);
    const last = scan.previousText(field.endLine);
    const span = scan.source.span(first, scan.end(Math.max(last, field.line)));
    const nameSpan = field.valueStart > first ? scan.source.span(first, field.valueStart) : value.span;
    return { name, span, nameSpan, value };
  }

  /** What the outline shows for a field; null where no value can be read in it. */
  #shown(field: RawField): Located<string> | null {
    switch (nameOfField(field.key)) {
      case "DTG": {
        const dtg = readingOf(this.#dateLines, field)?.read.dtg;
        return dtg === undefined ? null : { value: dtg.value.text, span: dtg.span };
      }
      case "To":
      case "Info":
        return this.#addressed.shown.get(field) ?? null;
      case "Classification": {
        const line = readingOf(this.#classificationLines, field)?.read;
        return line === undefined ? null : { value: line.level.value, span: line.span };
      }
      case "Captions": {
        const line = readingOf(this.#captionLines, field);
        if (line === undefined || line.read.captions.length === 0) return null;
        return listed(line.read.captions, line.value);
      }
      case "TAGS": {
        const line = readingOf(this.#tagLines, field);
        return line === undefined ? null : listed(line.read.tags, line.value);
      }
      case "Subject":
        return readingOf(this.#subjectLines, field)?.read.subject ?? null;
      case "E.O.":
        return shownWhole(readingOf(this.#orderLines, field));
      case "Classified By":
        return shownWhole(readingOf(this.#classifierLines, field));
      default: {
        const value = this.#join(field);
        return nameOfField(field.key) === "From" && isBlank(value) ? null : whole(value);
      }
    }
  }

  #join({ line, endLine, valueStart }: RawField): JoinedText {
    return this.#scan.join(line, endLine, valueStart);
  }

  #last(key: Key): RawField | undefined {
    return this.#walk.fields.findLast((field) => field.key === key);
  }

  /** What a reader makes of each field with one of the keys, in document order; fields in which it finds nothing are left out. */
  #readings<T>(keys: readonly Key[], read: (value: JoinedText) => T | null): readonly Reading<T>[] {
    const readings: Reading<T>[] = [];
    for (const field of this.#walk.fields) {
      if (!keys.includes(field.key)) continue;
      const value = this.#join(field);
      const found = read(value);
      if (found !== null) readings.push({ field, value, read: found });
    }
    return readings;
  }

  /** The level that the archive or an export gives behind a text whose own is lost. */
  #levelOfTrailer(): Located<ClassificationLevel> | null {
    const printed =
      this.#attribute("Original Classification") ??
      this.#attribute("Classification") ??
      this.#attribute("Current Classification");
    const value = printed === null ? null : readMarking(printed.value);
    return printed === null || value === null ? null : { value, span: printed.span };
  }

  #attribute(name: string): Located<string> | null {
    return attributeValue(this.#elsewhere.trailer()?.attributes ?? [], name);
  }
}

function isBlank(value: JoinedText): boolean {
  return value.text.trim() === "";
}

function whole(value: JoinedText): Located<string> {
  return { value: onOneLine(value.text), span: value.span(0, value.text.length) };
}

function readingOf<T>(readings: readonly Reading<T>[], field: RawField): Reading<T> | undefined {
  return readings.find((one) => one.field === field);
}

function shownWhole(reading: Reading<unknown> | undefined): Located<string> | null {
  return reading === undefined ? null : whole(reading.value);
}

function listed(values: readonly Located<string>[], line: JoinedText): Located<string> {
  return { value: values.map(({ value }) => value).join(", "), span: line.span(0, line.text.length) };
}

function together(one: HeaderField, next: HeaderField): HeaderField {
  return {
    ...one,
    span: { start: one.span.start, end: next.span.end },
    value: {
      value: `${one.value.value}, ${next.value.value}`,
      span: { start: one.value.span.start, end: next.value.span.end },
    },
  };
}

/** `SIPDIS, DEPT FOR EUR/X`: captions at the head of a passing instruction; null where it has none. */
function readCaptionsBeforePassing(value: JoinedText) {
  const { captions, passing } = readAfterLevel(value, 0);
  return captions === null || passing === null ? null : { captions, passing };
}

/** Captions and a passing instruction after what stands up to `end` on a classification line. */
function readAfterLevel(value: JoinedText, end: number) {
  if (value.text.slice(end).trim() === "") return { captions: null, passing: null };
  const captions = readCaptions(value, end);
  const start = captions?.end ?? end;
  const rest = value.text.slice(start).trim();
  return {
    captions: captions?.captions ?? null,
    passing: isPassingLine(rest) ? { value: onOneLine(rest), span: value.span(start, value.text.length) } : null,
  };
}

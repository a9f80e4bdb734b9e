/** Makes a header of the fields that the walk down a cable's head has cut out: each value read, each line given its kind. */

import { pushAll } from "../../text/arrays.ts";
import type { JoinedText } from "../../text/joined-text.ts";
import type { Located, Span } from "../../text/span.ts";
import type { FieldKey } from "../forms/field-key.ts";
import type { ClassificationLevel, PrecedenceName } from "../record.ts";
import type { SourceLines } from "../source-lines.ts";
import type {
  Addressee,
  CableHeader,
  ClassificationLine,
  ClassifiedBy,
  DateTimeGroup,
  ExecutiveOrderLine,
  HeaderField,
  LineKind,
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
import { findClassifiedByInText } from "./classified-by-in-text.ts";
import { emptyHeader, type HeaderRead, type Mutable, type RawField } from "./raw-field.ts";
import type { HeaderWalk } from "./scan-header.ts";

/** What a field is called in the outline; a key without a name is not shown. */
const NAMES: Partial<Record<RawField["key"], string>> = {
  dtg: "DTG",
  smartDate: "DTG",
  from: "From",
  smartFrom: "From",
  typedFrom: "From",
  to: "To",
  smartAction: "To",
  typedTo: "To",
  typedAction: "To",
  info: "Info",
  smartInfo: "Info",
  classification: "Classification",
  caption: "Captions",
  smartCaptions: "Captions",
  executiveOrder: "E.O.",
  tags: "TAGS",
  subject: "Subject",
  setSubject: "Subject",
  classifiedBy: "Classified By",
  mrn: "MRN",
  typedNumber: "Number",
  messageId: "Message",
};

const LINE_KINDS: Partial<Record<RawField["key"], LineKind>> = {
  caption: "caption",
  passing: "passing",
  references: "reference",
  setReference: "reference",
  classification: "classification",
  distribution: "distribution",
  tearLine: "distribution",
  drafting: "distribution",
  textBegins: "banner",
  unknown: "notice",
  executiveOrder: "field",
  tags: "field",
  subject: "field",
  classifiedBy: "field",
  reason: "field",
  declassification: "field",
};

/** Reads all fields of the walk. Of a field that stands twice, the later counts: a wrapper stands around what it wraps. */
export function readHeader(scan: SourceLines, walk: HeaderWalk): HeaderRead {
  const reader = new HeaderReader(scan);
  for (const field of walk.fields) reader.read(field);
  return reader.finish(walk);
}

class HeaderReader {
  readonly #scan: SourceLines;
  readonly #fields: HeaderField[] = [];
  readonly #header: Mutable<CableHeader>;
  readonly #captions: Located<string>[] = [];
  readonly #passing: Located<string>[] = [];
  readonly #referenceSets: RawField[] = [];
  /** Which lists of addressees a wrapper gave. */
  readonly #wrapped = new Set<string>();
  /** Behind the last line of TAGS so far. */
  #tagsEnd: number | null = null;
  /** Where a field's line is the text's first. */
  #textLine: number | null = null;
  #references: RawField | null = null;
  #printedNumber: Located<string> | null = null;
  #security: Located<ClassificationLevel> | null = null;
  #wrapperPrecedence: Located<PrecedenceName> | null = null;

  constructor(scan: SourceLines) {
    this.#scan = scan;
    this.#header = { ...emptyHeader(), fields: this.#fields, captions: this.#captions, passing: this.#passing };
  }

  read(field: RawField): void {
    this.#scan.claim(field.line, field.endLine, LINE_KINDS[field.key] ?? "transmission");
    const shown = this.#readValue(field);
    const name = NAMES[field.key];
    if (name !== undefined && shown !== null) this.#show(field, name, shown);
  }

  finish(walk: HeaderWalk): HeaderRead {
    const header = this.#header;
    header.precedence ??= this.#wrapperPrecedence;
    if (walk.signs.has("mrn")) this.#hideWrapped();
    // The XMT line stands below both lists and takes out of the collectives of either.
    const addressed = withExemptions([...header.to, ...header.info], header.exempt);
    const forAction = header.to.length;
    header.to = addressed.slice(0, forAction);
    header.info = addressed.slice(forAction);
    this.#readMarkings(walk);
    header.classifiedBy ??= findClassifiedByInText(this.#scan, this.#textLine ?? walk.bodyLine);
    header.classification = header.classificationLine?.level ?? header.classification ?? this.#security;
    const first = walk.fields[0];
    if (first !== undefined) {
      const last = this.#scan.previousText(walk.bodyLine);
      header.span = this.#scan.source.span(this.#scan.first(first.line), this.#scan.end(Math.max(last, first.line)));
    }
    return {
      header,
      bodyLine: this.#textLine ?? walk.bodyLine,
      references: this.#references,
      referenceSets: this.#referenceSets,
      printedNumber: this.#printedNumber,
      year: null,
    };
  }

  /** A marking above the fields stands in for a classification line that is missing; below the addressees it is that line. */
  #readMarkings(walk: HeaderWalk): void {
    const header = this.#header;
    if (header.classificationLine !== null) return;
    const scan = this.#scan;
    const lastTransmission = walk.fields.findLast(
      (field) => field.key === "to" || field.key === "info" || field.key === "from" || field.key === "break",
    );
    const firstField = walk.fields.find(
      (field) => field.key === "executiveOrder" || field.key === "tags" || field.key === "subject",
    );
    for (let line = 0; line < walk.bodyLine; line++) {
      if (scan.kinds[line] !== "marking") continue;
      const value = readMarking(scan.content(line));
      if (value === null) continue;
      const span = scan.source.span(scan.first(line), scan.end(line));
      const level = { value, span };
      header.classification ??= level;
      if (
        lastTransmission !== undefined &&
        line >= lastTransmission.endLine &&
        line < (firstField?.line ?? walk.bodyLine)
      ) {
        header.classificationLine = { span, level, section: null, station: null, serial: null };
        return;
      }
    }
  }

  /** Reads the field's value into the header; what the outline shows for it, or null for nothing. */
  #readValue(field: RawField): Located<string> | null {
    const header = this.#header;
    const scan = this.#scan;
    const value = scan.join(field.line, field.endLine, field.valueStart);
    const whole = (): Located<string> => ({ value: onOneLine(value.text), span: value.span(0, value.text.length) });
    switch (field.key) {
      case "transmissionId":
        header.transmissionId = readTransmissionId(value);
        return header.transmissionId;
      case "routing": {
        const line = readRoutingLine(value);
        if (line === null) return null;
        header.routingPrecedence = line.precedence;
        header.routing = line.routing;
        return whole();
      }
      case "stationLine": {
        const line: StationLine | null = readStationLine(value);
        if (line === null) return null;
        header.stationLine ??= line;
        return whole();
      }
      case "security": {
        const line = readSecurityLine(value);
        if (line === null) return null;
        header.securityLine = whole();
        this.#security = line.level;
        return whole();
      }
      case "dtg":
      case "smartDate": {
        const line = readDateTimeGroup(value);
        if (line === null) return null;
        const dtg: Located<DateTimeGroup> = line.dtg;
        header.dtg = dtg;
        header.precedence = line.precedence ?? header.precedence;
        header.infoPrecedence = line.infoPrecedence ?? header.infoPrecedence;
        return { value: dtg.value.text, span: dtg.span };
      }
      case "from":
      case "smartFrom":
      case "typedFrom":
        if (value.text.trim() !== "") header.from = whole();
        return header.from;
      case "to":
      case "info":
        this.#dropWrapped(field.key);
        return this.#addressees(field.key, readAddressees(value));
      case "exempt":
        this.#dropWrapped(field.key);
        return this.#exemptions(readAddressees(value));
      case "distribution":
        header.distribution = [
          ...header.distribution,
          ...readDistribution(value, header.distribution.at(-1)?.role ?? null),
        ];
        return null;
      case "smartAction":
        this.#wrapperPrecedence ??= readSmartAddressees(value)[0]?.precedence ?? null;
        if (header.to.length > 0) return null;
        this.#wrapped.add("to");
        return this.#addressees("to", readSmartAddressees(value));
      case "smartInfo":
        return header.info.length > 0 ? null : this.#addressees("info", readSmartAddressees(value));
      case "typedTo":
      case "typedAction":
        return header.to.length > 0 ? null : this.#addressees("to", readAddressees(value));
      case "classification": {
        const line = readClassificationLine(value);
        if (line === null) return null;
        const { span, level, section, station, serial }: ClassificationLine = line;
        header.classificationLine = { span, level, section, station, serial };
        pushAll(this.#captions, line.captions);
        this.#readBehindClassification(value, line.end);
        return { value: level.value, span: line.span };
      }
      case "caption":
      case "smartCaptions": {
        const captions = readCaptions(value)?.captions ?? [];
        pushAll(this.#captions, captions);
        return captions.length > 0
          ? { value: captions.map((caption) => caption.value).join(", "), span: whole().span }
          : null;
      }
      case "passing":
      case "smartPass":
        if (value.text.trim() === "") return null;
        this.#passing.push(whole());
        return whole();
      case "executiveOrder": {
        const line: ExecutiveOrderLine | null = readExecutiveOrder(value);
        if (line === null) return null;
        header.executiveOrder = line;
        return whole();
      }
      case "tags": {
        const line = readTags(value);
        if (line.tags.length === 0 && header.tags.length > 0) return null;
        // A list too long for one line may go on below a name of its own.
        const goesOn = field.line === this.#tagsEnd;
        const before = goesOn ? header.tags : [];
        const known = new Set(before.map((tag) => tag.value));
        header.tags = [...before, ...line.tags.filter((tag) => !known.has(tag.value))];
        header.persons = [...(goesOn ? header.persons : []), ...line.persons];
        this.#tagsEnd = field.endLine;
        return { value: line.tags.map((tag) => tag.value).join(", "), span: whole().span };
      }
      case "subject":
      case "setSubject": {
        const subject = readSubject(field.key === "subject" ? value : this.#withoutSetEnd(field));
        if (subject === null) return null;
        header.subject = subject.subject;
        header.subjectPortion = subject.portion;
        return subject.subject;
      }
      case "references":
        this.#references = field;
        return null;
      case "setReference":
        this.#referenceSets.push(field);
        return null;
      case "classifiedBy": {
        const by: ClassifiedBy | null = readClassifiedBy(value);
        if (by === null) return null;
        header.classifiedBy = by;
        return whole();
      }
      case "reason": {
        const by = readClassifiedBy(value);
        const before = header.classifiedBy;
        if (by === null || before === null || before.reasons.length > 0) return null;
        header.classifiedBy = { ...before, reasons: by.reasons };
        return null;
      }
      case "declassification": {
        const date = readExecutiveOrder(value)?.declassifyOn ?? null;
        const order = header.executiveOrder;
        if (order !== null && order.declassifyOn === null) header.executiveOrder = { ...order, declassifyOn: date };
        return null;
      }
      case "mrn":
      case "typedNumber":
        this.#printedNumber = whole();
        return whole();
      case "messageId":
        return whole();
      case "setRemarks":
        // The text begins on this line, behind the name of its set.
        scan.beginAt(field.line, field.valueStart);
        this.#textLine = field.line;
        return null;
      case "attribute":
        return null;
      default:
        return null;
    }
  }

  /** Captions and a passing instruction on the classification line itself, as collapsed copies have them. */
  #readBehindClassification(value: JoinedText, end: number): void {
    if (value.text.slice(end).trim() === "") return;
    const captions = readCaptions(value, end);
    if (captions !== null) pushAll(this.#captions, captions.captions);
    const start = captions?.end ?? end;
    const rest = value.text.slice(start).trim();
    if (isPassingLine(rest)) this.#passing.push({ value: onOneLine(rest), span: value.span(start, value.text.length) });
  }

  /** Of a field that the wrapper and the cable in it both have, only the cable's own is shown. */
  #hideWrapped(): void {
    const names = this.#fields.map(({ name }) => name);
    const own = this.#fields.filter(({ name }, index) => names.lastIndexOf(name) === index);
    this.#header.wrapped = this.#fields.filter(({ name }, index) => names.lastIndexOf(name) !== index);
    this.#fields.length = 0;
    pushAll(this.#fields, own);
  }

  /** The addressees of the cable itself count, not those that a wrapper around it names. */
  #dropWrapped(key: "to" | "info" | "exempt"): void {
    if (!this.#wrapped.delete(key)) return;
    this.#header[key] = [];
  }

  /** The value of a GENADMIN set without the two strokes at its end. */
  #withoutSetEnd(field: RawField): JoinedText {
    const scan = this.#scan;
    const last = scan.previousText(field.endLine);
    if (scan.content(last).endsWith("//")) scan.endAt(last, scan.end(last) - 2);
    return scan.join(field.line, field.endLine, field.valueStart);
  }

  #addressees(key: "to" | "info" | "exempt", addressees: readonly Addressee[]): Located<string> | null {
    const header = this.#header;
    const [first] = addressees;
    const last = addressees[addressees.length - 1];
    if (first === undefined || last === undefined) return null;
    header[key] = [...header[key], ...addressees];
    const span: Span = { start: first.span.start, end: last.span.end };
    return { value: addressees.length === 1 ? first.name.value : `${addressees.length} addressees`, span };
  }

  /**
   * Who is exempt has no routing indicator, as nothing is sent there: below such names, whoever has one is of the list above
   * again.
   */
  #exemptions(addressees: readonly Addressee[]): Located<string> | null {
    const back = addressees[0]?.routing === null ? addressees.findIndex(({ routing }) => routing !== null) : -1;
    if (back < 0) return this.#addressees("exempt", addressees);
    this.#addressees(this.#header.info.length > 0 ? "info" : "to", addressees.slice(back));
    return this.#addressees("exempt", addressees.slice(0, back));
  }

  #show(field: RawField, name: string, value: Located<string>): void {
    const scan = this.#scan;
    const first = scan.first(field.line);
    const last = scan.previousText(field.endLine);
    const span = scan.source.span(first, scan.end(Math.max(last, field.line)));
    const nameEnd = field.valueStart > first ? field.valueStart : first;
    const nameSpan = nameEnd > first ? scan.source.span(first, nameEnd) : value.span;
    const before = this.#fields[this.#fields.length - 1];
    // Captions, passing lines and addressees over several lines are one field.
    if (before !== undefined && before.name === name && (name === "Captions" || name === "Passing")) {
      this.#fields[this.#fields.length - 1] = {
        ...before,
        span: { start: before.span.start, end: span.end },
        value: {
          value: `${before.value.value}, ${value.value}`,
          span: { start: before.value.span.start, end: value.span.end },
        },
      };
      return;
    }
    this.#fields.push({ name, span, nameSpan, value });
  }
}

/** Keys whose lines make up the head of a transmission, repeated with every transmission section of some forms. */
export const TRANSMISSION_KEYS: ReadonlySet<FieldKey> = new Set([
  "transmissionId",
  "routing",
  "stationLine",
  "security",
  "dtg",
  "from",
  "to",
  "info",
  "exempt",
  "break",
  "distribution",
  "tearLine",
  "drafting",
]);

/** Walks down the head of a cable and cuts it into fields: which line opens which, which lines go on with it, where the text begins. */

import { isKnownTag } from "../../vocabulary/tags.ts";
import type { FieldKey } from "../forms/field-key.ts";
import type { FieldOpening, Signs } from "../forms/form.ts";
import { OPENINGS } from "../forms/index.ts";
import { looksLikeReferenceLine } from "../references/references.ts";
import type { SourceLines } from "../source-lines.ts";
import { isCaptionLine, isPassingLine } from "../values/captions.ts";
import { matchesOf } from "../values/chars.ts";
import { mayBeginLevel } from "../values/classification-level.ts";
import { readClassificationLine } from "../values/classification-line.ts";
import { goesOnWithClassifiedBy } from "../values/classified-by.ts";
import { endOfMailHeadings } from "./mail-heading.ts";
import { misspeltKey } from "./misspelt-keys.ts";
import type { RawField } from "./raw-field.ts";

export interface HeaderWalk {
  readonly fields: readonly RawField[];
  /** The first line that is not of the head. */
  readonly bodyLine: number;
  readonly signs: Signs;
}

/** A head longer than this is not known: distribution tables and wrappers of long lists stay under it. */
const LONGEST_HEAD = 260;

/** How many lines of text that nothing explains may stand between two fields (wrapped passing lines, notices). */
const LONGEST_GAP = 14;

/** An entry of the REF list below a gap is no longer; a paragraph with a portion mark is. */
const LONGEST_ENTRY = 70;

/** A classification line with its captions on it is not longer. */
export const LONGEST_CLASSIFICATION_LINE = 160;

/** Between fields, a line as long as this is a paragraph. Above them, passing lines that were unwrapped run on for longer. */
const LONGEST_LOOSE_LINE = 140;
const LONGEST_PASSING_LINE = 800;

/** Keys that make a transmission header: below them TO, INFO and bare addressees are believed. */
const TRANSMISSION: ReadonlySet<string> = new Set(["dtg", "from", "to", "info", "exempt", "typedFrom", "typedTo"]);

/** Keys below which captions and passing instructions stand. */
const FIELD_KEYS: ReadonlySet<string> = new Set([
  "executiveOrder",
  "tags",
  "subject",
  "references",
  "classifiedBy",
  "reason",
  "declassification",
]);

/** Below a gap: to whom the text is to be sent on, or who sends it. */
const FORWARDED = /^(?:TO|FROM|FOR|ATTN) ?:/;

/** Such a line, or what some collections put between header and text (`ORIGIN: 09FREDBURG99`), begins what is no passing instruction. */
const OPENS_NOTICE =
  /^(?:(?:TO|FROM) ?:|(?:ID|ORIGIN|SOURCE|DESTINATION|DATE|CREATED|RELEASED|REFERENCE ID|CABLE ID|MISC|HEADER) ?: ?\S)/i;

/** Below these a passing line is looked for, whether a field is still to come or not. */
const BEFORE_PASSING: ReadonlySet<string> = new Set([
  "classification",
  "caption",
  "passing",
  "executiveOrder",
  "tags",
  "subject",
  "references",
]);

/** Fields whose value may stand below their name. */
const VALUE_BELOW: ReadonlySet<string> = new Set(["from", "to", "info", "tags", "subject", "references"]);

/** The number of a message in the series of a service, `NAVADMIN 912/23`: no instruction to anybody. */
export const SERIES_NUMBER = /^\s*(?:[A-Z]{2,9}ADMIN|AL[A-Z]{3,9})\s{1,3}\d{1,4}[/-]\d{2,4}\.?\s*$/i;

/** Below it stand sender and addressees once more, with the codes of their offices. */
const OFFICE_CODES = /\bOFFICE CODES ?:?$/i;

/** The sets of a GENADMIN message before its remarks, and the remarks. */
const SETS: ReadonlySet<string> = new Set([
  "messageId",
  "setSubject",
  "setReference",
  "setAmplification",
  "setOther",
  "setRemarks",
]);

/** A set ends with two strokes, whatever stop or blank a typist put among them. */
const SET_END = /\/ ?\/[.,]?$/;

/** No set is longer, in lines. */
const LONGEST_SET = 60;

export const ADDRESSEE =
  /^(?:(?:ZEN|R[A-Z]{4,7})\/|(?:AM{1,2}(?:EMBASSY|CONSUL|CONGEN)|US(?:MISSION|INT|DEL|LO|IS|CINC|DA|DOC|NR|UN)|SECSTATE|SECDEF|WHITE ?HOUSE|CIA|DIA|NSC|JCS|AIT|CINC|COM[A-Z]|DEPT|CJTF|AIR FORCE|NATO|EU )|[A-Z][A-Z ./&'-]+ (?:COLLECTIVE|WASHDC|WASHINGTON DC|IMMEDIATE|PRIORITY|ROUTINE)\b)/;

/** A line that begins a numbered paragraph of the text. */
const PARAGRAPH_OPENING = /^(?:\([A-Z/]{1,12}\) ?)?(?:¶ ?)?\d{1,2} ?(?:\.(?!\d)|\)) ?(?=\D|$)/;
/** The first paragraph's number read for a letter: `l. (C)`. */
const MISREAD_OPENING = /^[lI]\. ?\((?:U|SBU|C|S|[CSU]\/\/?[A-Z]{2,12})\) ?[A-Z]/;
const PORTION_OPENING = /^\((?:U|SBU|C|S|TS|LOU|FOUO|[USCT]+\/\/?[A-Z /,]{2,30})\) /;
const RULE = /^(?:[-=_*~] ?){4,200}$/;

/** What ends a message or stands behind one: fields below it are not of the head. */
const ENDS_MESSAGE = /^(?:N{3,4}|Message Attributes|<< ?END OF DOCUMENT ?>>)$/;

/** Words that a title goes on with, and words that it does not end with. */
const BEGINS_IN_MIDDLE = /^(?:(?:AND|OR|OF|FOR|IN|ON|TO|WITH|BUT|FROM|BY|AS) |--? ?[A-Z])/;
const ENDS_IN_MIDDLE = /(?:[,;-]|\b(?:AND|OR|OF|FOR|IN|ON|TO|WITH|THE|AN?|BY|FROM))$/;

/** A label and a name without a number, and what may be the rest of them. */
const UNFINISHED_ENTRY = /(?:^|[\s,;(])\(?[A-Z][.):][ \t]{1,4}[A-Za-z][A-Za-z .'’-]{2,30}$/;
const FINISHES_ENTRY = /^(?:[A-Za-z][A-Za-z.'’-]{1,12} ){0,3}\d{2,7}(?![\d.,:/])/;

/** A number that labels an entry of a list of references. */
const NUMBER_LABEL = /^\(?(\d{1,2})[).](?=\s)/;

/** A letter that labels an entry of a list of references. */
const LABEL = /(?:^|[\s;,])\(?([A-Z])[).]/g;

/** Reads the head. Nothing is claimed in the scan yet: that is left to who makes a header of the fields. */
export function scanHeader(scan: SourceLines): HeaderWalk {
  const top = endOfMailHeadings(scan);
  const walk = new Walker(scan, top);
  walk.run();
  if (!SURE_OF_HEAD.some((key) => walk.signs.has(key))) {
    const start = headerBelowFrontMatter(scan, walk.bodyLine);
    const below = start === null ? null : new Walker(scan, start);
    below?.run();
    if (below !== null && start !== null && (below.signs.has("from") || below.signs.has("classification"))) {
      return { fields: [cover(scan, start), ...below.fields], bodyLine: below.bodyLine, signs: below.signs };
    }
  }
  const fields = top === 0 ? walk.fields : [cover(scan, top), ...walk.fields];
  return { fields, bodyLine: walk.bodyLine, signs: walk.signs };
}

/** What stands above the cable's own head. */
function cover(scan: SourceLines, endLine: number): RawField {
  const line = scan.nextText(0);
  return { key: "unknown", line, endLine, valueStart: scan.first(line) };
}

/** A head that has one of these is a cable's; what has none may be a cover sheet. */
const SURE_OF_HEAD: readonly FieldKey[] = [
  "dtg",
  "from",
  "stationLine",
  "mrn",
  "messageId",
  "setSubject",
  "textBegins",
  "smartDate",
];

/** Lines of a transmission that no cover sheet has. */
const TRANSMISSION_BEGINS: ReadonlySet<FieldKey> = new Set([
  "transmissionId",
  "routing",
  "stationLine",
  "security",
  "dtg",
  "from",
]);

/** A sheet and what is stapled to it is not longer. */
const LONGEST_FRONT_MATTER = 400;

/** Two of those lines stand this near to each other. */
const NEAR = 14;

/**
 * Where a cable's header begins below a cover sheet, a review sheet or the like: at the first of two kinds of transmission line.
 * Null where there is none, or where numbered paragraphs above it show that the text is another's.
 */
function headerBelowFrontMatter(scan: SourceLines, from: number): number | null {
  let start = -1;
  let first: FieldKey | null = null;
  let paragraphs = 0;
  for (let line = from; line < LONGEST_FRONT_MATTER && scan.has(line); line++) {
    if (scan.isBlank(line) || scan.isFurniture(line)) continue;
    const key = openingOf(scan, line, ({ key: opened }) => opened === "from")?.key;
    if (key === undefined || !TRANSMISSION_BEGINS.has(key)) {
      if (start < 0 && PARAGRAPH_OPENING.test(scan.content(line)) && ++paragraphs > 1) return null;
      continue;
    }
    if (first !== null && first !== key && line - start <= NEAR) return start;
    if (first === null || line - start > NEAR) {
      first = key;
      start = line;
    }
  }
  return null;
}

/** A field that a line opens: its key, and the offset where its value begins. */
export interface OpenedField {
  readonly key: FieldKey;
  readonly valueStart: number;
}

/** The field that a line opens, if any. `believes` is asked about openings that are everyday words. */
export function openingOf(
  scan: SourceLines,
  line: number,
  believes: (opening: FieldOpening) => boolean = () => true,
): OpenedField | null {
  const first = scan.first(line);
  const end = scan.end(line);
  const openings = OPENINGS.of(scan.head(line));
  if (openings !== undefined) {
    for (const opening of openings) {
      if (opening.onlyInHeader === true && !believes(opening)) continue;
      const valueStart = opening.match(scan.text, first, end);
      if (valueStart >= 0) return { key: opening.key, valueStart: Math.min(valueStart, end) };
    }
  }
  if (end - first > LONGEST_CLASSIFICATION_LINE || !mayBeginLevel(scan.text, first)) return null;
  return readClassificationLine(scan.join(line, line + 1)) === null
    ? null
    : { key: "classification", valueStart: first };
}

class Walker {
  readonly scan: SourceLines;
  readonly fields: RawField[] = [];
  readonly signs = new Map<FieldKey, number>();
  bodyLine = 0;
  readonly #believer = (opening: FieldOpening): boolean => this.#believes(opening);
  #current: RawField | null = null;
  #blank = false;

  readonly #start: number;

  /** `start` is the line where the head is looked for. */
  constructor(scan: SourceLines, start: number) {
    this.scan = scan;
    this.#start = start;
  }

  /** Whether there is a line that may be of the head. */
  #has(line: number): boolean {
    return line < this.#start + LONGEST_HEAD && this.scan.has(line);
  }

  run(): void {
    const { scan } = this;
    let line = this.#start > 0 ? this.#start : this.#behindFrontMatter();
    while (this.#has(line)) {
      if (scan.isBlank(line)) {
        this.#blank = true;
        line++;
        continue;
      }
      if (scan.isFurniture(line)) {
        line++;
        continue;
      }
      const opening = this.#opening(line);
      if (opening !== null) {
        this.#open(opening.key, line, opening.valueStart);
        // What stands in the remarks is text, whatever it begins with.
        if (opening.key === "setRemarks") break;
      } else if (this.#goesOn(line)) {
        if (this.#current !== null) this.#current.endLine = line + 1;
      } else if (!this.#loose(line)) {
        break;
      }
      this.#blank = false;
      line++;
    }
    const last = this.fields[this.fields.length - 1];
    this.bodyLine = last === undefined ? 0 : last.endLine;
  }

  /** The line behind the front matter that some exports put before a text: fields between two rules of three hyphens. */
  #behindFrontMatter(): number {
    const { scan } = this;
    const first = scan.nextText(0);
    if (!this.#has(first) || scan.content(first) !== "---") return 0;
    for (let line = first + 1; line < first + 40 && this.#has(line); line++) {
      if (scan.content(line) !== "---") continue;
      scan.claim(first, line + 1, "banner");
      return line + 1;
    }
    return 0;
  }

  #open(key: RawField["key"], line: number, valueStart: number): void {
    // `REF A: LIMA 1` and `REF B: LIMA 2` on lines of their own make one list.
    if (key === "references" && this.#current?.key === "references" && !this.#blank) {
      this.#current.endLine = line + 1;
      return;
    }
    const field: RawField = { key, line, endLine: line + 1, valueStart };
    this.fields.push(field);
    this.#current = field;
    if (key !== "caption" && key !== "passing" && key !== "unknown") {
      this.signs.set(key, (this.signs.get(key) ?? 0) + 1);
    }
  }

  /** The field that a line opens, if any. */
  #opening(line: number): OpenedField | null {
    const opening = openingOf(this.scan, line, this.#believer);
    // In a set that is still open only another set begins: `FLEET / SUBJECT MATTER EXPERTS//`.
    if (this.#isSetOpen(line)) return opening !== null && SETS.has(opening.key) ? opening : null;
    if (opening !== null || this.fields.length === 0) return opening;
    // Names are not looked for below the fields.
    const { scan } = this;
    const first = scan.first(line);
    const has = (key: FieldKey): boolean => this.signs.has(key);
    const misspelt = misspeltKey(scan.content(line), { current: this.#current?.key, has });
    return misspelt === null ? null : { key: misspelt.key, valueStart: first + misspelt.valueStart };
  }

  /** Whether a line stands in a set whose two strokes are still to come. */
  #isSetOpen(line: number): boolean {
    const current = this.#current;
    if (current === null || !SETS.has(current.key) || line <= current.line) return false;
    return !SET_END.test(this.scan.content(this.scan.previousText(line)));
  }

  /** Whether a set that a gap interrupts is closed below it, before another begins. */
  #isSetClosedBelow(line: number): boolean {
    for (let below = line; below < line + LONGEST_SET && this.#has(below); below++) {
      if (this.scan.isBlank(below)) continue;
      if (below > line) {
        const opening = openingOf(this.scan, below, this.#believer);
        if (opening !== null && SETS.has(opening.key)) return false;
      }
      if (SET_END.test(this.scan.content(below))) return true;
    }
    return false;
  }

  /** Whether an opening that is an everyday word is believed here. */
  #believes(opening: FieldOpening): boolean {
    const key = this.#current?.key;
    switch (opening.key) {
      case "to":
      case "info":
      case "exempt":
        return key !== undefined && (TRANSMISSION.has(key) || (key === "passing" && this.#isBelowOfficeCodes()));
      case "from":
        return this.signs.has("dtg") || this.signs.has("stationLine");
      case "subject":
        return this.fields.length > 0 && !this.signs.has("subject") && !this.signs.has("setSubject");
      case "setReference":
        return key === "setReference" || key === "setAmplification";
      case "distribution":
      case "tearLine":
        return (
          key === "distribution" ||
          key === "tearLine" ||
          key === "textBegins" ||
          key === "drafting" ||
          this.fields.length === 0
        );
      case "typedFrom":
      case "typedTo":
      case "typedNumber":
      case "typedReceived":
      case "typedControl":
      case "typedAction":
        return !this.signs.has("mrn") && !this.signs.has("dtg") && !this.signs.has("executiveOrder");
      default:
        return this.fields.length > 0;
    }
  }

  #isBelowOfficeCodes(): boolean {
    const line = this.#current?.line ?? -1;
    return line >= 0 && OFFICE_CODES.test(this.scan.content(line));
  }

  /** Whether a line that opens nothing goes on with the field above it. */
  #goesOn(line: number): boolean {
    const current = this.#current;
    if (current === null) return false;
    const { scan } = this;
    const text = scan.content(line);
    if (this.#awaitsValue(current)) return this.#mayBeValue(current.key, line, text);
    switch (current.key) {
      case "routing":
        return /^R[A-Z]{3,7}(?: {1,3}R[A-Z]{3,7}){0,40}$/.test(text);
      case "to":
      case "info":
      case "exempt":
        return this.#blank ? ADDRESSEE.test(text) : !PARAGRAPH_OPENING.test(text) && !SERIES_NUMBER.test(text);
      case "distribution":
        return /^[A-Z(/][A-Z0-9/&]{0,8}-\d\d\b/.test(text);
      case "drafting":
        return !this.#blank || /^[A-Z][A-Z0-9/&-]{0,10} ?[-:]/.test(text);
      case "executiveOrder":
        return !this.#blank && !isCaptionLine(text) && !isPassingLine(text) && !PARAGRAPH_OPENING.test(text);
      case "tags":
        // Below a gap, such as that of a page break, only where a comma left the list open.
        return this.#tagsGoOn(line, text);
      case "subject":
        return this.#subjectGoesOn(line, text);
      case "references":
        return this.#referencesGoOn(line, text);
      case "classifiedBy":
      case "reason":
      case "declassification":
        return this.#classifiedByGoesOn(line, text, current);
      case "smartAction":
      case "smartInfo":
      case "attribute":
        return !this.#blank && !/\/\/$/.test(scan.content(scan.previousText(line)));
      case "setSubject":
      case "setReference":
      case "setAmplification":
      case "setOther":
      case "messageId":
        if (!this.#isSetOpen(line)) return false;
        return this.#blank ? this.#isSetClosedBelow(line) : !PARAGRAPH_OPENING.test(text);
      case "unknown":
        return (
          !this.#blank && OPENS_NOTICE.test(scan.content(current.line)) && !isCaptionLine(text) && !isPassingLine(text)
        );
      case "passing":
        return (
          !this.#blank &&
          !isCaptionLine(text) &&
          !isPassingLine(text) &&
          !SERIES_NUMBER.test(text) &&
          this.#fieldFollows(line)
        );
      default:
        return false;
    }
  }

  /** Below a gap, such as that of a page break, only where a comma left the list open. */
  #tagsGoOn(line: number, text: string): boolean {
    const above = this.scan.content(this.scan.previousText(line));
    const isOpen = above.endsWith(",");
    if (this.#blank && !isOpen) return false;
    if (isTagsContinuation(text) || (isOpen && isTagsInSmallLetters(text))) return true;
    // The end of a phrase that began above: `… KU COUNTRY` / `CLEARANCE`.
    const last = /(?<![A-Z])[A-Z]{5,}$/.exec(above)?.[0];
    const below = this.scan.nextText(line + 1);
    return (
      last !== undefined &&
      !isKnownTag(last) &&
      /^[A-Z]{3,20}(?: [A-Z]{2,20}){0,3}$/.test(text) &&
      !isPassingLine(text) &&
      this.#has(below) &&
      this.#opening(below) !== null
    );
  }

  /** Whether nothing stands behind the field's name so far: reading machines put label and value on two lines. */
  #awaitsValue({ key, line, endLine, valueStart }: RawField): boolean {
    return VALUE_BELOW.has(key) && valueStart >= this.scan.end(line) && endLine === line + 1;
  }

  #mayBeValue(key: RawField["key"], line: number, text: string): boolean {
    if (this.#endsFields(line, text)) return false;
    switch (key) {
      case "from":
      case "to":
      case "info":
        return text.length <= LONGEST_ENTRY && /[A-Z]{2}/i.test(text);
      case "tags":
        return isTagsContinuation(text.toUpperCase());
      case "references":
        return looksLikeReferenceLine(text) || this.#fieldFollows(line);
      default:
        return text.length <= LONGEST_LOOSE_LINE && !isCaptionLine(text);
    }
  }

  #subjectGoesOn(line: number, text: string): boolean {
    if (this.#endsFields(line, text)) return false;
    if (!this.#blank) return !isCaptionLine(text);
    if (FORWARDED.test(text)) return false;
    // After a blank line only where another field follows at once, so that this can be nothing else.
    if (text.length > 80 || isPassingLine(text) || isCaptionLine(text)) return false;
    return this.#fieldFollows(line) || this.#finishesSubject(line, text);
  }

  /** Whether a line alone below a gap can only be the rest of the title above: `… THE FISH` / `AND THE WATER`. */
  #finishesSubject(line: number, text: string): boolean {
    const above = this.scan.content(this.scan.previousText(line));
    return (
      this.scan.blankBelow(line) &&
      text === text.toUpperCase() &&
      !/[.?!]$/.test(text) &&
      (BEGINS_IN_MIDDLE.test(text) || ENDS_IN_MIDDLE.test(above))
    );
  }

  #referencesGoOn(line: number, text: string): boolean {
    if (this.#blank && MISREAD_OPENING.test(text)) return false;
    if (!this.#blank && this.#nextLabel(line, text)) return true;
    if (this.#blank || this.scan.isFurniture(line - 1))
      return looksLikeReferenceLine(text) || this.#finishesEntry(line, text) || this.#nextEntry(line, text);
    if (looksLikeReferenceLine(text) || /^(?:and|or|&) /i.test(text)) return true;
    return !this.#endsFields(line, text) && !this.#referencesComplete(line);
  }

  /** Whether a line below a gap has the number that the last entry above still lacks: `(B) RIO` / `DE JANEIRO 1291`. */
  #finishesEntry(line: number, text: string): boolean {
    if (text.length > LONGEST_ENTRY || PARAGRAPH_OPENING.test(text)) return false;
    return UNFINISHED_ENTRY.test(this.scan.content(this.scan.previousText(line))) && FINISHES_ENTRY.test(text);
  }

  /** Whether a short line below a gap has the label that comes next in the list above it, set in the same way. */
  #nextEntry(line: number, text: string): boolean {
    if (text.length > LONGEST_ENTRY || /[a-z)][.] [A-Z]/.test(text)) return false;
    const labels = [
      ...this.scan.content(this.scan.previousText(line)).matchAll(/(?:^|[\s;,])(\(?)([A-Z])([.)])(?=\s)/g),
    ];
    const last = labels[labels.length - 1];
    const next = /^(\(?)([A-Z])([.)])\s/.exec(text);
    if (last === undefined || next === null || last[1] !== next[1] || last[3] !== next[3]) return false;
    return (next[2] ?? "").charCodeAt(0) === (last[2] ?? "").charCodeAt(0) + 1;
  }

  /** Whether an unlettered reference above is whole, so that a line at the margin below it begins the text. */
  #referencesComplete(line: number): boolean {
    const { scan } = this;
    const current = this.#current;
    if (current === null || scan.first(line) - scan.start(line) >= 2) return false;
    const soFar = scan.text.slice(current.valueStart, scan.end(current.line));
    if (/^\(?\[?[A-Z][.):\]]/i.test(soFar) || soFar.trim() === "") return false;
    return /(?:\d|PREVIOUS|NOTAL\)|[.)])$/i.test(scan.content(scan.previousText(line)));
  }

  /** Whether a line begins with the label that comes next in the list above it, or goes on with a list that a comma left open. */
  #nextLabel(line: number, text: string): boolean {
    const above = this.scan.content(this.scan.previousText(line));
    if (/[;,]$|\bAND$/i.test(above)) return !PARAGRAPH_OPENING.test(text);
    const next = /^\(?([A-Z])[).]/.exec(text)?.[1];
    if (next === undefined) return this.#nextNumber(line, text);
    const labels = matchesOf(LABEL, above);
    const last = labels[labels.length - 1]?.[1];
    return last !== undefined && next.charCodeAt(0) === last.charCodeAt(0) + 1;
  }

  /** Whether a line begins with the number that comes next in a list whose entries are numbered from its beginning on. */
  #nextNumber(line: number, text: string): boolean {
    const number = NUMBER_LABEL.exec(text)?.[1];
    const current = this.#current;
    if (number === undefined || current === null) return false;
    for (let above = line - 1; above >= current.line; above--) {
      const start = above === current.line ? current.valueStart : this.scan.first(above);
      const label = NUMBER_LABEL.exec(
        this.scan.text.slice(start, Math.min(this.scan.end(above), start + 8)).trimStart(),
      );
      if (label !== null) return Number(label[1]) + 1 === Number(number);
    }
    return false;
  }

  #classifiedByGoesOn(line: number, text: string, field: RawField): boolean {
    if (RULE.test(text)) return false;
    const soFar = this.scan.join(field.line, field.endLine, field.valueStart).text;
    if (goesOnWithClassifiedBy(soFar, text)) return true;
    if (this.#isRuled(line)) return false;
    const complete = /1 ?\. ?[45]|\b1[45] ?\([a-h]\)/i.test(soFar) && /[.)][ ]?$|\b[A-H]$/i.test(soFar);
    if (PARAGRAPH_OPENING.test(text) || PORTION_OPENING.test(text)) return false;
    if (!this.#blank) return !complete;
    // Behind the gap of a page break its reasons go on with it, and whatever words lead to them.
    return (
      !complete &&
      (/^(?:REASONS?\b|(?:for|FOR) (?:reason|REASON)|[a-z]|ONS? \d|\(?[a-h]\)|E\.?O\.)/.test(text) ||
        (text.length <= LONGEST_LOOSE_LINE && /\bREASONS?\b.{0,20}\b1 ?\.? ?[45]\b/i.test(text)))
    );
  }

  /** Whether a line can not belong to the fields: it opens a paragraph, is a rule, or is a heading over one. */
  #endsFields(line: number, text: string): boolean {
    return (
      PARAGRAPH_OPENING.test(text) ||
      PORTION_OPENING.test(text) ||
      RULE.test(text) ||
      this.#isRuled(line) ||
      /^#{1,6} /.test(text)
    );
  }

  #isRuled(line: number): boolean {
    const below = this.scan.nextText(line + 1, line + 3);
    return this.scan.has(below) && RULE.test(this.scan.content(below));
  }

  /**
   * A line in the head that opens nothing and goes on with nothing: a caption, a passing instruction, a notice, a heading that a
   * Markdown copy put there. Believed while a field is still to come.
   */
  #loose(line: number): boolean {
    const text = this.scan.content(line);
    const fieldsSeen = this.fields.some((field) => FIELD_KEYS.has(field.key));
    if (isCaptionLine(text)) {
      if (this.fields.length === 0 && !this.#fieldFollows(line)) return false;
      this.#open("caption", line, this.scan.first(line));
      return true;
    }
    if (this.#closesHead(line, text)) {
      this.#open("passing", line, this.scan.first(line));
      return true;
    }
    if (!this.#fieldFollows(line)) return false;
    const passing = this.signs.has("classification") || this.signs.has("to") || fieldsSeen || isPassingLine(text);
    const above = this.scan.previousText(line);
    const isNotice = !isPassingLine(text) && OPENS_NOTICE.test(text);
    const boxed = RULE.test(text) || (above >= 0 && RULE.test(this.scan.content(above)));
    this.#open(
      passing && !boxed && !isNotice && !/^#{1,6} /.test(text) ? "passing" : "unknown",
      line,
      this.scan.first(line),
    );
    return true;
  }

  /** A passing line by itself below the fields or the classification line, with a gap on both sides, is still of the head: `FOR: ARA/BC/B`. */
  #closesHead(line: number, text: string): boolean {
    if (!this.signs.has("classification") || text.length > 80 || !this.scan.blankAbove(line)) return false;
    if (/^FOR ?: ?[A-Z]|^FOR [A-Z]{1,4}\//.test(text)) return this.scan.blankBelow(line);
    const current = this.#current?.key;
    if (current === undefined || !BEFORE_PASSING.has(current) || this.signs.has("classifiedBy")) return false;
    // Several of them may stand in one block.
    for (let below = line; this.#has(below) && !this.scan.isBlank(below); below++) {
      const one = this.scan.content(below);
      if (one !== one.toUpperCase() || /[.?!]$/.test(one) || !isPassingLine(one)) return false;
    }
    return true;
  }

  /** Whether another field opens soon below, before any paragraph does. */
  #fieldFollows(line: number): boolean {
    let seen = 0;
    const fieldsSeen = this.fields.some((field) => FIELD_KEYS.has(field.key));
    for (let below = line; this.#has(below) && seen <= LONGEST_GAP; below++) {
      if (this.scan.isBlank(below) || this.scan.isFurniture(below)) continue;
      if (below > line) {
        const opening = this.#opening(below);
        if (opening !== null) return !this.#repeats(opening.key);
      }
      const text = this.scan.content(below);
      if (PARAGRAPH_OPENING.test(text) || PORTION_OPENING.test(text) || ENDS_MESSAGE.test(text)) return false;
      // Below the classification line a note may stand between rules; below a field a rule belongs to a heading.
      if (RULE.test(text) && fieldsSeen) return false;
      if (text.length > (fieldsSeen ? LONGEST_LOOSE_LINE : LONGEST_PASSING_LINE)) return false;
      // A message to many offices has a passing line for each.
      if (fieldsSeen || !isPassingLine(text)) seen++;
    }
    return false;
  }

  /** A key that was met before can not be what the head is still waiting for, unless a wrapper's inner header is to come. */
  #repeats(key: FieldKey): boolean {
    if (!FIELD_KEYS.has(key)) return false;
    return this.signs.has(key) && !this.signs.has("mrn");
  }
}

/** `pgov, econ`: codes that are all known, below a list that a comma left open. */
function isTagsInSmallLetters(text: string): boolean {
  return text.split(/[,; ]+/).every((code) => code === "" || isKnownTag(code));
}

/** TAGS on a line of their own, below the first: codes, commas, names in parentheses. */
function isTagsContinuation(text: string): boolean {
  if (PORTION_OPENING.test(text) || isCaptionLine(text)) return false;
  const codes = text.replace(/\([^()]{0,60}\)?/g, " ").replace(/^[A-Z .'-]{1,30}\)/, " ");
  return (
    text === text.toUpperCase() &&
    codes.split(/[,; ]+/).every((code) => code === "" || /^[A-Z][A-Z0-9-]{1,7}$/.test(code))
  );
}

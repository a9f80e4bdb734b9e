/** Tells whether a line that opens nothing goes on with the field above it. */

import { isKnownTag } from "../../vocabulary/tags.ts";
import { looksLikeReferenceLine } from "../references/references.ts";
import type { SourceLines } from "../source-lines.ts";
import { isCaptionLine } from "../values/captions.ts";
import { matchesOf } from "../values/chars.ts";
import { goesOnWithClassifiedBy } from "../values/classified-by.ts";
import { fieldsWith } from "./field-table.ts";
import { beginsLetteredList } from "./lettered-list.ts";
import {
  ADDRESSEE,
  LONGEST_LOOSE_LINE,
  OPENS_NOTICE,
  PARAGRAPH_OPENING,
  PORTION_OPENING,
  RULE,
  SERIES_NUMBER,
} from "./line-patterns.ts";
import type { OpenedField } from "./opened-field.ts";
import type { RawField } from "./raw-field.ts";

/** As far as the scan has come, and what it can tell of the lines below. */
export interface HeadSoFar {
  readonly scan: SourceLines;
  /** The last field that was opened. */
  readonly current: RawField | null;
  /** Whether a blank line stands between the last line of that field and the line that is looked at. */
  readonly isBelowGap: boolean;
  has(line: number): boolean;
  isCaption(line: number): boolean;
  isPassing(line: number): boolean;
  opening(line: number): OpenedField | null;
  /** Whether another field opens soon below, before any paragraph does. */
  fieldFollows(line: number): boolean;
  isSetOpen(line: number): boolean;
  isSetClosedBelow(line: number, isBeforeSet?: boolean): boolean;
}

const VALUE_BELOW = fieldsWith("above value");

/** An entry of the REF list below a gap is no longer; a paragraph with a portion mark is. */
const LONGEST_ENTRY = 70;

/** Below a gap: to whom the text is to be sent on, or who sends it. */
const FORWARDED = /^(?:TO|FROM|FOR|ATTN) ?:/;

/** The first paragraph's number read for a letter: `l. (C)`. */
const MISREAD_OPENING = /^[lI]\. ?\((?:U|SBU|C|S|[CSU]\/\/?[A-Z]{2,12})\) ?[A-Z]/;

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

export class FieldContinuation {
  readonly #scan: SourceLines;
  readonly #walk: HeadSoFar;

  constructor(walk: HeadSoFar) {
    this.#scan = walk.scan;
    this.#walk = walk;
  }

  /** Whether a line that opens nothing goes on with the field above it. */
  goesOn(line: number): boolean {
    const current = this.#walk.current;
    if (current === null) return false;
    const scan = this.#scan;
    const text = scan.content(line);
    if (this.#awaitsValue(current)) return this.#mayBeValue(current.key, line, text);
    switch (current.key) {
      case "routing":
        return /^R[A-Z]{3,7}(?: {1,3}R[A-Z]{3,7}){0,40}$/.test(text);
      case "to":
      case "info":
      case "exempt":
        return this.#walk.isBelowGap
          ? ADDRESSEE.test(text)
          : !PARAGRAPH_OPENING.test(text) && !SERIES_NUMBER.test(text);
      case "distribution":
        return /^[A-Z(/][A-Z0-9/&]{0,8}-\d\d\b/.test(text);
      case "drafting":
        return !this.#walk.isBelowGap || /^[A-Z][A-Z0-9/&-]{0,10} ?[-:]/.test(text);
      case "executiveOrder":
        return (
          !this.#walk.isBelowGap &&
          !this.#walk.isCaption(line) &&
          !this.#walk.isPassing(line) &&
          !PARAGRAPH_OPENING.test(text)
        );
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
        return !this.#walk.isBelowGap && !/\/\/$/.test(scan.content(scan.previousText(line)));
      case "setSubject":
      case "setReference":
      case "setAmplification":
      case "setOther":
      case "messageId":
        if (!this.#walk.isSetOpen(line)) return false;
        if (PARAGRAPH_OPENING.test(text)) return !this.#walk.isBelowGap && this.#walk.isSetClosedBelow(line, true);
        return !this.#walk.isBelowGap || this.#walk.isSetClosedBelow(line);
      case "unknown":
        return (
          !this.#walk.isBelowGap &&
          OPENS_NOTICE.test(scan.content(current.line)) &&
          !this.#walk.isCaption(line) &&
          !this.#walk.isPassing(line)
        );
      case "passing":
        return (
          !this.#walk.isBelowGap &&
          !this.#walk.isCaption(line) &&
          !this.#walk.isPassing(line) &&
          !SERIES_NUMBER.test(text) &&
          this.#walk.fieldFollows(line)
        );
      default:
        return false;
    }
  }

  /** Below a gap, such as that of a page break, only where a comma left the list open. */
  #tagsGoOn(line: number, text: string): boolean {
    const above = this.#scan.content(this.#scan.previousText(line));
    const isOpen = above.endsWith(",");
    if (this.#walk.isBelowGap && !isOpen) return false;
    if (isTagsContinuation(text) || (isOpen && isTagsInSmallLetters(text))) return true;
    // The end of a phrase that began above: `… KU COUNTRY` / `CLEARANCE`.
    const last = /(?<![A-Z])[A-Z]{5,}$/.exec(above)?.[0];
    const below = this.#scan.nextText(line + 1);
    return (
      last !== undefined &&
      !isKnownTag(last) &&
      /^[A-Z]{3,20}(?: [A-Z]{2,20}){0,3}$/.test(text) &&
      !this.#walk.isPassing(line) &&
      this.#walk.has(below) &&
      this.#walk.opening(below) !== null
    );
  }

  /** Whether nothing stands behind the field's name so far: reading machines put label and value on two lines. */
  #awaitsValue({ key, line, endLine, valueStart }: RawField): boolean {
    return VALUE_BELOW.has(key) && valueStart >= this.#scan.end(line) && endLine === line + 1;
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
        return looksLikeReferenceLine(text) || beginsLetteredList(this.#scan, line) || this.#walk.fieldFollows(line);
      default:
        return text.length <= LONGEST_LOOSE_LINE && !this.#walk.isCaption(line);
    }
  }

  #subjectGoesOn(line: number, text: string): boolean {
    if (this.#endsFields(line, text)) return false;
    if (!this.#walk.isBelowGap) return !this.#walk.isCaption(line);
    if (FORWARDED.test(text)) return false;
    // After a blank line only where another field follows at once, so that this can be nothing else.
    if (text.length > 80 || this.#walk.isPassing(line) || this.#walk.isCaption(line)) return false;
    return this.#walk.fieldFollows(line) || this.#finishesSubject(line, text);
  }

  /** Whether a line alone below a gap can only be the rest of the title above: `… THE FISH` / `AND THE WATER`. */
  #finishesSubject(line: number, text: string): boolean {
    const above = this.#scan.content(this.#scan.previousText(line));
    return (
      this.#scan.blankBelow(line) &&
      text === text.toUpperCase() &&
      !/[.?!]$/.test(text) &&
      (BEGINS_IN_MIDDLE.test(text) || ENDS_IN_MIDDLE.test(above))
    );
  }

  #referencesGoOn(line: number, text: string): boolean {
    if (this.#walk.isBelowGap && MISREAD_OPENING.test(text)) return false;
    if (!this.#walk.isBelowGap && this.#nextLabel(line, text)) return true;
    if (this.#walk.isBelowGap || this.#scan.isFurniture(line - 1))
      return looksLikeReferenceLine(text) || this.#finishesEntry(line, text) || this.#nextEntry(line, text);
    if (looksLikeReferenceLine(text) || /^(?:and|or|&) /i.test(text)) return true;
    return !this.#endsFields(line, text) && !this.#referencesComplete(line);
  }

  /** Whether a line below a gap has the number that the last entry above still lacks: `(B) RIO` / `DE JANEIRO 1291`. */
  #finishesEntry(line: number, text: string): boolean {
    if (text.length > LONGEST_ENTRY || PARAGRAPH_OPENING.test(text)) return false;
    return UNFINISHED_ENTRY.test(this.#scan.content(this.#scan.previousText(line))) && FINISHES_ENTRY.test(text);
  }

  /** Whether a short line below a gap has the label that comes next in the list above it, set in the same way. */
  #nextEntry(line: number, text: string): boolean {
    if (text.length > LONGEST_ENTRY || /[a-z)][.] [A-Z]/.test(text)) return false;
    const labels = [
      ...this.#scan.content(this.#scan.previousText(line)).matchAll(/(?:^|[\s;,])(\(?)([A-Z])([.)])(?=\s)/g),
    ];
    const last = labels[labels.length - 1];
    const next = /^(\(?)([A-Z])([.)])\s/.exec(text);
    if (last === undefined || next === null || last[1] !== next[1] || last[3] !== next[3]) return false;
    return (next[2] ?? "").charCodeAt(0) === (last[2] ?? "").charCodeAt(0) + 1;
  }

  /** Whether an unlettered reference above is whole, so that a line at the margin below it begins the text. */
  #referencesComplete(line: number): boolean {
    const scan = this.#scan;
    const current = this.#walk.current;
    if (current === null || scan.first(line) - scan.start(line) >= 2) return false;
    const soFar = scan.text.slice(current.valueStart, scan.end(current.line));
    if (/^\(?\[?[A-Z][.):\]]/i.test(soFar) || soFar.trim() === "") return false;
    return /(?:\d|PREVIOUS|NOTAL\)|[.)])$/i.test(scan.content(scan.previousText(line)));
  }

  /** Whether a line begins with the label that comes next in the list above it, or goes on with a list that a comma left open. */
  #nextLabel(line: number, text: string): boolean {
    const above = this.#scan.content(this.#scan.previousText(line));
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
    const current = this.#walk.current;
    if (number === undefined || current === null) return false;
    for (let above = line - 1; above >= current.line; above--) {
      const start = above === current.line ? current.valueStart : this.#scan.first(above);
      const label = NUMBER_LABEL.exec(
        this.#scan.text.slice(start, Math.min(this.#scan.end(above), start + 8)).trimStart(),
      );
      if (label !== null) return Number(label[1]) + 1 === Number(number);
    }
    return false;
  }

  #classifiedByGoesOn(line: number, text: string, field: RawField): boolean {
    if (RULE.test(text)) return false;
    const soFar = this.#scan.join(field.line, field.endLine, field.valueStart).text;
    if (goesOnWithClassifiedBy(soFar, text)) return true;
    if (this.#isRuled(line)) return false;
    const complete = /1 ?\. ?[45]|\b1[45] ?\([a-h]\)/i.test(soFar) && /[.)][ ]?$|\b[A-H]$/i.test(soFar);
    if (PARAGRAPH_OPENING.test(text) || PORTION_OPENING.test(text)) return false;
    if (!this.#walk.isBelowGap) return !complete;
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
    const below = this.#scan.nextText(line + 1, line + 3);
    return this.#scan.has(below) && RULE.test(this.#scan.content(below));
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

/** Walks down the head of a cable and cuts it into fields: which line opens which, which lines go on with it, where the text begins. */

import type { FieldKey } from "../forms/field-key.ts";
import type { FieldOpening, Signs } from "../forms/form.ts";
import type { SourceLines } from "../source-lines.ts";
import { isCaptionLine, isPassingLine } from "../values/captions.ts";
import { FieldContinuation, type HeadSoFar } from "./continued-field.ts";
import { areSureOfHead, coverSheet, headerBelowCoverSheet, lineBehindFrontMatter } from "./cover-sheet.ts";
import { fieldsWith } from "./field-table.ts";
import { beginsLetteredList } from "./lettered-list.ts";
import {
  LONGEST_LOOSE_LINE,
  LONGEST_PASSING_LINE,
  OPENS_NOTICE,
  PARAGRAPH_OPENING,
  PORTION_OPENING,
  RULE,
} from "./line-patterns.ts";
import { endOfMailHeadings } from "./mail-heading.ts";
import { misspeltKey } from "./misspelt-keys.ts";
import { type OpenedField, openingOf } from "./opened-field.ts";
import type { RawField } from "./raw-field.ts";

export interface HeaderWalk {
  readonly fields: readonly RawField[];
  /** The first line that is not of the head. */
  readonly bodyLine: number;
  readonly signs: Signs;
}

const ABOVE_ADDRESSEES = fieldsWith("above addressees");
const ABOVE_PASSING = fieldsWith("above passing");
const OF_TEXT = fieldsWith("of text");
const SETS = fieldsWith("set");

/** A head longer than this is not known: distribution tables and wrappers of long lists stay under it. */
const LONGEST_HEAD = 260;

/** How many lines of text that nothing explains may stand between two fields (wrapped passing lines, notices). */
const LONGEST_GAP = 14;

/** Below it stand sender and addressees once more, with the codes of their offices. */
const OFFICE_CODES = /\bOFFICE CODES ?:?$/i;

/** A set ends with two strokes, whatever stop or blank a typist put among them; those of an address end nothing. */
const SET_END = /(?<!:)\/ ?\/[.,]?$/;

/** No set is longer, in lines. */
const LONGEST_SET = 60;

/** What ends a message or stands behind one: fields below it are not of the head. */
const ENDS_MESSAGE = /^(?:N{3,4}|Message Attributes|<< ?END OF DOCUMENT ?>>)$/;

/** Reads the head. Nothing is claimed in the scan yet: that is left to who makes a header of the fields. */
export function scanHeader(scan: SourceLines): HeaderWalk {
  const top = endOfMailHeadings(scan);
  const walk = new Walker(scan, top);
  walk.run();
  if (!areSureOfHead(walk.signs.keys())) {
    const start = headerBelowCoverSheet(scan, walk.bodyLine);
    const below = start === null ? null : new Walker(scan, start);
    below?.run();
    if (below !== null && start !== null && (below.signs.has("from") || below.signs.has("classification"))) {
      return { fields: [coverSheet(scan, start), ...below.fields], bodyLine: below.bodyLine, signs: below.signs };
    }
  }
  const fields = top === 0 ? walk.fields : [coverSheet(scan, top), ...walk.fields];
  return { fields, bodyLine: walk.bodyLine, signs: walk.signs };
}

class Walker implements HeadSoFar {
  readonly scan: SourceLines;
  readonly fields: RawField[] = [];
  readonly signs = new Map<FieldKey, number>();
  bodyLine = 0;
  readonly #believer = (opening: FieldOpening): boolean => this.#believes(opening);
  current: RawField | null = null;
  isBelowGap = false;

  readonly #start: number;
  readonly #continuation: FieldContinuation;
  /** By line, as far as somebody asked: the scan asks the same of a line from several places. */
  readonly #captions: boolean[] = [];
  readonly #passing: boolean[] = [];

  /** `start` is the line where the head is looked for. */
  constructor(scan: SourceLines, start: number) {
    this.scan = scan;
    this.#start = start;
    this.#continuation = new FieldContinuation(this);
  }

  isCaption(line: number): boolean {
    this.#captions[line] ??= isCaptionLine(this.scan.content(line));
    return this.#captions[line];
  }

  isPassing(line: number): boolean {
    this.#passing[line] ??= isPassingLine(this.scan.content(line));
    return this.#passing[line];
  }

  /** Whether there is a line that may be of the head. */
  has(line: number): boolean {
    return line < this.#start + LONGEST_HEAD && this.scan.has(line);
  }

  run(): void {
    const { scan } = this;
    let line = this.#start > 0 ? this.#start : lineBehindFrontMatter(this.scan);
    while (this.has(line)) {
      if (scan.isBlank(line)) {
        this.isBelowGap = true;
        line++;
        continue;
      }
      if (scan.isFurniture(line)) {
        line++;
        continue;
      }
      const opening = this.opening(line);
      if (opening !== null) {
        this.#open(opening.key, line, opening.valueStart);
        // What stands in the remarks is text, whatever it begins with.
        if (opening.key === "setRemarks") break;
      } else if (this.#continuation.goesOn(line)) {
        if (this.current !== null) this.current.endLine = line + 1;
      } else if (!this.#loose(line)) {
        break;
      }
      this.isBelowGap = false;
      line++;
    }
    const last = this.fields[this.fields.length - 1];
    this.bodyLine = last === undefined ? 0 : last.endLine;
  }

  #open(key: RawField["key"], line: number, valueStart: number): void {
    // `REF A: LIMA 1` and `REF B: LIMA 2` on lines of their own make one list.
    if (key === "references" && this.current?.key === "references" && !this.isBelowGap) {
      this.current.endLine = line + 1;
      return;
    }
    const field: RawField = { key, line, endLine: line + 1, valueStart };
    this.fields.push(field);
    this.current = field;
    if (key !== "caption" && key !== "passing" && key !== "unknown") {
      this.signs.set(key, (this.signs.get(key) ?? 0) + 1);
    }
  }

  /** The field that a line opens, if any. */
  opening(line: number): OpenedField | null {
    const opening = openingOf(this.scan, line, this.#believer) ?? this.#unnamedReferences(line);
    // In a set that is still open only another set begins: `FLEET / SUBJECT MATTER EXPERTS//`.
    if (this.isSetOpen(line)) return opening !== null && SETS.has(opening.key) ? opening : null;
    if (opening !== null || this.fields.length === 0) return opening;
    // Names are not looked for below the fields.
    const { scan } = this;
    const first = scan.first(line);
    const has = (key: FieldKey): boolean => this.signs.has(key);
    const misspelt = misspeltKey(scan.content(line), { current: this.current?.key, has });
    return misspelt === null ? null : { key: misspelt.key, valueStart: first + misspelt.valueStart };
  }

  /** References below the subject without a name of their own, as the Coast Guard has them: `A. …`, `B. …` down to the first paragraph. */
  #unnamedReferences(line: number): OpenedField | null {
    if (this.current?.key !== "subject" || !beginsLetteredList(this.scan, line)) return null;
    return { key: "references", valueStart: this.scan.first(line) };
  }

  /** Whether a line stands in a set whose two strokes are still to come. */
  isSetOpen(line: number): boolean {
    const current = this.current;
    if (current === null || !SETS.has(current.key) || line <= current.line) return false;
    return !SET_END.test(this.scan.content(this.scan.previousText(line)));
  }

  /** Whether a set that a gap interrupts is closed below it, before another begins; `isBeforeSet` asks for one right behind it, too. */
  isSetClosedBelow(line: number, isBeforeSet = false): boolean {
    for (let below = line; below < line + LONGEST_SET && this.has(below); below++) {
      if (this.scan.isBlank(below)) continue;
      if (below > line) {
        const opening = openingOf(this.scan, below, this.#believer);
        if (opening !== null && SETS.has(opening.key)) return false;
      }
      if (!SET_END.test(this.scan.content(below))) continue;
      if (!isBeforeSet) return true;
      const behind = this.scan.nextText(below + 1);
      const next = this.has(behind) ? openingOf(this.scan, behind, this.#believer) : null;
      return next !== null && SETS.has(next.key);
    }
    return false;
  }

  /** Whether an opening that is an everyday word is believed here. */
  #believes(opening: FieldOpening): boolean {
    const key = this.current?.key;
    switch (opening.key) {
      case "to":
      case "info":
      case "exempt":
        return key !== undefined && (ABOVE_ADDRESSEES.has(key) || (key === "passing" && this.#isBelowOfficeCodes()));
      case "from":
        return this.signs.has("dtg") || this.signs.has("stationLine");
      case "subject":
        return this.fields.length > 0 && !this.signs.has("subject") && !this.signs.has("setSubject");
      case "attribute":
        return this.signs.has("smartFrom") && !this.signs.has("messageId");
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
    const line = this.current?.line ?? -1;
    return line >= 0 && OFFICE_CODES.test(this.scan.content(line));
  }

  /**
   * A line in the head that opens nothing and goes on with nothing: a caption, a passing instruction, a notice, a heading that a
   * Markdown copy put there. Believed while a field is still to come.
   */
  #loose(line: number): boolean {
    const text = this.scan.content(line);
    const fieldsSeen = this.fields.some((field) => OF_TEXT.has(field.key));
    if (this.isCaption(line)) {
      if (this.fields.length === 0 && !this.fieldFollows(line)) return false;
      this.#open("caption", line, this.scan.first(line));
      return true;
    }
    if (this.#closesHead(line, text)) {
      this.#open("passing", line, this.scan.first(line));
      return true;
    }
    if (!this.fieldFollows(line)) return false;
    const passing = this.signs.has("classification") || this.signs.has("to") || fieldsSeen || this.isPassing(line);
    const above = this.scan.previousText(line);
    const isNotice = !this.isPassing(line) && OPENS_NOTICE.test(text);
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
    const current = this.current?.key;
    if (current === undefined || !ABOVE_PASSING.has(current) || this.signs.has("classifiedBy")) return false;
    // Several of them may stand in one block.
    for (let below = line; this.has(below) && !this.scan.isBlank(below); below++) {
      const one = this.scan.content(below);
      if (one !== one.toUpperCase() || /[.?!]$/.test(one) || !this.isPassing(below)) return false;
    }
    return true;
  }

  /** Whether another field opens soon below, before any paragraph does. */
  fieldFollows(line: number): boolean {
    let seen = 0;
    const fieldsSeen = this.fields.some((field) => OF_TEXT.has(field.key));
    for (let below = line; this.has(below) && seen <= LONGEST_GAP; below++) {
      if (this.scan.isBlank(below) || this.scan.isFurniture(below)) continue;
      if (below > line) {
        const opening = this.opening(below);
        if (opening !== null) return !this.#repeats(opening.key);
      }
      const text = this.scan.content(below);
      if (PARAGRAPH_OPENING.test(text) || PORTION_OPENING.test(text) || ENDS_MESSAGE.test(text)) return false;
      // Below the classification line a note may stand between rules; below a field a rule belongs to a heading.
      if (RULE.test(text) && fieldsSeen) return false;
      if (text.length > (fieldsSeen ? LONGEST_LOOSE_LINE : LONGEST_PASSING_LINE)) return false;
      // A message to many offices has a passing line for each.
      if (fieldsSeen || !this.isPassing(below)) seen++;
    }
    return false;
  }

  /** A key that was met before can not be what the head is still waiting for, unless a wrapper's inner header is to come. */
  #repeats(key: FieldKey): boolean {
    if (!OF_TEXT.has(key)) return false;
    return this.signs.has(key) && !this.signs.has("mrn");
  }
}

/** Reads rows of values parted by commas as they arrive: quotes doubled or escaped, records that are damaged told apart from the rest. */

import { LARGEST_CABLE } from "./source.ts";

/** One row. Number and line are counted from 1; the line is the one that it begins on. */
export interface CsvRecord {
  readonly read: "record";
  readonly number: number;
  readonly line: number;
  readonly fields: readonly string[];
}

/** A row that can't be read, and why. */
export interface CsvDamage {
  readonly read: "damage";
  readonly number: number;
  readonly line: number;
  readonly reason: string;
}

type State = "before value" | "plain" | "quoted" | "behind quote" | "damaged" | "behind damage";

/** A quote at the beginning of a line can't be understood without what follows it. */
const LOOK_AHEAD = 300;

/** How a row begins whose first value is quoted: what a quote that is never closed swallows shows itself by it. */
const OPENS_ROW = /^"[^"\r\n]{0,200}"[,;\t]/;

const QUOTE = '"';

/**
 * A streaming reader of RFC 4180 that also takes what occurs: quotes escaped by a backslash (as the rows of the public release have
 * them), stray quotes inside values, any line break, blank lines. Own code, for the readers that are to be had either know one way of escaping
 * or give up at the first damage; here a row that is damaged costs that row alone.
 */
export class CsvReader {
  readonly #delimiter: string;
  readonly #plainEnd: RegExp;
  readonly #longest: number;
  #text = "";
  #at = 0;
  /** Where the next `\n` is that is not counted yet; the text's length where there is none. */
  #nextBreak = 0;
  #state: State = "before value";
  /** Sure once a backslash stood before a quote where doubled quotes make no sense of it. */
  #escapes = false;
  #fields: string[] = [];
  #value: string[] = [];
  #length = 0;
  #number = 1;
  #line = 1;
  #firstLine = 1;
  /** The character before the last quote. */
  #before = "";
  /** Whether rows begin with a quote: then one that does not is none. */
  #quotedRows = false;
  #results: (CsvRecord | CsvDamage)[] = [];

  /** `longest`: how many characters a record may have. */
  constructor(delimiter: string, longest: number = LARGEST_CABLE) {
    this.#delimiter = delimiter;
    this.#plainEnd = new RegExp(`[${delimiter}\\r\\n]`, "g");
    this.#longest = longest;
  }

  push(text: string): readonly (CsvRecord | CsvDamage)[] {
    this.#text = this.#text.slice(this.#at) + text;
    this.#at = 0;
    this.#findBreak(0);
    this.#run(this.#text.length - LOOK_AHEAD);
    return this.#take();
  }

  finish(): readonly (CsvRecord | CsvDamage)[] {
    this.#run(this.#text.length);
    if (this.#state === "quoted")
      this.#damage("ends inside a quoted value: the source is cut off, or a quote is missing");
    else if (!this.#isDamaged && (this.#state !== "before value" || this.#fields.length > 0)) {
      this.#endValue();
      this.#endRecord();
    }
    return this.#take();
  }

  #take(): readonly (CsvRecord | CsvDamage)[] {
    const results = this.#results;
    this.#results = [];
    return results;
  }

  get #isDamaged(): boolean {
    return this.#state === "damaged" || this.#state === "behind damage";
  }

  #run(limit: number): void {
    while (this.#at < limit) {
      switch (this.#state) {
        case "before value":
          this.#beginValue();
          break;
        case "plain":
          this.#readPlain();
          break;
        case "quoted":
          this.#readQuoted();
          break;
        case "behind quote":
          this.#leaveQuoted();
          break;
        case "damaged":
          this.#skipDamage();
          break;
        case "behind damage":
          this.#state = this.#quotedRows && !this.#looksLikeRow(this.#at) ? "damaged" : "before value";
          break;
      }
      if (this.#length > this.#longest && !this.#isDamaged) {
        this.#damage("is too long for a cable: a quote may never have been closed");
        this.#state = "damaged";
      }
    }
  }

  #beginValue(): void {
    this.#before = "";
    if (this.#text.startsWith(QUOTE, this.#at)) {
      if (this.#fields.length === 0) this.#quotedRows = true;
      this.#advance(this.#at + 1);
      this.#state = "quoted";
    } else this.#state = "plain";
  }

  #readPlain(): void {
    this.#plainEnd.lastIndex = this.#at;
    const end = this.#plainEnd.exec(this.#text)?.index ?? this.#text.length;
    this.#keep(end);
    if (end < this.#text.length) this.#endPlain();
  }

  /** At a delimiter or a line break. */
  #endPlain(): void {
    const isEndOfRecord = this.#text.charAt(this.#at) !== this.#delimiter;
    this.#endValue();
    if (isEndOfRecord) {
      this.#skipLineBreak();
      this.#endRecord();
    } else this.#advance(this.#at + 1);
    this.#state = "before value";
  }

  #readQuoted(): void {
    const end = nextMark(this.#text, this.#at);
    this.#keep(end);
    if (end >= this.#text.length) return;
    if (this.#text.charAt(end) === QUOTE) {
      this.#advance(end + 1);
      this.#state = "behind quote";
      return;
    }
    const next = this.#text.charAt(end + 1);
    if (next === "\\") this.#write(this.#escapes ? "\\" : "\\\\", end + 2);
    else if (next === QUOTE && this.#isEscape(end)) this.#write(QUOTE, end + 2);
    else this.#write("\\", end + 1);
  }

  /** Whether the backslash at `at` escapes the quote behind it; else the value ends in a backslash. */
  #isEscape(at: number): boolean {
    if (this.#escapes) return true;
    const behind = this.#text.charAt(at + 2);
    if (behind === QUOTE) return this.#endsValue(at + 3);
    if (this.#endsValue(at + 2)) return false;
    this.#escapes = true;
    return true;
  }

  #endsValue(at: number): boolean {
    const unit = this.#text.charAt(at);
    return unit === this.#delimiter || unit === "\n" || unit === "\r" || unit === "";
  }

  /** Behind a quote inside a quoted value: it closed the value, is half of a doubled one, or strayed in. */
  #leaveQuoted(): void {
    this.#state = "quoted";
    if (this.#text.startsWith(QUOTE, this.#at)) {
      this.#write(QUOTE, this.#at + 1);
    } else if (this.#endsValue(this.#at)) {
      this.#endPlain();
    } else if (this.#opensRow()) {
      this.#damage("has a quote that is never closed");
      // The quote before this place is the first of the next row.
      this.#startRecord();
      this.#state = "quoted";
    } else this.#write(QUOTE, this.#at);
  }

  #opensRow(): boolean {
    return (this.#before === "\n" || this.#before === "\r") && this.#looksLikeRow(this.#at, QUOTE);
  }

  #looksLikeRow(at: number, before = ""): boolean {
    return OPENS_ROW.test(before + this.#text.slice(at, at + LOOK_AHEAD));
  }

  /** Goes on to the next line, which may begin a row. */
  #skipDamage(): void {
    const end = this.#text.indexOf("\n", this.#at);
    this.#advance(end < 0 ? this.#text.length : end + 1);
    this.#startRecord();
    if (end >= 0) this.#state = "behind damage";
  }

  #keep(end: number): void {
    if (end > this.#at) {
      this.#value.push(this.#text.slice(this.#at, end));
      this.#before = this.#text.charAt(end - 1);
    }
    this.#advance(end);
  }

  #write(text: string, next: number): void {
    this.#value.push(text);
    this.#before = "";
    this.#advance(next);
  }

  /** Goes on, counting lines and characters. */
  #advance(next: number): void {
    while (this.#nextBreak < next) {
      this.#line++;
      this.#findBreak(this.#nextBreak + 1);
    }
    this.#length += next - this.#at;
    this.#at = next;
  }

  #findBreak(from: number): void {
    const found = this.#text.indexOf("\n", from);
    this.#nextBreak = found < 0 ? this.#text.length : found;
  }

  #skipLineBreak(): void {
    const next = this.#text.startsWith("\r\n", this.#at) ? this.#at + 2 : this.#at + 1;
    // A lone carriage return is a line break, too.
    if (this.#text.charAt(next - 1) === "\r") this.#line++;
    this.#advance(next);
  }

  #endValue(): void {
    this.#fields.push(this.#value.length === 1 ? (this.#value[0] ?? "") : this.#value.join(""));
    this.#value = [];
  }

  #endRecord(): void {
    const isBlank = this.#fields.length === 1 && this.#fields[0] === "";
    if (!isBlank) {
      this.#results.push({ read: "record", number: this.#number, line: this.#firstLine, fields: this.#fields });
      this.#number++;
    }
    this.#startRecord();
  }

  #damage(reason: string): void {
    this.#results.push({ read: "damage", number: this.#number, line: this.#firstLine, reason });
    this.#number++;
    this.#startRecord();
  }

  #startRecord(): void {
    this.#fields = [];
    this.#value = [];
    this.#length = 0;
    this.#firstLine = this.#line;
  }
}

/** The next quote or backslash; the end of the text where there is none. */
function nextMark(text: string, from: number): number {
  MARK.lastIndex = from;
  return MARK.exec(text)?.index ?? text.length;
}

const MARK = /["\\]/g;

/** The character that parts the values of the first line: the one that stands in it most often outside quotes. */
export function delimiterOf(head: string): string {
  const counts = new Map([
    [",", 0],
    [";", 0],
    ["\t", 0],
  ]);
  let bars = 0;
  let quoted = false;
  for (const unit of head.slice(0, 4000)) {
    if (unit === QUOTE) quoted = !quoted;
    else if (!quoted && (unit === "\n" || unit === "\r")) break;
    else if (!quoted && counts.has(unit)) counts.set(unit, (counts.get(unit) ?? 0) + 1);
    else if (!quoted && unit === "|") bars++;
  }
  const [most, count] = [...counts].reduce((one, other) => (other[1] > one[1] ? other : one));
  // Lists inside a value are parted by bars as well, and so are the tables of Markdown, which begin with one.
  return count === 0 && bars >= 3 && !head.startsWith("|") ? "|" : most;
}

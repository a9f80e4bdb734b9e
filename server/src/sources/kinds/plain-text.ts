/** Plain text with one cable or many, one below the other: cut at what opens a cable, and put together where that was no beginning. */

import { canonicalMrn } from "../../cable/mrn.ts";
import { mayBeCable, parseCable } from "../../cable/parse.ts";
import type { CableTree } from "../../cable/tree.ts";
import { pushAll } from "../../text/arrays.ts";
import {
  announcesQuotation,
  belongsToNextCable,
  isSeparator,
  type LineSign,
  type OpeningKey,
  signOf,
} from "../cable-boundaries.ts";
import { LineSplitter } from "../line-splitter.ts";
import { type Cutter, type Finding, LARGEST_CABLE, type SourceKind } from "../source.ts";

export const plainText: SourceKind = {
  name: "plain text",
  recognises: () => true,
  cutter: () => new PlainTextCutter(),
};

/** A header that goes on for longer has none of the fields that close it. */
const LONGEST_HEADER = 60;

/** A stretch that may be a cable. */
interface Piece {
  readonly lines: readonly string[];
  readonly firstLine: number;
  /** The number that a title above it names. */
  readonly id: string | null;
  /** Opened by a row of signs that stands in no cable. */
  readonly parted: boolean;
  /** In characters; over `LARGEST_CABLE` the lines are its first ones. */
  readonly length: number;
}

/** A piece that has been looked at, waiting for what follows it and may be a part of it. */
interface Held {
  readonly piece: Piece;
  readonly lines: string[];
  length: number;
  /** Of the piece alone. */
  readonly tree: CableTree;
  readonly isCable: boolean;
}

class PlainTextCutter implements Cutter {
  readonly #feed = new LineSplitter();
  readonly #scanner = new PieceScanner();
  #held: Held | null = null;
  #anything = false;

  push(text: string): readonly Finding[] {
    return this.#feed.push(text).flatMap((line) => this.#line(line));
  }

  finish(): readonly Finding[] {
    const findings = this.#feed.finish().flatMap((line) => this.#line(line));
    const last = this.#scanner.finish();
    if (last !== null) pushAll(findings, this.#piece(last));
    pushAll(findings, this.#release());
    return findings;
  }

  #line(line: string): readonly Finding[] {
    const piece = this.#scanner.take(line);
    return piece === null ? [] : this.#piece(piece);
  }

  /** Holds a piece back until it is known whether the next one is a part of it. */
  #piece(piece: Piece): Finding[] {
    const held = this.#held;
    const next = look(piece);
    if (held !== null && isPartOf(next, held)) {
      held.length += next.length;
      if (held.length <= LARGEST_CABLE) for (const line of next.lines) held.lines.push(line);
      return [];
    }
    if (held !== null && next.isCable && isBanner(held)) {
      this.#held = {
        ...next,
        piece: held.piece,
        lines: [...held.lines, ...next.lines],
        length: held.length + next.length,
      };
      return [];
    }
    const findings = this.#release();
    this.#held = next;
    return findings;
  }

  #release(): Finding[] {
    const held = this.#held;
    this.#held = null;
    if (held === null) return [];
    const lines = withoutSeparators(held.lines);
    if (lines.length === 0) return [];
    const place = { line: held.piece.firstLine, record: null };
    if (held.length > LARGEST_CABLE) {
      return [{ found: "nothing", reason: "is too long for a cable: nothing parts it", place }];
    }
    const text = `${lines.join("\n")}\n`;
    const isOnly = !this.#anything;
    this.#anything = true;
    // The first text of all may be a fragment, which has nothing to be known by but its fields.
    if (held.isCable || (isOnly && mayBeCable(parseCable(text)))) {
      return [{ found: "cable", text, id: held.piece.id, place }];
    }
    return [{ found: "nothing", reason: "nothing of a cable is found in it", place }];
  }
}

/** Cuts lines wherever a cable may begin. */
class PieceScanner {
  #lines: string[] = [];
  #length = 0;
  #lineNumber = 0;
  #firstLine = 1;
  #id: string | null = null;
  #parted = false;
  /** Above the first opening, in the lines that open a cable, in its text, behind the archive's text, or behind its last line. */
  #stage: "nothing" | "header" | "text" | "attributes" | "ended" = "nothing";
  #headerLines = 0;
  #seen = new Set<OpeningKey>();
  #number: number | null = null;
  #separator: Extract<LineSign, { kind: "separator" }> | null = null;
  #lastText = "";

  /** Takes the next line; answers what stands above it where a cable may begin with it. */
  take(line: string): Piece | null {
    this.#lineNumber++;
    const sign = signOf(line);
    let piece: Piece | null = null;
    if (sign !== null && this.#opens(sign)) {
      piece = this.#cut();
      this.#stage = "header";
      this.#headerLines = 0;
      this.#seen = new Set();
      this.#number = null;
    }
    this.#note(sign, line);
    this.#add(line);
    return piece;
  }

  finish(): Piece | null {
    return this.#lines.length === 0 ? null : this.#pieceOf(this.#lines);
  }

  #opens(sign: LineSign): boolean {
    if (sign.kind === "field") return this.#stage === "ended" || (this.#stage === "text" && this.#separator !== null);
    if (sign.kind !== "opening") return false;
    const { key, number } = sign;
    if (this.#stage === "nothing" || this.#stage === "ended" || this.#separator !== null) return true;
    // A number that is this cable's own opens its next transmission section, or is its classification line.
    if (number !== null && number === this.#number) return false;
    if (this.#stage === "header") return this.#seen.has(key) && key !== "distribution" && key !== "routing";
    if (key === "transmissionId" || key === "textBegins") return true;
    // What the archive prints ends with its attributes, whatever the text quotes.
    if (this.#stage === "text" && this.#seen.has("textBegins")) return false;
    return !announcesQuotation(this.#lastText);
  }

  #note(sign: LineSign | null, line: string): void {
    const isBlank = line.trim() === "";
    if (sign?.kind === "separator") this.#separator = sign;
    else if (!isBlank && !belongsToNextCable(line)) this.#separator = null;
    if (sign?.kind !== "separator" && !isBlank) this.#lastText = line;
    switch (sign?.kind) {
      case "opening":
        this.#seen.add(sign.key);
        if (sign.number !== null) {
          // The first page of the next transmission section has the whole header once more.
          if (this.#stage === "text" && sign.key === "page") this.#backToHeader();
          this.#number ??= sign.number;
        }
        break;
      case "field":
      case "paragraph":
        // The attributes repeat fields of the header.
        if (this.#stage !== "attributes") this.#stage = "text";
        break;
      case "attributes":
        this.#stage = "attributes";
        break;
      case "end":
        if (!this.#seen.has("textBegins")) this.#stage = "ended";
        break;
      default:
        if (this.#stage === "ended" && !isBlank && !belongsToNextCable(line) && sign === null) this.#stage = "text";
    }
    if (this.#stage === "header" && ++this.#headerLines > LONGEST_HEADER) this.#stage = "text";
  }

  #backToHeader(): void {
    this.#stage = "header";
    this.#headerLines = 0;
    const enclosed = this.#seen.has("textBegins");
    this.#seen = new Set(enclosed ? ["textBegins", "page"] : ["page"]);
  }

  #add(line: string): void {
    this.#length += line.length + 1;
    if (this.#length <= LARGEST_CABLE) this.#lines.push(line);
  }

  /** Ends the piece above the current line; marks right above it go with the line. */
  #cut(): Piece | null {
    let keep = this.#lines.length;
    let at = keep;
    while (at > 0) {
      const above = this.#lines[at - 1] ?? "";
      if (belongsToNextCable(above)) keep = at - 1;
      else if (above.trim() !== "") break;
      at--;
    }
    const own = this.#lines.slice(0, keep);
    const next = this.#lines.slice(keep);
    const length = next.reduce((sum, line) => sum + line.length + 1, 0);
    this.#length -= length;
    const piece = own.length === 0 ? null : this.#pieceOf(own);
    this.#lines = next;
    this.#length = length;
    this.#firstLine = this.#lineNumber - next.length;
    this.#id = this.#separator?.id ?? null;
    this.#parted = this.#separator?.sure ?? false;
    this.#separator = null;
    return piece;
  }

  #pieceOf(lines: readonly string[]): Piece {
    return { lines, firstLine: this.#firstLine, id: this.#id, parted: this.#parted, length: this.#length };
  }
}

function look(piece: Piece): Held {
  const lines = withoutSeparators(piece.lines);
  const tree = parseCable(lines.join("\n"), piece.id);
  const isCable =
    tree.plainlyCable ||
    tree.mrn !== null ||
    tree.header.transmissionId !== null ||
    (tree.form === "typewritten" && tree.partialMrn.serial !== null) ||
    (piece.parted && tree.header.fields.length > 0);
  return { piece, lines: [...piece.lines], length: piece.length, tree, isCable };
}

/** Whether what seemed to begin a cable goes on with the one above it. */
function isPartOf({ isCable, tree }: Held, above: Held): boolean {
  if (!isCable) return true;
  if (tree.mrn === null || above.tree.mrn === null) return false;
  if (canonicalMrn(tree.mrn) !== canonicalMrn(above.tree.mrn)) return false;
  // A later transmission section, or the cable that a SMART print wraps.
  const { classificationLine, stationLine } = tree.header;
  const section = classificationLine?.section?.value.number ?? stationLine?.section?.value ?? 1;
  return section > 1 || (above.tree.form === "smart" && tree.form !== "smart");
}

/** A banner above the first line that opens a cable is no longer than this. */
const LONGEST_BANNER = 1000;
const MOST_BANNER_LINES = 12;

/** Whether what is no cable stands right above the one below it and is short, a banner: then no line of it is left out. */
function isBanner({ isCable, piece, lines }: Held): boolean {
  if (isCable || piece.parted || lines.at(-1)?.trim() === "") return false;
  return piece.length <= LONGEST_BANNER && lines.length <= MOST_BANNER_LINES;
}

/** Without blank lines and separators at both ends. */
function withoutSeparators(lines: readonly string[]): readonly string[] {
  const isNone = (line: string | undefined): boolean => line !== undefined && (line.trim() === "" || isSeparator(line));
  let start = 0;
  let end = lines.length;
  while (start < end && isNone(lines[start])) start++;
  while (end > start && isNone(lines[end - 1])) end--;
  return lines.slice(start, end);
}

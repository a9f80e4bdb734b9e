/** A cable that is read as deep as somebody asks: every value is found out when it is first asked for, and once. */

import { LineTable } from "../text/line-table.ts";
import type { SourceText } from "../text/source-text.ts";
import type { Located, Span } from "../text/span.ts";
import { type Body, readBody } from "./body/body.ts";
import { type Ending, findEnding } from "./body/signature-block.ts";
import { markLooseCaptions } from "./furniture/furniture.ts";
import type { RawField } from "./header/raw-field.ts";
import { claimRepeatedHeaders } from "./header/section-headers.ts";
import { type HeadLayout, type Layout, layOut, layOutHead } from "./layout.ts";
import { citedKey } from "./mentions/inline-message-numbers.ts";
import { readMentions } from "./mentions/mentions.ts";
import type { Mrn } from "./mrn.ts";
import { isPlainlyCable } from "./plainly-cable.ts";
import type { FormName } from "./record.ts";
import { readGenadminReference, readReferences } from "./references/references.ts";
import { lineBreak } from "./repair/damage.ts";
import { repair } from "./repair/repair.ts";
import { cableMrn, citingNumber, type PartialMrn } from "./resolve-mrn.ts";
import type { SourceLines } from "./source-lines.ts";
import { StringSource, type TextSource } from "./text-source.ts";
import type {
  CableHeader,
  CableTree,
  LineKind,
  LineRange,
  Mention,
  OutlineNode,
  PageBreak,
  ReferenceEntry,
} from "./tree.ts";

/** What is plainly a cable nearly always shows itself in so much of its text. */
const SHOWS_ITSELF = 2048;

/** The text between head and trailer as read: every line of its layout has its kind by then. */
interface TextRead extends Body {
  readonly layout: Layout;
  readonly ending: Ending;
}

/**
 * A parsed cable. Never fails, whatever the text; what is not there is null or empty. An answer never depends on what was asked before:
 * readers of values change no lines, and what does change them, the reader of the text, leaves those of the head alone.
 */
export class Cable implements CableTree {
  readonly #document: TextSource;
  readonly #name: string | null;
  /** What the values of the head are read from: the layout of the whole text, or of no more than the head. */
  readonly #head: () => HeadLayout;
  #headLayout: HeadLayout | undefined;
  #wholeLayout: Layout | undefined;
  #read: TextRead | undefined;
  #lines: LineTable | undefined;
  #lineKinds: readonly LineKind[] | undefined;
  #isPlain: boolean | undefined;
  #number: PartialMrn | undefined;
  #references: readonly ReferenceEntry[] | undefined;
  #mentions: readonly Mention[] | undefined;

  private constructor(document: TextSource, name: string | null, isHeadAlone: boolean) {
    this.#document = document;
    this.#name = name;
    const whole = (): Layout => this.#whole;
    this.#head = isHeadAlone ? () => layOutHead(document, whole) : whole;
  }

  /** `name` is the file's name or path: used for the year, station and serial that the text lacks, and for nothing else. */
  static of(text: string, name: string | null): Cable {
    return new Cable(new StringSource(text), name, false);
  }

  /**
   * The same cable, of which no more is looked at than what is asked needs: for the values of its head, the head. Whatever is asked, the answer
   * is that of `of`.
   */
  static ofHead(document: TextSource, name: string | null): Cable {
    return new Cable(document, name, true);
  }

  get lines(): LineTable {
    this.#lines ??= new LineTable(this.#document.whole());
    return this.#lines;
  }

  get restored(): SourceText {
    return this.#whole.source;
  }

  rangeOf({ start, end }: Span): LineRange {
    const { source, lines: own } = this.#layout;
    // Where nothing was repaired the lines of the layout are the document's, as far as they go.
    const lines = source.isPlain && end < source.text.length ? own : this.lines;
    const line = lines.lineAt(start);
    const endLine = lines.lineAt(end);
    return { line, character: start - lines.start(line), endLine, endCharacter: end - lines.start(endLine) };
  }

  get lineKinds(): readonly LineKind[] {
    this.#lineKinds ??= kindsOfDocument(this.#textRead, this.lines);
    return this.#lineKinds;
  }

  get form(): FormName {
    return this.#layout.form.name;
  }

  get plainlyCable(): boolean {
    this.#isPlain ??= isPlainlyCable(this.#document.first(SHOWS_ITSELF).text) || isPlainlyCable(this.#document.whole());
    return this.#isPlain;
  }

  get mrn(): Mrn | null {
    return this.partialMrn.whole;
  }

  get partialMrn(): PartialMrn {
    this.#number ??= cableMrn(this.#layout, this.form === "typewritten" ? null : this.#name);
    return this.#number;
  }

  get header(): CableHeader {
    return this.#layout.header.header;
  }

  get referencesSpan(): Span | null {
    const blocks = this.#referenceBlocks;
    const first = blocks[0];
    const last = blocks.at(-1);
    if (first === undefined || last === undefined) return null;
    const { lines, source } = this.#layout;
    const lastLine = Math.max(lines.previousText(last.endLine), last.line);
    return source.span(lines.first(first.line), lines.end(lastLine));
  }

  get references(): readonly ReferenceEntry[] {
    this.#references ??= this.#readReferences();
    return this.#references;
  }

  get outline(): readonly OutlineNode[] {
    return this.#textRead.outline;
  }

  get summary(): Located<string> | null {
    return this.#textRead.summary;
  }

  get mentions(): readonly Mention[] {
    this.#mentions ??= this.#readMentions();
    return this.#mentions;
  }

  get pageBreaks(): readonly PageBreak[] {
    const { layout } = this.#textRead;
    return layout.pageBreaks.filter((one) => !isFirstPage(layout, one));
  }

  get signature(): Located<string> | null {
    const { layout, ending } = this.#textRead;
    const printed = layout.trailer()?.signature ?? null;
    if (printed !== null) return printed;
    const { signature } = ending;
    return signature === null
      ? null
      : { value: signature.name, span: layout.source.span(signature.start, signature.end) };
  }

  /** Whether more than the head was looked at so far. */
  hasReadWhole(): boolean {
    return this.#wholeLayout !== undefined;
  }

  get #layout(): HeadLayout {
    this.#headLayout ??= this.#head();
    return this.#headLayout;
  }

  get #whole(): Layout {
    this.#wholeLayout ??= layOut(repair(this.#document.whole()), this.#document);
    return this.#wholeLayout;
  }

  get #textRead(): TextRead {
    this.#read ??= this.#readText();
    return this.#read;
  }

  #readText(): TextRead {
    const read = readText(this.#whole);
    if (read.marksInLines.length === 0) return read;
    // Where the numbering shows that paragraphs begin in the middle of lines, the text is read once more, broken there.
    const breaks = read.marksInLines.map((mark) => {
      const offset = this.#whole.source.documentOffset(mark);
      return lineBreak(offset, offset);
    });
    return readText(layOut(repair(this.#document.whole(), breaks), this.#document));
  }

  /** GENADMIN sets and REF lines alike: a wrapper may hold both, in any order. */
  get #referenceBlocks(): readonly RawField[] {
    const { references, referenceSets } = this.#layout.header;
    return [...referenceSets, ...(references === null ? [] : [references])].sort((one, other) => one.line - other.line);
  }

  #readReferences(): readonly ReferenceEntry[] {
    const { lines, form } = this.#layout;
    const context = { ...citingNumber(this.partialMrn), form: form.name };
    return this.#referenceBlocks.flatMap(({ key, line, endLine, valueStart }) => {
      if (key !== "setReference") return readReferences(lines.join(line, endLine, valueStart), context);
      return readGenadminReference(lines.join(line, endLine, lines.first(line)), context) ?? [];
    });
  }

  #readMentions(): readonly Mention[] {
    const { layout, ending } = this.#textRead;
    const { lines, bodyLine } = layout;
    const { station } = this.partialMrn;
    const cited = this.references.flatMap(({ mrn, yearInferred }) => (mrn === null ? [] : [{ ...mrn, yearInferred }]));
    return readMentions(
      layout.source,
      lines.first(bodyLine),
      signatureOrEnd(lines, ending),
      furnitureSpans(lines, bodyLine, ending.bodyEnd),
      {
        citing: citingNumber(this.partialMrn),
        labels: this.references.flatMap((entry) => entry.label ?? []),
        stations: new Set([...(station === null ? [] : [station]), ...cited.map((mrn) => mrn.station)]),
        cited: new Map(
          cited.map(({ year, yearInferred, station, serial }) => [
            citedKey(station, serial),
            { year, inferred: yearInferred },
          ]),
        ),
      },
    );
  }
}

function readText(layout: Layout): TextRead {
  const { lines, form, bodyLine, endLine } = layout;
  markLooseCaptions(lines, bodyLine, endLine);
  const ending = findEnding(lines, bodyLine, endLine, form.unsigned !== true);
  claimRepeatedHeaders(lines, bodyLine, ending.bodyEnd, ending.signature?.name ?? null);
  return { ...readBody(lines, bodyLine, ending.bodyEnd), layout, ending };
}

/** Where mentions stop: before the signature, or after the last line of text. */
function signatureOrEnd(lines: SourceLines, { bodyEnd, signature }: Ending): number {
  const end = bodyEnd > 0 ? lines.end(bodyEnd - 1) : 0;
  return signature !== null && signature.start < end ? signature.start : end;
}

/** The lines between lines of text that are no text, with their line breaks, runs of them as one. */
function furnitureSpans(lines: SourceLines, from: number, to: number): Span[] {
  const spans: { start: number; end: number }[] = [];
  for (let line = from; line < to; line++) {
    if (!isNoText(lines, line)) continue;
    const start = lines.start(line);
    const end = line + 1 < lines.count ? lines.start(line + 1) : lines.text.length;
    const last = spans[spans.length - 1];
    if (last !== undefined && last.end === start) last.end = end;
    else spans.push({ start, end });
  }
  return spans;
}

function isNoText(lines: SourceLines, line: number): boolean {
  switch (lines.kinds[line]) {
    case "text":
    case "paragraph":
    case "heading":
    case "blank":
    case "rule":
      return false;
    default:
      return true;
  }
}

/** The page heading above the first page's text breaks nothing. */
function isFirstPage({ lines, source, bodyLine }: Layout, pageBreak: PageBreak): boolean {
  if (pageBreak.page !== 1 && pageBreak.page !== null) return false;
  const body = bodyLine < lines.count ? source.documentOffset(lines.start(bodyLine)) : Number.POSITIVE_INFINITY;
  return pageBreak.span.start < body && !pageBreak.continuation;
}

/** The kinds of the document's own lines: where a line of the copy was read as several, the first of them counts. */
function kindsOfDocument({ layout, ending }: TextRead, own: LineTable): LineKind[] {
  const { lines, source } = layout;
  const kindOf = (line: number): LineKind => lines.kinds[line] ?? (line < ending.bodyEnd ? "text" : "ending");
  if (source.isPlain) return lines.kinds.map((_, line) => kindOf(line));
  const kinds = new Array<LineKind>(own.count).fill("blank");
  for (let line = lines.count - 1; line >= 0; line--) {
    if (!lines.isBlank(line)) kinds[own.lineAt(source.documentOffset(lines.first(line)))] = kindOf(line);
  }
  return kinds;
}

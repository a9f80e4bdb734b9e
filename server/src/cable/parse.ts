/** The parser: a cable's text to its tree. Never fails; what is not there is null or empty. */

import { LineTable } from "../text/line-table.ts";
import type { SourceText } from "../text/source-text.ts";
import type { Located, Span } from "../text/span.ts";
import { readBody } from "./body/body.ts";
import { findEnding } from "./body/signature-block.ts";
import type { Form, Signs, Trailer, TrailerAttribute } from "./forms/form.ts";
import { FORMS } from "./forms/index.ts";
import { markFurniture, markLooseCaptions } from "./furniture/furniture.ts";
import type { HeaderRead, RawField } from "./header/raw-field.ts";
import { readHeader } from "./header/read-values.ts";
import { scanHeader } from "./header/scan-header.ts";
import { claimRepeatedHeaders } from "./header/section-headers.ts";
import { citedKey } from "./mentions/inline-message-numbers.ts";
import { readMentions } from "./mentions/mentions.ts";
import type { Mrn } from "./mrn.ts";
import { isPlainlyCable } from "./plainly-cable.ts";
import { readGenadminReference, readReferences } from "./references/references.ts";
import { lineBreak } from "./repair/damage.ts";
import { repair } from "./repair/repair.ts";
import { cableMrn } from "./resolve-mrn.ts";
import { SourceLines } from "./source-lines.ts";
import { attributeValue } from "./trailers/archive-attributes.ts";
import type { CableHeader, CableTree, LineKind, PageBreak, ReferenceEntry } from "./tree.ts";
import { withExemptions } from "./values/addressees.ts";

/** As much of a text's beginning as forms are recognised by. */
const HEAD = 6000;

/**
 * Parses a text. `name` is the file's name or path: used for the year, station and serial that the text lacks, and for
 * nothing else.
 */
export function parseCable(text: string, name: string | null = null): CableTree {
  const { tree, marksInLines } = parseSource(text, repair(text), name);
  if (marksInLines.length === 0) return tree;
  // Where the numbering shows that paragraphs begin in the middle of lines, the text is read once more, broken there.
  const breaks = marksInLines.map((offset) => lineBreak(offset, offset));
  return parseSource(text, repair(text, breaks), name).tree;
}

function parseSource(
  text: string,
  source: SourceText,
  name: string | null,
): { readonly tree: CableTree; readonly marksInLines: readonly number[] } {
  const scan = new SourceLines(source);
  const pageBreaks = markFurniture(scan);
  const walk = scanHeader(scan);
  const form = recogniseForm(walk.signs, source.text);
  const trailer = form.readTrailer?.(scan) ?? null;
  const end = trailer?.line ?? scan.count;
  const read = form.readHeader?.(scan, end) ?? readHeader(scan, walk);
  const attributes = trailer?.attributes ?? [];
  const header = withTrailer(withAttributes(read.header, attributes), trailer);
  const bodyLine = Math.min(read.bodyLine, end);
  markLooseCaptions(scan, bodyLine, end);
  const ending = findEnding(scan, bodyLine, end, form.unsigned !== true);
  const signature = ending.signature;
  claimRepeatedHeaders(scan, bodyLine, ending.bodyEnd, signature?.name ?? null);
  const mrn = cableMrn(read, pageBreaks, attributes, form.name === "typewritten" ? null : name);
  const references = referencesOf(scan, read, mrn, form);
  const { outline, summary, marksInLines } = readBody(scan, bodyLine, ending.bodyEnd);
  const mentions = readMentions(
    source,
    scan.first(bodyLine),
    signatureOrEnd(scan, ending.bodyEnd, signature?.start),
    furnitureSpans(scan, bodyLine, ending.bodyEnd),
    {
      year: mrn.year,
      labels: references.entries.flatMap((entry) => (entry.label === null ? [] : [entry.label])),
      stations: new Set(
        [mrn.station, ...references.entries.map((entry) => entry.mrn?.station ?? null)].filter(
          (station) => station !== null,
        ),
      ),
      cited: new Set(
        references.entries.flatMap(({ mrn: cited }) => (cited === null ? [] : [citedKey(cited.station, cited.serial)])),
      ),
    },
  );
  const lines = source.isPlain ? scan.lines : new LineTable(text);
  const tree: CableTree = {
    lines,
    lineKinds: kindsOfDocument(scan, lines, ending.bodyEnd),
    form: form.name,
    plainlyCable: isPlainlyCable(text),
    mrn: mrn.whole,
    partialMrn: mrn,
    header,
    referencesSpan: references.span,
    references: references.entries,
    outline,
    summary,
    mentions,
    pageBreaks: pageBreaks.filter((one) => !isFirstPage(scan, one, bodyLine)),
    signature:
      trailer?.signature ??
      (signature === null ? null : { value: signature.name, span: source.span(signature.start, signature.end) }),
  };
  return { tree, marksInLines: marksInLines.map((offset) => source.documentOffset(offset)) };
}

/** Whether any field of a cable was found: what a file named explicitly must have to give a record. */
export function mayBeCable(tree: CableTree): boolean {
  const { header } = tree;
  return (
    tree.plainlyCable ||
    header.fields.length > 0 ||
    header.classificationLine !== null ||
    header.attributes.length > 0 ||
    tree.references.length > 0 ||
    tree.pageBreaks.length > 0 ||
    tree.mentions.some((mention) => mention.kind !== "paragraph") ||
    tree.outline.some((node) => node.kind === "paragraph" && node.number !== null && node.portion !== null)
  );
}

function recogniseForm(signs: Signs, text: string): Form {
  const head = text.slice(0, HEAD);
  let best: Form | undefined;
  let most = 0;
  for (const form of FORMS) {
    const strength = form.recognise(signs, head, text);
    if (best === undefined || strength > most) {
      best = form;
      most = strength;
    }
  }
  if (best === undefined) throw new Error("there are no forms");
  return best;
}

/**
 * The header with the archive's attributes. They stand in for TAGS and a subject that the text lacks, and for the sender of a
 * telegram whose text was lost; what the text has counts.
 */
function withAttributes(header: CableHeader, attributes: readonly TrailerAttribute[]): CableHeader {
  if (attributes.length === 0) return header;
  const textLost = header.dtg === null && header.from === null && header.classificationLine === null;
  const tags = attributeValue(attributes, "TAGS");
  return {
    ...header,
    attributes,
    from: header.from ?? (textLost ? attributeValue(attributes, "From") : null),
    subject: header.subject ?? attributeValue(attributes, "Subject"),
    tags: header.tags.length > 0 || tags === null ? header.tags : attributeTags(tags),
  };
}

/** The codes in the archive's list, which has names and words beside them: `PFOR, BL, (DOE, JANE), ANDES PACT`. */
function attributeTags({ value, span }: Located<string>): readonly Located<string>[] {
  return value
    .replace(/\([^()]{0,80}\)/g, "")
    .split(/[,;]/)
    .map((tag) => tag.trim())
    .filter((tag) => /^[A-Z0-9-]{2,8}$/.test(tag))
    .map((tag) => ({ value: tag, span }));
}

/** Addressees that stand behind the text, where the head has none. */
function withTrailer(header: CableHeader, trailer: Trailer | null): CableHeader {
  const info = trailer?.info ?? [];
  const exempt = trailer?.exempt ?? [];
  if (info.length === 0 && exempt.length === 0) return header;
  return {
    ...header,
    info: header.info.length > 0 ? header.info : withExemptions(info, exempt),
    exempt: header.exempt.length > 0 ? header.exempt : exempt,
  };
}

/** The references with the span of their block; GENADMIN sets and REF lines alike. */
function referencesOf(
  scan: SourceLines,
  read: HeaderRead,
  mrn: { readonly year: number | null; readonly station: Mrn["station"] | null },
  form: Form,
): { readonly entries: readonly ReferenceEntry[]; readonly span: Span | null } {
  const context = { year: mrn.year, station: mrn.station, form: form.name };
  // A wrapper may hold both: they stand in any order.
  const blocks = [...read.referenceSets, ...(read.references === null ? [] : [read.references])].sort(
    (one, other) => one.line - other.line,
  );
  const entries = blocks.flatMap(({ key, line, endLine, valueStart }) => {
    if (key !== "setReference") return readReferences(scan.join(line, endLine, valueStart), context);
    return readGenadminReference(scan.join(line, endLine, scan.first(line)), context) ?? [];
  });
  return { entries, span: blockSpan(scan, blocks) };
}

function blockSpan(scan: SourceLines, blocks: readonly RawField[]): Span | null {
  const first = blocks[0];
  const last = blocks[blocks.length - 1];
  if (first === undefined || last === undefined) return null;
  const lastLine = Math.max(scan.previousText(last.endLine), last.line);
  return scan.source.span(scan.first(first.line), scan.end(lastLine));
}

/** Where mentions stop: before the signature, or behind the last line of text. */
function signatureOrEnd(scan: SourceLines, bodyEnd: number, signature: number | undefined): number {
  const end = bodyEnd > 0 ? scan.end(bodyEnd - 1) : 0;
  return signature !== undefined && signature < end ? signature : end;
}

/** The lines between lines of text that are no text, with their line breaks, runs of them as one. */
function furnitureSpans(scan: SourceLines, from: number, to: number): Span[] {
  const spans: { start: number; end: number }[] = [];
  for (let line = from; line < to; line++) {
    if (!isNoText(scan, line)) continue;
    const start = scan.start(line);
    const end = line + 1 < scan.count ? scan.start(line + 1) : scan.text.length;
    const last = spans[spans.length - 1];
    if (last !== undefined && last.end === start) last.end = end;
    else spans.push({ start, end });
  }
  return spans;
}

function isNoText(scan: SourceLines, line: number): boolean {
  switch (scan.kinds[line]) {
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
function isFirstPage(scan: SourceLines, pageBreak: PageBreak, bodyLine: number): boolean {
  if (pageBreak.page !== 1 && pageBreak.page !== null) return false;
  const body = bodyLine < scan.count ? scan.source.documentOffset(scan.start(bodyLine)) : Number.POSITIVE_INFINITY;
  return pageBreak.span.start < body && !pageBreak.continuation;
}

/** The kinds of the document's own lines: where a line of the copy was read as several, the first of them counts. */
function kindsOfDocument(scan: SourceLines, lines: LineTable, bodyEnd: number): LineKind[] {
  if (lines === scan.lines) return scan.kinds.map((kind, line) => kind ?? (line < bodyEnd ? "text" : "ending"));
  const kinds = new Array<LineKind>(lines.count).fill("blank");
  for (let line = scan.count - 1; line >= 0; line--) {
    if (scan.isBlank(line)) continue;
    const own = lines.lineAt(scan.source.documentOffset(scan.first(line)));
    kinds[own] = scan.kinds[line] ?? (line < bodyEnd ? "text" : "ending");
  }
  return kinds;
}

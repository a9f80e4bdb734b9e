/** From our types to the protocol's. */

import {
  type Diagnostic,
  DiagnosticSeverity,
  type DocumentHighlight,
  DocumentHighlightKind,
  type DocumentSymbol,
  type FoldingRange,
  FoldingRangeKind,
  type Location,
  type LocationLink,
  type Range,
  type SymbolInformation,
  SymbolKind,
  type TextEdit,
} from "vscode-languageserver";
import type { FileUri } from "../corpus/file-uri.ts";
import type { RecordedPlace } from "../corpus/index-record.ts";
import type { CableDiagnostic } from "../features/diagnostics.ts";
import type { Fold, FoldKind } from "../features/folding.ts";
import type { Occurrence } from "../features/occurrences.ts";
import type { OutlineItem, OutlineKind } from "../features/outline.ts";
import type { Severity } from "../features/rules/support/severity.ts";
import { LineTable } from "../text/line-table.ts";
import { PositionConverter, type PositionEncoding } from "../text/position-encoding.ts";
import type { Edit } from "../text/source-text.ts";
import type { Span } from "../text/span.ts";
import type { ClientFlags } from "./client-flags.ts";
import type { DocumentStore } from "./documents.ts";
import type { CablePlace } from "./protocol.ts";

export function range(positions: PositionConverter, span: Span): Range {
  return { start: positions.positionAt(span.start), end: positions.positionAt(span.end) };
}

export function textEdits(
  { positions }: { readonly positions: PositionConverter },
  edits: readonly Edit[],
): TextEdit[] {
  return edits.map((edit) => ({ range: range(positions, edit), newText: edit.replacement }));
}

/** A place that was recorded in a text, in the client's encoding. The text is asked for only where the two differ. */
export async function recordedRange(
  place: RecordedPlace,
  encoding: PositionEncoding,
  text: () => Promise<string | null>,
): Promise<Range> {
  const recorded = {
    start: { line: place.line, character: place.character },
    end: { line: place.endLine, character: place.endCharacter },
  };
  if (encoding === "utf-16") return recorded;
  const content = await text();
  if (content === null) return recorded;
  const lines = new LineTable(content);
  const units = new PositionConverter(lines, "utf-16");
  const wanted = new PositionConverter(lines, encoding);
  return {
    start: wanted.positionAt(units.offsetAt(recorded.start)),
    end: wanted.positionAt(units.offsetAt(recorded.end)),
  };
}

/** The same where there are too many files to read: `text` is what stands there. Right in every encoding where that is plain; else the line. */
export function knownRange(place: RecordedPlace, encoding: PositionEncoding, text: string): Range {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: plain ASCII is what is asked for.
  const isPlain = encoding === "utf-16" || /^[\x00-\x7f]*$/.test(text);
  const start = { line: place.line, character: isPlain ? place.character : 0 };
  return { start, end: isPlain ? { line: place.endLine, character: place.endCharacter } : start };
}

/** A place in a file of the index as a client opens it: `text` is what stands there. */
export function cablePlace(
  { documents, flags }: { readonly documents: DocumentStore; readonly flags: ClientFlags },
  file: FileUri,
  place: RecordedPlace,
  text: string,
): CablePlace {
  return {
    uri: documents.ofFile(file)?.uri ?? file,
    position: knownRange(place, flags.positionEncoding, text).start,
  };
}

/** Minutes since 1970 as an ISO instant; null for none. */
export function instant(minutes: number | null): string | null {
  return minutes === null ? null : new Date(minutes * 60_000).toISOString().replace(".000Z", "Z");
}

const SYMBOL_KINDS: Record<OutlineKind, SymbolKind> = {
  header: SymbolKind.Module,
  field: SymbolKind.Property,
  references: SymbolKind.Package,
  reference: SymbolKind.Key,
  section: SymbolKind.Namespace,
  paragraph: SymbolKind.String,
  signature: SymbolKind.Constant,
};

export function documentSymbol(positions: PositionConverter, item: OutlineItem): DocumentSymbol {
  return {
    name: item.name,
    kind: SYMBOL_KINDS[item.kind],
    range: range(positions, item.span),
    selectionRange: range(positions, item.selectionSpan),
    children: item.children.map((child) => documentSymbol(positions, child)),
  };
}

/** The same as a flat list, for clients that know no tree. */
export function symbolInformation(
  positions: PositionConverter,
  uri: string,
  items: readonly OutlineItem[],
  container?: string,
): SymbolInformation[] {
  return items.flatMap((item) => [
    {
      name: item.name,
      kind: SYMBOL_KINDS[item.kind],
      location: { uri, range: range(positions, item.span) },
      ...(container === undefined ? {} : { containerName: container }),
    },
    ...symbolInformation(positions, uri, item.children, item.name),
  ]);
}

/** A place to go to: `range` is the whole thing, `selection` what names it. */
export interface Pointed {
  readonly uri: string;
  readonly range: Range;
  readonly selection: Range;
}

export function locationLinks(originSelectionRange: Range, targets: readonly Pointed[]): LocationLink[] {
  return targets.map(({ uri, range: targetRange, selection: targetSelectionRange }) => ({
    originSelectionRange,
    targetUri: uri,
    targetRange,
    targetSelectionRange,
  }));
}

/** The same for clients that take no links. */
export function locations(targets: readonly Pointed[]): Location[] {
  return targets.map(({ uri, selection }) => ({ uri, range: selection }));
}

export function documentHighlight(positions: PositionConverter, { span, declares }: Occurrence): DocumentHighlight {
  return {
    range: range(positions, span),
    kind: declares ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  };
}

/** Header and trailers are regions, so that one command folds them; what is text is folded by hand. */
const FOLDING_KINDS: Partial<Record<FoldKind, FoldingRangeKind>> = {
  header: FoldingRangeKind.Region,
  trailer: FoldingRangeKind.Region,
};

export function foldingRange({ kind, startLine, endLine }: Fold): FoldingRange {
  const foldingKind = FOLDING_KINDS[kind];
  return { startLine, endLine, ...(foldingKind === undefined ? {} : { kind: foldingKind }) };
}

const SEVERITIES: Record<Severity, DiagnosticSeverity> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** `rulePages` is the URI of the folder with a page for each rule, or null where there is none. */
export function diagnostic(
  positions: PositionConverter,
  found: CableDiagnostic,
  rulePages: string | null = null,
): Diagnostic {
  return {
    range: range(positions, found.span),
    severity: SEVERITIES[found.severity],
    code: found.code,
    ...(rulePages === null ? {} : { codeDescription: { href: `${rulePages}${found.code}.md` } }),
    source: "reftel",
    message: found.message,
  };
}

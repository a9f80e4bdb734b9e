/** What Reftel adds to the language server protocol. */

import {
  NotificationType,
  type Position,
  ProtocolNotificationType,
  type Range,
  RequestType,
  type TextDocumentIdentifier,
} from "vscode-languageserver-protocol";
import type { ClassificationLevel } from "../cable/record.ts";
import type { CableFilter } from "../corpus/cable-filter.ts";
import type { CableHit } from "../corpus/cable-index.ts";
import type { Facet, FacetValue } from "../corpus/facets/cable-rows.ts";
import type { MissingCable } from "../corpus/facets/missing-cables.ts";
import type { CableCard } from "../features/cable-card.ts";
import type { CableGroups } from "../features/cable-list.ts";
import type { GraphCable } from "../features/citation-graph.ts";
import type { Citation } from "../features/citing/cite.ts";
import type { NewCable } from "../features/completions/cable.ts";
import type { Verdict } from "../features/quotations/verify.ts";
import type { Timeline, TimelineFacet } from "../features/timeline.ts";
import type { EditorEntry } from "../host/editor-files.ts";
import type { FileContent } from "../host/files.ts";
import type { ImportCounts } from "../host/importer.ts";
import type { IndexStatus } from "../host/indexer.ts";

export { LARGEST_FILE } from "../host/files.ts";
export type { CableFilter, CableGroups, ClassificationLevel, Facet, FacetValue, FileContent, TimelineFacet };

export interface IndexStatusParams {
  /** Answer only when the index is up to date with all that is known when the request arrives. */
  readonly wait?: boolean;
}

/** How far the index is. Tests and scripts wait on it, never on a clock. */
export const IndexStatusRequest = new RequestType<IndexStatusParams, IndexStatus | null, void>("reftel/indexStatus");

/** A filter as it travels: a query in place of what it was compiled to. */
export interface SentFilter extends Omit<CableFilter, "condition"> {
  /** In the language of searches, answered as far as the index knows: of words it knows those of subjects. One that is wrong fits nothing. */
  readonly query?: string;
}

export interface CableGroupsParams {
  readonly filter?: SentFilter;
  readonly by: Facet;
}

/** How many cables there are by station, TAG, year, month or classification. */
export const CableGroupsRequest = new RequestType<CableGroupsParams, CableGroups | null, void>("reftel/cableGroups");

export interface CableListParams {
  readonly filter?: SentFilter;
  /** The place in the list to begin at, from 0. */
  readonly from?: number;
  readonly limit?: number;
}

/** A file at the place to show: the subject of a cable, or the REF entry that cites. */
export interface CablePlace {
  readonly uri: string;
  readonly position: Position;
}

/** A cable of a list. */
export interface CableRow extends CablePlace {
  readonly mrn: string | null;
  readonly station: string | null;
  readonly subject: string | null;
  readonly classification: ClassificationLevel | null;
  /** ISO instant of its date-time group. */
  readonly sent: string | null;
  /** All files that hold it, where there are several. */
  readonly files: readonly string[];
}

export interface CableRows {
  readonly cables: readonly CableRow[];
  /** How many the whole list has. */
  readonly total: number;
}

/** A list of cables, newest first, page by page. */
export const CableListRequest = new RequestType<CableListParams, CableRows | null, void>("reftel/cableList");

/** What is wrong with a query, and where it stands in it: offsets in UTF-16 units. */
export interface QueryComplaint {
  readonly message: string;
  readonly start: number;
  readonly end: number;
  readonly suggestions: readonly string[];
}

/** A line of a cable in which words of the query stand. */
export interface SearchMatch {
  readonly paragraph: number | null;
  /** `C`; null where none is printed. */
  readonly portion: string | null;
  /** The heading above, or the name of the field. */
  readonly heading: string | null;
  readonly text: string;
  /** Where the words stand in `text`, start and end in UTF-16 units. */
  readonly marks: readonly (readonly [number, number])[];
  readonly position: Position;
}

/** A cable that was found. */
export interface SearchedCable extends CableRow {
  readonly matches: readonly SearchMatch[];
  /** Lines with words of the query in all. */
  readonly lines: number;
}

export interface SearchParams {
  readonly query: string;
  /** Names the search, for its progress and its pages. */
  readonly key: number;
  readonly sort?: "date" | "fit";
  /** How many cables of the beginning are answered. */
  readonly limit?: number;
}

export interface SearchAnswer {
  readonly problems: readonly QueryComplaint[];
  /** What names in the query were taken for. */
  readonly meanings: readonly { readonly typed: string; readonly meaning: string }[];
  readonly cables: readonly SearchedCable[];
  /** Different cables that were found. */
  readonly total: number;
  readonly facets: Readonly<Record<SearchFacet, CableGroups["groups"]>>;
  /** Files that could not be read. */
  readonly unread: number;
  /** False where the search was ended before all files were looked into. */
  readonly isWhole: boolean;
  readonly indexing: boolean;
}

export type SearchFacet = Extract<Facet, "year" | "station" | "tag" | "classification">;

/** The cables of which a query holds, by their fields and by the words of their texts. A cancelled search answers what it has found. */
export const SearchRequest = new RequestType<SearchParams, SearchAnswer | null, void>("reftel/search");

export interface SearchPageParams {
  readonly key: number;
  readonly sort?: "date" | "fit";
  readonly from: number;
  readonly limit?: number;
}

/** More of what a search found, of the last ones only; null for others. */
export const SearchPageRequest = new RequestType<SearchPageParams, readonly SearchedCable[] | null, void>(
  "reftel/searchPage",
);

/** Ends a search; it answers with what it has found. */
export const StopSearchNotification = new ProtocolNotificationType<{ readonly key: number }, void>("reftel/stopSearch");

export interface SearchProgressParams {
  readonly key: number;
  /** Files that were looked into, of those that had to be. */
  readonly done: number;
  readonly total: number;
  /** Files found so far. */
  readonly found: number;
  /** The first cables, once. */
  readonly cables?: readonly SearchedCable[];
}

/** How far a search is. */
export const SearchProgressNotification = new NotificationType<SearchProgressParams>("reftel/searchProgress");

/** What is wrong with a query, and what its names mean, without asking it. */
export const QueryCheckRequest = new RequestType<
  { readonly query: string; readonly isTyping?: boolean },
  Pick<SearchAnswer, "problems" | "meanings"> | null,
  void
>("reftel/checkQuery");

/** What the editor shows beside an open cable. */
export interface OpenCable extends Omit<CableCard, "cites" | "citedBy" | "paragraphs"> {
  /** The index is not complete yet: what is not found may be there. */
  readonly indexing: boolean;
  readonly cites: readonly (Omit<CableCard["cites"][number], "span" | "hits"> & {
    /** In this document. */
    readonly range: Range;
    /** The cited cable, where the workspace has it. */
    readonly target: (CablePlace & Pick<CableHit, "subject" | "classification">) | null;
  })[];
  readonly citedBy: {
    readonly cables: readonly (CablePlace & Pick<CableHit, "mrn" | "subject" | "classification">)[];
    readonly total: number;
  };
  readonly paragraphs: readonly { readonly number: number | null; readonly name: string; readonly range: Range }[];
}

export interface CallToolParams {
  /** As `reftel mcp` names it: `find_cables`. */
  readonly name: string;
  /** By the tool's schema; anything else is answered with a problem. */
  readonly arguments: unknown;
}

/** What a tool for assistants answers: JSON, or in words why there is none. Null where no name was given. */
export const CallToolRequest = new RequestType<
  CallToolParams,
  { readonly text: string } | { readonly problem: string } | null,
  void
>("reftel/callTool");

/** Details of an open document, what it cites, what cites it; null for one that is not open. */
export const OpenCableRequest = new RequestType<
  { readonly textDocument: TextDocumentIdentifier },
  OpenCable | null,
  void
>("reftel/openCable");

/** The cable in the middle by its number, or that of a file. */
export interface CitationGraphParams {
  readonly mrn?: string;
  readonly uri?: string;
  /** How far from it; 2 where the client does not say. */
  readonly steps?: number;
  /** The most cables; 2,000 at most. */
  readonly limit?: number;
  /** The `id`s of cables of this graph whose neighbours come in as well. */
  readonly also?: readonly string[];
}

/** A cable of the graph. `year` is that of its number, `at` its subject; null for one that is cited and not in the workspace. */
export interface CableOfGraph extends Omit<GraphCable, "at" | "sent" | "id" | "mrn"> {
  readonly id: string;
  readonly mrn: string | null;
  /** ISO instant. */
  readonly sent: string | null;
  readonly at: CablePlace | null;
}

export interface CitationGraphAnswer {
  readonly root: string;
  readonly cables: readonly CableOfGraph[];
  /** `from` cites `to`. */
  readonly citations: readonly { readonly from: string; readonly to: string }[];
  /** Whether more cables lie within the steps than the limit let in. */
  readonly isCut: boolean;
  /** The index is not complete yet: more may follow. */
  readonly indexing: boolean;
}

/** The citation graph around a cable; null where the index knows no such cable. */
export const CitationGraphRequest = new RequestType<CitationGraphParams, CitationGraphAnswer | null, void>(
  "reftel/citationGraph",
);

export interface CitationParams {
  readonly textDocument: TextDocumentIdentifier;
  /** What is cited by its paragraphs; missing for the cable as a whole. */
  readonly range?: Range;
  /** When the cable was looked at, in words: `May 1, 2014`. */
  readonly accessed?: string;
}

/** The citations of an open cable, one a style; null for a document that is not open. */
export const CitationRequest = new RequestType<CitationParams, readonly Citation[] | null, void>("reftel/citation");

export interface MissingReferencesParams {
  /** Files and folders; missing or empty for the whole workspace. */
  readonly uris?: readonly string[];
  /** Of what is missing only these numbers; all where it is missing. */
  readonly only?: readonly string[];
}

/** A cable that is cited and not in the workspace, and where it is cited first; null where nothing of the workspace cites it. */
export interface MissingReference extends MissingCable {
  readonly at: CablePlace | null;
}

/** What is cited and not in the workspace, most cited first. */
export interface MissingReferences {
  readonly cables: readonly MissingReference[];
  readonly total: number;
  /** The index is not complete yet: what is missing may be there. */
  readonly indexing: boolean;
  /** The list as a Markdown document, as CSV, and as letters to archives. */
  readonly markdown: string;
  readonly csv: string;
  readonly request: string;
}

export const MissingReferencesRequest = new RequestType<MissingReferencesParams, MissingReferences | null, void>(
  "reftel/missingReferences",
);

export interface StationSeriesParams {
  readonly station: string;
  /** Of two digits. */
  readonly year: number;
}

/** The serials of a station in a year that the workspace has, rising. */
export const StationSeriesRequest = new RequestType<StationSeriesParams, readonly number[] | null, void>(
  "reftel/stationSeries",
);

/** Whole cables to begin with, one of each form, as snippets. */
export const NewCablesRequest = new RequestType<Record<string, never>, readonly NewCable[] | null, void>(
  "reftel/newCables",
);

export interface ImportParams {
  /** URIs of files and folders on the server's disk. */
  readonly sources: readonly string[];
  /** The URI of the folder that the cables go into. */
  readonly to: string;
}

export interface ImportReport extends ImportCounts {
  /** What could not be taken, line by line; of very many the first. */
  readonly problems: readonly string[];
  /** Why it ended before its time: a file can't be written. Null where it did not. */
  readonly failed: string | null;
}

/** Takes cables out of files into files of their own; null where the server has no disk. */
export const ImportRequest = new RequestType<ImportParams, ImportReport | null, void>("reftel/import");

/** How far an import is: cables by now, and the share of the source that is read, 0 to 1, or null. */
export const ImportProgressNotification = new NotificationType<{
  readonly source: string;
  readonly cables: number;
  readonly share: number | null;
}>("reftel/importProgress");

export interface TimelineParams {
  readonly filter?: SentFilter;
  /** Whether the counts come by group as well. */
  readonly by?: TimelineFacet | null;
}

export interface TimelineAnswer extends Timeline {
  /** The index is not complete yet: more may follow. */
  readonly indexing: boolean;
}

/** How many cables were sent each month; months are year × 12 + month − 1. */
export const TimelineRequest = new RequestType<TimelineParams, TimelineAnswer | null, void>("reftel/timeline");

/** What the index holds has changed; sent at most so often that a view can follow, to clients that name `indexChanges` in their initialization options. */
export const IndexChangedNotification = new NotificationType<IndexStatus>("reftel/indexChanged");

/** Which cable is to be read. */
export interface ReadDocument {
  readonly textDocument: { readonly uri: string };
  /** The text of a document that is not open with the server; of one that is, what is open counts. */
  readonly text?: string | null;
}

export interface PreviewParams extends ReadDocument {
  /** The keys of the blocks that the client has: their HTML is left out. */
  readonly known?: readonly string[];
}

/** One block of a preview. Two with the same key are the same. */
export interface PreviewBlock {
  readonly key: string;
  /** The part of the page that it stands in. */
  readonly region: "head" | "text" | "foot";
  /** The lines of the document that it shows, 0-based; `endLine` is the last. */
  readonly line: number;
  readonly endLine: number;
  /**
   * Escaped by construction: no text of the cable is an element, an attribute or an address in it. A link's `data-line`, counted from the
   * block's, and `data-character`, in UTF-16 units, are the place whose definition it leads to. Left out where the client has it.
   */
  readonly html?: string;
}

export interface Preview {
  /** What a window is to be called. */
  readonly title: string;
  /** Whether the cable is written in capitals throughout. */
  readonly isCapitals: boolean;
  /** In reading order. */
  readonly blocks: readonly PreviewBlock[];
  /** Whether more may be known of the cited cables once the index is ready. */
  readonly isIndexing: boolean;
}

/** The cable as a person reads it, in blocks; null for a document that is not open, and came without its text. */
export const PreviewRequest = new RequestType<PreviewParams, Preview | null, void>("reftel/preview");

export type ExportFormat = "html" | "markdown";

export interface ExportParams extends ReadDocument {
  readonly format: ExportFormat;
}

/** The same as one file: HTML that needs nothing beside itself, or Markdown. */
export const ExportRequest = new RequestType<ExportParams, { readonly content: string } | null, void>("reftel/export");

/** Which cables are taken away as one. */
export type CollectionChoice =
  | { readonly kind: "files"; readonly uris: readonly string[] }
  | { readonly kind: "numbers"; readonly numbers: readonly string[] }
  | { readonly kind: "query"; readonly query: string }
  /** A cable with what it cites and what cites it, so many steps. */
  | { readonly kind: "thread"; readonly number: string; readonly steps: number };

export interface ExportCollectionParams {
  readonly choice: CollectionChoice;
  readonly title: string;
  readonly format: ExportFormat | "epub";
}

export interface ExportedCollection {
  /** The file: its text, or a book in base64. */
  readonly content: string;
  readonly cables: number;
  /** Files of the choice that can't be read any more. */
  readonly unread: number;
}

/** Many cables as one page, one file of Markdown or one book; in words why there is none. Null where it was asked for in no known way. */
export const ExportCollectionRequest = new RequestType<
  ExportCollectionParams,
  ExportedCollection | { readonly problem: string } | null,
  void
>("reftel/exportCollection");

/**
 * A text, which need not be a file, as the inside of an HTML code block: each character of it, escaped, with `<span class="reftel-…">` around
 * what has a colour. Null where there is no text.
 */
export const ColouredSourceRequest = new RequestType<{ readonly text: string }, { readonly html: string } | null, void>(
  "reftel/colouredSource",
);

/** The command by which a client adds an exception to its settings, or turns a rule off; run for a code action. */
export const ADD_EXCEPTION = "reftel.addException";

/** What it is run with: `text` is to stand from now on; null turns the rule off. */
export interface AddExceptionArguments {
  readonly code: string;
  readonly text: string | null;
}

/** What a client that has it runs on a click on a code lens: given the URI and the position, it shows the references there. */
export const SHOW_CITATIONS = "reftel.showCitations";

/** What VS Code's client names in its initialization options (`commands`) as that which it can run. */
export const CLIENT_COMMANDS: readonly string[] = [ADD_EXCEPTION, SHOW_CITATIONS];

export interface FileParams {
  readonly uri: string;
}

/** Asked by the server of a client that serves files: what stands in a folder; null for what is none, or can't be read. */
export const ReadFolderRequest = new RequestType<FileParams, readonly EditorEntry[] | null, void>("reftel/readFolder");

/** Asked by the server of a client that serves files: the text of a file, decoded. */
export const ReadFileRequest = new RequestType<FileParams, FileContent, void>("reftel/readFile");

/** Asked by the server of a client that serves files. */
export const FileKindRequest = new RequestType<FileParams, "file" | "folder" | "missing", void>("reftel/fileKind");

export interface CheckQuotationsParams {
  readonly textDocument: TextDocumentIdentifier;
}

/** How many quotations of a note came to what; `uncited` have no citation near, `tooShort` can't be told from other words. */
export interface QuotationCounts {
  readonly verdicts: readonly { readonly verdict: Verdict; readonly count: number }[];
  readonly uncited: number;
  readonly tooShort: number;
}

/** Holds the quotations of an open note against the cables; from then on its findings tell of them. Null for what is no open note. */
export const CheckQuotationsRequest = new RequestType<CheckQuotationsParams, QuotationCounts | null, void>(
  "reftel/checkQuotations",
);

export interface CompareCopiesParams {
  /** URIs of two files. */
  readonly one: string;
  readonly other: string;
}

/** Both copies as texts free of page furniture, a paragraph a line; of each, how much it marks as withheld. */
export interface CompareCopiesAnswer {
  readonly one: string;
  readonly other: string;
  readonly redactions: readonly [number, number];
  readonly withheldWords: readonly [number, number];
}

/** The files of the workspace that hold the cable of a file, itself included; null where it is no cable with a number. */
export const CopiesOfRequest = new RequestType<{ readonly uri: string }, readonly string[] | null, void>(
  "reftel/copiesOf",
);

/** Null where a file can't be read. */
export const CompareCopiesRequest = new RequestType<CompareCopiesParams, CompareCopiesAnswer | null, void>(
  "reftel/compareCopies",
);

export interface QuotePassageParams {
  readonly uri: string;
  /** In an open cable; missing for the subject. */
  readonly range?: Range;
}

/** A passage of a cable as a block quotation of Markdown with its citation; null for what can't be cited. */
export const QuotePassageRequest = new RequestType<QuotePassageParams, string | null, void>("reftel/quotePassage");

/** The documents that are open in the editor, as they stand there. */

import type { TextDocumentContentChangeEvent } from "vscode-languageserver";
import { parseCable } from "../cable/parse.ts";
import type { CableTree } from "../cable/tree.ts";
import { type FileUri, fileName, fileUri } from "../corpus/file-uri.ts";
import type { CableDocument } from "../corpus/workspace.ts";
import { LONGEST_READ } from "../features/limits.ts";
import { LineTable } from "../text/line-table.ts";
import { PositionConverter, type PositionEncoding } from "../text/position-encoding.ts";
import { applyChanges } from "./text-changes.ts";

/** One version of an open document. It never changes: an edit makes another. */
export class OpenDocument implements CableDocument {
  /** As the client writes it; `file` is the same in the one spelling. */
  readonly uri: string;
  readonly file: FileUri;
  readonly version: number;
  /** Unlike the client's version never the same for two texts, not even after closing and opening again. */
  readonly revision: number;
  readonly lines: LineTable;
  readonly positions: PositionConverter;
  #tree: CableTree | undefined;

  constructor(uri: string, version: number, revision: number, lines: LineTable, encoding: PositionEncoding) {
    this.uri = uri;
    this.file = fileUri(uri);
    this.version = version;
    this.revision = revision;
    this.lines = lines;
    this.positions = new PositionConverter(lines, encoding);
  }

  /** Whether somebody has asked for the tree. */
  get isParsed(): boolean {
    return this.#tree !== undefined;
  }

  /** Whether it is so long that only its beginning is read as a cable. */
  get isTooLong(): boolean {
    return this.lines.text.length > LONGEST_READ;
  }

  /** The parsed cable, of a text that is too long that of its beginning: parsed once a version, when it is first asked for. */
  get tree(): CableTree {
    const { text } = this.lines;
    this.#tree ??= parseCable(this.isTooLong ? text.slice(0, LONGEST_READ) : text, fileName(this.file));
    return this.#tree;
  }
}

export class DocumentStore {
  readonly #encoding: PositionEncoding;
  readonly #documents = new Map<FileUri, OpenDocument>();
  #revisions = 0;

  constructor(encoding: PositionEncoding) {
    this.#encoding = encoding;
  }

  /** The document of a URI, in whatever spelling; null for one that is not open. */
  get(uri: string): OpenDocument | null {
    return this.#documents.get(fileUri(uri)) ?? null;
  }

  /** The same of a file in the one spelling, for who asks about thousands. */
  ofFile(file: FileUri): OpenDocument | null {
    return this.#documents.get(file) ?? null;
  }

  all(): Iterable<OpenDocument> {
    return this.#documents.values();
  }

  open(uri: string, version: number, text: string): OpenDocument {
    return this.#keep(uri, version, new LineTable(text));
  }

  /**
   * The document after changes; null where there is nothing to change: it is not open, or the version is older than the one known, so that
   * what the changes speak of is gone.
   */
  change(uri: string, version: number | null, changes: readonly TextDocumentContentChangeEvent[]): OpenDocument | null {
    const before = this.get(uri);
    if (before === null || (version !== null && version < before.version)) return null;
    return this.#keep(before.uri, version ?? before.version, applyChanges(before.lines, changes, this.#encoding));
  }

  /** The document that was closed; null where it was not open. */
  close(uri: string): OpenDocument | null {
    const document = this.get(uri);
    if (document !== null) this.#documents.delete(document.file);
    return document;
  }

  #keep(uri: string, version: number, lines: LineTable): OpenDocument {
    this.#revisions++;
    const document = new OpenDocument(uri, version, this.#revisions, lines, this.#encoding);
    this.#documents.set(document.file, document);
    return document;
  }
}

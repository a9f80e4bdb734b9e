/** The cables of the workspace as features see them: open documents in front of the files of the host. */

import type { CanonicalMrn } from "../cable/mrn.ts";
import { canonicalMrn } from "../cable/mrn.ts";
import { parseCable } from "../cable/parse.ts";
import type { CableHit, CableIndex } from "../corpus/cable-index.ts";
import { type FileUri, fileName, schemeOf } from "../corpus/file-uri.ts";
import type { CableDocument, CableWorkspace, IndexedCable } from "../corpus/workspace.ts";
import type { FileAccess } from "../host/files.ts";
import type { Indexer } from "../host/indexer.ts";
import type { DocumentStore } from "./documents.ts";

export class SessionWorkspace implements CableWorkspace {
  readonly #documents: DocumentStore;
  readonly #files: FileAccess;
  readonly #indexer: Indexer;

  constructor(documents: DocumentStore, files: FileAccess, indexer: Indexer) {
    this.#documents = documents;
    this.#files = files;
    this.#indexer = indexer;
  }

  get index(): CableIndex {
    return this.#indexer.index;
  }

  async open(mrn: CanonicalMrn): Promise<readonly CableDocument[]> {
    const files = this.index.filesOf(mrn);
    const open = files.flatMap((file) => this.#documents.ofFile(file) ?? []);
    const closed = files.filter((file) => this.#documents.ofFile(file) === null);
    const read = await Promise.all(closed.map((file) => this.read(file)));
    return [...open, ...read.filter((document) => document !== null)].filter((document) => holds(document, mrn));
  }

  async locate(mrn: CanonicalMrn): Promise<readonly (CableDocument | IndexedCable)[]> {
    const hits = this.index.hitsOf(mrn);
    const open = hits.flatMap(({ file }) => this.#documents.ofFile(file) ?? []);
    const closed = hits.filter(({ file }) => this.#documents.ofFile(file) === null);
    const located = await Promise.all(closed.map((hit) => this.#locate(hit, mrn)));
    return [...open.filter((document) => holds(document, mrn)), ...located.filter((cable) => cable !== null)];
  }

  /** The text of a file, as it stands in the editor where it is open; null where there is none. */
  async text(file: FileUri): Promise<string | null> {
    const open = this.#documents.ofFile(file);
    if (open !== null) return open.lines.text;
    const content = await this.#files.read(file);
    return content.kind === "text" ? content.text : null;
  }

  /** The same as a document; null where there is none. */
  async read(file: FileUri): Promise<CableDocument | null> {
    const open = this.#documents.ofFile(file);
    if (open !== null) return open;
    const text = await this.text(file);
    return text === null ? null : { file, tree: parseCable(text, fileName(file)) };
  }

  async #locate({ file, place }: CableHit, mrn: CanonicalMrn): Promise<CableDocument | IndexedCable | null> {
    const stamp = this.#indexer.index.stampOf(file);
    // Without a subject or a classification line the index does not know what to point at.
    if (stamp !== null && place.endCharacter > 0) {
      const now = await this.#files.stamp(file);
      if (now !== null && now.size === stamp.size && now.modified === stamp.modified) return { file, place };
    }
    const document = await this.read(file);
    return document !== null && holds(document, mrn) ? document : null;
  }
}

/**
 * Whether an open document is one of the cables of the workspace, and not another version of one, which editors show beside it (`git:`).
 * Documents without a file are; where no folder is open, all are.
 */
export function isOfCorpus(file: FileUri, folders: readonly FileUri[]): boolean {
  const scheme = schemeOf(file);
  return folders.length === 0 || OWN_SCHEMES.has(scheme) || folders.some((folder) => schemeOf(folder) === scheme);
}

const OWN_SCHEMES: ReadonlySet<string> = new Set(["file", "untitled"]);

function holds({ tree }: CableDocument, mrn: CanonicalMrn): boolean {
  return tree.mrn !== null && canonicalMrn(tree.mrn) === mrn;
}

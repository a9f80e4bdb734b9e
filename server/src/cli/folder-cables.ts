/** The cables of some folders and files as a command looks them up: by number, or by words that they hold. */

import { type CanonicalMrn, canonicalMrn } from "../cable/mrn.ts";
import { parseCable } from "../cable/parse.ts";
import type { CableIndex } from "../corpus/cable-index.ts";
import { type FileUri, fileName } from "../corpus/file-uri.ts";
import type { PackedCableIndex } from "../corpus/packed-index.ts";
import type { Condition } from "../corpus/query/condition.ts";
import type { CableDocument, IndexedCable } from "../corpus/workspace.ts";
import type { ToolCables } from "../features/assistants/tools.ts";
import { searchCables } from "../host/cable-search.ts";
import { disk } from "../host/disk.ts";
import { Slices } from "../host/time-slicer.ts";
import { indexOfPaths } from "./check-index.ts";
import { TURNS } from "./index-of-folders.ts";
import { ReadCache } from "./read-cache.ts";

/** Of the words looked for so many are asked of a text before it is read as a cable: the longest, which are the rarest. */
const ASKED_FIRST = 4;

export class FolderCables implements ToolCables {
  readonly #index: PackedCableIndex;

  private constructor(index: PackedCableIndex) {
    this.#index = index;
  }

  /** Reads the heads of all files of the paths, folders recursively. What is no cable is passed over. */
  static async of(paths: readonly string[]): Promise<FolderCables> {
    return new FolderCables(await indexOfPaths(paths, new ReadCache()));
  }

  get index(): CableIndex {
    return this.#index;
  }

  /** All files that hold a cable, by the code units of their names. */
  files(): readonly FileUri[] {
    return [...this.#index.files()].sort();
  }

  async open(mrn: CanonicalMrn): Promise<readonly CableDocument[]> {
    const documents = await Promise.all(this.#index.filesOf(mrn).map((file) => this.read(file)));
    return documents.flatMap((document) =>
      document?.tree.mrn != null && canonicalMrn(document.tree.mrn) === mrn ? [document] : [],
    );
  }

  locate(mrn: CanonicalMrn): Promise<readonly (CableDocument | IndexedCable)[]> {
    return this.open(mrn);
  }

  /** A file of the index as a cable; null where it can't be read. */
  async read(file: FileUri): Promise<CableDocument | null> {
    const text = await this.text(file);
    return text === null ? null : { file, tree: parseCable(text, fileName(file)) };
  }

  async text(file: FileUri): Promise<string | null> {
    const content = await disk.read(file);
    return content.kind === "text" ? content.text : null;
  }

  async search(condition: Condition, isCancelled: () => boolean): Promise<Int32Array> {
    const { rows } = await searchCables(condition, {
      index: this.#index,
      files: disk,
      bulk: null,
      slices: new Slices(TURNS),
      openText: () => null,
      open: [],
      isCancelled,
      found: () => {},
    });
    return rows;
  }

  /** The cables in whose texts the longest of these words stand, given in small letters. */
  async *holding(words: readonly string[]): AsyncGenerator<CableDocument> {
    const asked = [...new Set(words)]
      .filter((word) => /^[a-z]+$/.test(word))
      .sort((one, other) => other.length - one.length)
      .slice(0, ASKED_FIRST);
    for (const file of this.files()) {
      const content = await disk.read(file);
      if (content.kind !== "text") continue;
      const text = content.text.toLowerCase();
      // A word may be broken at the end of a line: one of them may be missing.
      if (asked.filter((word) => !text.includes(word)).length > 1) continue;
      yield { file, tree: parseCable(content.text, fileName(file)) };
    }
  }
}

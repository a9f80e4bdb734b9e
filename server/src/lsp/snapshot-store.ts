/** Takes the index of an earlier run for the one of this run, and keeps this one for the next. */

import type { FileUri } from "../corpus/file-uri.ts";
import { PackedCableIndex } from "../corpus/packed-index.ts";
import { readSnapshot, snapshotParts } from "../corpus/snapshot.ts";
import type { Indexer, Patterns } from "../host/indexer.ts";
import type { Snapshots } from "../host/snapshots.ts";

/** An index with more waste than this (0 to 1) is not taken up: building it anew packs it, in the background. */
const MOST_WASTE = 0.25;

/** When an index is kept. */
export interface KeepingRules {
  /** It was quiet for so long, in milliseconds: a checkout is not kept halfway. */
  readonly quiet: number;
  /** So many files at least are in it: a smaller one is read as fast as its snapshot. */
  readonly files: number;
}

const USUAL: KeepingRules = { quiet: 2000, files: 200 };

export class SnapshotStore {
  readonly #indexer: Indexer;
  readonly #snapshots: Snapshots | null;
  readonly #version: string;
  readonly #rules: KeepingRules;
  #key = "";
  #kept = -1;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #isFirst = true;

  constructor(indexer: Indexer, snapshots: Snapshots | null, version: string, rules: KeepingRules = USUAL) {
    this.#rules = rules;
    this.#indexer = indexer;
    this.#snapshots = snapshots;
    this.#version = version;
  }

  /** As `Indexer.setFolders`, with the index of these folders from an earlier run where there is one. */
  setFolders(folders: readonly FileUri[], patterns: Patterns): void {
    this.#key = JSON.stringify([this.#version, [...folders].sort(), patterns]);
    if (this.#isFirst && folders.length > 0) this.#restore();
    this.#isFirst = false;
    this.#indexer.setFolders(folders, patterns);
  }

  /** The index is up to date, after a start or after changes: it is kept unless more changes come. */
  settled(): void {
    if (this.#key !== "" && this.#indexer.folders.length > 0) this.#keepSoon();
  }

  dispose(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #restore(): void {
    const bytes = this.#snapshots?.read(nameOf(this.#key)) ?? null;
    const columns = bytes === null ? null : readSnapshot(bytes, this.#key);
    if (columns === null) return;
    const index = new PackedCableIndex(columns);
    if (index.waste > MOST_WASTE) return;
    this.#indexer.restore(index);
    this.#kept = this.#indexer.index.revision;
  }

  #keepSoon(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#keep(), this.#rules.quiet);
  }

  async #keep(): Promise<void> {
    this.#timer = null;
    const { index } = this.#indexer;
    if (this.#snapshots === null || !(index instanceof PackedCableIndex)) return;
    const { revision } = index;
    if (revision === this.#kept || index.rows < this.#rules.files) return;
    const isCurrent = (): boolean => this.#indexer.index.revision === revision;
    const parts = snapshotParts(index.columns(), this.#key);
    if (await this.#snapshots.write(nameOf(this.#key), parts, isCurrent)) this.#kept = revision;
    else if (!isCurrent()) this.#keepSoon();
  }
}

/** A file's name for a key: folders with the same name would be different files only by luck, so the snapshot holds the whole key, too. */
function nameOf(key: string): string {
  let first = 0x811c9dc5;
  let second = 0x1b873593;
  for (let at = 0; at < key.length; at++) {
    first = Math.imul(first ^ key.charCodeAt(at), 0x01000193);
    second = Math.imul(second ^ key.charCodeAt(at), 0x5bd1e995);
  }
  return [first, second].map((hash) => (hash >>> 0).toString(16).padStart(8, "0")).join("");
}

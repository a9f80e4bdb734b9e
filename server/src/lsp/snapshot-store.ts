/** Takes the index of an earlier run for the one of this run, and keeps this one for the next. */

import type { FileUri } from "../corpus/file-uri.ts";
import { PackedCableIndex } from "../corpus/packed-index.ts";
import { readSnapshot, snapshotParts } from "../corpus/snapshot.ts";
import type { Indexer, Patterns } from "../host/indexer.ts";
import type { Snapshots } from "../host/snapshots.ts";
import type { Turns } from "../host/time-slicer.ts";

/** An index with more waste than this (0 to 1) is not taken up: building it anew packs it, in the background. */
const MOST_WASTE = 0.25;

/** It was quiet for so long before an index is kept again, in milliseconds: a checkout is not kept halfway. */
const QUIET = 2000;

/** An index that never is quiet is kept at the latest after this, in milliseconds. */
const LATEST = 30_000;

/**
 * Changes of so many files, as a part of all, are worth a whole snapshot while the server runs. A snapshot that lacks fewer is nearly as good:
 * the next start reads what changed. When the server stops, it is written whatever is lacking.
 */
const WORTH_KEEPING = 0.01;

/** An index of fewer rows is about a megabyte: it is kept whatever changed. */
const FEW_ROWS = 5000;

/** How often a snapshot is begun again because the index changed under it; then a copy is written. */
const MOST_TRIES = 2;

/** A row that changes is taken out and put in again. */
const REVISIONS_A_CHANGE = 2;

export class SnapshotStore {
  readonly #indexer: Indexer;
  readonly #snapshots: Snapshots | null;
  readonly #version: string;
  readonly #turns: Pick<Turns, "now">;
  #key = "";
  /** The revision of the index on disk, and of which folders it is; -1 where there is none of this run's. */
  #kept = -1;
  #keptKey = "";
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** When the index became worth keeping again; null where it is not. */
  #since: number | null = null;
  #hasFailed = false;
  #isWriting = false;
  #isDisposed = false;
  #isFirst = true;

  constructor(indexer: Indexer, snapshots: Snapshots | null, version: string, turns: Pick<Turns, "now">) {
    this.#indexer = indexer;
    this.#snapshots = snapshots;
    this.#version = version;
    this.#turns = turns;
  }

  /** As `Indexer.setFolders`, with the index of these folders from an earlier run where there is one. */
  setFolders(folders: readonly FileUri[], patterns: Patterns): void {
    this.#key = JSON.stringify([this.#version, [...folders].sort(), patterns]);
    if (this.#isFirst && folders.length > 0) this.#restore();
    this.#isFirst = false;
    this.#indexer.setFolders(folders, patterns);
  }

  /** The index is up to date, after a start or after changes. The first time it is kept at once, then when it is quiet. */
  settled(): void {
    const unkept = this.#unkept();
    if (unkept === 0 || this.#isDisposed) return;
    const isFirst = this.#keptKey !== this.#key;
    const { rows } = this.#indexer.kept;
    if (!isFirst && rows > FEW_ROWS && unkept < rows * WORTH_KEEPING * REVISIONS_A_CHANGE) return;
    const now = this.#turns.now();
    this.#since ??= now;
    this.#keepAfter(isFirst && !this.#hasFailed ? 0 : Math.max(0, Math.min(QUIET, this.#since + LATEST - now)));
  }

  /** The server stops: what is not on disk yet is written before this returns. */
  dispose(): void {
    if (this.#isDisposed) return;
    this.#isDisposed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const index = this.#indexer.kept;
    if (this.#snapshots === null || this.#unkept() === 0 || !(index instanceof PackedCableIndex)) return;
    // Also where not all is read: what is there has its stamps, and the next start reads the rest.
    this.#snapshots.writeAtOnce(nameOf(this.#key), snapshotParts(index.columns(), this.#key));
  }

  #restore(): void {
    const bytes = this.#snapshots?.read(nameOf(this.#key)) ?? null;
    const columns = bytes === null ? null : readSnapshot(bytes, this.#key);
    if (columns === null) return;
    const index = new PackedCableIndex(columns);
    if (index.waste > MOST_WASTE) return;
    this.#indexer.restore(index);
    this.#noteKept(index.revision);
  }

  /** How many changes the snapshot lacks; 0 where nothing is to be kept. */
  #unkept(): number {
    const { kept, folders } = this.#indexer;
    if (this.#snapshots === null || this.#key === "" || folders.length === 0 || kept.rows === 0) return 0;
    return this.#keptKey === this.#key ? kept.revision - this.#kept : kept.revision + 1;
  }

  #keepAfter(milliseconds: number): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#keep(), milliseconds);
  }

  async #keep(): Promise<void> {
    this.#timer = null;
    if (this.#isWriting) {
      this.#keepAfter(QUIET);
      return;
    }
    this.#isWriting = true;
    try {
      for (let tries = 0; tries <= MOST_TRIES && !this.#isDisposed; tries++) {
        if (await this.#write(tries === MOST_TRIES)) break;
      }
    } finally {
      this.#isWriting = false;
    }
  }

  /** Writes the index as it stands; answers whether there is nothing more to try. As a copy it may change meanwhile. */
  async #write(asCopy: boolean): Promise<boolean> {
    const index = this.#indexer.kept;
    if (this.#snapshots === null || this.#unkept() === 0 || !(index instanceof PackedCableIndex)) return true;
    const { revision } = index;
    const key = this.#key;
    const isSame = (): boolean => this.#indexer.kept === index && index.revision === revision;
    const isCurrent = (): boolean => !this.#isDisposed && this.#key === key && (asCopy || isSame());
    const views = snapshotParts(index.columns(), key);
    const parts = asCopy ? views.map((part) => part.slice()) : views;
    const isWritten = await this.#snapshots.write(nameOf(key), parts, isCurrent);
    if (isWritten) {
      this.#noteKept(revision, key);
      this.#since = null;
    }
    this.#hasFailed = !isWritten && isCurrent();
    return isWritten || this.#hasFailed;
  }

  #noteKept(revision: number, key = this.#key): void {
    this.#kept = revision;
    this.#keptKey = key;
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

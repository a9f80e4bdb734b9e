/** Tells the client that the index holds something else than before, as often as a view can follow. */

import {
  CodeLensRefreshRequest,
  type Connection,
  InlayHintRefreshRequest,
  SemanticTokensRefreshRequest,
} from "vscode-languageserver";
import type { Indexer } from "../host/indexer.ts";
import type { ClientFlags } from "./client-flags.ts";
import type { Log } from "./log.ts";
import { IndexChangedNotification } from "./protocol.ts";

/** From a change to the word of it, in milliseconds: a stretch of typing, or a checkout, is one change. */
const SETTLED = 400;

/** While the index is being built, in milliseconds. */
const EVERY = 1500;

export class IndexNotifications {
  readonly #connection: Connection;
  readonly #indexer: Indexer;
  readonly #log: Log;
  readonly #flags: ClientFlags;
  /** The requests by which the client shows again what it shows of the index: counts above subjects, hints, the colours of citations. */
  readonly #refreshes: readonly string[];
  #timer: ReturnType<typeof setTimeout> | null = null;
  #told = "";
  #disposed = false;

  constructor(connection: Connection, indexer: Indexer, log: Log, flags: ClientFlags) {
    this.#connection = connection;
    this.#indexer = indexer;
    this.#log = log;
    this.#flags = flags;
    this.#refreshes = [
      ...(flags.refreshesCodeLenses ? [CodeLensRefreshRequest.method] : []),
      ...(flags.refreshesInlayHints ? [InlayHintRefreshRequest.method] : []),
      ...(flags.refreshesSemanticTokens ? [SemanticTokensRefreshRequest.method] : []),
    ];
  }

  /** Something happened that may change the index. */
  note(): void {
    // To a client that wants to hear nothing, nothing is counted either.
    if (this.#disposed || (!this.#flags.indexChanges && this.#refreshes.length === 0)) return;
    this.#timer ??= setTimeout(() => this.#look(), SETTLED);
  }

  /** The index is whole: that is told at once. */
  settled(): void {
    this.note();
    if (this.#timer === null) return;
    clearTimeout(this.#timer);
    this.#look();
  }

  dispose(): void {
    this.#disposed = true;
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #look(): void {
    const { status, index } = this.#indexer;
    this.#timer = status.state === "indexing" ? setTimeout(() => this.#look(), EVERY) : null;
    const now = `${index.revision} ${status.state}`;
    if (now === this.#told) return;
    this.#told = now;
    if (this.#flags.indexChanges) this.#await(this.#connection.sendNotification(IndexChangedNotification, status));
    for (const method of this.#refreshes) this.#await(this.#connection.sendRequest(method));
  }

  #await(told: Promise<unknown>): void {
    told.catch((error: unknown) => this.#log.fault("tell that the index changed", error));
  }
}

/** Tells the client that the index holds something else than before, as often as a view can follow. */

import type { Connection } from "vscode-languageserver";
import type { Indexer } from "../host/indexer.ts";
import type { Log } from "./log.ts";
import { IndexChangedNotification } from "./protocol.ts";

/** From a change to the word of it, in milliseconds: a stretch of typing, or a checkout, is one change. */
const SETTLED = 400;

/** While the index is being built, in milliseconds. */
const EVERY = 1500;

export class IndexAnnouncer {
  readonly #connection: Connection;
  readonly #indexer: Indexer;
  readonly #log: Log;
  #timer: ReturnType<typeof setTimeout> | null = null;
  #told = "";

  constructor(connection: Connection, indexer: Indexer, log: Log) {
    this.#connection = connection;
    this.#indexer = indexer;
    this.#log = log;
  }

  /** Something happened that may change the index. */
  note(): void {
    this.#timer ??= setTimeout(() => this.#look(), SETTLED);
  }

  dispose(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }

  #look(): void {
    const { status, index } = this.#indexer;
    this.#timer = status.state === "indexing" ? setTimeout(() => this.#look(), EVERY) : null;
    const now = `${index.revision} ${status.state}`;
    if (now === this.#told) return;
    this.#told = now;
    this.#connection
      .sendNotification(IndexChangedNotification, status)
      .catch((error: unknown) => this.#log.fault("tell that the index changed", error));
  }
}

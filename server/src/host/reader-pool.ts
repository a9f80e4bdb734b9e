/** Worker threads that list and read for the thread that answers requests; started when needed, ended when idle. */

import { Worker } from "node:worker_threads";
import type { FileBlock } from "../corpus/file-list-chunk.ts";
import type { FileUri } from "../corpus/file-uri.ts";
import type { Condition } from "../corpus/query/condition.ts";
import type { RecordBatch } from "../corpus/record-batch.ts";
import type { BulkReader, BulkSearcher, ListRequest } from "./batch-reader.ts";
import type { Complain } from "./files.ts";
import { type FromReader, READER_WORKER, type ToReader } from "./reader-messages.ts";

/** Two read as fast as a disk's cache can be read; more only take memory. */
const WORKERS = 2;

/** Blocks with one worker: one that it reads, one that waits for it. */
const BLOCKS_EACH = 2;

/** Without work for this long, in milliseconds, workers end and give back their memory. */
const IDLE = 3000;

interface Asked {
  readonly worker: Reader;
  readonly listed: (block: FileBlock) => void;
  readonly problem: Complain;
  readonly done: (batch: RecordBatch | null) => void;
  readonly searched: (counts: Uint8Array) => void;
  readonly failed: (error: Error) => void;
}

interface Reader {
  readonly thread: Worker;
  /** Messages that it has not answered. */
  waiting: number;
}

/** Answers that a question does not bring. */
const UNASKED = { listed: (): void => {}, problem: (): void => {}, done: (): void => {}, searched: (): void => {} };

export class ReaderPool implements BulkReader, BulkSearcher {
  readonly atOnce = WORKERS * BLOCKS_EACH;
  readonly #program: string;
  readonly #readers: Reader[] = [];
  readonly #asked = new Map<number, Asked>();
  #lastId = 0;
  #idle: NodeJS.Timeout | null = null;

  /** `program` is the file that runs `runReaderWorker` when it is started as a worker. */
  constructor(program: string) {
    this.#program = program;
  }

  get isAwake(): boolean {
    return this.#readers.length > 0;
  }

  takes(file: FileUri): boolean {
    return file.startsWith("file:");
  }

  async *list(request: ListRequest, complain: Complain): AsyncIterable<FileBlock> {
    const blocks: FileBlock[] = [];
    let wake = (): void => {};
    let isDone = false;
    let fault: Error | null = null;
    const end = (error: Error | null): void => {
      isDone = true;
      fault = error;
      wake();
    };
    // What is listed is read while listing goes on: whoever is to read gets ready meanwhile.
    while (this.#readers.length < WORKERS) this.#start();
    this.#ask(
      { kind: "list", id: this.#id(), request },
      {
        ...UNASKED,
        listed: (block) => {
          blocks.push(block);
          wake();
        },
        problem: complain,
        done: () => end(null),
        failed: end,
      },
    );
    for (;;) {
      const block = blocks.shift();
      if (block !== undefined) yield block;
      else if (isDone) break;
      else
        await new Promise<void>((resume) => {
          wake = resume;
        });
    }
    if (fault !== null) throw fault;
  }

  read(block: FileBlock, stamps: Float64Array<ArrayBuffer> | null): Promise<RecordBatch> {
    return new Promise((resolve, reject) => {
      this.#ask(
        { kind: "read", id: this.#id(), block, stamps },
        {
          ...UNASKED,
          done: (batch) => (batch === null ? reject(new Error("a reader answered nothing")) : resolve(batch)),
          failed: reject,
        },
      );
    });
  }

  search(block: FileBlock, condition: Condition): Promise<Uint8Array> {
    return new Promise((resolve, reject) => {
      this.#ask(
        { kind: "search", id: this.#id(), block, condition },
        { ...UNASKED, searched: resolve, failed: reject },
      );
    });
  }

  close(): void {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = null;
    for (const { thread } of this.#readers.splice(0)) void thread.terminate();
    for (const [id, asked] of [...this.#asked]) {
      this.#asked.delete(id);
      asked.failed(new Error("reading was ended"));
    }
  }

  #id(): number {
    return ++this.#lastId;
  }

  #ask(message: ToReader, handlers: Omit<Asked, "worker">): void {
    if (this.#idle !== null) clearTimeout(this.#idle);
    this.#idle = null;
    const worker = this.#leastBusy();
    worker.waiting++;
    this.#asked.set(message.id, { worker, ...handlers });
    worker.thread.postMessage(message);
  }

  #leastBusy(): Reader {
    const free = this.#readers.find(({ waiting }) => waiting === 0);
    if (free !== undefined) return free;
    if (this.#readers.length < WORKERS) return this.#start();
    return this.#readers.reduce((one, other) => (other.waiting < one.waiting ? other : one));
  }

  #start(): Reader {
    // Young space small: the garbage of one file is of no use to the next.
    const thread = new Worker(this.#program, {
      workerData: READER_WORKER,
      argv: [],
      resourceLimits: { maxYoungGenerationSizeMb: 16 },
    });
    const reader: Reader = { thread, waiting: 0 };
    this.#readers.push(reader);
    thread.on("message", (message: FromReader) => this.#answered(message));
    thread.on("error", (error) => this.#lost(reader, error));
    thread.on("exit", () => this.#lost(reader, new Error("a reader ended")));
    thread.unref();
    return reader;
  }

  #answered(message: FromReader): void {
    const asked = this.#asked.get(message.id);
    if (asked === undefined) return;
    switch (message.kind) {
      case "listed":
        asked.listed(message.block);
        return;
      case "problem":
        asked.problem(message.problem);
        return;
      case "done":
        this.#end(message.id, asked);
        asked.done(message.batch);
        return;
      case "searched":
        this.#end(message.id, asked);
        asked.searched(message.counts);
        return;
      case "fault":
        this.#end(message.id, asked);
        asked.failed(new Error(message.message));
        return;
    }
  }

  #end(id: number, { worker }: Asked): void {
    this.#asked.delete(id);
    worker.waiting--;
    if (this.#asked.size > 0) return;
    this.#idle = setTimeout(() => this.close(), IDLE);
    this.#idle.unref();
  }

  /** A worker that died takes its questions with it; the next question starts another. */
  #lost(reader: Reader, error: Error): void {
    const at = this.#readers.indexOf(reader);
    if (at >= 0) this.#readers.splice(at, 1);
    for (const [id, asked] of [...this.#asked]) {
      if (asked.worker !== reader) continue;
      this.#asked.delete(id);
      asked.failed(error);
    }
  }
}

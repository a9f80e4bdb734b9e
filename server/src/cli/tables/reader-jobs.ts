/** Reads blocks of files, in this thread or in several, and hands them on in the order in which they were asked for. */

import { deserialize, serialize } from "node:v8";
import { Worker } from "node:worker_threads";
import { type FileRead, type FileToRead, readFile } from "./read-cable.ts";
import { TABLES_WORKER } from "./worker-name.ts";

/** Blocks with one worker: one that it reads, one that waits for it. */
const BLOCKS_EACH = 2;

export interface BlockReader {
  /** How many blocks may be asked for before the first of them is awaited. */
  readonly atOnce: number;
  read(files: readonly FileToRead[]): Promise<readonly FileRead[]>;
  close(): Promise<void>;
}

/** A reader with so many threads; with one it is this one. `program` is the file that runs `runTablesWorker` as a worker. */
export function blockReader(jobs: number, program: string | null): BlockReader {
  if (jobs <= 1 || program === null) {
    return { atOnce: 1, read: async (files) => copied(files.map(readFile)), close: async () => {} };
  }
  return new WorkerReader(jobs, program);
}

/**
 * A copy, as a message from a thread is one. Texts cut out of a cable's text keep that whole text in memory: held rows of short names would keep
 * every cable.
 */
function copied(read: readonly FileRead[]): readonly FileRead[] {
  return deserialize(serialize(read));
}

interface Job {
  readonly thread: Worker;
  /** What it was asked, in order. */
  readonly asked: { readonly done: (read: readonly FileRead[]) => void; readonly failed: (error: Error) => void }[];
}

class WorkerReader implements BlockReader {
  readonly atOnce: number;
  readonly #jobs: readonly Job[];
  #isClosed = false;

  constructor(jobs: number, program: string) {
    this.atOnce = jobs * BLOCKS_EACH;
    this.#jobs = Array.from({ length: jobs }, () => startJob(program, () => this.#isClosed));
  }

  read(files: readonly FileToRead[]): Promise<readonly FileRead[]> {
    const [first, ...others] = this.#jobs;
    if (first === undefined) throw new Error("there are no workers");
    const job = others.reduce((least, one) => (one.asked.length < least.asked.length ? one : least), first);
    return new Promise((done, failed) => {
      job.asked.push({ done, failed });
      job.thread.postMessage(files);
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await Promise.all(this.#jobs.map(({ thread }) => thread.terminate()));
  }
}

function startJob(program: string, isClosed: () => boolean): Job {
  const job: Job = { thread: new Worker(program, { workerData: TABLES_WORKER, argv: [] }), asked: [] };
  const lost = (error: Error): void => {
    if (!isClosed()) for (const { failed } of job.asked.splice(0)) failed(error);
  };
  job.thread.on("message", (read: readonly FileRead[]) => job.asked.shift()?.done(read));
  job.thread.on("error", lost);
  job.thread.on("exit", () => lost(new Error("a reader ended")));
  return job;
}

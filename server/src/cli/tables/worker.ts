/** What a worker thread of `reftel tables` does: it reads the blocks of files that it is given, one after the other. */

import { parentPort } from "node:worker_threads";
import { type FileToRead, readFile } from "./read-cable.ts";

/** Serves the thread that started this one, until it ends it. */
export function runTablesWorker(): void {
  if (parentPort === null) throw new Error("this is no worker thread");
  const port = parentPort;
  port.on("message", (files: readonly FileToRead[]) => port.postMessage(files.map(readFile)));
}

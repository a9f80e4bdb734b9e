/** What a worker thread does: it lists folders and reads files for the thread that answers requests. */

import { type MessagePort, parentPort } from "node:worker_threads";
import { DiskReader, listDisk } from "./disk-bulk.ts";
import { DiskSearcher } from "./disk-search.ts";
import type { FromReader, ToReader } from "./reader-messages.ts";

/** Serves the thread that started this one, until it ends it. */
export function runReaderWorker(): void {
  if (parentPort === null) throw new Error("this is no worker thread");
  const port = parentPort;
  const reader = new DiskReader();
  const searcher = new DiskSearcher();
  port.on("message", (message: ToReader) => {
    try {
      answer(message, { reader, searcher }, port);
    } catch (error) {
      post(port, { kind: "fault", id: message.id, message: error instanceof Error ? error.message : String(error) });
    }
  });
}

interface DiskWork {
  readonly reader: DiskReader;
  readonly searcher: DiskSearcher;
}

function answer(message: ToReader, { reader, searcher }: DiskWork, port: MessagePort): void {
  const { id } = message;
  if (message.kind === "list") {
    listDisk(
      message.request,
      (block) => post(port, { kind: "listed", id, block }),
      (problem) => post(port, { kind: "problem", id, problem }),
    );
    post(port, { kind: "done", id, batch: null });
    return;
  }
  if (message.kind === "search") {
    const counts = searcher.search(message.block, message.condition);
    port.postMessage({ kind: "searched", id, counts } satisfies FromReader, [counts.buffer]);
    return;
  }
  const batch = reader.read(message.block, message.stamps);
  const { numbers, stamps, texts } = batch;
  port.postMessage({ kind: "done", id, batch } satisfies FromReader, [numbers.buffer, stamps.buffer, texts.buffer]);
}

function post(port: MessagePort, message: FromReader): void {
  port.postMessage(message);
}

/** The process entry of `reftel`: hands the arguments to the command line, or, as a worker thread of itself, reads files. */

import { once } from "node:events";
import { isMainThread, workerData } from "node:worker_threads";
import { runCommandLine } from "./cli/main.ts";
import { READER_WORKER } from "./host/reader-messages.ts";
import { runReaderWorker } from "./host/reader-worker.ts";

if (!isMainThread && workerData === READER_WORKER) runReaderWorker();
else runProcess();

function runProcess(): void {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // Who reads the output may have seen enough: `reftel json … | head`.
    if (error.code === "EPIPE") process.exit();
    process.stderr.write(`reftel: the output can't be written: ${error.code ?? "unknown error"}\n`);
    process.exit(2);
  });

  void runCommandLine(process.argv.slice(2), {
    stdout: async (text) => {
      if (!process.stdout.write(text)) await once(process.stdout, "drain");
    },
    stderr: (text) => {
      process.stderr.write(text);
    },
  }).then((exitCode) => {
    process.exitCode = exitCode;
  });
}

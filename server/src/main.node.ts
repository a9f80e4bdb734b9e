/** The process entry of `reftel`: hands the arguments to the command line, or, as a worker thread of itself, reads files. */

import { once } from "node:events";
import { isMainThread, workerData } from "node:worker_threads";
import { TABLES_WORKER } from "./cli/tables/worker-name.ts";
import { READER_WORKER } from "./host/reader-messages.ts";

// Each thread runs only the modules it needs: a worker that reads files is up in half the time without the server and the commands.
if (!isMainThread && workerData === READER_WORKER) void runReader();
else if (!isMainThread && workerData === TABLES_WORKER) void runTables();
else void runProcess();

async function runReader(): Promise<void> {
  const { runReaderWorker } = await import("./host/reader-worker.ts");
  runReaderWorker();
}

async function runTables(): Promise<void> {
  const { runTablesWorker } = await import("./cli/tables/worker.ts");
  runTablesWorker();
}

async function runProcess(): Promise<void> {
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    // Who reads the output may have seen enough: `reftel json … | head`.
    if (error.code === "EPIPE") process.exit();
    process.stderr.write(`reftel: the output can't be written: ${error.code ?? "unknown error"}\n`);
    process.exit(2);
  });

  const { runCommandLine } = await import("./cli/main.ts");
  process.exitCode = await runCommandLine(process.argv.slice(2), {
    stdout: async (text) => {
      if (!process.stdout.write(text)) await once(process.stdout, "drain");
    },
    stderr: (text) => {
      process.stderr.write(text);
    },
  });
}

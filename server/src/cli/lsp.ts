/** `reftel lsp`: the language server, on standard input and output or on the channel of the process that started it. */

import { existsSync, realpathSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { createConnection, IPCMessageReader, IPCMessageWriter } from "vscode-languageserver/node";
import packageJson from "../../../package.json" with { type: "json" };
import { disk } from "../host/disk.ts";
import { diskImporter } from "../host/disk-import.ts";
import { diskSnapshots, systemCacheFolder } from "../host/disk-snapshots.ts";
import { ReaderPool } from "../host/reader-pool.ts";
import { Arrivals, CANCELLING } from "../lsp/arrivals.ts";
import { describeFault } from "../lsp/log.ts";
import { serve } from "../lsp/server.ts";
import { type Command, wrongUsage } from "./command.ts";
import { StdioReader } from "./stdio-reader.ts";
import { StdioWriter } from "./stdio-writer.ts";

export const lsp: Command = {
  name: "lsp",
  summary: "run the language server",
  usage: "reftel lsp --stdio\nreftel lsp --node-ipc",
  run: async (args, io) => {
    const { values } = parseArgs({
      args: [...args],
      options: {
        stdio: { type: "boolean", default: false },
        "node-ipc": { type: "boolean", default: false },
        // Clients name their process this way, too; the connection reads it from the process's own arguments.
        clientProcessId: { type: "string" },
      },
    });
    const viaChannel = values["node-ipc"];
    if (viaChannel && process.send === undefined) {
      io.stderr("reftel lsp: --node-ipc needs a process that was started with a channel; editors want --stdio\n");
      return 2;
    }
    if (!viaChannel && !values.stdio) {
      return wrongUsage(io, lsp, "say --stdio, which is how editors start it");
    }
    const output = new StdioWriter(process.stdout);
    const arrivals = new Arrivals();
    const connection = viaChannel
      ? createConnection(arrivals.noting(new IPCMessageReader(process)), new IPCMessageWriter(process), CANCELLING)
      : createConnection(arrivals.noting(new StdioReader(process.stdin, output)), output, CANCELLING);
    // Without its channel or its reader the server is alone; the library only looks for the client's process every few seconds.
    if (viaChannel) process.once("disconnect", () => process.exit(1));
    process.stdout.once("error", () => process.exit(1));
    const complain = (error: unknown): void => connection.console.error(`Fault: ${describeFault(error)}`);
    process.on("uncaughtException", complain);
    process.on("unhandledRejection", complain);
    const server = serve(
      connection,
      arrivals,
      {
        files: disk,
        checksIndex: process.env.REFTEL_CHECK_INDEX === "1",
        rulePages: rulePages(),
        // The bundle is one file: as a worker it reads for itself.
        bulk: new ReaderPool(__filename),
        snapshots: (storagePath) => diskSnapshots(storagePath ?? systemCacheFolder()),
        importer: diskImporter,
        version: packageJson.version,
        clock: () => new Date(),
        turns: {
          now: () => performance.now(),
          pause: () => new Promise((resume) => setImmediate(resume)),
          wait: (milliseconds) => new Promise((resume) => setTimeout(resume, milliseconds)),
        },
      },
      packageJson.version,
    );
    // However the process ends, but by being killed: what was indexed is kept.
    process.once("exit", () => server.stop());
    for (const [signal, code] of SIGNALS) process.once(signal, () => process.exit(code));
    // A client that closes the input without a word is gone; after `shutdown` it may.
    const leave = (): void => process.exit(server.isShutDown() ? 0 : 1);
    if (!viaChannel) process.stdin.once("end", leave).once("close", leave);
    // The connection ends the process: by `exit`, or when the client is gone.
    return new Promise(() => {});
  },
};

/** Signals that end a process, and the codes by which others see that they did. */
const SIGNALS = [
  ["SIGHUP", 129],
  ["SIGINT", 130],
  ["SIGTERM", 143],
] as const;

/** The documentation of rules, which is installed beside the program; null where somebody took the program alone. */
function rulePages(): string | null {
  const program = process.argv[1];
  if (program === undefined || !existsSync(program)) return null;
  const pages = new URL("../docs/rules/", pathToFileURL(realpathSync(program)));
  return existsSync(pages) ? pages.href : null;
}

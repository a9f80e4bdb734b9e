/** Starts the process that changes files, and hears from it what changed. */

import { fork } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { FileChange } from "./file-change.ts";
import type { Kept } from "./turns.ts";

/** What the process is to do. */
export interface WriterTask {
  /** The files that it may change. */
  readonly paths: readonly string[];
  /** An empty folder in which anything may happen to files. */
  readonly folder: string;
  readonly seed: number;
  readonly perSecond: number;
  readonly seconds: number;
}

export type FromWriter =
  | { readonly kind: "changed"; readonly changes: readonly FileChange[] }
  | ({ readonly kind: "done" } & Kept);

/** Changes files until the time is over; `tell` hears of each lot right after it was written. */
export async function changeFiles(task: WriterTask, tell: (changes: readonly FileChange[]) => void): Promise<Kept> {
  const folder = await mkdtemp(join(tmpdir(), "reftel-writer-"));
  try {
    const program = join(folder, "writer.cjs");
    await build({
      bundle: true,
      entryPoints: [fileURLToPath(new URL("./writer.ts", import.meta.url))],
      logLevel: "warning",
      outfile: program,
      platform: "node",
      target: "node20",
    });
    const writer = fork(program, { stdio: ["pipe", "inherit", "inherit", "ipc"] });
    return await new Promise<Kept>((resolve, reject) => {
      writer.on("message", (message: FromWriter) => {
        if (message.kind === "changed") tell(message.changes);
        else resolve(message);
      });
      writer.on("error", reject);
      writer.on("exit", (code) => reject(new Error(`the process that changes files ended with ${code}`)));
      writer.stdin?.end(JSON.stringify(task));
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

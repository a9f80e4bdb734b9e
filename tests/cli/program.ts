/** `reftel` as people run it: a process of the bundle that ships, in a folder of its own. */

import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { bundle } from "../lsp/server-file.ts";

export interface Run {
  /** Null where the process was ended by a signal. */
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly readLines?: number;
  readonly stdin?: string;
  readonly preload?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The lines of an output; none of an empty one. */
export function linesOf(output: string): readonly string[] {
  return output === "" ? [] : output.replace(/\n$/, "").split("\n");
}

/** The bundled program in a folder of files that it is run in. */
export class Program {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async build(): Promise<Program> {
    return new Program(await mkdtemp(join(tmpdir(), "reftel-cli-")));
  }

  async dispose(): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  /** Writes a file; its path is below the folder. */
  async write(path: string, content: string | Uint8Array): Promise<void> {
    const full = join(this.folder, path);
    await mkdir(dirname(full), { recursive: true });
    await writeFile(full, content);
  }

  /**
   * Runs it to its end. With `readLines`, who reads the output goes away after so many lines; `stdin` is what it is given, `preload` a file that Node
   * loads before it, `env` what that is told.
   */
  run(args: readonly string[], { readLines, stdin = "", preload, env = {} }: RunOptions = {}): Promise<Run> {
    return new Promise((resolve, reject) => {
      const child = spawn(
        process.execPath,
        [...(preload === undefined ? [] : ["--require", preload]), bundle.program, ...args],
        { cwd: this.folder, stdio: "pipe", env: { ...process.env, ...env } },
      );
      let stdout = "";
      let stderr = "";
      child.stdin.end(stdin);
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        stdout += text;
        if (readLines !== undefined && linesOf(stdout).length > readLines) child.stdout.destroy();
      });
      child.stderr.setEncoding("utf8").on("data", (text: string) => {
        stderr += text;
      });
      child.on("error", reject).on("close", (exitCode) => resolve({ exitCode, stdout, stderr }));
    });
  }
}

/** The command line as a process: an exit code of the contract, and never a stack trace. */

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Target, timed } from "../target.ts";

const COMMANDS: readonly (readonly [string, ...string[]])[] = [
  ["json"],
  ["outline"],
  ["check"],
  ["check", "--format", "sarif"],
  ["check", "--fix", "--dry-run"],
  ["refs", "--format", "graphml"],
  ["export"],
];

export async function commandLineTarget(program: string): Promise<Target> {
  const folder = mkdtempSync(join(tmpdir(), "reftel-fuzz-"));
  const file = join(folder, "text.txt");
  return {
    name: "command line",
    every: 25,
    attempt: async (text, random) => {
      // As bytes: what is not well formed becomes so on the way.
      writeFileSync(file, random.happens(0.2) ? Buffer.from(text, "latin1") : text);
      const [command, ...options] = COMMANDS[random.below(COMMANDS.length)] ?? ["json"];
      return [
        await timed(`reftel ${command}`, () => {
          const run = spawnSync(process.execPath, [program, command, file, ...options], {
            encoding: "utf8",
            maxBuffer: 1 << 28,
          });
          assert.ok([0, 1, 2].includes(run.status ?? -1), `exit code ${run.status}: ${run.stderr}`);
          assert.doesNotMatch(run.stderr, /^\s+at .*:\d+:\d+\)?$/m);
        }),
      ];
    },
    end: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

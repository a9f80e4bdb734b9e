/** The recipe for Dask: two workers make the tables in parts, one of them is killed in the middle, and the tables are those of one run. */

import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { freePort } from "../../scripts/lib/processes.mjs";
import { Program } from "../cli/program.ts";
import { bundle } from "../lsp/server-file.ts";
import { reftelOnPath } from "../support/reftel-on-path.ts";
import { cable, recipes } from "./recipes.ts";

/** Debian's, for which `python3-distributed` is made. */
const PYTHON = "/usr/bin/python3";
const CABLES = 1200;

let program: Program;
const started: ChildProcess[] = [];
beforeEach(async () => {
  program = await Program.build();
  reftelOnPath(program.folder, bundle.program);
});
afterEach(async () => {
  for (const child of started.splice(0)) kill(child);
  await program.dispose();
});

/** With all that it started. */
function kill({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // It had ended by itself.
  }
}

function start(args: readonly string[]): ChildProcess {
  const child = spawn(PYTHON, args, {
    cwd: program.folder,
    detached: true,
    stdio: ["ignore", "ignore", "pipe"],
    env: {
      ...process.env,
      PATH: `${program.folder}/bin:${process.env.PATH}`,
      DASK_DISTRIBUTED__ADMIN__EVENT_LOOP: "asyncio",
    },
  });
  started.push(child);
  return child;
}

const ended = (child: ChildProcess): Promise<number | null> =>
  new Promise((resolve) => child.once("close", (code) => resolve(code)));

/** Every file below a folder with a hash of what is in it, links followed. */
function contents(folder: string): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  const walk = (at: string): void => {
    for (const name of readdirSync(at)
      .filter((one) => one !== ".reftel")
      .sort()) {
      const path = join(at, name);
      if (statSync(path).isDirectory()) walk(path);
      else found[relative(folder, path)] = createHash("sha256").update(readFileSync(path)).digest("hex");
    }
  };
  walk(folder);
  return found;
}

test("a worker that is killed costs nothing", async () => {
  for (let index = 0; index < CABLES; index++) {
    const station = ["RIGA", "BONN", "TALLINN"][index % 3] ?? "RIGA";
    await program.write(
      `cables/${index % 7}/${index}.txt`,
      cable({ station, serial: 1 + index, references: ["09 RIGA 1"] }),
    );
  }
  await program.write("tables.py", recipes("docs/beyond-one-machine.md", "Dask", "python").join("\n"));
  const address = `tcp://127.0.0.1:${await freePort()}`;
  start([
    "-m",
    "distributed.cli.dask_scheduler",
    "--host",
    "127.0.0.1",
    "--port",
    address.replace(/.*:/, ""),
    "--no-dashboard",
  ]);
  const worker = (): ChildProcess =>
    start([
      "-m",
      "distributed.cli.dask_worker",
      address,
      "--nthreads",
      "1",
      "--no-nanny",
      "--no-dashboard",
      "--host",
      "127.0.0.1",
    ]);
  const victim = worker();
  worker();
  const client = start(["tables.py", address]);
  let said = "";
  client.stderr?.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  const isDone = ended(client);
  // Once some parts are being made: then it dies with one in hand.
  while (client.exitCode === null && partsOf(program.folder) < 5) await new Promise((resume) => setTimeout(resume, 20));
  kill(victim);
  expect({ code: await isDone, said }).toMatchObject({ code: 0 });
  await program.run(["tables", "cables", "--to", "single"]);
  expect(contents(join(program.folder, "tables"))).toEqual(contents(join(program.folder, "single")));
  // More folders than parts: the one in hand was made again.
  expect(partsOf(program.folder)).toBeGreaterThan(16);
}, 300_000);

function partsOf(folder: string): number {
  try {
    return readdirSync(join(folder, "parts")).length;
  } catch {
    return 0;
  }
}

/** Snapshots on the disk: whatever happens while one is written, there is a whole one or none. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { afterEach, beforeEach, expect, test } from "vitest";
import { diskSnapshots } from "../../server/src/host/disk-snapshots.ts";

const SOURCE = fileURLToPath(new URL("../../server/src/host/disk-snapshots.ts", import.meta.url));

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "reftel-snapshots-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A process that writes a snapshot, and is killed when the first piece of it is on the disk. */
async function killedWhileWriting(): Promise<void> {
  const program = join(folder, "writer.cjs");
  const { outputFiles } = await build({
    bundle: true,
    format: "cjs",
    platform: "node",
    write: false,
    stdin: {
      resolveDir: folder,
      contents: `
        import { writeSync } from "node:fs";
        import { diskSnapshots } from ${JSON.stringify(SOURCE)};
        const half = () => {
          writeSync(1, "half");
          Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
          return true;
        };
        void diskSnapshots(${JSON.stringify(join(folder, "storage"))}).write("index", [new Uint8Array(16e6).fill(2)], half);
      `,
    },
  });
  writeFileSync(program, outputFiles[0]?.text ?? "");
  const writer = spawn(process.execPath, [program], { stdio: ["ignore", "pipe", "inherit"] });
  await once(writer.stdout, "data");
  writer.kill("SIGKILL");
  await once(writer, "exit");
}

const isHalf = (name: string): boolean => name.endsWith(".part");

test("a process that is killed while it writes leaves the one before, and what it left is removed in time", async () => {
  const storage = join(folder, "storage");
  const snapshots = diskSnapshots(storage);
  await killedWhileWriting();
  expect(snapshots.read("index")).toBeNull();
  expect(await snapshots.write("index", [Uint8Array.of(1, 2, 3)], () => true)).toBe(true);
  await killedWhileWriting();
  expect(snapshots.read("index")).toEqual(Uint8Array.of(1, 2, 3));
  const halves = readdirSync(storage).filter(isHalf);
  expect(halves).toHaveLength(2);
  const yesterday = Date.now() / 1000 - 24 * 3600;
  for (const name of halves) utimesSync(join(storage, name), yesterday, yesterday);
  await snapshots.write("index", [Uint8Array.of(4)], () => true);
  expect(readdirSync(storage)).toEqual(["index.index"]);
});

test("one that is out of date before it is whole leaves the one before", async () => {
  const storage = join(folder, "storage");
  const snapshots = diskSnapshots(storage);
  await snapshots.write("index", [Uint8Array.of(1)], () => true);
  expect(await snapshots.write("index", [Uint8Array.of(2)], () => false)).toBe(false);
  expect(snapshots.read("index")).toEqual(Uint8Array.of(1));
  expect(readdirSync(storage)).toEqual(["index.index"]);
});

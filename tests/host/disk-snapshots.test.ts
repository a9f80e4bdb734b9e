/** Snapshots on the disk: whatever happens while one is written, there is a whole one or none. */

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
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

const longAgo = Date.now() / 1000 - 100 * 24 * 3600;

test("a process that is killed while it writes leaves the one before, and what it left is removed by the next", async () => {
  const storage = join(folder, "storage");
  const snapshots = diskSnapshots(storage);
  await killedWhileWriting();
  expect(snapshots.read("index")).toBeNull();
  expect(readdirSync(storage).filter(isHalf)).toHaveLength(1);
  expect(await snapshots.write("index", [Uint8Array.of(1, 2, 3)], () => true)).toBe(true);
  expect(readdirSync(storage)).toEqual(["reftel-index.index"]);
  await killedWhileWriting();
  expect(snapshots.read("index")).toEqual(Uint8Array.of(1, 2, 3));
});

test("what others keep in the folder stays, and what another server writes just now", async () => {
  const storage = join(folder, "storage");
  mkdirSync(storage);
  const writing = `reftel-other.index.${"0".repeat(8)}-1-${"a".repeat(12)}.part`;
  const abandoned = `reftel-other.index.${"0".repeat(8)}-1-${"b".repeat(12)}.part`;
  const theirs = ["library.index", "download.part", "notes.txt", "reftel.index"];
  const old = "reftel-0123456789abcdef.index";
  for (const name of [...theirs, old, abandoned]) {
    writeFileSync(join(storage, name), "theirs");
    utimesSync(join(storage, name), longAgo, longAgo);
  }
  writeFileSync(join(storage, writing), "half");
  await diskSnapshots(storage).write("index", [Uint8Array.of(1)], () => true);
  expect(readdirSync(storage).sort()).toEqual([...theirs, "reftel-index.index", writing].sort());
});

test("written at once is there when the call returns", () => {
  const snapshots = diskSnapshots(join(folder, "storage"));
  expect(snapshots.writeAtOnce("index", [Uint8Array.of(1, 2), new Uint8Array(), Uint8Array.of(3)])).toBe(true);
  expect(snapshots.read("index")).toEqual(Uint8Array.of(1, 2, 3));
  writeFileSync(join(folder, "file"), "");
  expect(diskSnapshots(join(folder, "file")).writeAtOnce("index", [Uint8Array.of(1)])).toBe(false);
});

test("one that is out of date before it is whole leaves the one before", async () => {
  const storage = join(folder, "storage");
  const snapshots = diskSnapshots(storage);
  await snapshots.write("index", [Uint8Array.of(1)], () => true);
  expect(await snapshots.write("index", [Uint8Array.of(2)], () => false)).toBe(false);
  expect(snapshots.read("index")).toEqual(Uint8Array.of(1));
  expect(readdirSync(storage)).toEqual(["reftel-index.index"]);
});

/** The disk: what is listed, what is read, and what is passed over with a word. */

import { execFileSync } from "node:child_process";
import { chmod, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { pathBelow } from "../../server/src/corpus/file-uri.ts";
import { disk, pathOfUri, uriOfPath } from "../../server/src/host/disk.ts";
import { wantedBy } from "../../server/src/host/file-filter.ts";
import { LARGEST_FILE } from "../../server/src/host/files.ts";

let root: string;

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), "reftel-disk-"));
});

afterEach(async () => {
  await chmod(root, 0o700);
  await rm(root, { recursive: true, force: true });
});

async function list(include = ["**/*.txt"], exclude: string[] = []) {
  const complaints: string[] = [];
  const found: (string | null)[] = [];
  const wanted = wantedBy(include, exclude);
  for await (const batch of disk.list(uriOfPath(root), wanted, (problem) => complaints.push(problem))) {
    found.push(...batch.map((file) => pathBelow(uriOfPath(root), file)));
  }
  return { found, complaints };
}

async function write(path: string, content: string | Uint8Array = "text"): Promise<string> {
  const full = join(root, path);
  await mkdir(join(full, ".."), { recursive: true });
  await writeFile(full, content);
  return full;
}

describe("listing", () => {
  test("gives what is wanted, in order, whatever its name", async () => {
    for (const path of ["b.txt", "a b (é) 100%.txt", "c/d.txt", "c/e.pdf", "skip/f.txt"]) await write(path);
    expect(await list(["**/*.txt"], ["skip/**"])).toEqual({
      found: ["a b (é) 100%.txt", "b.txt", "c/d.txt"],
      complaints: [],
    });
  });

  test("sorts whole paths by code units, folders among files", async () => {
    const sorted = ["B.txt", "a-b.txt", "a.txt", "a/x.txt", "a/y/z.txt", "a0.txt", "é.txt"];
    for (const path of sorted.toReversed()) await write(path);
    expect((await list()).found).toEqual(sorted);
  });

  // Windows lets only administrators make links.
  test.skipIf(process.platform === "win32")("follows links, but in no circle", async () => {
    await write("a/file.txt");
    await symlink(root, join(root, "a", "up"));
    await symlink(join(root, "a", "file.txt"), join(root, "link.txt"));
    await symlink(join(root, "nowhere"), join(root, "broken.txt"));
    await symlink(join(root, "self.txt"), join(root, "self.txt"));
    expect(await list()).toEqual({ found: ["a/file.txt"], complaints: [] });
  });

  test.skipIf(process.platform === "win32")(
    "follows links to what is met no other way, each folder once, and never above",
    async () => {
      await write("inside/archive/a.txt");
      await write("elsewhere/b.txt");
      await write("elsewhere/below/c.txt");
      await write("inside/left-out/d.txt");
      const elsewhere = join(root, "elsewhere");
      for (const [name, target] of [
        ["all", "/"],
        ["above", root],
        ["itself", join(root, "inside")],
        ["archive-too", join(root, "inside", "archive")],
        ["left-in", join(root, "inside", "left-out")],
        ["one", elsewhere],
        ["other", elsewhere],
        ["e.txt", join(elsewhere, "b.txt")],
      ] as const) {
        await symlink(target, join(root, "inside", name));
      }
      root = join(root, "inside");
      const { found, complaints } = await list(["**/*.txt"], ["left-out"]);
      root = join(root, "..");
      expect({ found, complaints }).toEqual({
        found: ["archive/a.txt", "e.txt", "left-in/d.txt", "one/b.txt", "one/below/c.txt"],
        complaints: [],
      });
    },
  );

  // Root may read everything, and Windows has other rights.
  test.skipIf(process.platform === "win32" || process.getuid?.() === 0)(
    "complains of a folder that it may not read",
    async () => {
      await write("closed/file.txt");
      await chmod(join(root, "closed"), 0);
      const { found, complaints } = await list();
      await chmod(join(root, "closed"), 0o700);
      expect(found).toEqual([]);
      expect(complaints).toEqual([`${join(root, "closed")} can't be read: permission denied`]);
    },
  );

  test("of a folder that is not there is empty", async () => {
    root = join(root, "nowhere");
    expect(await list()).toEqual({ found: [], complaints: [] });
    await mkdir(root);
  });
});

describe("reading", () => {
  test("gives the text", async () => {
    expect(await disk.read(uriOfPath(await write("a é.txt", "CAFÉ")))).toEqual({ kind: "text", text: "CAFÉ" });
  });

  test("says of what is too large that it is", async () => {
    const path = await write("large.txt");
    await truncate(path, LARGEST_FILE + 1);
    expect(await disk.read(uriOfPath(path))).toEqual({ kind: "skipped", reason: "is too large for a cable: 64 MB" });
  });

  test.skipIf(process.platform !== "linux")(
    "takes nothing of a file that says it is empty and has no end",
    async () => {
      for (const endless of ["/proc/self/pagemap", "/proc/self/mem"]) {
        await symlink(endless, join(root, "endless.txt"));
        expect(await disk.read(uriOfPath(join(root, "endless.txt")))).toEqual({ kind: "text", text: "" });
        await rm(join(root, "endless.txt"));
      }
    },
  );

  test.skipIf(process.platform === "win32")("waits for no pipe and opens no device", async () => {
    execFileSync("mkfifo", [join(root, "pipe.txt")]);
    await symlink("/dev/zero", join(root, "device.txt"));
    for (const name of ["pipe.txt", "device.txt"]) {
      expect(await disk.read(uriOfPath(join(root, name)))).toEqual({ kind: "skipped", reason: "is no file" });
    }
    expect(await list()).toEqual({ found: [], complaints: [] });
  });

  test("tells a folder and a file that is not there", async () => {
    expect(await disk.read(uriOfPath(root))).toEqual({ kind: "folder" });
    expect(await disk.read(uriOfPath(join(root, "nowhere.txt")))).toEqual({ kind: "missing" });
    expect(await disk.kind(uriOfPath(root))).toBe("folder");
    expect(await disk.kind(uriOfPath(await write("a.txt")))).toBe("file");
    expect(await disk.kind(uriOfPath(join(root, "nowhere.txt")))).toBe("missing");
  });
});

test("a path and its URI lead to each other", async () => {
  const path = await write("a é (1).txt");
  expect(pathOfUri(uriOfPath(path))).toBe(path);
});

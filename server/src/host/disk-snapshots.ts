/** Snapshots of the index in a folder on disk: written beside and then renamed, so that there is always a whole one or none. */

import { createHash, randomBytes } from "node:crypto";
import { closeSync, fstatSync, mkdirSync, openSync, readSync, renameSync, rmSync, writeSync } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { homedir, hostname } from "node:os";
import { join } from "node:path";
import type { Snapshots } from "./snapshots.ts";

const SUFFIX = ".index";
/** Snapshots of folders that nobody opened for so long are removed, in milliseconds: 60 days. */
const OLDEST = 60 * 24 * 3600 * 1000;
/** What another machine left half written is removed after this time, in milliseconds; of a process of this machine we know whether it lives. */
const OLDEST_PART = 3600 * 1000;
/** Large parts are written in pieces, between which requests have their turn. */
const PIECE = 4 * 1024 * 1024;

/**
 * Names of what this program keeps (earlier versions left their name out): others may use the folder, too. A part's name says on which machine
 * which process writes it.
 */
const OWN_SNAPSHOT = /^(?:reftel-[0-9a-z]{1,32}|[0-9a-f]{16})\.index$/;
const OWN_PART = /^reftel-[0-9a-z]{1,32}\.index\.([0-9a-f]{8})-(\d{1,10})-[0-9a-f]{12}\.part$/;

/** Tells machines apart whose process numbers mean different processes, as containers on one disk. */
const MACHINE = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);

export function diskSnapshots(folder: string): Snapshots {
  const pathOf = (name: string): string => join(folder, `reftel-${name}${SUFFIX}`);
  return {
    read: (name) => readWhole(pathOf(name)),
    write: async (name, parts, isCurrent) => {
      const beside = partPath(pathOf(name));
      try {
        await mkdir(folder, { recursive: true });
        const isWhole = await writeParts(beside, parts, isCurrent);
        if (isWhole) await rename(beside, pathOf(name));
        else await rm(beside, { force: true });
        await removeOld(folder);
        return isWhole;
      } catch {
        await rm(beside, { force: true }).catch(() => {});
        return false;
      }
    },
    writeAtOnce: (name, parts) => {
      const beside = partPath(pathOf(name));
      try {
        mkdirSync(folder, { recursive: true });
        writePartsAtOnce(beside, parts);
        renameSync(beside, pathOf(name));
        return true;
      } catch {
        removeAtOnce(beside);
        return false;
      }
    },
  };
}

/** The cache folder of the system, for editors that have no storage folder of their own. */
export function systemCacheFolder(): string {
  const { env, platform } = process;
  if (platform === "win32") return join(env.LOCALAPPDATA ?? join(homedir(), "AppData", "Local"), "reftel", "Cache");
  if (platform === "darwin") return join(homedir(), "Library", "Caches", "reftel");
  return join(env.XDG_CACHE_HOME || join(homedir(), ".cache"), "reftel");
}

function partPath(target: string): string {
  return `${target}.${MACHINE}-${process.pid}-${randomBytes(6).toString("hex")}.part`;
}

/** One read into one buffer, which the index then lives in. */
function readWhole(path: string): Uint8Array | null {
  try {
    const descriptor = openSync(path, "r");
    try {
      const stats = fstatSync(descriptor);
      if (!stats.isFile()) return null;
      const bytes = new Uint8Array(stats.size);
      let length = 0;
      while (length < bytes.length) {
        const read = readSync(descriptor, bytes, length, bytes.length - length, length);
        if (read === 0) return null;
        length += read;
      }
      return bytes;
    } finally {
      closeSync(descriptor);
    }
  } catch {
    return null;
  }
}

async function writeParts(path: string, parts: readonly Uint8Array[], isCurrent: () => boolean): Promise<boolean> {
  const file = await open(path, "wx");
  try {
    for (const part of parts) {
      for (let at = 0; at < part.length; at += PIECE) {
        await file.writeFile(part.subarray(at, at + PIECE));
        if (!isCurrent()) return false;
      }
    }
    await file.datasync();
    return isCurrent();
  } finally {
    await file.close();
  }
}

/** Without waiting for the disk itself: after a loss of power a snapshot that is not whole is known by its checksum. */
function writePartsAtOnce(path: string, parts: readonly Uint8Array[]): void {
  const descriptor = openSync(path, "wx");
  try {
    for (const part of parts) {
      for (let at = 0; at < part.length; ) at += writeSync(descriptor, part, at);
    }
  } finally {
    closeSync(descriptor);
  }
}

/** Takes a file away where that can be done. */
function removeAtOnce(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // Its folder may be no folder.
  }
}

/** Removes what this program kept and nobody needs any more. What can't be looked at or removed stays. */
async function removeOld(folder: string): Promise<void> {
  const now = Date.now();
  for (const name of await readdir(folder).catch(() => [])) {
    const part = OWN_PART.exec(name);
    if (part === null && !OWN_SNAPSHOT.test(name)) continue;
    const path = join(folder, name);
    try {
      const age = now - (await stat(path)).mtimeMs;
      const isOld = part === null ? age > OLDEST : age > OLDEST_PART || isOfDeadWriter(part[1] ?? "", part[2] ?? "");
      if (isOld) await rm(path, { force: true });
    } catch {
      // Another server may have removed it.
    }
  }
}

function isOfDeadWriter(machine: string, id: string): boolean {
  if (machine !== MACHINE) return false;
  try {
    process.kill(Number(id), 0);
    return false;
  } catch (error) {
    // Of a process of somebody else we may only not know more.
    return error instanceof Error && "code" in error && error.code === "ESRCH";
  }
}

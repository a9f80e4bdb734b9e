/** Snapshots of the index in a folder on disk: written beside and then renamed, so that there is always a whole one or none. */

import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Snapshots } from "./snapshots.ts";

const SUFFIX = ".index";
/** Snapshots of folders that nobody opened for so long are removed, in milliseconds: 60 days. */
const OLDEST = 60 * 24 * 3600 * 1000;
/** What a killed server left half written is removed after this time, in milliseconds. */
const OLDEST_PART = 3600 * 1000;
/** Large parts are written in pieces, between which requests have their turn. */
const PIECE = 4 * 1024 * 1024;

export function diskSnapshots(folder: string): Snapshots {
  return {
    read: (name) => readWhole(join(folder, name + SUFFIX)),
    write: async (name, parts, isCurrent) => {
      const target = join(folder, name + SUFFIX);
      const beside = `${target}.${process.pid}.${Math.trunc(performance.now() * 1000)}.part`;
      try {
        await mkdir(folder, { recursive: true });
        const isWhole = await writeParts(beside, parts, isCurrent);
        if (isWhole) await rename(beside, target);
        else await rm(beside, { force: true });
        await removeOld(folder);
        return isWhole;
      } catch {
        await rm(beside, { force: true }).catch(() => {});
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

/** One read into one buffer, which the index then lives in. */
function readWhole(path: string): Uint8Array | null {
  try {
    const descriptor = openSync(path, "r");
    try {
      const bytes = new Uint8Array(fstatSync(descriptor).size);
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

async function removeOld(folder: string): Promise<void> {
  const now = Date.now();
  for (const name of await readdir(folder)) {
    const oldest = name.endsWith(".part") ? OLDEST_PART : name.endsWith(SUFFIX) ? OLDEST : null;
    if (oldest === null) continue;
    const path = join(folder, name);
    const { mtimeMs } = await stat(path);
    if (now - mtimeMs > oldest) await rm(path, { force: true });
  }
}

/** Puts a text in the place of a file's own: whole or not at all, with the file's owner, rights and encoding. */

import type { Stats } from "node:fs";
import { type FileHandle, open, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { decode } from "../host/decode.ts";
import { reasonOf } from "../host/disk.ts";
import { readBounded } from "../host/disk-read.ts";
import { temporaryPath } from "../host/disk-temporary.ts";

/** Some right to write: of the owner, the group or others. */
const WRITABLE = 0o222;

/** Writes `after` if the file still holds `before`. Null when it is done, else why it was not, in words behind the path. */
export async function rewriteFile(path: string, before: string, after: string): Promise<string | null> {
  try {
    // Through links, so that the link stays one.
    const target = await realpath(path);
    const stats = await stat(target);
    if ((stats.mode & WRITABLE) === 0) return "is read-only: not fixed";
    // The new text would be under this name alone; written into the old file, a half of it might be left.
    if (stats.nlink > 1) return "has other names (hard links), which would keep the old text: not fixed";
    const found = await readBounded(target);
    if (found.kind !== "bytes") return "is no file any more: not fixed";
    const content = decode(found.bytes);
    if (content.kind !== "text" || content.text !== before) return "changed while it was checked: not fixed";
    const encoded = encodeLike(found.bytes, after, before);
    if (encoded === null) return "is not written in UTF-8 or UTF-16: not fixed";
    return (await replace(target, encoded, stats))
      ? null
      : "belongs to somebody else, and would not any more: not fixed";
  } catch (error) {
    return isMissing(error) ? "vanished while it was checked: not fixed" : `can't be written: ${reasonOf(error)}`;
  }
}

/** The byte-order mark that a file of UTF-8 begins with, which is no part of its text; empty where there is none. */
export async function byteOrderMarkOf(path: string): Promise<string> {
  try {
    const found = await readBounded(path);
    const [first, second, third] = found.kind === "bytes" ? found.bytes : [];
    return first === 0xef && second === 0xbb && third === 0xbf ? "\ufeff" : "";
  } catch {
    // It vanished meanwhile: there is nothing to compare with.
    return "";
  }
}

/** Answers whether the file could be replaced by one of the same owner and rights. */
async function replace(target: string, bytes: Uint8Array, { mode, uid, gid }: Stats): Promise<boolean> {
  const temporary = temporaryPath(dirname(target));
  try {
    const handle = await open(temporary, "wx", 0o600);
    try {
      await handle.writeFile(bytes);
      if (!(await givenTo(handle, uid, gid))) return false;
      // Behind the change of owner, which takes away some rights.
      await handle.chmod(mode & 0o7777);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
    return true;
  } finally {
    await rm(temporary, { force: true });
  }
}

/** Gives a file that was just made to an owner and a group, where that may be done. */
async function givenTo(handle: FileHandle, uid: number, gid: number): Promise<boolean> {
  const own = await handle.stat();
  if (own.uid === uid && own.gid === gid) return true;
  try {
    await handle.chown(uid, gid);
    return true;
  } catch {
    return false;
  }
}

/** The text in the encoding of the bytes it replaces, its byte-order mark kept; null for Latin-1, which would be guessed at. */
function encodeLike(bytes: Uint8Array, text: string, before: string): Uint8Array | null {
  const [first, second, third] = bytes;
  if (first === 0xff && second === 0xfe)
    return Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]);
  if (first === 0xfe && second === 0xff) {
    return Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(text, "utf16le").swap16()]);
  }
  const mark = first === 0xef && second === 0xbb && third === 0xbf ? 3 : 0;
  if (!Buffer.from(before, "utf8").equals(bytes.subarray(mark))) return null;
  return Buffer.concat([bytes.subarray(0, mark), Buffer.from(text, "utf8")]);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

/** Puts a text in the place of a file's own: whole or not at all, with the file's rights and encoding. */

import { randomBytes } from "node:crypto";
import { chmod, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { decode } from "../host/decode.ts";
import { reasonOf } from "../host/disk.ts";

/** Some right to write: of the owner, the group or others. */
const WRITABLE = 0o222;

/** Writes `after` if the file still holds `before`. Null when it is done, else why it was not, in words behind the path. */
export async function rewriteFile(path: string, before: string, after: string): Promise<string | null> {
  try {
    // Through links, so that the link stays one.
    const target = await realpath(path);
    const { mode } = await stat(target);
    if ((mode & WRITABLE) === 0) return "is read-only: not fixed";
    const bytes = await readFile(target);
    const content = decode(bytes);
    if (content.kind !== "text" || content.text !== before) return "changed while it was checked: not fixed";
    const encoded = encodeLike(bytes, after, before);
    if (encoded === null) return "is not written in UTF-8 or UTF-16: not fixed";
    await replace(target, encoded, mode);
    return null;
  } catch (error) {
    return isMissing(error) ? "vanished while it was checked: not fixed" : `can't be written: ${reasonOf(error)}`;
  }
}

/** The byte-order mark that a file of UTF-8 begins with, which is no part of its text; empty where there is none. */
export async function byteOrderMarkOf(path: string): Promise<string> {
  try {
    const [first, second, third] = await readFile(path);
    return first === 0xef && second === 0xbb && third === 0xbf ? "\ufeff" : "";
  } catch {
    // It vanished meanwhile: there is nothing to compare with.
    return "";
  }
}

async function replace(target: string, bytes: Uint8Array, mode: number): Promise<void> {
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    const handle = await open(temporary, "wx", mode & 0o777);
    try {
      await handle.writeFile(bytes);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await chmod(temporary, mode & 0o7777);
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
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

/** The list of what is in a ZIP archive, read from its end; whatever an archive of cables never has is refused before anything of it is taken. */

import { type FileHandle, open } from "node:fs/promises";
import { reasonOf } from "./disk.ts";
import { UnreadableSource } from "./importer.ts";

/** A file in an archive. */
export interface ZipEntry {
  /** With `/`; leads nowhere but into the archive. */
  readonly name: string;
  /** In bytes, unpacked, as the archive says. */
  readonly size: number;
  readonly packedSize: number;
  /** CRC-32 of its bytes, unpacked, as the archive says. */
  readonly checksum: number;
  /** Where its bytes begin in the archive. */
  readonly start: number;
  readonly isDeflated: boolean;
}

/** The end record and the longest comment behind it. */
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;

/** Marks of sizes that stand elsewhere, in archives over 4 GB. */
const ELSEWHERE = 0xffffffff;

const MOST_ENTRIES = 1_000_000;
const LARGEST_LIST = 256 * 1024 * 1024;

/** What unpacks to more than this many times the archive is no text. */
const MOST_GROWTH = 200;
const HARMLESS = 64 * 1024 * 1024;

const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;

/** All files, in the order of the list. Fails, with words behind the archive's name, where it is damaged or hostile. */
export async function zipEntries(path: string): Promise<readonly ZipEntry[]> {
  let handle: FileHandle | null = null;
  try {
    handle = await open(path, "r");
    const { size } = await handle.stat();
    return await readEntries(handle, size);
  } catch (error) {
    if (error instanceof UnreadableSource) throw error;
    if (error instanceof RangeError) throw damaged();
    throw new UnreadableSource(`can't be read: ${reasonOf(error)}`);
  } finally {
    await handle?.close();
  }
}

async function readEntries(handle: FileHandle, size: number): Promise<readonly ZipEntry[]> {
  const tail = await bytesAt(
    handle,
    Math.max(size - END_LENGTH - LONGEST_COMMENT, 0),
    Math.min(size, END_LENGTH + LONGEST_COMMENT),
  );
  const end = lastSignature(tail, END);
  if (end < 0) throw damaged();
  const count = tail.readUInt16LE(end + 10);
  const listLength = tail.readUInt32LE(end + 12);
  const listStart = tail.readUInt32LE(end + 16);
  if (listStart === ELSEWHERE || listLength === ELSEWHERE || count === 0xffff) {
    throw new UnreadableSource("is a ZIP archive of a kind for more than 4 GB: unpack it first");
  }
  if (count > MOST_ENTRIES || listLength > LARGEST_LIST || listStart + listLength > size) throw damaged();
  const list = await bytesAt(handle, listStart, listLength);
  const entries: ZipEntry[] = [];
  const starts: { readonly start: number; readonly end: number }[] = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (list.readUInt32LE(at) !== ENTRY) throw damaged();
    const flags = list.readUInt16LE(at + 8);
    const method = list.readUInt16LE(at + 10);
    const checksum = list.readUInt32LE(at + 16);
    const packedSize = list.readUInt32LE(at + 20);
    const unpacked = list.readUInt32LE(at + 24);
    const nameLength = list.readUInt16LE(at + 28);
    const extra = list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32);
    const local = list.readUInt32LE(at + 42);
    const name = list.toString("utf8", at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength);
    at += ENTRY_LENGTH + nameLength + extra;
    if (name.endsWith("/")) continue;
    refuseName(name);
    if ((flags & ENCRYPTED) !== 0) throw new UnreadableSource("is locked by a password");
    if (method !== STORED && method !== DEFLATED) {
      throw new UnreadableSource(`packs ${shown(name)} in a way that is not known: unpack it first`);
    }
    const head = await bytesAt(handle, local, LOCAL_LENGTH);
    if (head.readUInt32LE(0) !== LOCAL) throw damaged();
    const start = local + LOCAL_LENGTH + head.readUInt16LE(26) + head.readUInt16LE(28);
    if (start + packedSize > size) throw damaged();
    starts.push({ start: local, end: start + packedSize });
    if (isFurniture(name)) continue;
    entries.push({ name, size: unpacked, packedSize, checksum, start, isDeflated: method === DEFLATED });
  }
  refuseOverlaps(starts);
  const all = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (all > HARMLESS && all > size * MOST_GROWTH) {
    throw new UnreadableSource(`unpacks to more than ${MOST_GROWTH} times its size, as no text does: not taken`);
  }
  return entries;
}

/** A name that leads out of the folder it would be unpacked into is written by nobody who means well. */
function refuseName(name: string): void {
  if (/^[\\/]|^[A-Za-z]:|(?:^|[\\/])\.\.(?:[\\/]|$)|\0/.test(name)) {
    throw new UnreadableSource(`has a file whose name leads out of it, ${shown(name)}: not taken`);
  }
}

/** What one kind of machine puts beside the files of its users. */
function isFurniture(name: string): boolean {
  return /(?:^|\/)(?:__MACOSX\/|\.DS_Store$|\._)/.test(name);
}

/** Files that share their bytes make little much. */
function refuseOverlaps(all: { readonly start: number; readonly end: number }[]): void {
  all.sort((one, other) => one.start - other.start);
  for (const [index, { start }] of all.entries()) {
    if (index > 0 && start < (all[index - 1]?.end ?? 0))
      throw new UnreadableSource("has files that lie over each other: not taken");
  }
}

function lastSignature(bytes: Buffer, signature: number): number {
  for (let at = bytes.length - END_LENGTH; at >= 0; at--) if (bytes.readUInt32LE(at) === signature) return at;
  return -1;
}

async function bytesAt(handle: FileHandle, start: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  const { bytesRead } = await handle.read(bytes, 0, length, start);
  if (bytesRead < length) throw damaged();
  return bytes;
}

function damaged(): UnreadableSource {
  return new UnreadableSource("is a damaged ZIP archive");
}

/** A name as people may see it, without what moves a cursor. */
function shown(name: string): string {
  return JSON.stringify(name.slice(0, 80).replace(/[^\P{Cc}]/gu, "?"));
}

/** Lists and reads files of a disk with calls that wait, one after the other into one buffer: the fastest way there is, and fit for a worker only. */

import { closeSync, type Dirent, fstatSync, openSync, readdirSync, readSync, realpathSync, statSync } from "node:fs";
import { join, sep } from "node:path";
import { parseHead } from "../cable/parse.ts";
import { BlockWriter, type FileBlock, splitFile } from "../corpus/file-list-chunk.ts";
import { type FileUri, fileName } from "../corpus/file-uri.ts";
import { toIndexRecord } from "../corpus/index-record.ts";
import { BatchWriter, FOUND, type RecordBatch, type Stamp } from "../corpus/record-batch.ts";
import { pushAll } from "../text/arrays.ts";
import type { ListRequest } from "./batch-reader.ts";
import { ByteSource } from "./byte-source.ts";
import { BINARY, isBinary } from "./decode.ts";
import { isNothingThere, pathOfUri, reasonOf, uriOfPath } from "./disk.ts";
import { VisitedFolders } from "./disk-links.ts";
import { OPEN_FLAGS, refusalOf } from "./disk-read.ts";
import { wantedBy } from "./file-filter.ts";
import { LARGEST_FILE } from "./files.ts";

/** Files are handed on in blocks of this many: large enough to be cheap, small enough that taking one in is no wait. */
export const BLOCK = 512;

/** Names that are the same in a path and in a URI. */
const PLAIN_NAME = /^[\w.~-]+$/;

/** Lists a folder; `hand` takes each block, `complain` each problem. */
export function listDisk(
  { folder, prefix, include, exclude }: ListRequest,
  hand: (block: FileBlock) => void,
  complain: (problem: string) => void,
): void {
  const root = pathOfUri(folder);
  if (root === null) return;
  const wanted = wantedBy(include, exclude);
  const visited = new VisitedFolders(realPathOf(aboveBy(root, prefix)), wanted);
  const block = new BlockWriter();
  // A stack, and not a recursion: folders may be nested deeper than calls can be.
  const open: WalkedFolder[] = [{ path: root, below: prefix, isLink: false }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { path, below, isLink } = next;
    let entries: readonly Dirent[];
    try {
      if (!visited.enters(realpathSync.native(path), isLink)) continue;
      entries = readdirSync(path, { withFileTypes: true });
    } catch (error) {
      if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) {
        complain(`${path} can't be read: ${reasonOf(error)}`);
      }
      continue;
    }
    const uri = uriOfPath(path);
    const base = uri.endsWith("/") ? uri : `${uri}/`;
    const folders: WalkedFolder[] = [];
    for (const entry of entries) {
      const { name } = entry;
      const kind = kindOf(entry, path, visited);
      if (kind === "folder") {
        const folder = { path: `${path}${sep}${name}`, below: `${below}${name}/`, isLink: entry.isSymbolicLink() };
        if (wanted.folder(below + name)) folders.push(folder);
      } else if (kind === "file" && wanted.file(below + name)) {
        if (PLAIN_NAME.test(name)) block.add(base, name);
        else {
          const file = splitFile(uriOfPath(`${path}${sep}${name}`));
          block.add(file.folder, file.name);
        }
        if (block.size === BLOCK) hand(block.finish());
      }
    }
    pushAll(open, folders.reverse());
  }
  if (block.size > 0) hand(block.finish());
}

interface WalkedFolder {
  readonly path: string;
  /** What stands before the names in it in paths that are held against patterns. */
  readonly below: string;
  readonly isLink: boolean;
}

/** The folder that lies as many folders above as `prefix` has. */
function aboveBy(path: string, prefix: string): string {
  return join(path, "../".repeat(prefix.split("/").length - 1));
}

function realPathOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return path;
  }
}

/** What an entry of a folder is, or leads to; null for a link that leads nowhere or to a file that is met itself, and for what can't be read at all. */
function kindOf(entry: Dirent, folder: string, visited: VisitedFolders): "file" | "folder" | null {
  if (entry.isFile()) return "file";
  if (entry.isDirectory()) return "folder";
  if (!entry.isSymbolicLink()) return null;
  const path = `${folder}${sep}${entry.name}`;
  try {
    const target = statSync(path);
    if (target.isDirectory()) return "folder";
    return target.isFile() && !visited.isMetFile(realpathSync.native(path)) ? "file" : null;
  } catch {
    return null;
  }
}

/** Reads files one after the other. One for each worker, for its buffer. */
export class DiskReader {
  readonly #buffer = Buffer.allocUnsafeSlow(64 * 1024);
  readonly #source = new ByteSource();
  readonly #batch = new BatchWriter();

  /** Reads the files of a block; see `BulkReader.read`. */
  read({ folders, counts, names }: FileBlock, stamps: Float64Array | null): RecordBatch {
    const all = names.split("\n");
    let index = 0;
    folders.forEach((folder, number) => {
      const path = pathOfUri(folder as FileUri);
      const prefix = path === null || path.endsWith(sep) ? path : path + sep;
      for (const behind = index + (counts[number] ?? 0); index < behind; index++) {
        const known = { size: stamps?.[index * 2] ?? -1, modified: stamps?.[index * 2 + 1] ?? -1 };
        this.#look({ folder, prefix, name: all[index] ?? "" }, known);
      }
    });
    return this.#batch.finish();
  }

  #look(place: Place, known: Stamp): void {
    const batch = this.#batch;
    try {
      this.#read(place, known, batch);
    } catch (error) {
      const code = error instanceof Error && "code" in error ? error.code : "";
      if (code === "EISDIR") batch.add(FOUND.folder);
      else if (!isNothingThere(code)) batch.addSkipped(`can't be read: ${reasonOf(error)}`);
      else if (place.name.includes(REPLACEMENT)) batch.addSkipped("can't be read: its name is no text");
      else batch.add(FOUND.missing);
    }
  }

  #read(place: Place, known: Stamp, batch: BatchWriter): void {
    const path = pathOf(place);
    if (path === null) {
      batch.add(FOUND.missing);
      return;
    }
    if (known.size >= 0) {
      const stats = statSync(path);
      if (stats.size === known.size && stats.mtimeMs === known.modified && stats.isFile()) {
        batch.add(FOUND.unchanged, known);
        return;
      }
    }
    const descriptor = openSync(path, OPEN_FLAGS);
    try {
      const stats = fstatSync(descriptor);
      const stamp = { size: stats.size, modified: stats.mtimeMs };
      const refused = refusalOf(stats, LARGEST_FILE);
      if (refused?.kind === "folder") batch.add(FOUND.folder);
      else if (refused !== null) batch.addSkipped(refused.reason, stamp);
      else this.#summarise(place, descriptor, stamp, batch);
    } finally {
      closeSync(descriptor);
    }
  }

  #summarise(place: Place, descriptor: number, stamp: Stamp, batch: BatchWriter): void {
    // Files of the system itself say that they are empty and have no end.
    const length = readSync(descriptor, this.#buffer, 0, Math.min(this.#buffer.length, stamp.size), 0);
    const bytes = length < this.#buffer.length ? this.#buffer.subarray(0, length) : readRest(descriptor, stamp.size);
    if (isBinary(bytes)) {
      batch.addSkipped(BINARY, stamp);
      return;
    }
    const row = toIndexRecord(parseHead(this.#source.of(bytes), fileName(place.name as FileUri)));
    if (row === null) batch.add(FOUND.other, stamp);
    else batch.addCable(row, stamp);
  }
}

/** A file of a block. */
interface Place {
  /** Its folder's URI. */
  readonly folder: string;
  /** Its folder's path; null where it has none. */
  readonly prefix: string | null;
  readonly name: string;
}

function uriOf({ folder, name }: Place): FileUri {
  return (folder + name) as FileUri;
}

function pathOf(place: Place): string | null {
  if (place.prefix === null) return null;
  return PLAIN_NAME.test(place.name) ? place.prefix + place.name : pathOfUri(uriOf(place));
}

/** How a URI spells the character that stands for what is no text. */
const REPLACEMENT = "%EF%BF%BD";

/** All of a file that is larger than the buffer: as much as it had when it was opened. */
function readRest(descriptor: number, size: number): Buffer {
  const whole = Buffer.allocUnsafeSlow(Math.min(size, LARGEST_FILE));
  let length = 0;
  while (length < whole.length) {
    const read = readSync(descriptor, whole, length, whole.length - length, length);
    if (read === 0) break;
    length += read;
  }
  return whole.subarray(0, length);
}

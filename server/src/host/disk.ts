/** File access on the disk of the machine that the server runs on. */

import type { Dirent, Stats } from "node:fs";
import { open, readdir, realpath, stat } from "node:fs/promises";
import { join, posix } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type FileUri, fileUri } from "../corpus/file-uri.ts";
import type { Stamp } from "../corpus/record-batch.ts";
import { decode } from "./decode.ts";
import { type Complain, type FileAccess, type FileContent, LARGEST_FILE, type Wanted } from "./files.ts";

/** A batch is handed on when it has grown to this many files, so that reading begins before listing ends. */
const BATCH = 500;

/** The disk. Only `file:` URIs lead anywhere on it. */
export const disk: FileAccess = { list, read, kind, stamp };

/** The URI of a path. */
export function uriOfPath(path: string): FileUri {
  return fileUri(pathToFileURL(path).href);
}

/** The path of a URI; null where it names no file of a disk. */
export function pathOfUri(uri: FileUri): string | null {
  if (!uri.startsWith("file:")) return null;
  try {
    return fileURLToPath(uri);
  } catch {
    return null;
  }
}

async function* list(folder: FileUri, wanted: Wanted, complain: Complain): AsyncIterable<readonly FileUri[]> {
  const root = pathOfUri(folder);
  if (root === null) return;
  const walk: Walk = { wanted, complain, visited: new Set() };
  let batch: FileUri[] = [];
  for await (const path of filesBelow(root, "", walk)) {
    batch.push(uriOfPath(path));
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

interface Walk {
  readonly wanted: Wanted;
  readonly complain: Complain;
  /** The real paths of folders looked into: a link in a circle leads to one of them. */
  readonly visited: Set<string>;
}

/** The paths of the wanted files below a folder; `below` is that folder's path from the root, with `/`. */
async function* filesBelow(folder: string, below: string, walk: Walk): AsyncGenerator<string> {
  let entries: readonly Dirent[];
  try {
    const real = await realpath(folder);
    if (walk.visited.has(real)) return;
    walk.visited.add(real);
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (codeOf(error) !== "ENOENT") walk.complain(`${folder} can't be read: ${reasonOf(error)}`);
    return;
  }
  const named = await Promise.all(
    entries.map(async (entry) => ({ name: entry.name, kind: await kindOf(entry, folder) })),
  );
  // As whole paths are sorted: a folder's files stand where its name with the stroke behind it does.
  const sorted = named
    .map((one) => ({ ...one, sortedAs: one.kind === "folder" ? `${one.name}/` : one.name }))
    .sort((one, other) => (one.sortedAs < other.sortedAs ? -1 : 1));
  for (const { name, kind } of sorted) {
    const path = join(folder, name);
    const pathBelow = posix.join(below, name);
    if (kind === "folder") {
      if (walk.wanted.folder(pathBelow)) yield* filesBelow(path, pathBelow, walk);
    } else if (kind === "file" && walk.wanted.file(pathBelow)) yield path;
  }
}

async function kindOf(entry: Dirent, folder: string): Promise<"file" | "folder" | "other"> {
  if (entry.isSymbolicLink()) return kindOfLink(join(folder, entry.name));
  return entry.isFile() ? "file" : entry.isDirectory() ? "folder" : "other";
}

/** What a link leads to. One that leads nowhere, or in a circle, is as good as not there. */
async function kindOfLink(path: string): Promise<"file" | "folder" | "other"> {
  try {
    const target = await stat(path);
    return target.isFile() ? "file" : target.isDirectory() ? "folder" : "other";
  } catch {
    return "other";
  }
}

async function read(file: FileUri): Promise<FileContent> {
  const path = pathOfUri(file);
  if (path === null) return { kind: "missing" };
  try {
    // Pipes and devices are known before they are opened: opening a pipe that nobody writes to would wait for ever.
    const refused = unreadable(await stat(path));
    if (refused !== null) return refused;
    const handle = await open(path, "r");
    try {
      const grown = unreadable(await handle.stat());
      return grown ?? decode(await handle.readFile());
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT" || code === "ENOTDIR") return { kind: "missing" };
    return { kind: "skipped", reason: `can't be read: ${reasonOf(error)}` };
  }
}

async function kind(file: FileUri): Promise<"file" | "folder" | "missing"> {
  const path = pathOfUri(file);
  if (path === null) return "missing";
  try {
    return (await stat(path)).isDirectory() ? "folder" : "file";
  } catch {
    return "missing";
  }
}

async function stamp(file: FileUri): Promise<Stamp | null> {
  const path = pathOfUri(file);
  if (path === null) return null;
  try {
    const stats = await stat(path);
    return stats.isFile() ? { size: stats.size, modified: stats.mtimeMs } : null;
  } catch {
    return null;
  }
}

function unreadable(stats: Stats): FileContent | null {
  if (stats.isDirectory()) return { kind: "folder" };
  if (!stats.isFile()) return { kind: "skipped", reason: "is no file" };
  if (stats.size <= LARGEST_FILE) return null;
  return { kind: "skipped", reason: `is too large for a cable: ${Math.round(stats.size / 1024 / 1024)} MB` };
}

const REASONS: ReadonlyMap<string, string> = new Map([
  ["EACCES", "permission denied"],
  ["EPERM", "permission denied"],
  ["EMFILE", "too many open files"],
  ["ENAMETOOLONG", "its name is too long"],
  ["ELOOP", "its links go in a circle"],
  ["EIO", "the disk reports an error"],
  ["ENOENT", "no such file or folder"],
  ["ENOTDIR", "its path leads through a file"],
  ["EISDIR", "is a folder"],
  ["EEXIST", "is there already"],
  ["ENOSPC", "the disk is full"],
  ["EROFS", "the disk can't be written to"],
]);

export function reasonOf(error: unknown): string {
  const code = codeOf(error);
  return REASONS.get(code) ?? (code || "unknown error");
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** File access on the disk of the machine that the server runs on. */

import type { Dirent } from "node:fs";
import { readdir, realpath, stat } from "node:fs/promises";
import { join, posix } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type FileUri, fileUri } from "../corpus/file-uri.ts";
import type { Stamp } from "../corpus/record-batch.ts";
import { decode } from "./decode.ts";
import { VisitedFolders } from "./disk-links.ts";
import { readBounded } from "./disk-read.ts";
import type { Complain, FileAccess, FileContent, Wanted } from "./files.ts";

/** A batch is handed on when it has grown to this many files, so that reading begins before listing ends. */
const BATCH = 500;

/** The disk. Only `file:` URIs lead anywhere on it. */
export const disk: FileAccess = { list, read, kind, stamp, real };

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
  const walk: Walk = { wanted, complain, visited: new VisitedFolders(await realpath(root).catch(() => root), wanted) };
  let batch: FileUri[] = [];
  for await (const path of filesBelow({ path: root, below: "", isLink: false }, walk)) {
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
  readonly visited: VisitedFolders;
}

interface WalkedFolder {
  readonly path: string;
  /** Its path from the root, with `/`. */
  readonly below: string;
  readonly isLink: boolean;
}

/** The paths of the wanted files below a folder. */
async function* filesBelow({ path: folder, below, isLink }: WalkedFolder, walk: Walk): AsyncGenerator<string> {
  let entries: readonly Dirent[];
  try {
    if (!walk.visited.enters(await realpath(folder), isLink)) return;
    entries = await readdir(folder, { withFileTypes: true });
  } catch (error) {
    if (codeOf(error) !== "ENOENT") walk.complain(`${folder} can't be read: ${reasonOf(error)}`);
    return;
  }
  const named = await Promise.all(
    entries.map(async (entry) => ({
      name: entry.name,
      isLink: entry.isSymbolicLink(),
      kind: await kindOf(entry, folder, walk),
    })),
  );
  // As whole paths are sorted: a folder's files stand where its name with the stroke behind it does.
  const sorted = named
    .map((one) => ({ ...one, sortedAs: one.kind === "folder" ? `${one.name}/` : one.name }))
    .sort((one, other) => (one.sortedAs < other.sortedAs ? -1 : 1));
  for (const { name, kind, isLink: isEntryLink } of sorted) {
    const path = join(folder, name);
    const pathBelow = posix.join(below, name);
    if (kind === "folder") {
      if (walk.wanted.folder(pathBelow)) yield* filesBelow({ path, below: pathBelow, isLink: isEntryLink }, walk);
    } else if (kind === "file" && walk.wanted.file(pathBelow)) yield path;
  }
}

async function kindOf(entry: Dirent, folder: string, walk: Walk): Promise<"file" | "folder" | "other"> {
  if (entry.isSymbolicLink()) return kindOfLink(join(folder, entry.name), walk);
  return entry.isFile() ? "file" : entry.isDirectory() ? "folder" : "other";
}

/** What a link leads to. One that leads nowhere, in a circle, or to a file that is met itself, is as good as not there. */
async function kindOfLink(path: string, { visited }: Walk): Promise<"file" | "folder" | "other"> {
  try {
    const target = await stat(path);
    if (target.isDirectory()) return "folder";
    if (!target.isFile()) return "other";
    return visited.isMetFile(await realpath(path)) ? "other" : "file";
  } catch {
    return "other";
  }
}

async function read(file: FileUri): Promise<FileContent> {
  const path = pathOfUri(file);
  if (path === null) return { kind: "missing" };
  try {
    const found = await readBounded(path);
    if (found.kind === "refused") return { kind: "skipped", reason: found.reason };
    return found.kind === "folder" ? found : decode(found.bytes);
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT" || code === "ENOTDIR") return { kind: "missing" };
    return { kind: "skipped", reason: `can't be read: ${reasonOf(error)}` };
  }
}

/** Whether by the code of an error nothing is at a path: no file, or a link that leads nowhere or in a circle. */
export function isNothingThere(code: unknown): boolean {
  return code === "ENOENT" || code === "ENOTDIR" || code === "ELOOP";
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

async function real(file: FileUri): Promise<FileUri | null> {
  const path = pathOfUri(file);
  if (path === null) return null;
  try {
    return uriOfPath(await realpath(path));
  } catch {
    return null;
  }
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

/** Sources and targets of an import on the disk of the machine. */

import { createHash } from "node:crypto";
import { constants, createReadStream } from "node:fs";
import { copyFile, link, lstat, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join, relative, resolve, sep } from "node:path";
import { disk, pathOfUri, reasonOf, uriOfPath } from "./disk.ts";
import { unpacked } from "./disk-archives.ts";
import {
  type ImportCounts,
  type Importer,
  type ImportListener,
  type ImportSource,
  type ImportTarget,
  importSource,
  noCounts,
  UnreadableSource,
} from "./importer.ts";

/** What is read at once. */
const PART = 1024 * 1024;

/** Folders that no sources are kept in. */
const NOT_LOOKED_INTO: ReadonlySet<string> = new Set(["node_modules", ".git", ".svn", ".hg"]);

/** What is to be imported. */
export interface DiskImport {
  /** Paths of files and folders. */
  readonly sources: readonly string[];
  /** The path of the folder that the cables go into; it is made where it is not there. */
  readonly to: string;
  /** Only say what would be written. */
  readonly dryRun: boolean;
}

/** Imports by URIs; one that names no file of a disk is a source that is not there. */
export const diskImporter: Importer = ({ sources, to, dryRun }, listener) => {
  const folder = pathOfUri(to);
  if (folder === null) throw new Error(`${to} is no folder of this machine`);
  return importFromDisk({ sources: sources.map((uri) => pathOfUri(uri) ?? uri), to: folder, dryRun }, listener);
};

/** Imports everything in the order given, folders sorted by code units. Fails, with words for people, where a file can't be written. */
export async function importFromDisk(
  { sources, to, dryRun }: DiskImport,
  listener: ImportListener,
): Promise<ImportCounts> {
  const counts = noCounts();
  const folder = resolve(to);
  await prepare(folder, dryRun);
  const target = dryRun ? new DryTarget(folder) : new DiskTarget(folder);
  for (const path of sources) {
    for await (const source of sourcesAt(path, folder, counts, listener)) {
      if (listener.stopped()) return counts;
      await importSource(source, target, counts, listener);
    }
  }
  return counts;
}

async function prepare(folder: string, dryRun: boolean): Promise<void> {
  try {
    if (dryRun) {
      if ((await disk.kind(uriOfPath(folder))) === "file") throw new Error(`${folder} is no folder`);
    } else await makeFolder(folder);
  } catch (error) {
    if (error instanceof Error && !("code" in error)) throw error;
    throw new Error(`${folder} can't be made: ${reasonOf(error)}`);
  }
}

/** Step by step: asked for all at once, Node goes round for ever where a system makes no folders and says that the parent is not there. */
async function makeFolder(folder: string): Promise<void> {
  const kind = await disk.kind(uriOfPath(folder));
  if (kind === "folder") return;
  const parent = dirname(folder);
  if (kind === "missing" && parent !== folder) await makeFolder(parent);
  await mkdir(folder);
}

async function* sourcesAt(
  path: string,
  target: string,
  counts: ImportCounts,
  listener: ImportListener,
): AsyncGenerator<ImportSource> {
  const uri = uriOfPath(path);
  const kind = await disk.kind(uri);
  if (kind === "missing") {
    counts.unreadable++;
    listener.problem(`${path}: no such file or folder`);
  } else if (kind === "file") {
    yield* unpacked(await fileSource(path, path, true), path);
  } else {
    const root = resolve(path);
    const targetBelow = relative(root, target).split(sep).join("/");
    const wanted = {
      file: () => true,
      // What was imported is no source.
      folder: (below: string) => below !== targetBelow && !NOT_LOOKED_INTO.has(below.slice(below.lastIndexOf("/") + 1)),
    };
    if (targetBelow === "") throw new Error(`${path} can't be both source and target`);
    const complain = (problem: string): void => {
      counts.unreadable++;
      listener.problem(problem);
    };
    for await (const batch of disk.list(uri, wanted, complain)) {
      for (const file of batch) {
        const full = pathOfUri(file);
        if (full === null) continue;
        const name = `${path.replace(/[\\/]{1,9}$/, "")}/${relative(root, full).split(sep).join("/")}`;
        yield* unpacked(await fileSource(full, name, false), full);
      }
    }
  }
}

async function fileSource(path: string, name: string, named: boolean): Promise<ImportSource> {
  const size = await stat(path).then(
    (stats) => stats.size,
    () => null,
  );
  return { name, size, named, bytes: () => bytesOf(path) };
}

/** The bytes of a file; a stream's own parts, read as they are asked for. */
async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    // Opening a pipe that nobody writes to would wait for ever.
    if (!(await stat(path)).isFile()) throw new UnreadableSource("is no file");
    for await (const part of createReadStream(path, { highWaterMark: PART })) yield part;
  } catch (error) {
    if (error instanceof UnreadableSource) throw error;
    throw new UnreadableSource(`can't be read: ${reasonOf(error)}`);
  }
}

/** Writes into a folder: beside the name first, then under it, so that no half a file ever stands there, and none is overwritten. */
class DiskTarget implements ImportTarget {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async put(name: string, text: string): Promise<"written" | "there" | "taken"> {
    const path = join(this.#folder, name);
    const found = await compare(path, text);
    if (found !== "free") return found;
    const temporary = join(this.#folder, `.${name}.${process.pid}.tmp`);
    try {
      await writeFile(temporary, text, { flag: "w" });
      return (await moveNew(temporary, path)) ? "written" : await this.put(name, text);
    } catch (error) {
      throw new Error(`${path} can't be written: ${reasonOf(error)}`);
    } finally {
      await rm(temporary, { force: true });
    }
  }
}

/** Says what a `DiskTarget` would do. */
class DryTarget implements ImportTarget {
  readonly #folder: string;
  /** What would have been written by now. */
  readonly #written = new Map<string, string>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  async put(name: string, text: string): Promise<"written" | "there" | "taken"> {
    const hash = createHash("sha1").update(text).digest("base64");
    const before = this.#written.get(name);
    if (before !== undefined) return before === hash ? "there" : "taken";
    const found = await compare(join(this.#folder, name), text);
    if (found !== "free") return found;
    this.#written.set(name, hash);
    return "written";
  }
}

/** What stands at a path: nothing, this text, or something else. */
async function compare(path: string, text: string): Promise<"free" | "there" | "taken"> {
  try {
    const stats = await lstat(path);
    const bytes = Buffer.from(text, "utf8");
    if (!stats.isFile() || stats.size !== bytes.length) return "taken";
    return (await readFile(path)).equals(bytes) ? "there" : "taken";
  } catch (error) {
    if (codeOf(error) === "ENOENT") return "free";
    throw new Error(`${path} can't be read: ${reasonOf(error)}`);
  }
}

/** Gives a file its name unless there is one of that name: then answers false. */
async function moveNew(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    // Some file systems have no links.
    try {
      await copyFile(from, to, constants.COPYFILE_EXCL);
      return true;
    } catch (again) {
      if (codeOf(again) === "EEXIST") return false;
      throw again;
    }
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

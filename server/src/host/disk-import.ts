/** Sources and targets of an import on the disk of the machine. */

import { createHash } from "node:crypto";
import { constants, createReadStream } from "node:fs";
import { copyFile, link, lstat, rm, stat, writeFile } from "node:fs/promises";
import { join, relative, resolve, sep } from "node:path";
import { disk, pathOfUri, reasonOf, uriOfPath } from "./disk.ts";
import { unpacked } from "./disk-archives.ts";
import { makeFolder } from "./disk-folder.ts";
import { readBounded } from "./disk-read.ts";
import { temporaryPath } from "./disk-temporary.ts";
import { ImportTarget, type TargetFolder } from "./import-target.ts";
import {
  type ImportCounts,
  type Importer,
  type ImportListener,
  type ImportSource,
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
  const target = new ImportTarget(dryRun ? new DryFolder(folder) : new DiskFolder(folder));
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
    } else makeFolder(folder);
  } catch (error) {
    if (error instanceof Error && !("code" in error)) throw error;
    throw new Error(`${folder} can't be made: ${reasonOf(error)}`);
  }
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
    const stats = await stat(path);
    if (!stats.isFile()) throw new UnreadableSource("is no file");
    // Files of the system itself say that they are empty and have no end.
    const { size } = stats;
    if (size === 0) return;
    for await (const part of createReadStream(path, { highWaterMark: PART, end: size - 1 })) yield part;
  } catch (error) {
    if (error instanceof UnreadableSource) throw error;
    throw new UnreadableSource(`can't be read: ${reasonOf(error)}`);
  }
}

/** Writes into a folder: beside the name first, then under it, so that no half a file ever stands there, and none is overwritten. */
class DiskFolder implements TargetFolder {
  protected readonly folder: string;

  constructor(folder: string) {
    this.folder = folder;
  }

  digestOf(text: string): string {
    return digestOf(Buffer.from(text, "utf8"));
  }

  async digestAt(name: string): Promise<string | null> {
    const path = join(this.folder, name);
    try {
      // What a link leads to is nothing of ours.
      if (!(await lstat(path)).isFile()) return NO_TEXT;
      const content = await readBounded(path);
      return content.kind === "bytes" ? digestOf(content.bytes) : NO_TEXT;
    } catch (error) {
      if (codeOf(error) === "ENOENT") return null;
      throw new Error(`${path} can't be read: ${reasonOf(error)}`);
    }
  }

  async write(name: string, text: string): Promise<boolean> {
    const path = join(this.folder, name);
    const temporary = temporaryPath(this.folder);
    try {
      await writeFile(temporary, text, { flag: "wx" });
      return await moveNew(temporary, path);
    } catch (error) {
      throw new Error(`${path} can't be written: ${reasonOf(error)}`);
    } finally {
      await rm(temporary, { force: true });
    }
  }
}

/** Does all but write. */
class DryFolder extends DiskFolder {
  /** What would have been written by now. */
  readonly #written = new Map<string, string>();

  override async digestAt(name: string): Promise<string | null> {
    return this.#written.get(name) ?? (await super.digestAt(name));
  }

  override async write(name: string, text: string): Promise<boolean> {
    this.#written.set(name, this.digestOf(text));
    return true;
  }
}

/** Stands for what has no text that could be compared. */
const NO_TEXT = "";

function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("base64");
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

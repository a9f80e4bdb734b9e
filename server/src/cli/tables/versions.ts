/**
 * The folder that tables are kept in. Each run makes a whole set of them in a hidden folder of its own; then one link, `.reftel/current`, is led to it in
 * one step. What stands beside it (`cables`, `manifest.jsonl`, …) are links by way of that one: whoever reads sees all old tables or all new ones.
 */

import {
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { TABLE_NAMES } from "../../features/tables/columns.ts";
import { reasonOf } from "../../host/disk.ts";
import { makeFolder } from "../../host/disk-folder.ts";

const HIDDEN = ".reftel";
const CURRENT = "current";
const LOCK = "lock";

/** What a set of tables consists of. */
export const SET = { manifest: "manifest.jsonl", schema: "schema.json", files: "files.json" } as const;

/** The names that stand in the folder. */
const SHOWN: readonly string[] = [...TABLE_NAMES, SET.manifest, SET.schema, SET.files];

/** Tells people why tables can't be written; the message is whole. */
export class TablesError extends Error {}

export class TablesFolder {
  readonly path: string;
  readonly #hidden: string;
  /** The name of the set that is being made; null when none is. */
  #making: string | null = null;

  private constructor(path: string) {
    this.path = path;
    this.#hidden = join(path, HIDDEN);
  }

  /** Opens a folder for writing, and makes it where it is not there. Fails where another process writes to it, or what stands in it is not of tables. */
  static open(path: string): TablesFolder {
    const folder = new TablesFolder(path);
    try {
      makeFolder(folder.#hidden);
      folder.#lock();
    } catch (error) {
      if (error instanceof TablesError) throw error;
      throw new TablesError(`${path} can't be written: ${reasonOf(error)}`);
    }
    try {
      for (const name of SHOWN) folder.#refuseForeign(name);
      folder.#removeAllBut(folder.#currentName());
    } catch (error) {
      folder.close();
      throw error;
    }
    return folder;
  }

  /** The folder of the tables as they are; null where there are none yet. */
  get current(): string | null {
    const name = this.#currentName();
    return name === null ? null : join(this.#hidden, name);
  }

  /** A folder for a new set of tables, empty. */
  begin(): string {
    const before = Number(this.#currentName() ?? 0);
    this.#making = String(before + 1);
    const path = join(this.#hidden, this.#making);
    mkdirSync(path);
    return path;
  }

  /** Puts the new set in the place of the old one, and takes the old one away. */
  commit(): void {
    const name = this.#making;
    if (name === null) throw new Error("no tables were begun");
    const link = join(this.#hidden, `${CURRENT}.new`);
    rmSync(link, { force: true });
    symlinkSync(name, link, "junction");
    replaceLink(link, join(this.#hidden, CURRENT));
    this.#making = null;
    for (const shown of SHOWN) this.#show(shown);
    this.#removeAllBut(name);
  }

  /** Takes away what was begun and not put in place, and lets others write. */
  close(): void {
    this.#making = null;
    try {
      this.#removeAllBut(this.#currentName());
      // Nothing is left of a run that wrote nothing.
      if (this.#currentName() === null) rmSync(this.#hidden, { recursive: true, force: true });
    } finally {
      rmSync(join(this.#hidden, LOCK), { force: true });
    }
  }

  #currentName(): string | null {
    try {
      return (
        readlinkSync(join(this.#hidden, CURRENT))
          .replace(/(?<![\\/])[\\/]+$/, "")
          .split(/[\\/]/)
          .at(-1) ?? null
      );
    } catch {
      return null;
    }
  }

  #removeAllBut(name: string | null): void {
    if (!existsSync(this.#hidden)) return;
    for (const entry of readdirSync(this.#hidden)) {
      if (entry === name || entry === CURRENT || entry === LOCK) continue;
      rmSync(join(this.#hidden, entry), { recursive: true, force: true });
    }
  }

  /** What people put there is not written over. */
  #refuseForeign(name: string): void {
    const stats = lstatSync(join(this.path, name), { throwIfNoEntry: false });
    if (stats === undefined || stats.isSymbolicLink()) return;
    if (this.#currentName() !== null && stats.isFile()) return;
    throw new TablesError(`${join(this.path, name)} is there, and is not of tables: name another folder`);
  }

  #show(name: string): void {
    const path = join(this.path, name);
    const target = join(HIDDEN, CURRENT, name);
    const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
    if (isLink) return;
    const isFolder = !name.includes(".");
    try {
      rmSync(path, { force: true });
      symlinkSync(target, path, isFolder ? "junction" : "file");
    } catch (error) {
      if (isFolder) throw error;
      // Windows lets not everyone link files.
      copyFileSync(join(this.path, target), path);
    }
  }

  /** Two processes that write tables at once would each take away what the other makes. The lock of a process that has died is taken over. */
  #lock(): void {
    const path = join(this.#hidden, LOCK);
    for (let attempt = 0; ; attempt++) {
      try {
        writeFileSync(path, String(process.pid), { flag: "wx" });
        return;
      } catch (error) {
        if (!isThere(error) || attempt > 0) throw error;
        const owner = Number(readFileSync(path, "utf8"));
        if (isRunning(owner))
          throw new TablesError(
            `${this.path} is being written by process ${owner}; if that is another program by now, remove ${path}`,
          );
        rmSync(path, { force: true });
      }
    }
  }
}

/** The folder of the tables that lie in a folder, for reading; null where there are none. */
export function currentTables(path: string): string | null {
  const current = join(path, HIDDEN, CURRENT);
  return existsSync(join(current, SET.manifest)) ? current : null;
}

/** The same file under another name; a copy where the file system has no links. */
export function linkOrCopy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
}

function replaceLink(from: string, to: string): void {
  try {
    renameSync(from, to);
  } catch (error) {
    // Windows renames no folder, and no link to one, over another.
    if (process.platform !== "win32") throw error;
    rmSync(to, { force: true, recursive: true });
    renameSync(from, to);
  }
}

function isRunning(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || pid === process.pid) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

function isThere(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EEXIST";
}

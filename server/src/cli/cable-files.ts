/** The cables that a command's PATH arguments name: files as they are, folders searched, what is none reported. */

import { relative, sep } from "node:path";
import { mayBeCable, parseCable } from "../cable/parse.ts";
import type { CableTree } from "../cable/tree.ts";
import { disk, pathOfUri, uriOfPath } from "../host/disk.ts";
import type { CommandIo } from "./command.ts";

/** A cable found, with the path as the user would write it. */
export interface CableFile {
  readonly path: string;
  readonly tree: CableTree;
}

/** How a file is read; by itself from the disk. */
export type ReadFile = (typeof disk)["read"];

/** What was met on the way, for the exit code and the closing line. */
export interface CableFileReport {
  /** Whether a named path was no cable or couldn't be read. */
  failed: boolean;
  /** Files in folders that are not plainly cables. */
  passedOver: number;
}

/** Folders that no cables are kept in. */
const NOT_LOOKED_INTO: ReadonlySet<string> = new Set(["node_modules", ".git", ".svn", ".hg"]);

/** Which files and folders below a named folder are looked at. */
export const inCableFolders = {
  file: () => true,
  folder: (path: string) => !NOT_LOOKED_INTO.has(path.slice(path.lastIndexOf("/") + 1)),
};

/**
 * The cables of the paths, in the order given; folders recursively, sorted by code units. Problems are written to stderr, a line
 * each, and noted in `report`.
 */
export async function* cableFiles(
  paths: readonly string[],
  io: CommandIo,
  report: CableFileReport,
  read: ReadFile = (uri) => disk.read(uri),
): AsyncGenerator<CableFile> {
  for (const path of paths) {
    const uri = uriOfPath(path);
    const kind = await disk.kind(uri);
    if (kind === "folder") {
      yield* cablesBelow(path, io, report, read);
      continue;
    }
    const content = await read(uri);
    if (content.kind === "missing") {
      fail(io, report, `${path}: no such file or folder`);
    } else if (content.kind === "skipped") {
      fail(io, report, `${path}: ${content.reason}`);
    } else if (content.kind === "text") {
      const tree = parseCable(content.text, path);
      if (mayBeCable(tree)) yield { path, tree };
      else
        fail(io, report, `${path}: ${content.text.trim() === "" ? "is empty" : "nothing of a cable is found in it"}`);
    }
  }
}

async function* cablesBelow(
  folder: string,
  io: CommandIo,
  report: CableFileReport,
  read: ReadFile,
): AsyncGenerator<CableFile> {
  const root = uriOfPath(folder);
  const rootPath = pathOfUri(root) ?? folder;
  const complain = (problem: string): void => fail(io, report, problem);
  let files = 0;
  for await (const batch of disk.list(root, inCableFolders, complain)) {
    for (const uri of batch) {
      files++;
      const content = await read(uri);
      const below = relative(rootPath, pathOfUri(uri) ?? "")
        .split(sep)
        .join("/");
      const path = `${folder.replace(/(?<!\/)\/+$/, "")}/${below}`;
      if (content.kind === "skipped" && !content.reason.includes("binary")) {
        fail(io, report, `${path}: ${content.reason}`);
        continue;
      }
      const tree = content.kind === "text" ? parseCable(content.text, path) : null;
      if (tree?.plainlyCable === true) yield { path, tree };
      else report.passedOver++;
    }
  }
  if (files === 0) io.stderr(`reftel: ${folder}: no files in it\n`);
}

function fail(io: CommandIo, report: CableFileReport, problem: string): void {
  report.failed = true;
  io.stderr(`reftel: ${problem}\n`);
}

/** The closing line about files in folders that were passed over; nothing where there were none. */
export function reportPassedOver(io: CommandIo, report: CableFileReport): void {
  if (report.passedOver === 0) return;
  io.stderr(
    `reftel: ${report.passedOver} ${report.passedOver === 1 ? "file is" : "files are"} not plainly a cable, passed over\n`,
  );
}

/** An index of all cables that a command's PATH arguments name, read as the language server reads a workspace: by several threads. */

import { parseCable } from "../cable/parse.ts";
import { type FileUri, fileName } from "../corpus/file-uri.ts";
import { toIndexRecord } from "../corpus/index-record.ts";
import { PackedCableIndex } from "../corpus/packed-index.ts";
import { disk, uriOfPath } from "../host/disk.ts";
import { Indexer } from "../host/indexer.ts";
import type { ReaderPool } from "../host/reader-pool.ts";
import type { CommandIo } from "./command.ts";

/** Of every file but those of folders that hold no cables. */
const PATTERNS = { include: ["**/*"], exclude: ["**/node_modules/**", "**/.git/**", "**/.svn/**", "**/.hg/**"] };

/** What a thread that nobody waits for needs of the machine. */
export const TURNS = {
  now: (): number => performance.now(),
  pause: (): Promise<void> => new Promise((resume) => setImmediate(resume)),
};

/** The index, and whether every path could be read. Problems are written to stderr, a line each. */
export async function indexOfFolders(
  paths: readonly string[],
  pool: ReaderPool,
  io: CommandIo,
): Promise<{ readonly index: PackedCableIndex; readonly failed: boolean }> {
  const index = new PackedCableIndex();
  let failed = false;
  const complain = (problem: string): void => {
    failed = true;
    io.stderr(`reftel: ${problem}\n`);
  };
  const folders: FileUri[] = [];
  for (const path of paths) {
    const uri = uriOfPath(path);
    if ((await disk.kind(uri)) === "folder") folders.push(uri);
    else await addFile(uri, path, index, complain);
  }
  const indexer = new Indexer({
    files: disk,
    bulk: pool,
    index,
    turns: TURNS,
    summarise: (text, file) => toIndexRecord(parseCable(text, fileName(file))),
    log: (line) => complain(line.replace(/\.$/, "")),
  });
  if (folders.length > 0) {
    // Single files lie outside of the folders: they are added when these are done, for what lies outside is forgotten.
    indexer.setFolders(folders, PATTERNS);
    await indexer.upToDate();
    for (const path of paths) {
      const uri = uriOfPath(path);
      if (!folders.includes(uri) && !index.isKnown(uri)) await addFile(uri, path, index, () => {});
    }
  }
  return { index, failed };
}

async function addFile(
  uri: FileUri,
  path: string,
  index: PackedCableIndex,
  complain: (problem: string) => void,
): Promise<void> {
  const content = await disk.read(uri);
  if (content.kind === "text") {
    const record = toIndexRecord(parseCable(content.text, fileName(uri)));
    if (record === null) complain(`${path}: is not plainly a cable`);
    else index.update(uri, record);
  } else complain(`${path}: ${content.kind === "skipped" ? content.reason : "no such file or folder"}`);
}

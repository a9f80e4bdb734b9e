/** Writes a file that somebody named for what is to be written: whole or not at all, and over another only where that was asked for. */

import { constants, copyFile, link, rename, rm, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { reasonOf } from "../host/disk.ts";
import { temporaryPath } from "../host/disk-temporary.ts";
import type { CommandIo } from "./command.ts";
import { terminalText } from "./terminal-text.ts";

/** Whether it was written; else stderr says why not. */
export async function writeNew(
  path: string,
  content: string | Uint8Array,
  force: boolean,
  io: CommandIo,
): Promise<boolean> {
  const temporary = temporaryPath(dirname(path));
  try {
    // A page is looked at in a terminal, too.
    await writeFile(temporary, typeof content === "string" ? terminalText(content) : content, { flag: "wx" });
    await (force ? rename(temporary, path) : place(temporary, path));
    return true;
  } catch (error) {
    const isThere = error instanceof Error && "code" in error && error.code === "EEXIST";
    io.stderr(
      `reftel export: ${path}: ${isThere ? "is there already; --force overwrites it" : `can't be written: ${reasonOf(error)}`}\n`,
    );
    return false;
  } finally {
    // Where nothing could be written there is nothing to take away, and that was told.
    await rm(temporary, { force: true }).catch(() => {});
  }
}

/** Puts a file where none is. A link, unlike a renaming, refuses to take the place of what is there. */
async function place(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") throw error;
    // Some file systems have no links.
    await copyFile(from, to, constants.COPYFILE_EXCL);
  }
}

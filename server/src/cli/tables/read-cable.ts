/** Reads one file into the rows of its cable: at once, for a worker has nothing else to do meanwhile. */

import { createHash } from "node:crypto";
import { closeSync, fstatSync, openSync, readFileSync, statSync } from "node:fs";
import { mayBeCable, parseCable } from "../../cable/parse.ts";
import { type CableRows, cableRows } from "../../features/tables/cable-rows.ts";
import { decode } from "../../host/decode.ts";
import { reasonOf } from "../../host/disk.ts";
import { LARGEST_FILE } from "../../host/files.ts";

/** A file that is to be read. */
export interface FileToRead {
  /** As it stands in the tables. */
  readonly path: string;
  /** Whether somebody named it: of a file found in a folder nobody said that it is a cable. */
  readonly named: boolean;
}

/** What a file gave. `size` and `modified` are those before it was read: one that changes meanwhile is read again next time. */
export type FileRead = { readonly size: number; readonly modified: number } & (
  | { readonly kind: "cable"; readonly id: string; readonly year: number | null; readonly rows: CableRows }
  /** No cable is in it, and why: `is empty`. */
  | { readonly kind: "none"; readonly reason: string }
  | { readonly kind: "unreadable"; readonly reason: string }
);

/** Hex digits of the hash: a billion cables have two of one id with a chance of one in 10²⁰. */
const ID_LENGTH = 32;

export function readFile({ path, named }: FileToRead): FileRead {
  const content = contentOf(path);
  if (content.kind !== "text") return content;
  const { text, size, modified } = content;
  const tree = parseCable(text, path);
  const stamp = { size, modified };
  if (!(named ? mayBeCable(tree) : tree.plainlyCable)) {
    const reason =
      text.trim() === "" ? "is empty" : named ? "nothing of a cable is found in it" : "is not plainly a cable";
    return { ...stamp, kind: "none", reason };
  }
  const id = createHash("sha256").update(text).digest("hex").slice(0, ID_LENGTH);
  return { ...stamp, kind: "cable", id, year: tree.partialMrn.year, rows: cableRows(tree, { id, file: path }) };
}

type Content =
  | FileRead
  | { readonly kind: "text"; readonly text: string; readonly size: number; readonly modified: number };

function contentOf(path: string): Content {
  let stamp = { size: 0, modified: 0 };
  const unreadable = (reason: string): Content => ({ ...stamp, kind: "unreadable", reason });
  try {
    // Pipes and devices are known before they are opened: opening a pipe that nobody writes to would wait for ever.
    if (!statSync(path).isFile()) return unreadable("is no file");
    const handle = openSync(path, "r");
    try {
      const { size, mtimeMs: modified } = fstatSync(handle);
      stamp = { size, modified };
      if (size > LARGEST_FILE) return unreadable(`is too large for a cable: ${Math.round(size / 1024 / 1024)} MB`);
      const decoded = decode(readFileSync(handle));
      return decoded.kind === "text"
        ? { ...stamp, kind: "text", text: decoded.text }
        : { ...stamp, kind: "none", reason: decoded.reason };
    } finally {
      closeSync(handle);
    }
  } catch (error) {
    return unreadable(`can't be read: ${reasonOf(error)}`);
  }
}

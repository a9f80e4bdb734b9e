/** What `reftel check` knows of the cables beside the one it checks: an index of all that it was given, read by their heads. */

import { parseHead } from "../cable/parse.ts";
import { StringSource } from "../cable/text-source.ts";
import { type FileUri, fileName } from "../corpus/file-uri.ts";
import { toIndexRecord } from "../corpus/index-record.ts";
import { PackedCableIndex } from "../corpus/packed-index.ts";
import { disk, uriOfPath } from "../host/disk.ts";
import { inCableFolders } from "./cable-files.ts";
import type { ReadCache } from "./read-cache.ts";

/** The index of the cables of the paths. What it reads it leaves in `texts`. */
export async function indexOfPaths(paths: readonly string[], texts: ReadCache): Promise<PackedCableIndex> {
  const index = new PackedCableIndex();
  const read = async (uri: FileUri): Promise<void> => {
    const content = await texts.read(uri);
    if (content.kind !== "text") return;
    const summary = toIndexRecord(parseHead(new StringSource(content.text), fileName(uri)));
    if (summary !== null) index.update(uri, summary);
  };
  for (const path of paths) {
    const uri = uriOfPath(path);
    if ((await disk.kind(uri)) !== "folder") {
      await read(uri);
      continue;
    }
    // What can't be listed is told when it is checked.
    for await (const batch of disk.list(uri, inCableFolders, () => {})) for (const file of batch) await read(file);
  }
  return index;
}

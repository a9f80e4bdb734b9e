/** Lists the files that tables are made of: those named, those in folders, those of a list; in order of their paths, each once. */

import { relative, resolve, sep } from "node:path";
import { disk, pathOfUri, uriOfPath } from "../../host/disk.ts";
import { inCableFolders } from "../cable-files.ts";
import { byPath } from "./manifest.ts";
import type { FileToRead } from "./read-cable.ts";

/** One of several parts that files are dealt to, counted from 1. */
export interface Shard {
  readonly part: number;
  readonly of: number;
}

/** Files of all paths. A path that is not there is told to `complain`. What lies below `except`, the tables themselves, is left out. */
export async function listFiles(
  paths: readonly string[],
  {
    shard,
    except,
    complain,
  }: { readonly shard: Shard | null; readonly except: string; readonly complain: (problem: string) => void },
): Promise<readonly FileToRead[]> {
  const files = new Map<string, FileToRead>();
  const add = (path: string, named: boolean): void => {
    if (shard !== null && partOf(path, shard.of) !== shard.part) return;
    if (named || !files.has(path)) files.set(path, { path, named });
  };
  for (const path of paths) {
    const uri = uriOfPath(path);
    switch (await disk.kind(uri)) {
      case "missing":
        complain(`${path}: no such file or folder`);
        break;
      case "file":
        add(path, true);
        break;
      case "folder":
        for await (const below of filesBelow(path, except, complain)) add(below, false);
    }
  }
  return [...files.values()].sort(byPath);
}

async function* filesBelow(
  folder: string,
  except: string,
  complain: (problem: string) => void,
): AsyncGenerator<string> {
  const root = resolve(folder);
  const exceptBelow = relative(root, resolve(except)).split(sep).join("/");
  const wanted = {
    file: inCableFolders.file,
    folder: (below: string) => below !== exceptBelow && inCableFolders.folder(below),
  };
  const prefix = folder.replace(/(?<!\/)\/+$/, "");
  for await (const batch of disk.list(uriOfPath(folder), wanted, complain)) {
    for (const uri of batch) {
      const path = pathOfUri(uri);
      if (path !== null) yield `${prefix}/${relative(root, path).split(sep).join("/")}`;
    }
  }
}

/** To which of so many parts a path belongs, from 1: always the same, whatever other files there are (FNV-1a). */
function partOf(path: string, of: number): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < path.length; at++) {
    hash ^= path.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return ((hash >>> 0) % of) + 1;
}

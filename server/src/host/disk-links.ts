/** What of links a walk over a disk follows: what it meets no other way, each folder once, and nothing that holds the walk itself. */

import { isAbsolute, relative, sep } from "node:path";
import { areFoldersWanted, isWanted } from "./file-filter.ts";
import type { Wanted } from "./files.ts";

export class VisitedFolders {
  readonly #root: string;
  readonly #wanted: Wanted;
  readonly #visited = new Set<string>();

  /** `root` is the real path of the folder that paths are held against `wanted` below. */
  constructor(root: string, wanted: Wanted) {
    this.#root = root;
    this.#wanted = wanted;
  }

  /** Whether the folder of a real path is looked into; asked once for each folder that is met, `isLink` if by a link. */
  enters(real: string, isLink: boolean): boolean {
    if (this.#visited.has(real)) return false;
    if (isLink && (isAtOrBelow(this.#root, real) || this.#isMetFolder(real))) return false;
    this.#visited.add(real);
    return true;
  }

  /** Whether the file at a real path, which a link leads to, is met under its own name. */
  isMetFile(real: string): boolean {
    const path = this.#below(real);
    return path !== null && isWanted(this.#wanted, path);
  }

  #isMetFolder(real: string): boolean {
    const path = this.#below(real);
    return path !== null && areFoldersWanted(this.#wanted, `${path}/`);
  }

  #below(real: string): string | null {
    return isAtOrBelow(real, this.#root) ? relative(this.#root, real).split(sep).join("/") : null;
  }
}

function isAtOrBelow(path: string, folder: string): boolean {
  const below = relative(folder, path);
  return below === "" || (below !== ".." && !below.startsWith(`..${sep}`) && !isAbsolute(below));
}

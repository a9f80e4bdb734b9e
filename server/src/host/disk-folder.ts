/** Makes a folder with all that it lies in. */

import { mkdirSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

/**
 * Step by step: asked for all at once, Node goes round for ever where a system makes no folders and says that the parent is not there. Fails as
 * the system does where one can't be made, or a file stands in its place.
 */
export function makeFolder(path: string): void {
  makeWhole(resolve(path));
}

function makeWhole(folder: string): void {
  const stats = statSync(folder, { throwIfNoEntry: false });
  if (stats?.isDirectory() === true) return;
  const parent = dirname(folder);
  if (stats === undefined && parent !== folder) makeWhole(parent);
  mkdirSync(folder);
}

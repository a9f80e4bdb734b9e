/** Which files of the workspace may be cables, by the patterns of the settings. */

import type { Wanted } from "./files.ts";
import { Glob } from "./glob.ts";

/**
 * Files whose path below their folder fits one of `include` and none of `exclude`; folders that fit one of `exclude`, with or without a
 * stroke behind them, are not looked into.
 */
export function wantedBy(include: readonly string[], exclude: readonly string[]): Wanted {
  const included = include.map((pattern) => new Glob(pattern));
  const excluded = exclude.map((pattern) => new Glob(pattern));
  const fits = (globs: readonly Glob[], path: string): boolean => globs.some((glob) => glob.matches(path));
  return {
    file: (path) => fits(included, path) && !fits(excluded, path),
    folder: (path) => !fits(excluded, path) && !fits(excluded, `${path}/`),
  };
}

/** Whether a file is wanted when it was not met on the way down from its folder: no folder above it may be left out. */
export function isWanted(wanted: Wanted, path: string): boolean {
  return wanted.file(path) && areFoldersWanted(wanted, path);
}

/** Whether all folders above a path are looked into. */
export function areFoldersWanted(wanted: Wanted, path: string): boolean {
  const parts = path.split("/");
  return parts.every((_, index) => index === 0 || wanted.folder(parts.slice(0, index).join("/")));
}

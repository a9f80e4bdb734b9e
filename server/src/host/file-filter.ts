/** Which files of the workspace may be cables, by the patterns of the settings. */

import type { Wanted } from "./files.ts";
import { Glob } from "./glob.ts";

/**
 * Files whose path below their folder fits one of `include`, in capitals or not (`B.CABLE` comes from systems that had no others), and none of
 * `exclude`. Folders that fit one of `exclude`, with or without a stroke behind them, are not looked into.
 */
export function wantedBy(include: readonly string[], exclude: readonly string[]): Wanted {
  const included = include.map((pattern) => new Glob(pattern));
  const inSmall = include.map((pattern) => new Glob(pattern.toLowerCase()));
  const excluded = exclude.map((pattern) => new Glob(pattern));
  const fits = (globs: readonly Glob[], path: string): boolean => globs.some((glob) => glob.matches(path));
  return {
    file: (path) => (fits(included, path) || fits(inSmall, path.toLowerCase())) && !fits(excluded, path),
    folder: (path) => !fits(excluded, path) && !fits(excluded, `${path}/`),
  };
}

/** More patterns than anybody writes by hand. */
const MOST_PATTERNS = 256;

/** As much of a pattern as is told of. */
const LONGEST_SHOWN = 40;

/** Those of the patterns of a setting that are heeded, and in words what is left out and why. */
export function heeded(
  patterns: readonly string[],
  setting: string,
): { readonly patterns: readonly string[]; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const first = patterns.slice(0, MOST_PATTERNS);
  if (patterns.length > first.length) {
    problems.push(`${setting} has ${patterns.length} patterns: only the first ${MOST_PATTERNS} are heeded`);
  }
  const kept = first.filter((pattern) => {
    if (!new Glob(pattern).isRefused) return true;
    problems.push(`${setting}: ${pattern.slice(0, LONGEST_SHOWN)}… stands for too many patterns: it is left out`);
    return false;
  });
  return { patterns: kept, problems };
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

/** A pattern that fits what another does, in capitals or not, for watchers of files that heed the difference. */
export function inAnyCase(pattern: string): string {
  return pattern.replace(/\[[^\]]{0,999}\]|[A-Za-z]/g, (found) =>
    found.startsWith("[") ? found : `[${found.toLowerCase()}${found.toUpperCase()}]`,
  );
}

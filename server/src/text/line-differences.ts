/** Which lines two texts have in common, and the difference as a patch. */

import { diffLines, formatPatch, OMIT_HEADERS, type StructuredPatch, structuredPatch } from "diff";

/** Beyond so many changed lines the shortest way is not looked for: all between the first and last change is one. */
const MOST_CHANGES = 1500;

/** Lines in a row that both texts have, that only the first has (`-`), or only the second (`+`); with their line breaks. */
export interface LineRun {
  readonly kind: " " | "-" | "+";
  readonly text: string;
}

/** The lines of both texts in order; joined they give both texts back. */
export function lineRuns(before: string, after: string): readonly LineRun[] {
  const changes = diffLines(before, after, { maxEditLength: MOST_CHANGES });
  if (changes === undefined) return changedWhole(before, after);
  return changes.map(({ value, added, removed }) => ({ kind: added ? "+" : removed ? "-" : " ", text: value }));
}

/** What both begin and end with, and all between as one change. */
function changedWhole(before: string, after: string): readonly LineRun[] {
  const one = linesOf(before);
  const other = linesOf(after);
  const most = Math.min(one.length, other.length);
  let head = 0;
  while (head < most && one[head] === other[head]) head++;
  let tail = 0;
  while (tail < most - head && one[one.length - 1 - tail] === other[other.length - 1 - tail]) tail++;
  const runs: LineRun[] = [
    { kind: " ", text: one.slice(0, head).join("") },
    { kind: "-", text: one.slice(head, one.length - tail).join("") },
    { kind: "+", text: other.slice(head, other.length - tail).join("") },
    { kind: " ", text: one.slice(one.length - tail).join("") },
  ];
  return runs.filter(({ text }) => text !== "");
}

function linesOf(text: string): readonly string[] {
  return text === "" ? [] : text.split(/(?<=\n)/);
}

/** The difference as `diff -u` and `git apply` know it, with three lines around each change. Empty where the texts are the same. */
export function unifiedDiff(before: Named, after: Named): string {
  if (before.text === after.text) return "";
  // A tab ends a name with blanks in it, or `patch` would take the first word for the name.
  const header = (sign: string, { name }: Named): string => `${sign} ${name}${name.includes(" ") ? "\t" : ""}\n`;
  const options = { context: 3, maxEditLength: MOST_CHANGES };
  const patch =
    structuredPatch(before.name, after.name, before.text, after.text, undefined, undefined, options) ??
    wholePatch(before, after);
  return header("---", before) + header("+++", after) + formatPatch(patch, OMIT_HEADERS);
}

/** All lines out, all lines in. */
function wholePatch(before: Named, after: Named): StructuredPatch {
  const patch = structuredPatch(before.name, after.name, "", "", undefined, undefined);
  const lines = [...patchLines("-", before.text), ...patchLines("+", after.text)];
  const [oldLines, newLines] = [linesOf(before.text).length, linesOf(after.text).length];
  return { ...patch, hunks: [{ oldStart: 1, oldLines, newStart: 1, newLines, lines }] };
}

/** A text and the name that a patch gives it. */
export interface Named {
  readonly name: string;
  readonly text: string;
}

function patchLines(sign: string, text: string): readonly string[] {
  return linesOf(text).flatMap((line) =>
    line.endsWith("\n") ? [sign + line.slice(0, -1)] : [sign + line, "\\ No newline at end of file"],
  );
}

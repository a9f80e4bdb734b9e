/**
 * Several files, a cursor and ranges in one readable string.
 *
 * `//- name` on a line of its own begins a file. `$0` is the cursor; it is taken out. A line that holds nothing but blanks and
 * runs of `^` marks ranges in the line above it, and is taken out; a word behind the last run names them: `^^^^^ target`.
 */

import type { Span } from "../../server/src/text/span.ts";

export interface FixtureFile {
  readonly name: string;
  readonly text: string;
  /** In document order. */
  readonly ranges: readonly MarkedRange[];
  /** Null in all files but the one with the cursor. */
  readonly cursor: number | null;
}

export interface MarkedRange {
  readonly span: Span;
  /** Empty where the line of marks names nothing. */
  readonly name: string;
}

export interface Fixture {
  readonly files: readonly FixtureFile[];
  /** The file with the cursor, which must be there. */
  readonly open: FixtureFile & { readonly cursor: number };
}

const FILE = /^\/\/- (\S.*)$/;
const MARKS = /^ *(\^[\^ ]*)([a-z-]*) *$/;
const CURSOR = "$0";

/** Reads a fixture. A string without `//-` is one file, `cable.txt`. Throws where there is no cursor, or more than one. */
export function fixture(source: string): Fixture {
  const files = parts(source).map(({ name, lines }) => readFile(name, lines));
  const [open, ...others] = files.flatMap((file) => (file.cursor === null ? [] : [{ ...file, cursor: file.cursor }]));
  if (open === undefined || others.length > 0) throw new Error(`a fixture has one cursor, not ${others.length + 1}`);
  return { files, open };
}

/** All marked ranges of a fixture as `file: text`, in order; those of one name where that is given. */
export function markedRanges({ files }: Fixture, name?: string): readonly string[] {
  return files.flatMap((file) =>
    file.ranges
      .filter((range) => name === undefined || range.name === name)
      .map(({ span }) => `${file.name}:${span.start}-${span.end} ${file.text.slice(span.start, span.end)}`),
  );
}

function parts(source: string): { readonly name: string; readonly lines: readonly string[] }[] {
  const found: { name: string; lines: string[] }[] = [];
  for (const line of source.replace(/^\n/, "").split("\n")) {
    const name = FILE.exec(line)?.[1];
    const current = found[found.length - 1];
    if (name !== undefined) found.push({ name, lines: [] });
    else if (current === undefined) found.push({ name: "cable.txt", lines: [line] });
    else current.lines.push(line);
  }
  return found;
}

function readFile(name: string, lines: readonly string[]): FixtureFile {
  const kept: string[] = [];
  const ranges: MarkedRange[] = [];
  let cursor: number | null = null;
  let lineStart = 0;
  for (const line of lines) {
    const marks = MARKS.exec(line);
    if (marks !== null && kept.length > 0) {
      const above = lineStart - (kept[kept.length - 1]?.length ?? 0) - 1;
      for (const run of line.matchAll(/\^+/g)) {
        const start = above + run.index;
        ranges.push({ span: { start, end: start + run[0].length }, name: marks[2] ?? "" });
      }
      continue;
    }
    const at = line.indexOf(CURSOR);
    if (at >= 0) cursor = lineStart + at;
    const text = at < 0 ? line : line.slice(0, at) + line.slice(at + CURSOR.length);
    kept.push(text);
    lineStart += text.length + 1;
  }
  return { name, text: kept.join("\n"), ranges, cursor };
}

/**
 * Reads texts that have their expected scopes beneath their lines, and checks them.
 *
 * A file holds cases. A line `=== what it shows` begins each. Below a line of the text, lines of carets say what is expected of
 * the characters above them:
 *
 *     TAGS: PGOV, CH
 *     ^^^^ keyword.other.field
 *           ^^^^  ^^ entity.name.type.tags
 *
 * A scope stands for its kinds as well. `none` expects that nothing there is coloured, `not SCOPE` that this scope is absent.
 */
import type { IGrammar } from "vscode-textmate";
import { isColoured, isKindOf, type ScopedSpan, scopesOf } from "./grammar.ts";

/** A text and what is expected of it. */
export interface Case {
  readonly title: string;
  readonly lines: readonly string[];
  readonly expectations: readonly Expectation[];
}

/** What is expected of some characters of a line. */
interface Expectation {
  /** 0-based, in the text. */
  readonly line: number;
  readonly ranges: readonly (readonly [start: number, end: number])[];
  readonly expected: string;
}

const caretLine = /^ *\^[ ^]*(?<expected>(?:not )?[a-z][a-z.-]*)$/;

/** The cases of a file. Throws where carets stand beneath nothing. */
export function readCases(file: string): Case[] {
  const cases: { title: string; lines: string[]; expectations: Expectation[] }[] = [];
  for (const row of file.split("\n")) {
    const title = /^=== (.+)$/.exec(row)?.[1];
    if (title !== undefined) {
      cases.push({ title, lines: [], expectations: [] });
      continue;
    }
    const current = cases.at(-1);
    if (current === undefined) continue;
    const expected = caretLine.exec(row)?.groups?.expected;
    if (expected === undefined) {
      current.lines.push(row);
      continue;
    }
    const ranges = [...row.matchAll(/\^+/g)].map(({ index, 0: carets }) => [index, index + carets.length] as const);
    const line = current.lines.length - 1;
    const length = current.lines[line]?.length ?? 0;
    if (ranges.some(([, end]) => end > length)) throw new Error(`carets beyond the line in "${current.title}": ${row}`);
    current.expectations.push({ line, ranges, expected });
  }
  return cases;
}

/** What is not as expected, in words; empty where all is. */
export function failures(grammar: IGrammar, { lines, expectations }: Case): string[] {
  const scoped = scopesOf(grammar, lines);
  return expectations.flatMap(({ line, ranges, expected }) =>
    ranges.flatMap((range) =>
      (scoped[line] ?? [])
        .filter(({ start, end }) => start < range[1] && range[0] < end)
        .filter((span) => !agrees(span, expected))
        .map(({ start, end, scopes }) => {
          const text = lines[line]?.slice(Math.max(start, range[0]), Math.min(end, range[1]));
          return `line ${line + 1}: ${JSON.stringify(text)} is [${scopes.join(", ")}], expected ${expected}`;
        }),
    ),
  );
}

function agrees({ scopes }: ScopedSpan, expected: string): boolean {
  if (expected === "none") return !scopes.some(isColoured);
  if (expected.startsWith("not ")) return !scopes.some((scope) => isKindOf(scope, expected.slice("not ".length)));
  return scopes.some((scope) => isKindOf(scope, expected));
}

/** A text with the innermost scope of everything coloured beneath each line, in the form that is read above. */
export function annotate(grammar: IGrammar, lines: readonly string[]): string {
  return scopesOf(grammar, lines)
    .flatMap((spans, line) => {
      const byScope = new Map<string, string>();
      for (const { start, end, scopes } of spans) {
        const innermost = scopes.at(-1);
        if (innermost === undefined || !isColoured(innermost)) continue;
        const name = innermost.replace(/\.cable$/, "");
        byScope.set(name, (byScope.get(name) ?? "").padEnd(start) + "^".repeat(end - start));
      }
      return [lines[line] ?? "", ...[...byScope].map(([name, carets]) => `${carets} ${name}`)];
    })
    .join("\n");
}

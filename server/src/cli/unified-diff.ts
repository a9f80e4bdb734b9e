/** The difference of two texts as a unified diff, as `diff -u` and `git apply` know it. */

import { lineSteps } from "../features/fixes/line-steps.ts";

/** Lines of context around a change. */
const CONTEXT = 3;

/** Empty where the texts are the same. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return "";
  const steps = lineSteps(before, after);
  // A tab ends a name with blanks in it, or `patch` would take the first word for the name.
  const name = path.includes(" ") ? `${path}\t` : path;
  const parts = [`--- ${name}\n+++ ${name}\n`];
  let oldLine = 1;
  let newLine = 1;
  for (let at = 0; at < steps.length; ) {
    let next = at;
    while (next < steps.length && steps[next]?.kind === " ") next++;
    if (next === steps.length) break;
    const start = Math.max(at, next - CONTEXT);
    oldLine += start - at;
    newLine += start - at;
    let end = next;
    for (let same = 0; end < steps.length && same <= 2 * CONTEXT; end++) same = steps[end]?.kind === " " ? same + 1 : 0;
    while (end > next && steps[end - 1]?.kind === " ") end--;
    end = Math.min(steps.length, end + CONTEXT);
    const hunk = steps.slice(start, end);
    const oldCount = hunk.filter(({ kind }) => kind !== "+").length;
    const newCount = hunk.filter(({ kind }) => kind !== "-").length;
    parts.push(`@@ -${place(oldLine, oldCount)} +${place(newLine, newCount)} @@\n`);
    for (const { kind, line } of hunk) {
      parts.push(line.endsWith("\n") ? `${kind}${line}` : `${kind}${line}\n\\ No newline at end of file\n`);
    }
    oldLine += oldCount;
    newLine += newCount;
    at = end;
  }
  return parts.join("");
}

function place(line: number, count: number): string {
  return count === 1 ? String(line) : `${count === 0 ? line - 1 : line},${count}`;
}

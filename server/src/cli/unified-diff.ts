/** The difference of two texts as a unified diff, as `diff -u` and `git apply` know it. */

/** Lines of context around a change. */
const CONTEXT = 3;

/** Beyond so many changed lines the shortest difference is not looked for: all between the first and last change is one. */
const MOST_CHANGES = 1500;

interface Step {
  readonly kind: " " | "-" | "+";
  readonly line: string;
}

/** Empty where the texts are the same. */
export function unifiedDiff(path: string, before: string, after: string): string {
  if (before === after) return "";
  const steps = stepsBetween(linesOf(before), linesOf(after));
  const parts = [`--- ${path}\n+++ ${path}\n`];
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

function linesOf(text: string): readonly string[] {
  return text === "" ? [] : text.split(/(?<=\n)/);
}

function stepsBetween(before: readonly string[], after: readonly string[]): readonly Step[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail++;
  const same = (lines: readonly string[]): Step[] => lines.map((line) => ({ kind: " ", line }));
  return [
    ...same(before.slice(0, head)),
    ...shortest(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...same(before.slice(before.length - tail)),
  ];
}

/** Myers's greedy algorithm. */
function shortest(before: readonly string[], after: readonly string[]): readonly Step[] {
  const most = before.length + after.length;
  const furthest = new Map<number, number>([[1, 0]]);
  const trace: Map<number, number>[] = [];
  for (let changes = 0; changes <= Math.min(most, MOST_CHANGES); changes++) {
    trace.push(new Map(furthest));
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      const down = furthest.get(diagonal + 1) ?? -1;
      const right = furthest.get(diagonal - 1) ?? -1;
      let x = diagonal === -changes || (diagonal !== changes && right < down) ? down : right + 1;
      while (x < before.length && x - diagonal < after.length && before[x] === after[x - diagonal]) x++;
      furthest.set(diagonal, x);
      if (x >= before.length && x - diagonal >= after.length) return walkBack(before, after, trace);
    }
  }
  return [...before.map((line): Step => ({ kind: "-", line })), ...after.map((line): Step => ({ kind: "+", line }))];
}

function walkBack(
  before: readonly string[],
  after: readonly string[],
  trace: readonly ReadonlyMap<number, number>[],
): readonly Step[] {
  const steps: Step[] = [];
  let x = before.length;
  let y = after.length;
  for (let changes = trace.length - 1; changes >= 0; changes--) {
    const furthest = trace[changes];
    const diagonal = x - y;
    const down = furthest?.get(diagonal + 1) ?? -1;
    const right = furthest?.get(diagonal - 1) ?? -1;
    const wentDown = diagonal === -changes || (diagonal !== changes && right < down);
    const fromX = wentDown ? down : right;
    const fromY = fromX - (wentDown ? diagonal + 1 : diagonal - 1);
    while (x > fromX && y > fromY && x > 0 && y > 0) {
      x--;
      y--;
      steps.push({ kind: " ", line: before[x] ?? "" });
    }
    if (changes === 0) break;
    if (wentDown) {
      y--;
      steps.push({ kind: "+", line: after[y] ?? "" });
    } else {
      x--;
      steps.push({ kind: "-", line: before[x] ?? "" });
    }
  }
  return steps.reverse();
}

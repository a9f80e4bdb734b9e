/** Which lines two texts have in common: the shortest way from one to the other. */

/** Beyond so many changed lines the shortest way is not looked for: all between the first and last change is one. */
const MOST_CHANGES = 1500;

export interface LineStep {
  readonly kind: " " | "-" | "+";
  /** With its line break, where it has one. */
  readonly line: string;
}

function linesOf(text: string): readonly string[] {
  return text === "" ? [] : text.split(/(?<=\n)/);
}

/** The lines of both texts in order: kept, taken out, put in. Few changes where there are few; joined they give both texts back. */
export function lineSteps(one: string, other: string): readonly LineStep[] {
  const before = linesOf(one);
  const after = linesOf(other);
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  while (
    tail < before.length - head &&
    tail < after.length - head &&
    before[before.length - 1 - tail] === after[after.length - 1 - tail]
  )
    tail++;
  const same = (lines: readonly string[]): LineStep[] => lines.map((line) => ({ kind: " ", line }));
  return [
    ...same(before.slice(0, head)),
    ...shortest(before.slice(head, before.length - tail), after.slice(head, after.length - tail)),
    ...same(before.slice(before.length - tail)),
  ];
}

/** Myers's greedy algorithm. */
function shortest(before: readonly string[], after: readonly string[]): readonly LineStep[] {
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
  return [
    ...before.map((line): LineStep => ({ kind: "-", line })),
    ...after.map((line): LineStep => ({ kind: "+", line })),
  ];
}

function walkBack(
  before: readonly string[],
  after: readonly string[],
  trace: readonly ReadonlyMap<number, number>[],
): readonly LineStep[] {
  const steps: LineStep[] = [];
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

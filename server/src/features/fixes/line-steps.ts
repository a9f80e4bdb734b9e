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

/**
 * Myers's greedy algorithm. Lines are compared as numbers, and what is kept of each round is as long as the round is wide: a text that
 * changes in every line costs as many steps as `MOST_CHANGES` allows, and those are cheap.
 */
function shortest(before: readonly string[], after: readonly string[]): readonly LineStep[] {
  const numbers = new Map<string, number>();
  const one = numbered(before, numbers);
  const other = numbered(after, numbers);
  const most = Math.min(one.length + other.length, MOST_CHANGES);
  // How far in `before` each diagonal has come; diagonal 0 stands in the middle.
  const middle = most + 1;
  const furthest = new Int32Array(2 * middle + 1).fill(-1);
  furthest[middle + 1] = 0;
  const rounds: Int32Array[] = [];
  for (let changes = 0; changes <= most; changes++) {
    rounds.push(furthest.slice(middle - changes - 1, middle + changes + 2));
    for (let diagonal = -changes; diagonal <= changes; diagonal += 2) {
      const down = furthest[middle + diagonal + 1] ?? -1;
      const right = furthest[middle + diagonal - 1] ?? -1;
      let x = wentDown(changes, diagonal, down, right) ? down : right + 1;
      while (x < one.length && x - diagonal < other.length && one[x] === other[x - diagonal]) x++;
      furthest[middle + diagonal] = x;
      if (x >= one.length && x - diagonal >= other.length) return walkBack(before, after, rounds);
    }
  }
  return [
    ...before.map((line): LineStep => ({ kind: "-", line })),
    ...after.map((line): LineStep => ({ kind: "+", line })),
  ];
}

/** The same number for the same line. */
function numbered(lines: readonly string[], numbers: Map<string, number>): Int32Array {
  return Int32Array.from(lines, (line) => {
    const known = numbers.get(line) ?? numbers.size;
    numbers.set(line, known);
    return known;
  });
}

/** Whether the way to a diagonal comes from the one above it: a line put in. Else it comes from the one below: a line taken out. */
function wentDown(changes: number, diagonal: number, down: number, right: number): boolean {
  return diagonal === -changes || (diagonal !== changes && right < down);
}

/** `rounds`: how far each diagonal had come before each round, from the one before the round's first to the one behind its last. */
function walkBack(
  before: readonly string[],
  after: readonly string[],
  rounds: readonly Int32Array[],
): readonly LineStep[] {
  const steps: LineStep[] = [];
  let x = before.length;
  let y = after.length;
  for (let changes = rounds.length - 1; changes >= 0; changes--) {
    const furthest = rounds[changes];
    const diagonal = x - y;
    const middle = changes + 1;
    const down = furthest?.[middle + diagonal + 1] ?? -1;
    const right = furthest?.[middle + diagonal - 1] ?? -1;
    const isDown = wentDown(changes, diagonal, down, right);
    const fromX = isDown ? down : right;
    const fromY = fromX - (isDown ? diagonal + 1 : diagonal - 1);
    while (x > fromX && y > fromY && x > 0 && y > 0) {
      x--;
      y--;
      steps.push({ kind: " ", line: before[x] ?? "" });
    }
    if (changes === 0) break;
    if (isDown) {
      y--;
      steps.push({ kind: "+", line: after[y] ?? "" });
    } else {
      x--;
      steps.push({ kind: "-", line: before[x] ?? "" });
    }
  }
  return steps.reverse();
}

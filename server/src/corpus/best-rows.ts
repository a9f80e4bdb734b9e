/** The first of many rows in some order, without sorting all of them. */

/** Answers less than 0 where the first of two rows comes first. No two rows are equal. */
export type RowOrder = (one: number, other: number) => number;

/** The rows that come first, at most `limit`, in their order: `rows` are looked at once, in a heap that has the last of the best on top. */
export function bestRows(rows: Iterable<number>, limit: number, order: RowOrder): readonly number[] {
  const heap: number[] = [];
  if (limit <= 0) return heap;
  for (const row of rows) {
    if (heap.length < limit) {
      heap.push(row);
      if (heap.length === limit) for (let at = (limit >> 1) - 1; at >= 0; at--) sink(heap, at, order);
    } else if (order(row, heap[0] ?? 0) < 0) {
      heap[0] = row;
      sink(heap, 0, order);
    }
  }
  return heap.sort(order);
}

/** Brings the row at a place below all that come behind it. */
function sink(heap: number[], from: number, order: RowOrder): void {
  const row = heap[from] ?? 0;
  let at = from;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= heap.length) break;
    if (below + 1 < heap.length && order(heap[below + 1] ?? 0, heap[below] ?? 0) > 0) below++;
    const next = heap[below] ?? 0;
    if (order(next, row) <= 0) break;
    heap[at] = next;
    at = below;
  }
  heap[at] = row;
}

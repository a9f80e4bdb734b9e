/** The edits that make one text of another: line by line, so that cursors and breakpoints elsewhere stay where they are. */

import { lineRuns } from "../../text/line-differences.ts";
import type { Edit } from "../../text/source-text.ts";

/** In document order, without overlap; none where the texts are the same. */
export function differenceOf(before: string, after: string): readonly Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let open: { start: number; end: number; replacement: string } | null = null;
  for (const { kind, text } of lineRuns(before, after)) {
    if (kind === " ") {
      if (open !== null) edits.push(trimmed(open, before));
      open = null;
      at += text.length;
      continue;
    }
    open ??= { start: at, end: at, replacement: "" };
    if (kind === "-") {
      at += text.length;
      open.end = at;
    } else {
      open.replacement += text;
    }
  }
  if (open !== null) edits.push(trimmed(open, before));
  return edits;
}

/** Without what is the same at either end. */
function trimmed({ start, end, replacement }: Edit, before: string): Edit {
  const old = before.slice(start, end);
  const most = Math.min(old.length, replacement.length);
  let head = 0;
  while (head < most && old[head] === replacement[head]) head++;
  let tail = 0;
  while (tail < most - head && old[old.length - 1 - tail] === replacement[replacement.length - 1 - tail]) tail++;
  return { start: start + head, end: end - tail, replacement: replacement.slice(head, replacement.length - tail) };
}

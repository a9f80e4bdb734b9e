/** Turns the damage that the parser looks through into findings: one a line, with the edits that take it off. */

import type { Damage } from "../../../cable/repair/damage.ts";
import type { CableTree } from "../../../cable/tree.ts";
import type { Edit } from "../../../text/source-text.ts";
import type { Span } from "../../../text/span.ts";

export interface DamagedLine {
  /** From the first mark of the damage in the line to its last. */
  readonly span: Span;
  readonly edits: readonly Edit[];
}

/** The lines of a text that have damage of these kinds. Where two kinds touch one place, the earlier in the list has it. */
export function damagedLines(tree: CableTree, damages: readonly Damage[]): readonly DamagedLine[] {
  const edits = apart(damages.flatMap((damage) => damage.edits(tree.lines.text)));
  const lines: { span: Span; edits: Edit[] }[] = [];
  let lineOfLast = -1;
  for (const edit of edits) {
    const line = tree.lines.lineAt(edit.start);
    const last = lines[lines.length - 1];
    if (last !== undefined && line === lineOfLast) {
      last.edits.push(edit);
      last.span = { start: last.span.start, end: edit.end };
    } else {
      lines.push({ span: { start: edit.start, end: edit.end }, edits: [edit] });
    }
    lineOfLast = line;
  }
  return lines;
}

function apart(edits: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  let end = 0;
  for (const edit of [...edits].sort((one, other) => one.start - other.start)) {
    if (edit.start < end) continue;
    kept.push(edit);
    end = edit.end;
  }
  return kept;
}

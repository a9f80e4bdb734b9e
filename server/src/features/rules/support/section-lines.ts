/** Reads the classification lines that open the transmission sections behind the first: `UNCLAS SECTION 02 OF 03 TALLINN 099070`. */

import type { CableTree } from "../../../cable/tree.ts";
import { readLevel } from "../../../cable/values/classification-level.ts";
import type { Located, Span } from "../../../text/span.ts";
import { linesOfKind, spanIn } from "./lines.ts";

export interface SectionLine {
  readonly span: Span;
  readonly number: number;
  readonly total: number;
  /** Null where the line has none. */
  readonly serial: Located<number> | null;
}

const SECTION =
  /^[ \t/,-]{0,20}SECTION[ \t]{1,9}(\d{1,2})[ \t]{1,9}OF[ \t]{1,9}(\d{1,2})(?:[ \t]{1,9}[A-Z][A-Z .'-]{1,30}?[ \t]{1,9}(\d{3,8}))?[ \t\r]*$/;

/** In document order, the one that opens the message left out; none where it has no classification line. */
export function sectionLines(tree: CableTree): readonly SectionLine[] {
  const { classificationLine } = tree.header;
  if (classificationLine === null) return [];
  const from = tree.lines.lineAt(classificationLine.span.end) + 1;
  return linesOfKind(tree, ["classification", "marking", "continuation"], from).flatMap(
    (line): readonly SectionLine[] => {
      const level = readLevel(line.text);
      const match = level === null ? null : SECTION.exec(line.text.slice(level.end));
      if (level === null || match === null) return [];
      const serial = match[3];
      const serialAt = level.end + match[0].trimEnd().length - (serial?.length ?? 0);
      return [
        {
          span: spanIn(line, level.start, line.text.trimEnd().length - level.start),
          number: Number(match[1]),
          total: Number(match[2]),
          serial: serial === undefined ? null : { value: Number(serial), span: spanIn(line, serialAt, serial.length) },
        },
      ];
    },
  );
}

/**
 * Reads the case files of rules, tests/features/rules/<code>.txt.
 *
 * A line `=== wrong`, with a name behind a colon where there are several, begins a cable in which the rule finds what lines of `^^^`
 * mark in the line above; words behind the carets are the message. `=== fixed` is what the certain fixes make of the wrong cable
 * before it, `=== corrected` the same cable as a person would mend it, `=== right: why` another in which the rule finds nothing. A cable
 * behind `=== beside` is in the workspace of all of them.
 */

import type { Span } from "../../server/src/text/span.ts";

export type CaseKind = "wrong" | "fixed" | "corrected" | "right" | "beside";

export interface RuleCase {
  readonly kind: CaseKind;
  /** Empty where the block has no name. */
  readonly name: string;
  /** Without the marks. */
  readonly text: string;
  /** With the marks, as the file has it. */
  readonly marked: string;
  readonly expected: readonly ExpectedFinding[];
}

export interface ExpectedFinding {
  readonly span: Span;
  /** Null where the case does not say. */
  readonly message: string | null;
}

const BLOCK = /^=== (wrong|fixed|corrected|right|beside)(?:: (.+))?$/;
const MARKS = /^ *(\^[\^ ]*)(?: (\S.*))?$/;

export function readRuleCases(source: string): readonly RuleCase[] {
  const blocks: { kind: CaseKind; name: string; lines: string[] }[] = [];
  for (const line of source.replace(/\n$/, "").split("\n")) {
    const block = BLOCK.exec(line);
    if (block !== null) blocks.push({ kind: kindOf(block[1]), name: block[2] ?? "", lines: [] });
    else blocks[blocks.length - 1]?.lines.push(line);
  }
  return blocks.map(({ kind, name, lines }) => {
    const kept: string[] = [];
    const expected: ExpectedFinding[] = [];
    let length = 0;
    for (const line of lines) {
      const marks = MARKS.exec(line);
      const above = kept[kept.length - 1];
      if (marks === null || above === undefined) {
        kept.push(line);
        length += line.length + 1;
        continue;
      }
      for (const run of line.matchAll(/\^+/g)) {
        const start = length - above.length - 1 + run.index;
        expected.push({ span: { start, end: start + run[0].length }, message: marks[2] ?? null });
      }
    }
    return { kind, name, text: `${kept.join("\n")}\n`, marked: lines.join("\n"), expected };
  });
}

function kindOf(word: string | undefined): CaseKind {
  return word === "fixed" || word === "corrected" || word === "right" || word === "beside" ? word : "wrong";
}

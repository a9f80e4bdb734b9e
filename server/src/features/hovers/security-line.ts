/** Hovers on the security line, `ZNR UUUUU ZZH`: what each of its signals asks of those who handle the message. */

import { explainOperatingSignal } from "../../vocabulary/explain.ts";
import type { OperatingSignal } from "../../vocabulary/operating-signals.ts";
import type { HoverProvider } from "./hover.ts";
import { spannedAt, wordAt } from "./support/words.ts";

const FORMAT_LINE = 4;

export const securityLine: HoverProvider = {
  kind: "security-line",
  basis: "part",
  at({ tree, vocabulary }, offset) {
    const line = tree.header.securityLine;
    if (line === null || spannedAt([line], offset) === undefined) return null;
    const word = wordAt(tree.lines.text, offset, /[A-Za-z0-9]/, line.span);
    const pointedAt = word === null ? undefined : vocabulary.operatingSignals.find(word.value);
    const format = vocabulary.headerLines.byNumber(FORMAT_LINE);
    const items = line.value.split(" ").map((code) => `${code}: ${titleOf(vocabulary.operatingSignals.find(code))}`);
    return {
      span: line.span,
      parts: [
        {
          kind: "statement",
          subject: line.value,
          what: format === undefined ? "security line" : `format line 4 of ACP 127: ${format.name.toLowerCase()}`,
          lines: [],
          items,
          sources: format === undefined ? [] : [format.source],
        },
        ...(pointedAt === undefined ? [] : [explainOperatingSignal(pointedAt)]),
      ],
    };
  },
};

function titleOf(signal: OperatingSignal | undefined): string {
  return signal?.title ?? "meaning not known";
}

/** Hovers on operating signals, prosigns and stray codes of the transmission header and the ending: `FM`, `ZFF4`, `BT`, `NNNN`. */

import type { LineKind } from "../../cable/tree.ts";
import { explainOperatingSignal, explainPrecedence, explainRoutingIndicator } from "../../vocabulary/explain.ts";
import type { HoverProvider } from "./hover.ts";
import { lineSpan, wordAt } from "./support/words.ts";

/** Lines made of codes. */
const LINES: ReadonlySet<LineKind> = new Set<LineKind>(["transmission", "ending"]);

export const headerWord: HoverProvider = {
  kind: "header-word",
  basis: "word",
  at({ tree, vocabulary }, offset) {
    const kind = tree.lineKinds[tree.lines.lineAt(offset)];
    if (kind === undefined || !LINES.has(kind)) return null;
    const line = lineSpan(tree.lines, offset);
    const word = wordAt(tree.lines.text, offset, /[A-Za-z0-9]/, line);
    if (word === null || word.value !== word.value.toUpperCase()) return null;
    const before = tree.lines.text.slice(line.start, word.span.start).trim();
    const behind = tree.lines.text.slice(word.span.end, line.end).trim();
    // An ending may be a sentence; its signs stand alone.
    if (kind === "ending" && before + behind !== "") return null;
    const signal = vocabulary.operatingSignals.find(word.value);
    // Prosigns are everyday letters and words but at the beginning of a line.
    if (signal !== undefined && (signal.kind !== "prosign" || /^[>*]*$/.test(before))) {
      return { span: word.span, parts: [{ ...explainOperatingSignal(signal), code: word.value }] };
    }
    if (kind === "ending") return null;
    const indicator = /^R[A-Z]{3,7}$/.test(word.value) ? vocabulary.routingIndicators.find(word.value) : undefined;
    if (indicator !== undefined) return { span: word.span, parts: [explainRoutingIndicator(indicator)] };
    // Letters alone are initials as often as precedences.
    const precedence = word.value.length > 2 ? vocabulary.precedences.find(word.value) : undefined;
    return precedence === undefined ? null : { span: word.span, parts: [explainPrecedence(precedence)] };
  },
};

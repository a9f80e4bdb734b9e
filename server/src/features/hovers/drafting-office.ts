/** Hovers on the offices of those who drafted and cleared a cable: `EUR/RUS` of `Drafted By: EUR/RUS:Doe, Jane`. */

import type { LineKind } from "../../cable/tree.ts";
import { explainOffice } from "../../vocabulary/explain.ts";
import type { HoverProvider } from "./hover.ts";
import { lineSpan, wordAt } from "./support/words.ts";

/** Lines of a header, a wrapper or a trailer. */
const LINES: ReadonlySet<LineKind> = new Set<LineKind>(["transmission", "distribution", "trailer"]);

export const draftingOffice: HoverProvider = {
  kind: "drafting-office",
  basis: "word",
  at({ tree, vocabulary, date }, offset) {
    const kind = tree.lineKinds[tree.lines.lineAt(offset)];
    if (kind === undefined || !LINES.has(kind)) return null;
    const word = wordAt(tree.lines.text, offset, /[A-Za-z0-9/_&-]/, lineSpan(tree.lines, offset));
    if (word === null || !/^[A-Z][A-Z0-9/_&-]+$/.test(word.value)) return null;
    const { start, end } = word.span;
    const behind = tree.lines.text.slice(end, end + 3);
    const before = tree.lines.text.slice(Math.max(0, start - LEAD.length), start);
    // The symbol stands right before the colon and the name, or the name is its last part: `DRAFTED BY CA/OCS/JDOE`.
    const symbols = /^:\s?[A-Z]/.test(behind) ? [word.value] : before.endsWith(LEAD) ? beginnings(word.value) : [];
    for (const symbol of symbols) {
      const office = vocabulary.offices.find(symbol.replaceAll("_", "/"), date);
      const isSure = office !== undefined && (office.title !== null || symbols.length === 1);
      if (isSure && offset <= start + symbol.length) {
        return { span: { start, end: start + symbol.length }, parts: [explainOffice(office)] };
      }
    }
    return null;
  },
};

/** What stands before the drafter and before the one who approved. */
const LEAD = "ED BY ";

/** `CA/OCS/JDOE` without its last part, and so on, the longest first. */
function beginnings(symbol: string): readonly string[] {
  const pieces = symbol.split("/");
  return pieces.slice(1).map((_, dropped) => pieces.slice(0, pieces.length - 1 - dropped).join("/"));
}

/** Hovers on the distribution of archive telegrams, `ARA-20`: which office, and how many copies. */

import type { CableTree } from "../../cable/tree.ts";
import type { Span } from "../../text/span.ts";
import { explainDistributionSymbol, explainOffice } from "../../vocabulary/explain.ts";
import type { HoverPart, HoverProvider } from "./hover.ts";
import { lineSpan, wordAt } from "./support/words.ts";

const SOURCE = "telegrams of 1974 and 1979";

/** The words that open a list of offices. */
const ROLES: ReadonlyMap<string, string> = new Map([
  ["ACTION", "The office that is to act on the telegram, which came in; its copies are behind its symbol."],
  ["ORIGIN", "The office that the telegram, which went out, comes from; its copies are behind its symbol."],
  ["INFO", "The offices that receive copies for information."],
]);

/** An office with its copies, anywhere in a line. */
const ENTRY = /(?:^|\s)[A-Z][A-Z0-9/&]{0,8}-\d\d(?!\d)/;

/** Whether a line is of such a table: of the first header's, or of one that a later transmission section repeats. */
function isTable(tree: CableTree, offset: number, line: Span): boolean {
  const kind = tree.lineKinds[tree.lines.lineAt(offset)];
  const isRepeated = kind === "transmission" && tree.form === "archive";
  return kind === "distribution" || (isRepeated && ENTRY.test(tree.lines.text.slice(line.start, line.end)));
}

export const distribution: HoverProvider = {
  kind: "distribution",
  basis: "part",
  at({ tree, vocabulary, date }, offset) {
    const line = lineSpan(tree.lines, offset);
    if (!isTable(tree, offset, line)) return null;
    const word = wordAt(tree.lines.text, offset, /[A-Za-z0-9/&-]/, line);
    if (word === null) return null;
    const role = ROLES.get(word.value);
    if (role !== undefined) {
      return {
        span: word.span,
        parts: [{ kind: "statement", subject: word.value, what: "distribution", lines: [role], sources: [SOURCE] }],
      };
    }
    const behind = tree.lines.text.slice(word.span.end, word.span.end + 3);
    const total = /^\/0*(\d{1,3})[WR]?$/.exec(word.value);
    if (total !== null) {
      // The sum has its letter behind it; the figures of the tear line have none.
      if (!/[WR]$/.test(word.value) && !/^\s?[WR](?!\w)/.test(behind)) return null;
      const lines = [`${total[1]} copies in all: the sum of the numbers behind the offices.`];
      return {
        span: word.span,
        parts: [{ kind: "statement", subject: word.value, what: "distribution, sum", lines, sources: [SOURCE] }],
      };
    }
    const entry = /^([A-Z][A-Z0-9/&]*)-(\d{1,3})$/.exec(word.value);
    const symbol = entry?.[1];
    const copies = Number(entry?.[2]);
    if (symbol === undefined) return null;
    const asPrinted = vocabulary.distributionSymbols.find(symbol);
    // An E behind the symbol of an office says that its copy goes by wire.
    const stem = symbol.length > 2 && symbol.endsWith("E") && asPrinted === undefined ? symbol.slice(0, -1) : null;
    const isKnown = stem === null || vocabulary.offices.find(symbol, date)?.title != null;
    const wired = isKnown || stem === null ? undefined : vocabulary.distributionSymbols.find(stem);
    const listed = asPrinted ?? wired;
    const office = listed === undefined ? vocabulary.offices.find(symbol, date) : undefined;
    const explained =
      listed !== undefined
        ? explainDistributionSymbol(listed)
        : office !== undefined
          ? explainOffice(office)
          : undefined;
    const own: HoverPart = {
      kind: "statement",
      subject: word.value,
      what: "distribution to an office",
      lines: [
        `${symbol}: ${copies === 0 ? "no copy" : copies === 1 ? "1 copy" : `${copies} copies`}.`,
        ...(wired === undefined ? [] : [`Likely ${stem} by wire, which the E behind it stands for.`]),
      ],
      sources: [SOURCE],
    };
    return { span: word.span, parts: explained === undefined ? [own] : [own, explained] };
  },
};

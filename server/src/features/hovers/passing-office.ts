/** Hovers on the offices, agencies and posts of passing instructions: `EAP/CM` of `DEPT FOR EAP/CM, DRL`. */

import type { Located } from "../../text/span.ts";
import { explainAcronym, explainOffice } from "../../vocabulary/explain.ts";
import type { Explanation } from "../../vocabulary/explanation.ts";
import type { HoverContext, HoverProvider } from "./hover.ts";
import { countriesOf, explainKnownStation } from "./support/station.ts";
import { spannedAt, wordAndPieces, wordAt } from "./support/words.ts";

export const passingOffice: HoverProvider = {
  kind: "passing-office",
  basis: "part",
  at(context, offset) {
    const { tree } = context;
    const line = spannedAt(tree.header.passing, offset);
    if (line === undefined) return null;
    const word = wordAt(tree.lines.text, offset, /[A-Za-z0-9/&-]/, line.span);
    if (word === null) return null;
    for (const piece of wordAndPieces(word, offset, "/-")) {
      const explanation = explainAddress(piece, context);
      if (explanation !== undefined) return { span: piece.span, parts: [explanation] };
    }
    return null;
  },
};

/** Words of the instruction itself that look like the plural of an abbreviation or a symbol. */
const INSTRUCTION: ReadonlySet<string> = new Set(["PASS", "PLEASE", "PLS", "FOR", "TO", "AND", "FROM", "ALSO"]);

/** The pieces of an unknown symbol are short; names of people (`STRATFORD/WINTER`) are not. */
const LONGEST_PIECE = 6;

function explainAddress({ value }: Located<string>, context: HoverContext): Explanation | undefined {
  const { vocabulary, date } = context;
  if (INSTRUCTION.has(value.toUpperCase())) return undefined;
  const office = vocabulary.offices.find(value, date);
  const isShort = value.split("/").every(({ length }) => length <= LONGEST_PIECE);
  if (office !== undefined && (office.title !== null || isShort)) return explainOffice(office);
  const acronym = vocabulary.acronyms.find(value, { ...countriesOf(context), inPassing: true });
  // Instructions have no plurals: `USGS` is not several of `USG`.
  if (acronym !== undefined && acronym.abbreviation.toUpperCase() === value.toUpperCase())
    return explainAcronym(acronym);
  const station = vocabulary.stations.match(value);
  return station !== undefined && station.kind === "exact" && station.confidence === "high"
    ? explainKnownStation(station.station, date)
    : undefined;
}

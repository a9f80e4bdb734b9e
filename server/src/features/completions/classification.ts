/** Offers the levels of classification, where a cable has none yet. */

import type { ClassificationLevel } from "../../cable/record.ts";
import { type CompletionProvider, proposal } from "./completion.ts";
import { lettersOf } from "./support/typed-word.ts";

/** As the classification line writes them, the usual ones first. */
const LEVELS: readonly { readonly text: string; readonly level: ClassificationLevel }[] = [
  { text: "UNCLAS", level: "UNCLASSIFIED" },
  { text: "CONFIDENTIAL", level: "CONFIDENTIAL" },
  { text: "SECRET", level: "SECRET" },
  { text: "TOP SECRET", level: "TOP SECRET" },
  { text: "LIMITED OFFICIAL USE", level: "LIMITED OFFICIAL USE" },
];

export const classification: CompletionProvider = {
  kind: "classification",
  rank: 1,
  at({ tree, drafting, offset, date }) {
    if (
      drafting.isInText ||
      (drafting.classificationLine >= 0 && drafting.classificationLine !== drafting.line) ||
      drafting.field !== null
    )
      return null;
    if (tree.form === "smart" || drafting.after.trim() !== "" || !/^[A-Za-z ]{0,22}$/.test(drafting.before))
      return null;
    // It stands above the fields that every cable has, and below those of the transmission.
    if (drafting.fields.some(({ row, line }) => row.onlyTransmitted !== true && line < drafting.line)) return null;
    const typed = lettersOf(drafting.before);
    const levels = LEVELS.filter(({ text, level }) => {
      // Abolished as a level of its own in 1995; SENSITIVE took its place.
      return (level !== "LIMITED OFFICIAL USE" || date.year <= 1995) && lettersOf(text).startsWith(typed);
    });
    if (levels.length === 0) return null;
    return {
      span: { start: drafting.lineStart, end: offset },
      proposals: levels.map(({ text, level }) =>
        proposal({ label: text, kind: "value", detail: text === level ? "classification" : level.toLowerCase() }),
      ),
      isIncomplete: false,
    };
  },
};

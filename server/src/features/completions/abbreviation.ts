/** Offers abbreviations that cables use, with what they stand for. */

import type { Acronym } from "../../vocabulary/acronyms.ts";
import { explainAcronym } from "../../vocabulary/explain.ts";
import { type CompletionProvider, proposal } from "./completion.ts";
import { explanationOf } from "./support/explanation.ts";
import { typedWord } from "./support/typed-word.ts";

/** More are not offered at once. */
const MOST = 40;

/** Where other words look the same, all in capitals or each name with one, two letters begin too many. */
const LEAST_LETTERS = 2;
const LEAST_LETTERS_OF_WORDS = 3;

export const abbreviation: CompletionProvider = {
  kind: "abbreviation",
  rank: 6,
  at(context) {
    const { drafting, vocabulary } = context;
    if (!drafting.mayBeText || drafting.field !== null) return null;
    const { span, typed } = typedWord(context, (character) => /[A-Za-z/]/.test(character));
    const isShouted = /^[A-Z/]+$/.test(typed);
    // `Emboff` may be typed as any name is; what is all of capitals else begins with two of them at least.
    if (!/^[A-Z]/.test(typed)) return null;
    if (typed.length < (isShouted && !drafting.isCapitals ? LEAST_LETTERS : LEAST_LETTERS_OF_WORDS)) return null;
    const found = vocabulary.acronyms.abbreviations
      .filter((word) => word.toUpperCase().startsWith(typed.toUpperCase()))
      .map((word) => vocabulary.acronyms.findAnyCase(word))
      .filter((one): one is Acronym => one !== undefined && one.kind !== "pattern")
      .filter(({ kind }) => isShouted || kind === "cable shorthand");
    const seen = new Set<string>();
    return {
      span,
      proposals: found
        .filter((one) => !seen.has(one.abbreviation) && seen.add(one.abbreviation))
        .sort((one, other) => one.abbreviation.length - other.abbreviation.length)
        .slice(0, MOST)
        .map((one) =>
          proposal({ label: asTyped(one, typed), kind: "text", detail: one.expansion, key: one.abbreviation }),
        ),
      isIncomplete: typed.length < LEAST_LETTERS_OF_WORDS || found.length > MOST,
    };
  },
  async explain(key, { vocabulary }) {
    const found = vocabulary.acronyms.findAnyCase(key);
    return found === undefined ? null : explanationOf(explainAcronym(found));
  },
};

/** Shorthand has no case of its own: `Poloff` in mixed text, `POLOFF` in capitals. */
function asTyped({ abbreviation: word, kind }: Acronym, typed: string): string {
  const isMixed = /[a-z]/.test(typed);
  if (kind !== "cable shorthand" || /[a-z]/.test(word) || !isMixed) return word;
  return word.charAt(0) + word.slice(1).toLowerCase();
}

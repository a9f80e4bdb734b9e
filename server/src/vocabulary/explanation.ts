/** An explanation of a code: what it is, what it meant, and where that comes from. */

import type { Confidence } from "./rows.ts";
import { sourceOf } from "./sources.ts";

export type ExplanationKind =
  | "TAG"
  | "routing indicator"
  | "station"
  | "addressee"
  | "caption"
  | "precedence"
  | "operating signal"
  | "portion mark"
  | "classification"
  | "office symbol"
  | "abbreviation"
  | "executive order"
  | "declassification mark"
  | "reason code"
  | "header line"
  | "header field";

/** Another meaning of the same code. */
export interface OtherMeaning {
  readonly title: string;
  /** When it held or where it is found: `list of 1974`; null where that is not known. */
  readonly validity: string | null;
}

/**
 * How a meaning may be told: `documented`, as it is; `likely`, where nobody looked it up in a document; `uncertain`,
 * where it is inferred or was seen once.
 */
export type Certainty = "documented" | "likely" | "uncertain";

/** What one kind of code means. All texts are plain, without Markdown. */
export interface Explanation {
  readonly kind: ExplanationKind;
  /** As the vocabulary writes it. */
  readonly code: string;
  /** What sort within its kind: `geographic` of a TAG, `distribution` of a caption; null where there is none. */
  readonly sort: string | null;
  /** The meaning in a few words; null where the code is known to exist and its meaning was not found. */
  readonly title: string | null;
  /** The meaning in sentences; null where the title says it all. */
  readonly meaning: string | null;
  /** When the meaning held: `list of 2003–10`, `in force 14 October 1995 to 26 June 2010`; null where that is not known. */
  readonly validity: string | null;
  /** How the other meanings are introduced: `Other meanings`, `Also stands before` of a routing indicator. */
  readonly otherLabel: string;
  /** What else the code means or meant; never empty where meanings differ by time. */
  readonly otherMeanings: readonly OtherMeaning[];
  readonly note: string | null;
  readonly sources: readonly string[];
  readonly confidence: Confidence;
  readonly certainty: Certainty;
}

/** How a row of those sources and that confidence may be told. */
export function certaintyOf(source: string, confidence: Confidence): Certainty {
  if (confidence === "low") return "uncertain";
  const lookedUp = sourcesOf(source).map((key) => sourceOf(key)?.kind !== "none");
  const isDocumented = lookedUp.includes(true);
  return isDocumented && (confidence === "high" || !lookedUp.includes(false)) ? "documented" : "likely";
}

/** The single sources of a row, which its text parts by semicolons; a parenthesis may hold one of its own. */
export function sourcesOf(...texts: readonly (string | null)[]): readonly string[] {
  const sources = new Set<string>();
  for (const text of texts) {
    let depth = 0;
    let from = 0;
    const whole = text ?? "";
    for (let index = 0; index <= whole.length; index++) {
      const character = whole[index];
      if (character === "(") depth++;
      else if (character === ")") depth--;
      if (index < whole.length && (character !== ";" || depth > 0)) continue;
      const source = whole.slice(from, index).trim();
      if (source !== "") sources.add(source);
      from = index + 1;
    }
  }
  return [...sources];
}

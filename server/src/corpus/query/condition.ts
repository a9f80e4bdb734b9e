/** A compiled query: what must hold of a cable, in plain values, so that it travels between threads as it is. */

import type { ClassificationLevel } from "../../cable/record.ts";
import type { Phrase } from "./words.ts";

/** Numbers from the first to the last, both included; null where that end is open. */
export interface NumberRange {
  readonly from: number | null;
  readonly to: number | null;
}

/** A message number, or part of one. */
export interface NumberPattern {
  /** Two digits; null for any. */
  readonly year: number | null;
  readonly station: string | null;
  readonly serial: number | null;
  /** The serial begins with these digits. */
  readonly isPrefix: boolean;
}

export type Condition =
  | { readonly kind: "everything" }
  | { readonly kind: "all" | "any"; readonly parts: readonly Condition[] }
  | { readonly kind: "not"; readonly part: Condition }
  /** The phrase stands in the text; or, of a word that is not quoted, it is of the station's name, the year, or the cable's number. */
  | {
      readonly kind: "words";
      readonly phrase: Phrase;
      readonly stations: readonly string[];
      readonly year: number | null;
      readonly mrn: string | null;
    }
  /** The station of the number is one of these. */
  | { readonly kind: "station"; readonly stations: readonly string[] }
  | {
      readonly kind: "addressee";
      readonly of: "to" | "info";
      readonly stations: readonly string[];
      readonly phrase: Phrase | null;
    }
  | { readonly kind: "tag"; readonly tags: readonly string[] }
  /** The year it was sent in, else that of its number. */
  | { readonly kind: "year"; readonly range: NumberRange }
  /** Minutes since 1970 in UTC. A cable without a date-time group is in no range. */
  | { readonly kind: "sent"; readonly range: NumberRange }
  | { readonly kind: "classification"; readonly levels: readonly (ClassificationLevel | null)[] }
  /** A caption begins with one of these, compared by its letters in capitals. */
  | { readonly kind: "caption"; readonly letters: readonly string[] }
  | { readonly kind: "person" | "subject" | "signed"; readonly phrase: Phrase }
  | { readonly kind: "number"; readonly pattern: NumberPattern }
  /** It cites one of these. */
  | { readonly kind: "cites"; readonly mrns: readonly string[] }
  /** One of these cites it; `cited` are all that they cite, where the index was asked. */
  | { readonly kind: "citedby"; readonly mrns: readonly string[]; readonly cited: readonly string[] }
  /** The file's path holds this, in any case; an asterisk in it stands for anything but a stroke. */
  | { readonly kind: "file"; readonly pattern: string };

/** Conditions that only the text of the cable can answer: the index does not hold what they ask for. */
const OF_TEXT: ReadonlySet<Condition["kind"]> = new Set(["words", "addressee", "caption", "person", "signed"]);

/** Whether a condition can't be told by the columns of the index alone. */
export function needsText(condition: Condition): boolean {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.parts.some(needsText);
    case "not":
      return needsText(condition.part);
    default:
      return OF_TEXT.has(condition.kind);
  }
}

/** The phrases that a reader of the found cables looks for: those that are not denied. */
export function phrasesOf(condition: Condition): readonly Phrase[] {
  switch (condition.kind) {
    case "all":
    case "any":
      return condition.parts.flatMap(phrasesOf);
    case "words":
      return [condition.phrase];
    default:
      return [];
  }
}

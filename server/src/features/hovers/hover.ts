/** What a provider of hovers is: one object that knows one kind of thing in a cable and says what it is. */

import type { CanonicalMrn } from "../../cable/mrn.ts";
import type { CableTree } from "../../cable/tree.ts";
import type { Meaning } from "../../corpus/meant-cable.ts";
import type { Span } from "../../text/span.ts";
import type { CableDate } from "../../vocabulary/date.ts";
import type { Explanation } from "../../vocabulary/explanation.ts";
import type { Vocabulary } from "../../vocabulary/vocabulary.ts";

/** What the workspace knows of a cable that another one cites. */
export interface CitedCable {
  readonly subject: string | null;
  /** Normal form, `280903Z AUG 09`. */
  readonly dtg: string | null;
  readonly classification: string | null;
  readonly summary: string | null;
  /** The name of its file, without folders. */
  readonly fileName: string;
}

/** All that a provider may look at. */
export interface HoverContext {
  readonly tree: CableTree;
  readonly vocabulary: Vocabulary;
  /** The day the cable was sent, by its date-time group; null where it has none. */
  readonly sentOn: CableDate | null;
  /** The date by which codes are read: the day it was sent, else the first of the year of its MRN; null where neither is known. */
  readonly date: CableDate | null;
  /** A cable of the workspace; null where it is not there, `indexing` while that can not be said yet. */
  readonly citedCable: (mrn: CanonicalMrn) => CitedCable | null | "indexing";
  /** Which cable a reference means. */
  readonly meaning: Meaning;
  /** Address templates of archives, from the settings. */
  readonly archives: readonly string[];
}

/** What the cable itself says of the thing pointed at. All texts are plain; those of the cable are escaped when shown. */
export interface Statement {
  readonly kind: "statement";
  /** The thing, as printed or in its normal form. */
  readonly subject: string;
  /** What sort of thing it is: `action addressee`. */
  readonly what: string;
  readonly lines: readonly string[];
  /** What is of one rank, shown as a list below the lines. */
  readonly items?: readonly string[];
  /** Web addresses of archives, shown as links: the only ones that a hover has. */
  readonly links?: readonly string[];
  readonly sources?: readonly string[];
}

/** One part of a hover: what the cable says, or what the vocabulary knows. */
export type HoverPart = Statement | Explanation;

/** What a provider answers: at least one part, what the cable says before what the vocabulary knows. */
export interface HoverAnswer {
  /** What is explained, for the editor to mark; the offset asked about touches it. */
  readonly span: Span;
  readonly parts: readonly HoverPart[];
}

/**
 * How a provider knows what it explains: `part`, the parser found it in its place; `word`, its letters are in a table,
 * whatever stands around them. A part goes before a word; of two parts or two words the shorter goes first.
 */
export type HoverBasis = "part" | "word";

export interface HoverProvider {
  /** What it explains: `tag`, `date-time-group`; as its file is called. */
  readonly kind: string;
  readonly basis: HoverBasis;
  /** What stands at an offset, its end included; null where it is nothing of this kind, or nothing is known of it. */
  at(context: HoverContext, offset: number): HoverAnswer | null;
}

/** A cable as a person reads it: blocks in reading order, free of page furniture, every code with its meaning. What printers print. */

import type { CanonicalMrn } from "../../cable/mrn.ts";
import type { ClassificationLevel } from "../../cable/record.ts";
import type { Span } from "../../text/span.ts";
import type { HoverPart } from "../hovers/hover.ts";

/** A stretch of one line of text. All texts are plain; what is to be escaped the printer escapes. A `\n` in a text is a line that ends there. */
export type Run =
  | { readonly kind: "text"; readonly text: string }
  /** What stands behind a portion mark in its parentheses: `ENTIRE TEXT`. */
  | { readonly kind: "remark"; readonly text: string }
  /** What is said besides, behind something else: the routing indicator of an addressee. */
  | { readonly kind: "detail"; readonly text: string }
  /** A code whose meaning is known. */
  | { readonly kind: "term"; readonly text: string; readonly parts: readonly HoverPart[] }
  /** A place that cites: `parts` tells what is cited, `at` is the offset at which the editor is asked where that is. */
  | {
      readonly kind: "citation";
      readonly text: string;
      readonly parts: readonly HoverPart[];
      readonly at: number;
      readonly target: CitationTarget | null;
      /** The cable that is cited, the first of several; null where it is none, or has no number. */
      readonly mrn: CanonicalMrn | null;
    }
  | { readonly kind: "portion"; readonly portion: Portion };

/** What of this very cable a citation names; the first of several. */
export type CitationTarget =
  | { readonly kind: "reference"; readonly index: number }
  | { readonly kind: "paragraph"; readonly number: number };

/** A portion mark without its parentheses. */
export interface Portion {
  readonly text: string;
  /** Null for a mark that the vocabulary has not. */
  readonly level: ClassificationLevel | null;
  readonly parts: readonly HoverPart[];
}

/** One row of the header's table. */
export interface HeaderRow {
  readonly name: string;
  /** How the values stand: one below the other, beside each other, or as the chips of TAGS. */
  readonly layout: "lines" | "columns" | "chips";
  /** At least one. */
  readonly values: readonly (readonly Run[])[];
}

/** One entry of the REF line. */
export interface ReadReference {
  /** By position where none is printed; null where there is but one. */
  readonly label: string | null;
  readonly runs: readonly Run[];
  readonly cited: CitedState;
}

/** What the workspace has of a cited message; `other` is no cable with a number. */
export type CitedState =
  | { readonly kind: "present"; readonly subject: string | null; readonly details: string }
  | { readonly kind: "absent" | "indexing" | "other" };

/** An item of a list, with its mark as printed: `-`, `a.`, `(1)`. */
export interface Item {
  readonly mark: string;
  readonly runs: readonly Run[];
  readonly items: readonly Item[];
}

/** What a paragraph is made of. */
export type Part =
  | { readonly kind: "prose"; readonly runs: readonly Run[] }
  | { readonly kind: "items"; readonly items: readonly Item[] }
  /** Columns that only a type of one width shows. */
  | { readonly kind: "table"; readonly text: string };

export type BlockContent =
  /** What the page begins and ends with. */
  | {
      readonly kind: "banner";
      readonly edge: "top" | "bottom";
      readonly level: ClassificationLevel;
      readonly runs: readonly Run[];
      readonly captions: readonly (readonly Run[])[];
    }
  | {
      readonly kind: "title";
      /** The number and the date, for the line above the subject. */
      readonly facts: readonly string[];
      readonly portion: Portion | null;
      readonly text: string;
    }
  | { readonly kind: "header"; readonly rows: readonly HeaderRow[] }
  | { readonly kind: "references"; readonly references: readonly ReadReference[] }
  /** The lines of the head, as they were sent. */
  | { readonly kind: "source"; readonly text: string }
  /** `depth` counts from 0. */
  | { readonly kind: "heading"; readonly depth: number; readonly text: string }
  | {
      readonly kind: "paragraph";
      readonly number: number | null;
      /** Whether it is the first of its number, so that `para 3` leads to it. */
      readonly isFirst: boolean;
      readonly isSummary: boolean;
      readonly portion: Portion | null;
      readonly parts: readonly Part[];
    }
  /** A line that is of no paragraph: `END SUMMARY`, what a damaged copy left over. */
  | { readonly kind: "notice"; readonly text: string }
  | { readonly kind: "signature"; readonly text: string }
  /** What an archive or a wrapper noted. */
  | { readonly kind: "attributes"; readonly rows: readonly HeaderRow[] };

/** The part of the page that a block stands in. */
export type Region = "head" | "text" | "foot";

export interface Block {
  readonly region: Region;
  /** Where it stands in the document; of what is put together from several places, the first. */
  readonly span: Span;
  readonly content: BlockContent;
}

export interface RenderedCable {
  /** What it is called in a window's title: the number, else the subject, else the file's name. */
  readonly title: string;
  /** Whether the text is written in capitals throughout. */
  readonly isCapitals: boolean;
  /** In reading order; never empty for a text that is not blank. */
  readonly blocks: readonly Block[];
  /** Whether the end of the text is not shown because it is too long; a notice says so, too. */
  readonly isCut: boolean;
}

/** What a query is made of: its tree, and what is wrong with it, each part with the place where it was typed. */

import type { Span } from "../../text/span.ts";

/** The names of the fields that a query may ask for. What each takes is told in `fields.ts`. */
export type FieldName =
  | "from"
  | "to"
  | "info"
  | "tag"
  | "year"
  | "sent"
  | "class"
  | "caption"
  | "person"
  | "mrn"
  | "cites"
  | "citedby"
  | "subject"
  | "signed"
  | "file";

/** A value as typed: a word, or the text between quotes. */
export interface TypedValue {
  /** Without the quotes, and without the asterisk of a prefix. */
  readonly text: string;
  readonly isQuoted: boolean;
  /** It ends in an asterisk: what begins with it is meant. */
  readonly isPrefix: boolean;
  readonly span: Span;
}

/** A query as typed. Spans are offsets into it in UTF-16 units. */
export type QueryNode =
  | { readonly kind: "all" | "any"; readonly parts: readonly QueryNode[]; readonly span: Span }
  | { readonly kind: "not"; readonly part: QueryNode; readonly span: Span }
  | { readonly kind: "words"; readonly value: TypedValue; readonly span: Span }
  /** `name` is what stands before the colon; whether there is such a field is asked when the query is compiled. */
  | {
      readonly kind: "field";
      readonly name: string;
      readonly nameSpan: Span;
      readonly values: readonly TypedValue[];
      readonly span: Span;
    };

/** What is wrong with a query, in one line, and where. */
export interface QueryProblem {
  readonly message: string;
  readonly span: Span;
  /** What may stand at the span instead, the likeliest first. */
  readonly suggestions: readonly string[];
}

/** A query read. */
export interface ParsedQuery {
  /** Null where nothing is asked, or nothing can be made of it. */
  readonly root: QueryNode | null;
  readonly problems: readonly QueryProblem[];
}

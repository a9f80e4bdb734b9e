/** Cuts a query into its signs: words, quoted texts, brackets, and the words that join them. */

import type { Span } from "../../text/span.ts";
import { queryField } from "./fields.ts";

export type QueryToken =
  | { readonly kind: "open" | "close" | "or" | "and" | "not"; readonly span: Span }
  /** `-` right before what it denies. */
  | { readonly kind: "minus"; readonly span: Span }
  /** `from:`; what follows at `valueStart` is its value. */
  | { readonly kind: "field"; readonly name: string; readonly span: Span; readonly valueStart: number }
  | { readonly kind: "comma"; readonly span: Span }
  | {
      readonly kind: "text";
      readonly text: string;
      readonly isQuoted: boolean;
      readonly isClosed: boolean;
      readonly span: Span;
    };

/** By what a quoted text begins, with what ends it. */
const QUOTES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["“", "”"],
  ["„", "“"],
  ["«", "»"],
]);

const FIELD = /^-?([A-Za-z][A-Za-z-]{0,20}):(?=\S)(?!\/\/)/;
/** The same with blanks before the value, as people write elsewhere: `year: 2009`. Only of a known name, for prose has colons, too. */
const FIELD_APART = /^([A-Za-z][A-Za-z-]{0,20}):[ \t]{1,4}(?=[^\s(),:])(?!(?:OR|AND|NOT)\b)/;
const OPERATORS: Readonly<Record<string, "or" | "and" | "not">> = { OR: "or", AND: "and", NOT: "not" };

/** The tokens of a query, in order. Blanks part them and are no tokens. */
export function queryTokens(query: string): readonly QueryToken[] {
  const tokens: QueryToken[] = [];
  let at = 0;
  let isValue = false;
  while (at < query.length) {
    const sign = query.charAt(at);
    if (isBlank(sign)) {
      at++;
      isValue = false;
      continue;
    }
    if (sign === "(" || sign === ")") {
      tokens.push({ kind: sign === "(" ? "open" : "close", span: { start: at, end: at + 1 } });
      at++;
      isValue = false;
      continue;
    }
    if (isValue && sign === ",") {
      tokens.push({ kind: "comma", span: { start: at, end: at + 1 } });
      at++;
      continue;
    }
    const close = QUOTES.get(sign);
    if (close !== undefined) {
      const token = quoted(query, at, close);
      tokens.push(token);
      at = token.span.end;
      continue;
    }
    if (!isValue && sign === "-" && at + 1 < query.length && !isBlank(query.charAt(at + 1))) {
      tokens.push({ kind: "minus", span: { start: at, end: at + 1 } });
      at++;
      continue;
    }
    const name = isValue ? undefined : FIELD.exec(query.slice(at, at + 30))?.[1];
    if (name !== undefined) {
      const span = { start: at, end: at + name.length };
      at = span.end + 1;
      tokens.push({ kind: "field", name: name.toLowerCase(), span, valueStart: at });
      isValue = true;
      continue;
    }
    const apart = isValue ? null : FIELD_APART.exec(query.slice(at, at + 40));
    if (apart?.[1] !== undefined && queryField(apart[1].toLowerCase()) !== undefined) {
      const span = { start: at, end: at + apart[1].length };
      at += apart[0].length;
      tokens.push({ kind: "field", name: apart[1].toLowerCase(), span, valueStart: at });
      isValue = true;
      continue;
    }
    const end = wordEnd(query, at, isValue);
    const text = query.slice(at, end);
    const operator = isValue ? undefined : OPERATORS[text];
    const span = { start: at, end };
    tokens.push(
      operator === undefined ? { kind: "text", text, isQuoted: false, isClosed: true, span } : { kind: operator, span },
    );
    at = end;
  }
  return tokens;
}

function quoted(query: string, start: number, close: string): QueryToken & { readonly kind: "text" } {
  const end = query.indexOf(close, start + 1);
  const isClosed = end >= 0;
  const text = query.slice(start + 1, isClosed ? end : query.length);
  return { kind: "text", text, isQuoted: true, isClosed, span: { start, end: isClosed ? end + 1 : query.length } };
}

/** Where the word that begins at `start` ends: at a blank, bracket or quote, in a list of values at a comma, too. */
function wordEnd(query: string, start: number, isValue: boolean): number {
  let end = start + 1;
  while (end < query.length) {
    const sign = query.charAt(end);
    if (isBlank(sign) || sign === "(" || sign === ")" || QUOTES.has(sign) || (isValue && sign === ",")) break;
    end++;
  }
  return end;
}

function isBlank(sign: string): boolean {
  return /\s/.test(sign);
}

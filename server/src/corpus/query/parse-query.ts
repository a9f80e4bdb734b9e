/**
 * Reads a query: `from:brasilia year:2009 (energy OR "climate change") -tag:PINR`. Never fails: what can't be read is a problem with
 * its place, and the rest is read all the same.
 *
 * What stands side by side must all hold; `OR` joins its two neighbours and binds closer than that, as in web search; `-` and `NOT`
 * deny what follows; brackets group. The values of a field are parted by commas, or stand in brackets behind it: `tag:PGOV,PREL`.
 */

import type { Span } from "../../text/span.ts";
import { queryField } from "./fields.ts";
import type { ParsedQuery, QueryNode, QueryProblem, TypedValue } from "./query-node.ts";
import { type QueryToken, queryTokens } from "./query-tokens.ts";

/** Nobody types a longer query, in UTF-16 units. */
export const LONGEST_QUERY = 2000;

/** Nor brackets in more brackets than this. */
const DEEPEST = 30;

export function parseQuery(query: string): ParsedQuery {
  if (query.length > LONGEST_QUERY) {
    const message = `a query has at most ${LONGEST_QUERY} characters, this one has ${query.length}`;
    return { root: null, problems: [{ message, span: { start: LONGEST_QUERY, end: query.length }, suggestions: [] }] };
  }
  return new QueryParser(query).parse();
}

type TextToken = QueryToken & { readonly kind: "text" };

/** Fields whose values may have an asterisk anywhere. */
const PATTERNS: ReadonlySet<string> = new Set(["file", "path"]);

class QueryParser {
  readonly #tokens: readonly QueryToken[];
  readonly #problems: QueryProblem[] = [];
  #next = 0;
  #depth = 0;

  constructor(query: string) {
    this.#tokens = queryTokens(query);
  }

  parse(): ParsedQuery {
    const parts: QueryNode[] = [];
    for (;;) {
      const part = this.#sequence();
      if (part !== null) parts.push(part);
      const token = this.#take();
      if (token === undefined) break;
      // A sequence ends before a bracket that nothing opened, or before brackets that are too deep.
      if (token.kind === "close") this.#complainOnce("nothing opens this bracket", token.span);
    }
    return { root: joined("all", parts), problems: this.#problems };
  }

  /** What stands side by side up to a closing bracket. */
  #sequence(): QueryNode | null {
    const parts: QueryNode[] = [];
    for (let token = this.#peek(); token !== undefined && token.kind !== "close"; token = this.#peek()) {
      if (token.kind === "and") {
        this.#next++;
        if (parts.length === 0 || !this.#hasOperand())
          this.#complain("AND joins two parts; one is missing", token.span);
        continue;
      }
      if (token.kind === "or") {
        this.#next++;
        this.#complain("OR joins two parts; one is missing", token.span);
        continue;
      }
      const part = this.#alternatives();
      if (part !== null) parts.push(part);
    }
    return joined("all", parts);
  }

  /** `a OR b OR c`. */
  #alternatives(): QueryNode | null {
    const parts: QueryNode[] = [];
    const first = this.#operand();
    if (first !== null) parts.push(first);
    for (let token = this.#peek(); token?.kind === "or"; token = this.#peek()) {
      this.#next++;
      if (!this.#hasOperand()) {
        this.#complain("OR joins two parts; one is missing", token.span);
        break;
      }
      const part = this.#operand();
      if (part !== null) parts.push(part);
    }
    return joined("any", parts);
  }

  #operand(): QueryNode | null {
    let denials = 0;
    let start: Span | null = null;
    for (let token = this.#peek(); token?.kind === "minus" || token?.kind === "not"; token = this.#peek()) {
      start ??= token.span;
      denials++;
      this.#next++;
    }
    if (start !== null && !this.#hasOperand()) {
      this.#complain("nothing follows that it could leave out", start);
      return null;
    }
    const part = this.#primary();
    if (part === null || start === null || denials % 2 === 0) return part;
    return { kind: "not", part, span: { start: start.start, end: part.span.end } };
  }

  #primary(): QueryNode | null {
    const token = this.#take();
    if (token === undefined) return null;
    switch (token.kind) {
      case "open":
        return this.#group(token.span);
      case "field":
        return this.#field(token);
      case "text": {
        if (!token.isQuoted && token.text.endsWith(":") && queryField(token.text.slice(0, -1).toLowerCase())) {
          this.#complain(`${token.text} has no value`, token.span);
          return null;
        }
        const value = this.#value(token, null);
        return value === null ? null : { kind: "words", value, span: value.span };
      }
      default:
        this.#complain("this can't stand here", token.span);
        return null;
    }
  }

  #group(open: Span): QueryNode | null {
    if (this.#depth >= DEEPEST) {
      this.#complainOnce(`brackets stand in at most ${DEEPEST} others`, open);
      this.#skipGroup();
      return null;
    }
    this.#depth++;
    const part = this.#sequence();
    this.#depth--;
    const close = this.#peek();
    if (close === undefined) this.#complainOnce("nothing closes this bracket", open);
    else {
      this.#next++;
      if (part === null) this.#complain("nothing stands in these brackets", { start: open.start, end: close.span.end });
    }
    return part;
  }

  #skipGroup(): void {
    let depth = 1;
    for (let token = this.#take(); token !== undefined; token = this.#take()) {
      if (token.kind === "open") depth++;
      if (token.kind === "close" && --depth === 0) return;
    }
  }

  /** A field with its values: one, several parted by commas, or several in brackets. */
  #field({ name, span: nameSpan, valueStart }: QueryToken & { readonly kind: "field" }): QueryNode | null {
    const values: TypedValue[] = [];
    let end = valueStart;
    const open = this.#peek();
    if (open?.kind === "open" && open.span.start === end) {
      this.#next++;
      for (let token = this.#take(); ; token = this.#take()) {
        if (token === undefined) {
          this.#complainOnce("nothing closes this bracket", open.span);
          break;
        }
        end = token.span.end;
        if (token.kind === "close") break;
        if (token.kind === "or" || token.kind === "comma") continue;
        const value = token.kind === "text" ? this.#value(token, name) : null;
        if (value !== null) values.push(value);
        else if (token.kind !== "text")
          this.#complain(`only values and OR stand in the brackets of ${name}:`, token.span);
      }
    } else {
      for (let token = this.#peek(); token !== undefined && token.span.start === end; token = this.#peek()) {
        if (token.kind !== "text" && token.kind !== "comma") break;
        this.#next++;
        end = token.span.end;
        const value = token.kind === "text" ? this.#value(token, name) : null;
        if (value !== null) values.push(value);
      }
    }
    const span = { start: nameSpan.start, end };
    if (values.length > 0) return { kind: "field", name, nameSpan, values, span };
    if (!this.#problems.some((problem) => problem.span.end <= end && problem.span.start >= span.start)) {
      this.#complain(`${name}: has no value`, span);
    }
    return null;
  }

  #value({ text, isQuoted, isClosed, span }: TextToken, field: string | null): TypedValue | null {
    if (!isClosed) this.#complain("nothing closes this quote", { start: span.start, end: span.start + 1 });
    const isPrefix = text.endsWith("*");
    const value = (isPrefix ? text.slice(0, -1) : text).trim();
    if (value.includes("*") && (field === null || !PATTERNS.has(field))) {
      this.#complain("an asterisk stands for any ending: it can only be the last sign of a word", span);
      return null;
    }
    if (!/[\p{L}\p{N}]/u.test(value)) {
      this.#complain(
        isQuoted ? "no word stands in these quotes" : `${JSON.stringify(text)} has no letter or digit`,
        span,
      );
      return null;
    }
    return { text: value, isQuoted, isPrefix, span };
  }

  #hasOperand(): boolean {
    const kind = this.#peek()?.kind;
    return kind !== undefined && kind !== "close" && kind !== "or" && kind !== "and";
  }

  #peek(): QueryToken | undefined {
    return this.#tokens[this.#next];
  }

  #take(): QueryToken | undefined {
    return this.#tokens[this.#next++];
  }

  /** Of many brackets with one fault the first is told: a thousand lines tell no more than one. */
  #complainOnce(message: string, span: Span): void {
    const told = this.#problems.findIndex((problem) => problem.message === message);
    const earlier = this.#problems[told];
    if (earlier === undefined) this.#complain(message, span);
    else if (span.start < earlier.span.start) this.#problems[told] = { ...earlier, span };
  }

  #complain(message: string, span: Span): void {
    this.#problems.push({ message, span, suggestions: [] });
  }
}

/** Parts as one node; those of the same kind in it become its own. */
function joined(kind: "all" | "any", parts: readonly QueryNode[]): QueryNode | null {
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  const first = flat[0];
  const last = flat[flat.length - 1];
  if (first === undefined || last === undefined) return null;
  return flat.length === 1 ? first : { kind, parts: flat, span: { start: first.span.start, end: last.span.end } };
}

/** A query in its plain spelling: it is read as the same tree again. */
export function formatQuery(node: QueryNode): string {
  switch (node.kind) {
    case "all":
      return node.parts.map((part) => formatQuery(part)).join(" ");
    case "any":
      return node.parts.map((part) => grouped(part)).join(" OR ");
    case "not":
      return `-${grouped(node.part)}`;
    case "words":
      return formatValue(node.value, false);
    case "field":
      return `${node.name}:${node.values.map((value) => formatValue(value, true)).join(",")}`;
  }
}

function grouped(node: QueryNode): string {
  return node.kind === "all" || node.kind === "any" ? `(${formatQuery(node)})` : formatQuery(node);
}

/** Words that are signs of the language where they stand alone. */
const RESERVED: ReadonlySet<string> = new Set(["OR", "AND", "NOT"]);

function formatValue({ text, isQuoted, isPrefix }: TypedValue, isOfField: boolean): string {
  const isPlain =
    !/[\s()"“”„«»]/.test(text) && (isOfField ? !text.includes(",") : !/^-|:/.test(text) && !RESERVED.has(text));
  const typed = `${text}${isPrefix ? "*" : ""}`;
  return isQuoted || !isPlain ? `"${typed.replaceAll('"', " ")}"` : typed;
}

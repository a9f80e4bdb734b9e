/** Makes of a query what must hold of a cable, its names looked up; what is not known is a problem with its place, never an empty answer. */

import type { Span } from "../../text/span.ts";
import type { Condition } from "./condition.ts";
import { phraseOf, type QueryEnvironment, readValue } from "./field-values.ts";
import { FIELD_NAMES, queryField } from "./fields.ts";
import { parseQuery } from "./parse-query.ts";
import type { FieldName, QueryNode, QueryProblem, TypedValue } from "./query-node.ts";
import { suggestions } from "./suggest.ts";
import { wholeNumber } from "./typed-number.ts";

export type { Condition } from "./condition.ts";
export type { QueryEnvironment } from "./field-values.ts";

/** What a name in a query was taken for: `tag:energy` is `ENRG (Energy and Power)`. */
export interface QueryMeaning {
  readonly typed: string;
  readonly meaning: string;
}

/** A query that can be asked. Plain values: it may travel to another thread. */
export interface CompiledQuery {
  /** Everything, for an empty query. */
  readonly condition: Condition;
  readonly meanings: readonly QueryMeaning[];
  /** In the order of their places. Where there is one, the query is not asked, unless somebody is typing still. */
  readonly problems: readonly QueryProblem[];
}

/** Reads and compiles a query. Never throws. */
export function compileQuery(typed: string, environment: QueryEnvironment): CompiledQuery {
  const query = asWord(typed, environment);
  const { root, problems: all } = parseQuery(query);
  // What is still being typed at the end lacks nothing yet.
  const end = query.trimEnd().length;
  const problems =
    environment.isTyping === true
      ? all.filter(({ message, span }) => span.end < end || !message.endsWith(" has no value"))
      : all;
  const compiler = new Compiler(query, environment, [...problems]);
  const condition = root === null ? EVERYTHING : compiler.compile(root);
  return {
    condition,
    meanings: compiler.meanings,
    problems: compiler.problems.sort((one, other) => one.span.start - other.span.start),
  };
}

/** A query that is nothing but a cable's number with its year, typed with blanks, as the one word that it is: `09 Brasilia 1540`. */
function asWord(query: string, { vocabulary }: QueryEnvironment): string {
  return hasSigns(query) ? query : (wholeNumber(query, vocabulary.stations) ?? query);
}

/** Whether something typed is more than words side by side: fields, quotes, brackets, signs. */
export function hasSigns(query: string): boolean {
  return /[:"“„«()*]|(?:^|\s)-\S|\s(?:OR|AND|NOT)\s|^NOT\s/.test(query);
}

const EVERYTHING: Condition = { kind: "everything" };

/** What is wrong with a query in one line: `at 6: from: knows no station "brasila"; did you mean brasilia?` */
export function problemLine({ message, span, suggestions: names }: QueryProblem): string {
  const advice = names.length === 0 ? "" : `; did you mean ${names.join(", ")}?`;
  return `at ${span.start + 1}: ${message}${advice}`;
}

class Compiler {
  readonly meanings: QueryMeaning[] = [];
  readonly problems: QueryProblem[];
  readonly #query: string;
  readonly #environment: QueryEnvironment;

  constructor(query: string, environment: QueryEnvironment, problems: QueryProblem[]) {
    this.#query = query;
    this.#environment = environment;
    this.problems = problems;
  }

  compile(node: QueryNode): Condition {
    switch (node.kind) {
      case "all":
      case "any":
        return { kind: node.kind, parts: node.parts.map((part) => this.compile(part)) };
      case "not":
        return { kind: "not", part: this.compile(node.part) };
      case "words":
        return this.#words(node.value);
      case "field": {
        const field = queryField(node.name);
        if (field === undefined) {
          this.#complain(`there is no field ${node.name}:`, node.nameSpan, suggestions(node.name, FIELD_NAMES));
          return EVERYTHING;
        }
        const parts = node.values.map((value) => this.#value(field.name, value));
        const [first = EVERYTHING] = parts;
        return parts.length === 1 ? first : { kind: "any", parts };
      }
    }
  }

  #value(field: FieldName, value: TypedValue): Condition {
    const reading = readValue(field, value, this.#environment, this.#isLast(value.span));
    if ("problem" in reading) {
      this.#complain(`${field}: ${reading.problem}`, value.span, reading.suggestions);
      return EVERYTHING;
    }
    // That a name is itself need not be told.
    if (reading.meaning !== undefined && reading.meaning !== value.text.toUpperCase())
      this.meanings.push({ typed: `${field}:${value.text}`, meaning: reading.meaning });
    return reading.condition;
  }

  /** Words of the text. One that is not quoted may be a station's name, a year, or a number: who types `2009 brasilia` means these. */
  #words(value: TypedValue): Condition {
    const { stations } = this.#environment.vocabulary;
    const isOpen =
      value.isPrefix || (this.#environment.isTyping === true && this.#isLast(value.span) && !value.isQuoted);
    const phrase = phraseOf(value, isOpen);
    if (value.isQuoted) return { kind: "words", phrase, stations: [], year: null, mrn: null };
    const [word = ""] = phrase.words;
    const isOne = phrase.words.length === 1;
    return {
      kind: "words",
      phrase,
      stations: isOne && /^[a-z]{3,}$/.test(word) ? this.#stationsNamed(word, isOpen) : [],
      year: isOne && /^(?:19|20)\d\d$/.test(word) ? Number(word) : null,
      mrn: isOne ? wholeNumber(value.text, stations) : null,
    };
  }

  /** The stations that have a word, or its beginning, in their names. */
  #stationsNamed(word: string, isPrefix: boolean): readonly string[] {
    const { vocabulary, stations } = this.#environment;
    const ids = new Set<string>();
    const wanted = word.toUpperCase();
    const fits = (name: string): boolean => name === wanted || (isPrefix && name.startsWith(wanted));
    for (const { id, name } of vocabulary.stations.stations) {
      if (
        fits(id) ||
        name
          .toUpperCase()
          .split(/[^A-Z]+/)
          .some(fits)
      )
        ids.add(id);
    }
    for (const id of stations) if (fits(id)) ids.add(id);
    return [...ids];
  }

  #isLast(span: Span): boolean {
    return span.end === this.#query.length;
  }

  #complain(message: string, span: Span, names: readonly string[]): void {
    this.problems.push({ message, span, suggestions: names });
  }
}

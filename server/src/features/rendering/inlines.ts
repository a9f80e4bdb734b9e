/** Cuts text into runs: what cites and what is a code apart from what is just read. */

import type { JoinedLines } from "../../cable/clean-text/blocks.ts";
import type { BodyText } from "../../cable/clean-text/body-text.ts";
import type { CanonicalMrn } from "../../cable/mrn.ts";
import type { Mention } from "../../cable/tree.ts";
import { meantBy } from "../../corpus/meant-cable.ts";
import { pushAll } from "../../text/arrays.ts";
import { withoutEntities } from "../../text/entities.ts";
import type { Span } from "../../text/span.ts";
import { explainPortionMark } from "../../vocabulary/explain.ts";
import type { HoverContext, HoverPart, HoverProvider } from "../hovers/hover.ts";
import { mentionAnswer } from "../hovers/mention.ts";
import { entriesOfMention, entriesWithLabel, positionOfEntry } from "../labels.ts";
import type { CableSymbol } from "../symbol-at.ts";
import { levelOfPortion } from "./levels.ts";
import type { CitationTarget, Portion, Run } from "./reading.ts";

type Cited = Extract<CableSymbol, { readonly mention: Mention }>;

/** A cable with more codes and citations than this tells of the first only; the others stand as printed, and citations still lead on. */
const MOST_TOLD = 1000;

/** Makes runs of one cable: it knows where mentions stand, and tells of one thing once. */
export class RunCutter {
  readonly #context: HoverContext;
  readonly #body: BodyText;
  /** In document order. */
  readonly #mentions: readonly Mention[];
  readonly #told = new Map<string, readonly HoverPart[]>();
  readonly #portions = new Map<string, Portion>();
  #tellings = 0;

  constructor(context: HoverContext, body: BodyText) {
    this.#context = context;
    this.#body = body;
    this.#mentions = [...context.tree.mentions].sort((one, other) => one.span.start - other.span.start);
  }

  /** The runs of joined lines. A portion mark at their head is one. */
  text(joined: JoinedLines): readonly Run[] {
    const runs: Run[] = [];
    let done = 0;
    const portion = /^\(([A-Z][A-Z/, -]{0,40})\)(?=\s)/.exec(joined.text);
    const mark = portion === null ? null : this.portion(portion[1] ?? "");
    if (portion !== null && mark !== null && mark.parts.length > 0) {
      runs.push({ kind: "portion", portion: mark });
      done = portion[0].length + 1;
    }
    for (const cited of this.#citedIn(joined)) {
      const start = placeIn(joined, this.#body.source.offsetOf(cited.span.start));
      const end = placeIn(joined, this.#body.source.offsetOf(cited.span.end - 1)) + 1;
      if (start < done || end <= start) continue;
      if (start > done) runs.push({ kind: "text", text: joined.text.slice(done, start) });
      runs.push({
        kind: "citation",
        text: joined.text.slice(start, end),
        parts: this.#tell(cited),
        at: cited.span.start,
        ...this.#whereTo(cited),
      });
      done = end;
    }
    if (done < joined.text.length) runs.push({ kind: "text", text: joined.text.slice(done) });
    return runs;
  }

  /** A portion mark without its parentheses, as printed. */
  portion(text: string): Portion {
    const known = this.#portions.get(text);
    if (known !== undefined) return this.mayTell() ? known : { ...known, parts: [] };
    const mark = this.#context.vocabulary.classifications.portion(text);
    const portion: Portion = {
      text,
      level: levelOfPortion(mark),
      parts: mark === undefined ? [] : [explainPortionMark(mark)],
    };
    this.#portions.set(text, portion);
    return portion;
  }

  /** The runs of a stretch of the header: each code that a provider knows is a term, the text between them is text. */
  terms(span: Span, providers: readonly HoverProvider[]): readonly Run[] {
    const { text } = this.#context.tree.lines;
    const runs: Run[] = [];
    let done = span.start;
    const plain = (end: number): void => {
      runs.push({ kind: "text", text: this.#body.printed({ start: done, end }) });
      done = end;
    };
    for (let at = span.start; at < span.end; ) {
      if (this.#tellings >= MOST_TOLD) break;
      const found = this.#answerAt(at, span, providers);
      if (found === null) {
        at = nextWord(text, at, span.end);
        continue;
      }
      if (found.span.start > done) plain(found.span.start);
      this.#tellings++;
      runs.push({ kind: "term", text: this.#body.printed(found.span).trim(), parts: found.parts });
      done = found.span.end;
      at = done;
    }
    if (done < span.end) plain(span.end);
    return runs;
  }

  /** One term with the meaning that stands at an offset; plain text where nothing is known there. */
  term(printed: string, offset: number, providers: readonly HoverProvider[]): Run {
    const text = withoutEntities(printed);
    if (!this.mayTell()) return { kind: "text", text };
    for (const provider of providers) {
      const answer = provider.at(this.#context, offset);
      if (answer !== null) return { kind: "term", text, parts: answer.parts };
    }
    return { kind: "text", text };
  }

  #answerAt(
    at: number,
    within: Span,
    providers: readonly HoverProvider[],
  ): { readonly span: Span; readonly parts: readonly HoverPart[] } | null {
    for (const provider of providers) {
      const answer = provider.at(this.#context, at);
      if (answer === null || at < answer.span.start || at >= answer.span.end) continue;
      return {
        span: { start: Math.max(answer.span.start, within.start), end: Math.min(answer.span.end, within.end) },
        parts: answer.parts,
      };
    }
    return null;
  }

  /** What cites in joined lines: labels and numbers where a mention has several, else the mention; in order. */
  #citedIn({ pieces }: JoinedLines): readonly Cited[] {
    const first = pieces[0];
    const last = pieces[pieces.length - 1];
    if (first === undefined || last === undefined) return [];
    const { source } = this.#body;
    const from = source.documentOffset(first.at);
    const to = source.documentOffset(last.at + last.length);
    const cited: Cited[] = [];
    for (let index = firstFrom(this.#mentions, from); index < this.#mentions.length; index++) {
      const mention = this.#mentions[index];
      if (mention === undefined || mention.span.start >= to) break;
      // A separate telegram has no place to lead to.
      if (mention.kind !== "septel") pushAll(cited, piecesOf(mention));
    }
    return cited;
  }

  #whereTo(cited: Cited): { readonly target: CitationTarget | null; readonly mrn: CanonicalMrn | null } {
    const { tree } = this.#context;
    const { mention } = cited;
    if (mention.kind === "paragraph" && !mention.external) {
      const number = cited.kind === "mentioned-paragraph" ? cited.numbers[0] : mention.numbers[0]?.value;
      return { target: number === undefined ? null : { kind: "paragraph", number }, mrn: null };
    }
    const [entry] =
      cited.kind === "mentioned-label"
        ? cited.labels.flatMap((label) => entriesWithLabel(tree, label))
        : entriesOfMention(tree, mention);
    const named = mention.mrn === null ? entry : mention;
    return {
      target: entry === undefined ? null : { kind: "reference", index: positionOfEntry(tree, entry) },
      mrn: named === undefined ? null : (meantBy(named, tree, this.#context.meaning)?.mrn ?? null),
    };
  }

  #tell(cited: Cited): readonly HoverPart[] {
    if (!this.mayTell()) return [];
    const key = keyOf(cited);
    let parts = this.#told.get(key);
    if (parts === undefined) {
      parts = mentionAnswer(cited, this.#context)?.parts ?? [];
      this.#told.set(key, parts);
    }
    return parts;
  }

  /** Whether one more thing may be told of; counts it. */
  mayTell(): boolean {
    this.#tellings++;
    return this.#tellings <= MOST_TOLD;
  }
}

/** What two places have in common of which the same is to be told. */
function keyOf(cited: Cited): string {
  const { mention } = cited;
  const what =
    cited.kind === "mentioned-label"
      ? cited.labels
      : cited.kind === "mentioned-paragraph"
        ? cited.numbers
        : [mention.labels.map(({ value }) => value), mention.numbers.map(({ value }) => value)];
  return JSON.stringify([cited.kind, mention.kind, mention.external, what, mention.mrn, mention.text]);
}

function piecesOf(mention: Mention): readonly Cited[] {
  if (mention.labels.length > 1 && areApart(mention.labels)) {
    return mention.labels.map(({ value, span }) => ({ kind: "mentioned-label", span, mention, labels: [value] }));
  }
  if (mention.kind === "paragraph" && mention.numbers.length > 1 && areApart(mention.numbers)) {
    return mention.numbers.map(({ value, span }) => ({ kind: "mentioned-paragraph", span, mention, numbers: [value] }));
  }
  return [{ kind: "mention", span: mention.span, mention }];
}

/** Whether each has a span of its own: the members of a range (`A-C`) share one. */
function areApart(all: readonly { readonly span: Span }[]): boolean {
  return all.every(({ span }, index) => index === 0 || span.start >= (all[index - 1]?.span.end ?? 0));
}

/** The index of the first mention that begins at an offset or behind it. */
function firstFrom(mentions: readonly Mention[], offset: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.span.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Where a character of the restored text stands in joined lines; -1 for one that was left out. */
function placeIn({ pieces }: JoinedLines, offset: number): number {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle]?.at ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const piece = pieces[low];
  return piece === undefined || offset < piece.at || offset >= piece.at + piece.length
    ? -1
    : piece.start + offset - piece.at;
}

/** The beginning of the next word, so that no code is asked for in the middle of another. */
function nextWord(text: string, from: number, end: number): number {
  let at = from + 1;
  while (at < end && !(isWordUnit(text.charCodeAt(at)) && !isWordUnit(text.charCodeAt(at - 1)))) at++;
  return at;
}

function isWordUnit(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122);
}

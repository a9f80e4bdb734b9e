/** Holds the quotations of a note against the cables that it cites. */

import { type CanonicalMrn, canonicalMrn } from "../../cable/mrn.ts";
import type { FileUri } from "../../corpus/file-uri.ts";
import type { CableDocument } from "../../corpus/workspace.ts";
import type { Span } from "../../text/span.ts";
import { type NoteCitation, noteCitations } from "../notes/note-citations.ts";
import { type NoteText, noteText } from "../notes/note-text.ts";
import { CableWords, type Stretch } from "./cable-words.ts";
import { type ChangedWords, isIn, matchQuotation, type QuotationMatch } from "./match-quotation.ts";
import { NearbyCitations } from "./near-citations.ts";
import { type Quotation, quotationsOf } from "./quotations.ts";

/** `not-held`: the cable cited is not there, or none that is there holds the words; `missing` says which. */
export type Verdict = "verbatim" | "altered" | "other-paragraph" | "other-cable" | "not-held";

/** In the order in which reports count them. */
export const VERDICTS: readonly Verdict[] = ["verbatim", "altered", "other-paragraph", "other-cable", "not-held"];

/** Where the words of a quotation stand. */
export interface HeldWords {
  /** Null for a cable without a number. */
  readonly mrn: CanonicalMrn | null;
  readonly file: FileUri;
  readonly where: Stretch["kind"];
  /** Of the paragraph in which they begin, and of that in which they end; null where it has none. */
  readonly paragraph: number | null;
  readonly lastParagraph: number | null;
  /** As printed, on one line, free of page furniture. */
  readonly wording: string;
  /** In the cable's own text. */
  readonly span: Span;
}

/** A quotation with what became of it. */
export interface CheckedQuotation {
  /** What is quoted, without its marks; offsets are the note's. */
  readonly span: Span;
  /** On one line. */
  readonly text: string;
  readonly verdict: Verdict;
  /** The citations that it was held against. */
  readonly cited: readonly NoteCitation[];
  /** Null where the words were not found. */
  readonly held: HeldWords | null;
  /** The words that differ; none where none do. */
  readonly changes: readonly ChangedWords[];
  /** Whether its words are the cable's and its signs are not. */
  readonly isPunctuationChanged: boolean;
  /** What is not there: the cables cited, or the words in them; null where neither is missing. */
  readonly missing: "cable" | "words" | null;
}

export interface CheckedNote {
  readonly note: NoteText;
  /** Those near a citation, in order. */
  readonly quotations: readonly CheckedQuotation[];
  /** How many quotations have no citation near. */
  readonly uncited: number;
  /** How many are too short to be told from other words, and not found as they are. */
  readonly tooShort: number;
}

/** Where cables are looked for. */
export interface QuotationSources {
  /** The files of a cable; none where it is not there. */
  open(mrn: CanonicalMrn): Promise<readonly CableDocument[]>;
  /**
   * Cables that may hold these words, one behind the other, given in small letters; missing where only cables that the note cites are looked
   * at.
   */
  holding?(words: readonly string[]): AsyncIterable<CableDocument>;
}

/** In so few words and letters every text resembles every other. */
const FEWEST_WORDS = 3;
const FEWEST_LETTERS = 14;

/** In fewer words a cable that is not cited is not believed to be the source. */
const FEWEST_ELSEWHERE = 5;

/** Cables of the note that are looked into for words that the cited one lacks. */
const MOST_ELSEWHERE = 200;

/** Holds all quotations of a note that stand near a citation against the cables. `isMarkdown` as for `noteText`. */
export async function checkQuotations(
  text: string,
  isMarkdown: boolean,
  sources: QuotationSources,
): Promise<CheckedNote> {
  const note = noteText(text, isMarkdown);
  const citations = noteCitations(note);
  const checker = new Checker(note, citations, sources);
  const near = new NearbyCitations(note, citations);
  const checked: CheckedQuotation[] = [];
  let uncited = 0;
  let tooShort = 0;
  for (const quotation of quotationsOf(note)) {
    const { groups } = near.of(quotation);
    if (groups.length === 0) {
      uncited++;
      continue;
    }
    const result = await checker.check(quotation, groups);
    if (result.verdict === "not-held" && result.missing === "words" && isShort(quotation)) tooShort++;
    else checked.push(result);
  }
  return { note, quotations: checked, uncited, tooShort };
}

function isShort({ runs }: Quotation): boolean {
  const words = runs.flatMap((run) => run.words);
  return words.length < FEWEST_WORDS && words.reduce((sum, { key }) => sum + key.length, 0) < FEWEST_LETTERS;
}

interface ReadCable {
  readonly document: CableDocument;
  readonly words: CableWords;
}

interface FoundIn {
  readonly cable: ReadCable;
  readonly citation: NoteCitation | null;
  readonly match: QuotationMatch;
}

class Checker {
  readonly #note: NoteText;
  readonly #citations: readonly NoteCitation[];
  readonly #sources: QuotationSources;
  readonly #read = new Map<CanonicalMrn, Promise<readonly ReadCable[]>>();

  constructor(note: NoteText, citations: readonly NoteCitation[], sources: QuotationSources) {
    this.#note = note;
    this.#citations = citations;
    this.#sources = sources;
  }

  async check(quotation: Quotation, groups: readonly (readonly NoteCitation[])[]): Promise<CheckedQuotation> {
    const [likeliest = []] = groups;
    let best: FoundIn | null = null;
    let isHeld = false;
    for (const citation of groups.flat()) {
      for (const cable of await this.#cables(citation.mrn)) {
        isHeld = true;
        const match = matchQuotation(quotation.runs, this.#note.prose, cable.words, citation.paragraphs?.numbers);
        if (match === null) continue;
        const found = { cable, citation, match };
        if (best === null || isBetter(found, best)) best = found;
      }
    }
    const cited = best?.citation == null ? likeliest : [best.citation];
    if (best === null || best.match.changes.length > 0) {
      const elsewhere = await this.#elsewhere(quotation, new Set(groups.flat().map(({ mrn }) => mrn)));
      if (elsewhere !== null) return this.#result(quotation, "other-cable", likeliest, elsewhere);
    }
    if (best === null) {
      const missing = isHeld ? "words" : "cable";
      return { ...this.#result(quotation, "not-held", likeliest, null), missing };
    }
    const verdict = best.match.changes.length > 0 ? "altered" : isInCited(best) ? "verbatim" : "other-paragraph";
    return this.#result(quotation, verdict, cited, best);
  }

  #cables(mrn: CanonicalMrn): Promise<readonly ReadCable[]> {
    let read = this.#read.get(mrn);
    if (read === undefined) {
      read = this.#sources
        .open(mrn)
        .then((all) => all.map((document) => ({ document, words: new CableWords(document.tree) })));
      this.#read.set(mrn, read);
    }
    return read;
  }

  /** The words as they are in a cable that is not cited for them. */
  async #elsewhere(quotation: Quotation, cited: ReadonlySet<CanonicalMrn>): Promise<FoundIn | null> {
    const words = quotation.runs.flatMap((run) => run.words.map(({ key }) => key));
    if (words.length < FEWEST_ELSEWHERE) return null;
    const others = new Set(this.#citations.map(({ mrn }) => mrn).filter((mrn) => !cited.has(mrn)));
    for (const mrn of [...others].slice(0, MOST_ELSEWHERE)) {
      for (const cable of await this.#cables(mrn)) {
        const match = this.#exact(quotation, cable);
        if (match !== null) return { cable, citation: null, match };
      }
    }
    if (this.#sources.holding === undefined) return null;
    for await (const document of this.#sources.holding(words)) {
      const mrn = document.tree.mrn === null ? null : canonicalMrn(document.tree.mrn);
      if (mrn !== null && (cited.has(mrn) || others.has(mrn))) continue;
      const cable = { document, words: new CableWords(document.tree) };
      const match = this.#exact(quotation, cable);
      if (match !== null) return { cable, citation: null, match };
    }
    return null;
  }

  #exact(quotation: Quotation, { words }: ReadCable): QuotationMatch | null {
    const match = matchQuotation(quotation.runs, this.#note.prose, words);
    return match === null || match.changes.length > 0 ? null : match;
  }

  #result(
    { span }: Quotation,
    verdict: Verdict,
    cited: readonly NoteCitation[],
    found: FoundIn | null,
  ): CheckedQuotation {
    return {
      span,
      text: this.#note.text
        .slice(span.start, span.end)
        .replace(/\n[\s>]*/g, "\n")
        .replace(/\s+/g, " "),
      verdict,
      cited,
      held: found === null ? null : heldWords(found),
      changes: found?.match.changes ?? [],
      isPunctuationChanged: found?.match.isPunctuationChanged ?? false,
      missing: null,
    };
  }
}

function heldWords({ cable: { document, words }, match }: FoundIn): HeldWords {
  const { mrn } = document.tree;
  return {
    mrn: mrn === null ? null : canonicalMrn(mrn),
    file: document.file,
    where: match.from.kind,
    paragraph: match.from.number,
    lastParagraph: match.to.number,
    wording: words.textOf(match.first, match.end),
    span: words.documentSpan(match.first, match.end),
  };
}

/** Whether the citation names no paragraph, or one that the words stand in. */
function isInCited({ citation, match }: FoundIn): boolean {
  const numbers = citation?.paragraphs?.numbers ?? [];
  // Of words in a paragraph without a number nobody can say that the number is wrong.
  return numbers.length === 0 || isIn(match, numbers) || match.from.number === null;
}

function isBetter(one: FoundIn, other: FoundIn): boolean {
  const worth = (found: FoundIn): number =>
    (found.match.changes.length === 0 ? 4 : 0) + (isInCited(found) ? 2 : 0) + found.match.share;
  return worth(one) > worth(other);
}

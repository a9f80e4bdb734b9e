/** Looks for the words of a quotation in a cable: as they are, else the nearest to them, and which words differ. */

import search from "approx-string-match";
import { diffArrays } from "diff";
import type { Span } from "../../text/span.ts";
import type { Word } from "../../text/words.ts";
import type { CableWords, Stretch } from "./cable-words.ts";
import type { QuotedRun, QuotedWord } from "./quotations.ts";

/** Words of the quotation that are others in the cable. Either may be "": words put in, or left out unsaid. */
export interface ChangedWords {
  readonly quoted: string;
  /** Where they stand in the note; empty, where words are missing. */
  readonly quotedSpan: Span;
  readonly held: string;
}

/** What of a cable a quotation quotes. */
export interface QuotationMatch {
  /** The words of the cable, from the first quoted to the last: `[first, end)` of `CableWords.words`. */
  readonly first: number;
  readonly end: number;
  /** The paragraph, heading or subject in which it begins, and the one in which it ends. */
  readonly from: Stretch;
  readonly to: Stretch;
  /** In order; none of a quotation that is word for word. */
  readonly changes: readonly ChangedWords[];
  /** Whether signs between its words are others, kinds of quotation marks and dashes aside. */
  readonly isPunctuationChanged: boolean;
  /** How much of the quotation's letters the cable has, 0 to 1. */
  readonly share: number;
}

/** Where one run of the quotation was found. */
interface FoundRun {
  readonly run: QuotedRun;
  readonly first: number;
  readonly end: number;
  readonly changes: readonly ChangedWords[];
}

/** So much of a run may differ, letter by letter, that it is still taken for the same words. */
const MOST_ERRORS = 0.34;

/** A quotation of which the cable has less, word by word, is another. */
const LEAST_SHARE = 0.5;

/** Shorter runs are only looked for as they are: they resemble too much. In letters. */
const SHORTEST_APPROXIMATE = 14;

/** A longer run is looked for in parts of about this length. In letters. */
const LONGEST_APPROXIMATE = 600;

/** Places at which the same words stand; of more the first. */
const MOST_PLACES = 100;

/** Words of the cable that a writer's own words in brackets may stand for. */
const MOST_REPLACED = 15;

/**
 * The best place of the words in a cable: word for word before near, in a paragraph of `numbers` before others. Null where the cable does not
 * hold them.
 */
export function matchQuotation(
  runs: readonly QuotedRun[],
  note: string,
  cable: CableWords,
  numbers: readonly number[] = [],
): QuotationMatch | null {
  const exact = exactMatches(runs, note, cable);
  const inCited = exact.find((match) => isIn(match, numbers)) ?? exact[0];
  return inCited ?? nearMatch(runs, note, cable);
}

/** Whether a match lies in one of the paragraphs, or touches one. */
export function isIn({ from, to }: QuotationMatch, numbers: readonly number[]): boolean {
  return [from.number, to.number].some((number) => number !== null && numbers.includes(number));
}

function exactMatches(runs: readonly QuotedRun[], note: string, cable: CableWords): readonly QuotationMatch[] {
  const [first, ...others] = runs;
  if (first === undefined) return [];
  const matches: QuotationMatch[] = [];
  for (const place of placesOf(first, note, cable, 0, MOST_PLACES)) {
    const found: FoundRun[] = [place];
    for (const run of others) {
      const from = found[found.length - 1]?.end ?? 0;
      const next = placesOf(run, note, cable, from, run.gap === "insertion" ? 1 : MOST_PLACES)[0];
      if (next === undefined || (run.gap === "insertion" && next.first - from > MOST_REPLACED)) break;
      found.push(next);
    }
    if (found.length === runs.length) matches.push(matchOf(found, note, cable, 1));
  }
  return matches;
}

/** Where the words of a run stand one behind the other, from a word of the cable on. */
function placesOf(run: QuotedRun, note: string, cable: CableWords, from: number, most: number): readonly FoundRun[] {
  const squeezed = squeeze(run.words);
  const places: FoundRun[] = [];
  let at = cable.squeezed.indexOf(squeezed, cable.squeezedAt[from] ?? 0);
  for (; at >= 0 && places.length < most; at = cable.squeezed.indexOf(squeezed, at + 1)) {
    const first = cable.wordAt(at);
    const end = cable.wordAt(at + squeezed.length - 1) + 1;
    const isWhole = cable.squeezedAt[first] === at && cable.squeezedAt[end] === at + squeezed.length;
    if (!isWhole || first < from) continue;
    const changes = changesOf(run.words, note, cable, first, end);
    if (changes.length === 0) places.push({ run, first, end, changes });
  }
  return places;
}

function squeeze(words: readonly Word[]): string {
  return words.map(({ key }) => key).join("");
}

function nearMatch(runs: readonly QuotedRun[], note: string, cable: CableWords): QuotationMatch | null {
  const found: FoundRun[] = [];
  const missing: FoundRun[] = [];
  let from = 0;
  let letters = 0;
  let same = 0;
  for (const run of runs.flatMap(inParts)) {
    const length = squeeze(run.words).length;
    letters += length;
    const place = placesOf(run, note, cable, from, 1)[0] ?? nearest(run, note, cable, from);
    const share = place === null ? 0 : sharedLetters(place, length);
    if (place === null || share < length * LEAST_SHARE) {
      missing.push({ run, first: from, end: from, changes: [wholeChange(run.words, note)] });
      continue;
    }
    found.push(place);
    same += share;
    from = place.end;
  }
  if (found.length === 0 || same < letters * LEAST_SHARE) return null;
  const all = [...found, ...missing].sort(
    (one, other) => (one.run.words[0]?.start ?? 0) - (other.run.words[0]?.start ?? 0),
  );
  const match = matchOf(found, note, cable, letters === 0 ? 0 : same / letters);
  return { ...match, changes: all.flatMap(({ changes }) => changes) };
}

/** A run cut at words into parts that are fast to look for. */
function inParts(run: QuotedRun): readonly QuotedRun[] {
  const parts: QuotedRun[] = [];
  let words: QuotedWord[] = [];
  let length = 0;
  for (const word of run.words) {
    words.push(word);
    length += word.key.length;
    if (length < LONGEST_APPROXIMATE) continue;
    parts.push({ words, gap: parts.length === 0 ? run.gap : "insertion" });
    words = [];
    length = 0;
  }
  // A short rest is looked for with the part before it.
  const last = parts[parts.length - 1];
  if (last !== undefined && length < SHORTEST_APPROXIMATE) {
    parts[parts.length - 1] = { ...last, words: [...last.words, ...words] };
  } else if (words.length > 0) {
    parts.push({ words, gap: parts.length === 0 ? run.gap : "insertion" });
  }
  return parts;
}

function nearest(run: QuotedRun, note: string, cable: CableWords, from: number): FoundRun | null {
  const pattern = squeeze(run.words);
  if (pattern.length < SHORTEST_APPROXIMATE) return null;
  const start = cable.squeezedAt[from] ?? 0;
  const text = start === 0 ? cable.squeezed : cable.squeezed.slice(start);
  const [match] = search(text, pattern, Math.floor(pattern.length * MOST_ERRORS));
  if (match === undefined || match.end <= match.start) return null;
  // A word to either side: the nearest letters may begin inside one.
  const first = Math.max(from, cable.wordAt(start + match.start) - 1);
  const end = Math.min(cable.words.length, cable.wordAt(start + match.end - 1) + 2);
  return trimmed(run, note, cable, first, end);
}

/** Without the cable's words before the first and behind the last that both have. */
function trimmed(run: QuotedRun, note: string, cable: CableWords, first: number, end: number): FoundRun | null {
  const steps = stepsOf(run.words, cable, first, end);
  const same = steps.flatMap((step, index) => (step.kind === "same" ? [index] : []));
  const firstSame = same[0];
  const lastSame = same[same.length - 1];
  if (firstSame === undefined || lastSame === undefined) return null;
  const count = (part: readonly Step[]): number => part.reduce((sum, { held }) => sum + held.length, 0);
  // A first word that is another stands for one of the cable's.
  const leading = steps.slice(0, firstSame);
  const trailing = steps.slice(lastSame + 1);
  const keptBefore = Math.min(
    count(leading),
    leading.reduce((sum, { quoted }) => sum + quoted.length, 0),
  );
  const keptBehind = Math.min(
    count(trailing),
    trailing.reduce((sum, { quoted }) => sum + quoted.length, 0),
  );
  const from = first + count(leading) - keptBefore;
  const to = end - count(trailing) + keptBehind;
  return { run, first: from, end: to, changes: changesOf(run.words, note, cable, from, to) };
}

/** A step from the cable's words to the quotation's. */
interface Step {
  readonly kind: "same" | "changed";
  readonly held: readonly Word[];
  readonly quoted: readonly QuotedWord[];
}

function stepsOf(quoted: readonly QuotedWord[], cable: CableWords, first: number, end: number): readonly Step[] {
  const held = cable.words.slice(first, end);
  const steps: { kind: Step["kind"]; held: Word[]; quoted: QuotedWord[] }[] = [];
  let at = 0;
  let quotedAt = 0;
  const differences = diffArrays(
    held.map(({ key }) => key),
    quoted.map(({ key }) => key),
  );
  for (const { value, added, removed } of differences) {
    const count = value.length;
    const ofHeld = added ? [] : held.slice(at, at + count);
    const ofQuoted = removed ? [] : quoted.slice(quotedAt, quotedAt + count);
    at += ofHeld.length;
    quotedAt += ofQuoted.length;
    const kind = added || removed ? "changed" : "same";
    const last = steps[steps.length - 1];
    if (kind === "changed" && last?.kind === "changed") {
      for (const word of ofHeld) last.held.push(word);
      for (const word of ofQuoted) last.quoted.push(word);
    } else steps.push({ kind, held: ofHeld, quoted: ofQuoted });
  }
  return steps;
}

/** The words that differ; those that only a hyphen or a stop takes apart do not, nor in a text of capitals the case. */
function changesOf(
  quoted: readonly QuotedWord[],
  note: string,
  cable: CableWords,
  first: number,
  end: number,
): readonly ChangedWords[] {
  const changes: ChangedWords[] = [];
  let lastQuoted = quoted[0]?.start ?? 0;
  for (const { kind, held, quoted: own } of stepsOf(quoted, cable, first, end)) {
    if (kind === "same") {
      for (const [index, word] of own.entries()) {
        const other = held[index];
        if (other !== undefined && isRecased(word, other, note, cable, word === quoted[0])) {
          changes.push(change([word], [other], note, cable, word.start));
        }
      }
    } else if (!areOneWord(held, own, note, cable.text)) {
      changes.push(change(own, held, note, cable, lastQuoted));
    }
    lastQuoted = own[own.length - 1]?.end ?? lastQuoted;
  }
  return changes;
}

function change(
  quoted: readonly Word[],
  held: readonly Word[],
  note: string,
  cable: CableWords,
  behind: number,
): ChangedWords {
  const quotedSpan = spanOf(quoted) ?? { start: behind, end: behind };
  const heldSpan = spanOf(held);
  return {
    quoted: note.slice(quotedSpan.start, quotedSpan.end).replace(/\s[>\s]*/g, " "),
    quotedSpan,
    held: heldSpan === null ? "" : cable.text.slice(heldSpan.start, heldSpan.end),
  };
}

function wholeChange(words: readonly Word[], note: string): ChangedWords {
  const quotedSpan = spanOf(words) ?? { start: 0, end: 0 };
  return { quoted: note.slice(quotedSpan.start, quotedSpan.end).replace(/\s[>\s]*/g, " "), quotedSpan, held: "" };
}

function spanOf(words: readonly Word[]): Span | null {
  const first = words[0];
  const last = words[words.length - 1];
  return first === undefined || last === undefined ? null : { start: first.start, end: last.end };
}

/** A first word may have another case than in the source, as the sentence around the quotation wants it. */
function isRecased(word: QuotedWord, held: Word, note: string, cable: CableWords, isFirst: boolean): boolean {
  if (isFirst || word.isRecased) return false;
  const typed = note.slice(word.start, word.end);
  const printed = cable.text.slice(held.start, held.end);
  if (plain(typed) === plain(printed)) return false;
  return !cable.stretches.some(({ start, end, isCapitals }) => isCapitals && start <= held.start && held.start < end);
}

function plain(word: string): string {
  return word.normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "");
}

/** Whether two runs are the same letters, and nothing parts them on one side that the other lacks but hyphens and stops. */
function areOneWord(held: readonly Word[], quoted: readonly Word[], note: string, text: string): boolean {
  if (held.length === 0 || quoted.length === 0 || squeeze(held) !== squeeze(quoted)) return false;
  return held.length < quoted.length ? isUnparted(quoted, note) : isUnparted(held, text);
}

function isUnparted(words: readonly Word[], text: string): boolean {
  return words.every((word, index) => {
    const before = words[index - 1];
    return before === undefined || !/\s/.test(text.slice(before.end, word.start));
  });
}

function sharedLetters({ changes }: FoundRun, length: number): number {
  return length - changes.reduce((sum, { quoted }) => sum + quoted.replace(/[^\p{L}\p{N}]/gu, "").length, 0);
}

function matchOf(found: readonly FoundRun[], note: string, cable: CableWords, share: number): QuotationMatch {
  const first = found[0]?.first ?? 0;
  const end = found[found.length - 1]?.end ?? first;
  const nowhere: Stretch = { kind: "paragraph", number: null, start: 0, end: 0, isCapitals: false };
  return {
    first,
    end,
    from: cable.stretchOf(first) ?? nowhere,
    to: cable.stretchOf(end - 1) ?? nowhere,
    changes: found.flatMap(({ changes }) => changes),
    isPunctuationChanged: found.some((run) => hasOtherSigns(run, note, cable)),
    share,
  };
}

/** Whether between words that are the same other signs stand. */
function hasOtherSigns({ run, first, end }: FoundRun, note: string, cable: CableWords): boolean {
  if (run.words.length !== end - first) return false;
  return run.words.some((word, index) => {
    const next = run.words[index + 1];
    const held = cable.words[first + index];
    const nextHeld = cable.words[first + index + 1];
    if (next === undefined || held === undefined || nextHeld === undefined) return false;
    return signs(note.slice(word.end, next.start)) !== signs(cable.text.slice(held.end, nextHeld.start));
  });
}

/** The signs of a gap, of one kind each, without blanks and without the marks of Markdown and of paragraphs. */
function signs(gap: string): string {
  return gap
    .replace(/\n[ \t]*>?/g, "")
    .replace(/[\s*_\\¶]/g, "")
    .replace(/["“”„«»‘’'`]+/g, "'")
    .replace(/[-‐‑‒–—―]+/g, "-");
}

/** Compares two copies of one cable: paragraph by paragraph, which words one has that the other withholds, lacks or has otherwise. */

import { diffArrays } from "diff";
import { toRecord } from "../../cable/to-record.ts";
import type { CableTree } from "../../cable/tree.ts";
import { wordsOf } from "../../text/words.ts";
import { type CopyUnit, copyUnits } from "./copy-text.ts";
import type { RedactionKind } from "./redactions.ts";

/** `withheld`: where one copy has words the other has a mark of redaction. `lacking`: it has nothing. `changed`: both have words. */
export type DifferenceKind = "withheld" | "lacking" | "changed";

/** Words that two copies do not share. */
export interface WordDifference {
  readonly kind: DifferenceKind;
  /** Which copy withholds or lacks words; null for words that are changed. */
  readonly by: "one" | "other" | null;
  /** As printed; "" where a copy has nothing there. */
  readonly one: string;
  readonly other: string;
}

/** A paragraph, heading or subject of either copy, beside what it is in the other. */
export interface PairedUnit {
  /** Null where only the other copy has it. */
  readonly one: CopyUnit | null;
  readonly other: CopyUnit | null;
  /** None where both say the same. */
  readonly differences: readonly WordDifference[];
}

/** A field of the record that is not the same in both. */
export interface FieldDifference {
  readonly name: string;
  readonly one: string;
  readonly other: string;
}

/** What is counted in a copy. */
export interface CopyCounts {
  readonly mrn: string | null;
  readonly paragraphs: number;
  readonly words: number;
  readonly redactions: Readonly<Record<RedactionKind, number>>;
  /** Words of the other copy that this one marks as withheld, or has not. */
  readonly withheldWords: number;
  readonly lackingWords: number;
}

export interface Comparison {
  readonly one: CopyCounts;
  readonly other: CopyCounts;
  readonly fields: readonly FieldDifference[];
  /** In reading order, the same and the different. */
  readonly units: readonly PairedUnit[];
}

/** Whether two copies say the same. */
export function areSame({ fields, units }: Comparison): boolean {
  return fields.length === 0 && units.every(({ differences }) => differences.length === 0);
}

export function compareCopies(one: CableTree, other: CableTree): Comparison {
  const units = paired(copyUnits(one), copyUnits(other));
  const fields = fieldDifferences(one, other);
  return {
    one: countsOf(
      one,
      units.flatMap((unit) => unit.one ?? []),
      "one",
      units,
    ),
    other: countsOf(
      other,
      units.flatMap((unit) => unit.other ?? []),
      "other",
      units,
    ),
    fields,
    units,
  };
}

/** Of two units of a copy so much must be the same, word by word, that they are taken for one. */
const LEAST_ALIKE = 0.5;

/** Beyond so many differing paragraphs those of one number are put beside each other, and the rest in order. */
const MOST_DIFFERENT = 400;

function paired(one: readonly CopyUnit[], other: readonly CopyUnit[]): readonly PairedUnit[] {
  const likeness = new Likeness();
  const steps = diffArrays([...one], [...other], {
    comparator: (left, right) => likeness.areOne(left, right),
    maxEditLength: MOST_DIFFERENT,
  });
  if (steps === undefined) return pairedInOrder(one, other);
  const pairs: PairedUnit[] = [];
  let left: readonly CopyUnit[] = [];
  let at = 0;
  let otherAt = 0;
  let right: readonly CopyUnit[] = [];
  const flush = (): void => {
    for (const pair of pairedInOrder(left, right)) pairs.push(pair);
    left = [];
    right = [];
  };
  for (const { count, added, removed } of steps) {
    if (removed) {
      left = [...left, ...one.slice(at, at + count)];
      at += count;
    } else if (added) {
      right = [...right, ...other.slice(otherAt, otherAt + count)];
      otherAt += count;
    } else {
      flush();
      for (let index = 0; index < count; index++) pairs.push(pairOf(one[at + index], other[otherAt + index]));
      at += count;
      otherAt += count;
    }
  }
  flush();
  return pairs;
}

/** Units between two that are alike: those of one kind and number belong together, though their words are withheld. */
function pairedInOrder(one: readonly CopyUnit[], other: readonly CopyUnit[]): readonly PairedUnit[] {
  const pairs: PairedUnit[] = [];
  let next = 0;
  for (const unit of one) {
    const found = other.findIndex(
      ({ kind, number, redactions }, index) =>
        index >= next &&
        kind === unit.kind &&
        (number === null
          ? unit.number === null && redactions.length + unit.redactions.length > 0
          : number === unit.number),
    );
    if (found < 0) {
      pairs.push(pairOf(unit, undefined));
      continue;
    }
    for (; next < found; next++) pairs.push(pairOf(undefined, other[next]));
    pairs.push(pairOf(unit, other[found]));
    next = found + 1;
  }
  for (; next < other.length; next++) pairs.push(pairOf(undefined, other[next]));
  return pairs;
}

/** How much of two units is the same, found out once for each. */
class Likeness {
  readonly #words = new Map<CopyUnit, readonly Token[]>();

  areOne(one: CopyUnit, other: CopyUnit): boolean {
    if (one.kind !== other.kind) return false;
    const ours = this.#tokens(one);
    const theirs = this.#tokens(other);
    const counts = new Map<string, number>();
    for (const { key } of ours) counts.set(key, (counts.get(key) ?? 0) + 1);
    let same = 0;
    for (const { key } of theirs) {
      const left = counts.get(key) ?? 0;
      if (left === 0) continue;
      counts.set(key, left - 1);
      same++;
    }
    // The shorter counts: of the longer one much may be withheld.
    const shorter = Math.min(ours.length, theirs.length);
    const isSameNumber = one.number !== null && one.number === other.number;
    return shorter === 0
      ? ours.length === theirs.length
      : same >= shorter * (isSameNumber ? LEAST_ALIKE / 2 : LEAST_ALIKE);
  }

  #tokens(unit: CopyUnit): readonly Token[] {
    let tokens = this.#words.get(unit);
    if (tokens === undefined) {
      tokens = tokensOf(unit).filter(({ isRedaction }) => !isRedaction);
      this.#words.set(unit, tokens);
    }
    return tokens;
  }
}

/** A word, or a mark that stands for some. */
interface Token {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly isRedaction: boolean;
}

/** No word has this key. */
const REDACTED = "█";

function tokensOf({ text, redactions }: CopyUnit): readonly Token[] {
  const tokens: Token[] = [];
  let next = 0;
  for (const word of wordsOf(text)) {
    while (next < redactions.length && (redactions[next]?.end ?? 0) <= word.start)
      tokens.push(mark(redactions[next++]));
    const redaction = redactions[next];
    if (redaction === undefined || word.start < redaction.start) tokens.push({ ...word, isRedaction: false });
  }
  for (; next < redactions.length; next++) tokens.push(mark(redactions[next]));
  return tokens;
}

function mark(redaction: { readonly start: number; readonly end: number } | undefined): Token {
  return { key: REDACTED, start: redaction?.start ?? 0, end: redaction?.end ?? 0, isRedaction: true };
}

function pairOf(one: CopyUnit | undefined, other: CopyUnit | undefined): PairedUnit {
  return { one: one ?? null, other: other ?? null, differences: differencesOf(one, other) };
}

/** Beyond so many differing words two paragraphs are others as a whole. */
const MOST_CHANGED_WORDS = 3000;

function differencesOf(one: CopyUnit | undefined, other: CopyUnit | undefined): readonly WordDifference[] {
  const ours = one === undefined ? [] : tokensOf(one);
  const theirs = other === undefined ? [] : tokensOf(other);
  const whole = (): WordDifference[] => [difference(ours, theirs, one, other)];
  if (one === undefined || other === undefined) return whole();
  const steps = diffArrays(
    ours.map(({ key }) => key),
    theirs.map(({ key }) => key),
    { maxEditLength: MOST_CHANGED_WORDS },
  );
  if (steps === undefined) return whole();
  const differences: WordDifference[] = [];
  let at = 0;
  let otherAt = 0;
  let left: readonly Token[] = [];
  let right: readonly Token[] = [];
  const flush = (): void => {
    if (!areOneWord(left, right, one, other)) differences.push(difference(left, right, one, other));
    left = [];
    right = [];
  };
  for (const { count, added, removed } of steps) {
    if (removed) {
      left = ours.slice(at, at + count);
      at += count;
    } else if (added) {
      right = theirs.slice(otherAt, otherAt + count);
      otherAt += count;
    } else {
      if (left.length + right.length > 0) flush();
      at += count;
      otherAt += count;
    }
  }
  if (left.length + right.length > 0) flush();
  return differences;
}

/** A word that one copy has broken at a hyphen: letters are the same, and no blank parts them. */
function areOneWord(left: readonly Token[], right: readonly Token[], one: CopyUnit, other: CopyUnit): boolean {
  const joined = (tokens: readonly Token[]): string => tokens.map(({ key }) => key).join("");
  if (left.length === 0 || right.length === 0 || joined(left) !== joined(right)) return false;
  return !/\s/.test(left.length > right.length ? textOf(left, one) : textOf(right, other));
}

function difference(
  left: readonly Token[],
  right: readonly Token[],
  one: CopyUnit | undefined,
  other: CopyUnit | undefined,
): WordDifference {
  const texts = { one: textOf(left, one), other: textOf(right, other) };
  const ours = left.some(({ isRedaction }) => isRedaction);
  const theirs = right.some(({ isRedaction }) => isRedaction);
  if (ours !== theirs) return { kind: "withheld", by: ours ? "one" : "other", ...texts };
  if (left.length === 0) return { kind: "lacking", by: "one", ...texts };
  if (right.length === 0) return { kind: "lacking", by: "other", ...texts };
  return { kind: "changed", by: null, ...texts };
}

function textOf(tokens: readonly Token[], unit: CopyUnit | undefined): string {
  const first = tokens[0];
  const last = tokens[tokens.length - 1];
  return first === undefined || last === undefined || unit === undefined ? "" : unit.text.slice(first.start, last.end);
}

function countsOf(
  tree: CableTree,
  units: readonly CopyUnit[],
  side: "one" | "other",
  pairs: readonly PairedUnit[],
): CopyCounts {
  const redactions = { "crossed-out": 0, bracketed: 0, "blacked-out": 0, "exemption-code": 0 };
  for (const { kind } of units.flatMap((unit) => unit.redactions)) redactions[kind]++;
  const has = side === "one" ? "other" : "one";
  const count = (kind: DifferenceKind): number =>
    pairs
      .flatMap(({ differences }) => differences)
      .filter((one) => one.kind === kind && one.by === side)
      .reduce((sum, one) => sum + wordsOf(one[has]).length, 0);
  return {
    mrn: toRecord(tree, "").mrn,
    paragraphs: units.filter(({ kind }) => kind === "paragraph").length,
    words: units.reduce((sum, unit) => sum + tokensOf(unit).filter(({ isRedaction }) => !isRedaction).length, 0),
    redactions,
    withheldWords: count("withheld"),
    lackingWords: count("lacking"),
  };
}

/** The fields of the record that are compared, each as one text. */
const FIELDS: readonly {
  readonly name: string;
  readonly value: (record: ReturnType<typeof toRecord>) => string | null;
}[] = [
  { name: "MRN", value: ({ mrn }) => mrn },
  { name: "DTG", value: ({ dtg }) => dtg },
  { name: "Precedence", value: ({ precedence }) => precedence },
  { name: "From", value: ({ from }) => from },
  { name: "To", value: ({ to }) => to.map(({ name }) => name).join("; ") },
  { name: "Info", value: ({ info }) => info.map(({ name }) => name).join("; ") },
  { name: "Classification", value: ({ classification }) => classification },
  { name: "Captions", value: ({ captions }) => captions.join(", ") },
  { name: "Executive order", value: ({ executiveOrder }) => executiveOrder },
  { name: "Declassify on", value: ({ declassifyOn }) => declassifyOn },
  { name: "Classified by", value: ({ classifiedBy }) => classifiedBy?.name ?? null },
  { name: "TAGS", value: ({ tags }) => tags.join(", ") },
  { name: "Persons", value: ({ persons }) => persons.join("; ") },
  { name: "References", value: ({ references }) => references.map(({ text }) => text).join("; ") },
  { name: "Signed by", value: ({ signedBy }) => signedBy },
];

function fieldDifferences(one: CableTree, other: CableTree): readonly FieldDifference[] {
  const ours = toRecord(one, "");
  const theirs = toRecord(other, "");
  return FIELDS.flatMap(({ name, value }) => {
    const left = plain(value(ours));
    const right = plain(value(theirs));
    return left === right ? [] : [{ name, one: left, other: right }];
  });
}

function plain(value: string | null): string {
  return (value ?? "").replace(/\s+/g, " ").trim();
}

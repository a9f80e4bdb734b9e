/**
 * What one line can't tell of a word: TAGS known or not, citations there or not, portion marks by level; and what the reading found to be a
 * heading, a signature, a caption or the words around the summary.
 */

import type { CanonicalMrn } from "../cable/mrn.ts";
import type { CableTree, Mention, OutlineNode, ReferenceEntry } from "../cable/tree.ts";
import { portionLevel } from "../cable/values/portion-mark.ts";
import type { CableIndex } from "../corpus/cable-index.ts";
import { meantBy } from "../corpus/meant-cable.ts";
import type { Span } from "../text/span.ts";
import { isInForce } from "../vocabulary/tags.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import { entriesOfMention, entriesWithLabel } from "./labels.ts";
import { paragraphsOf } from "./symbol-at.ts";

/** The protocol's own names, so that every theme and editor has a colour for them. */
export const TOKEN_TYPES = ["enumMember", "variable", "keyword", "namespace", "class", "macro"] as const;

export type TokenType = (typeof TOKEN_TYPES)[number];

/** The first is the protocol's; the others are told of in the extension's manifest. */
export const TOKEN_MODIFIERS = [
  "deprecated",
  "unknown",
  "resolved",
  "unresolved",
  "unclassified",
  "sensitive",
  "confidential",
  "secret",
  "topSecret",
] as const;

export type TokenModifier = (typeof TOKEN_MODIFIERS)[number];

/** A word on one line. */
export interface Token {
  readonly span: Span;
  readonly type: TokenType;
  readonly modifiers: readonly TokenModifier[];
}

export interface TokenSurroundings {
  readonly vocabulary: Vocabulary;
  readonly index: CableIndex;
  /** Whether a cable that the index doesn't know may be there all the same: then nothing is said of it. */
  readonly isIndexing: boolean;
}

/** The tokens of a stretch of a cable, in document order, each on one line, none over another. */
export function semanticTokens(tree: CableTree, within: Span, surroundings: TokenSurroundings): readonly Token[] {
  const tokens = [
    ...tagTokens(tree, surroundings),
    ...tree.references.flatMap((entry) => tokenOf(tree, entry.span, [entry], surroundings)),
    ...tree.mentions.flatMap((mention) => mentionTokens(tree, mention, surroundings)),
    ...portionTokens(tree),
    ...headingTokens(tree.outline),
    ...summaryTokens(tree),
    ...partTokens(tree),
  ]
    .filter(({ span }) => span.end > within.start && span.start < within.end)
    .sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end);
  let end = 0;
  return tokens
    .flatMap((token) => byLine(tree, token))
    .filter(({ span }) => {
      if (span.start < end) return false;
      end = span.end;
      return true;
    });
}

function tagTokens({ header, partialMrn }: CableTree, { vocabulary }: TokenSurroundings): readonly Token[] {
  const year = header.dtg?.value.year ?? partialMrn.year;
  return header.tags.map(({ value, span }) => {
    const tag = vocabulary.tags.find(value, header.dtg?.value ?? null);
    if (tag === undefined) return { span, type: "enumMember", modifiers: ["unknown"] };
    const isObsolete = year !== null && !tag.later && !isInForce(tag, year);
    return { span, type: "enumMember", modifiers: isObsolete ? ["deprecated"] : [] };
  });
}

/** Each label by itself, for of `Refs A and B` one may be there and the other not; else the mention as a whole. */
function mentionTokens(tree: CableTree, mention: Mention, surroundings: TokenSurroundings): readonly Token[] {
  if (mention.labels.length > 0) {
    return mention.labels.flatMap(({ value, span }) =>
      tokenOf(tree, span, entriesWithLabel(tree, value), surroundings),
    );
  }
  const meant = meantBy(mention, tree, surroundings.index);
  if (meant !== null) return mrnToken(mention.span, [meant.mrn], surroundings);
  return mention.kind === "reftel" ? tokenOf(tree, mention.span, entriesOfMention(tree, mention), surroundings) : [];
}

function tokenOf(
  tree: CableTree,
  span: Span,
  entries: readonly ReferenceEntry[],
  surroundings: TokenSurroundings,
): readonly Token[] {
  const mrns = entries.flatMap((entry) => meantBy(entry, tree, surroundings.index)?.mrn ?? []);
  return mrns.length === 0 ? [] : mrnToken(span, mrns, surroundings);
}

/** Resolved where all of the cables are in the workspace. */
function mrnToken(
  span: Span,
  mrns: readonly CanonicalMrn[],
  { index, isIndexing }: TokenSurroundings,
): readonly Token[] {
  const isThere = mrns.every((mrn) => index.has(mrn));
  if (!isThere && isIndexing) return [];
  return [{ span, type: "variable", modifiers: [isThere ? "resolved" : "unresolved"] }];
}

function portionTokens({ header, outline }: CableTree): readonly Token[] {
  const portions = [header.subjectPortion, ...paragraphsOf(outline).map(({ portion }) => portion)];
  return portions.flatMap((portion): readonly Token[] => {
    const modifier = portion === null ? null : levelModifier(portion.value);
    return portion === null || modifier === null
      ? []
      : [{ span: portion.span, type: "keyword", modifiers: [modifier] }];
  });
}

/** The titles of sections: what is one, the lines around it tell. */
function headingTokens(outline: readonly OutlineNode[]): readonly Token[] {
  return outline.flatMap((node): readonly Token[] =>
    node.kind === "section"
      ? [{ span: node.titleSpan, type: "namespace", modifiers: [] }, ...headingTokens(node.children)]
      : [],
  );
}

const SUMMARY_OPENS = /^(?:BEGIN )?(?:EXECUTIVE )?SUMMARY\b(?: (?:AND|&) (?:COMMENT|INTRODUCTION))?(?=[\s:.;,-])/i;
const SUMMARY_ENDS = /\bEND (?:OF )?(?:EXECUTIVE )?SUMMARY\b/i;

/** The words that end a summary stand within so many characters of its last sentence. */
const LONGEST_CLOSING = 80;

/** The words that open the summary and end it, where they stand in a line of text. */
function summaryTokens({ summary, lines }: CableTree): readonly Token[] {
  if (summary === null) return [];
  const { start, end } = summary.span;
  const opening = SUMMARY_OPENS.exec(lines.text.slice(start, start + LONGEST_CLOSING));
  const from = Math.max(start, end - LONGEST_CLOSING);
  const closing = SUMMARY_ENDS.exec(lines.text.slice(from, end + LONGEST_CLOSING));
  const word = (at: number, length: number): Token => ({
    span: { start: at, end: at + length },
    type: "namespace",
    modifiers: [],
  });
  return [
    ...(opening === null ? [] : [word(start, opening[0].length)]),
    ...(closing === null ? [] : [word(from + closing.index, closing[0].length)]),
  ];
}

/** Who signs, and the captions. */
function partTokens({ signature, header }: CableTree): readonly Token[] {
  const signer: readonly Token[] = signature === null ? [] : [{ span: signature.span, type: "class", modifiers: [] }];
  return [...signer, ...header.captions.map(({ span }): Token => ({ span, type: "macro", modifiers: [] }))];
}

function levelModifier(mark: string): TokenModifier | null {
  switch (portionLevel(mark)) {
    case "TOP SECRET":
      return "topSecret";
    case "SECRET":
      return "secret";
    case "CONFIDENTIAL":
      return "confidential";
    case "LIMITED OFFICIAL USE":
      return "sensitive";
    case "UNCLASSIFIED":
      return /^(?:U|UNCLAS\w*)$/i.test(mark.trim()) ? "unclassified" : "sensitive";
    case null:
      return null;
  }
}

/** A token for each line that it stands on, without the blanks around. */
function byLine({ lines }: CableTree, { span, ...token }: Token): readonly Token[] {
  const pieces: Token[] = [];
  for (let line = lines.lineAt(span.start); line < lines.count && lines.start(line) < span.end; line++) {
    let start = Math.max(span.start, lines.start(line));
    let end = Math.min(span.end, lines.end(line));
    while (start < end && /\s/.test(lines.text.charAt(start))) start++;
    while (end > start && /\s/.test(lines.text.charAt(end - 1))) end--;
    if (start < end) pieces.push({ ...token, span: { start, end } });
  }
  return pieces;
}

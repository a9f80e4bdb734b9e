/** What the thing under the pointer is: asks every provider and answers with the one that knows best. */

import type { CanonicalMrn } from "../cable/mrn.ts";
import type { CableTree } from "../cable/tree.ts";
import { AS_CITED, type MayCite, type Meaning, meantBy } from "../corpus/meant-cable.ts";
import type { CableDocument, CableWorkspace } from "../corpus/workspace.ts";
import type { Span } from "../text/span.ts";
import type { CableDate } from "../vocabulary/date.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import { citedCables } from "./cited-cables.ts";
import type { HoverAnswer, HoverBasis, HoverContext } from "./hovers/hover.ts";
import { HOVER_PROVIDERS } from "./hovers/index.ts";
import { renderMarkdown, renderPlain } from "./hovers/support/render.ts";
import { withRepeatedHeader } from "./hovers/support/repeated-header.ts";
import { holds } from "./hovers/support/words.ts";
import { entriesOfMention, entriesWithLabel } from "./labels.ts";
import { symbolAt } from "./symbol-at.ts";

/** A hover, ready to be shown. */
export interface Hover {
  /** What it explains. */
  readonly span: Span;
  /** Safe to show to anybody: whatever stands in the cable, it holds no image or HTML, and no link but to the archives of the settings. */
  readonly markdown: string;
  /** The same for editors that don't show Markdown. */
  readonly plain: string;
}

/** What a hover needs beside the document. */
export interface HoverSurroundings {
  readonly vocabulary: Vocabulary;
  readonly workspace: CableWorkspace;
  /** Whether the index of the workspace is still being built, so that a cable it doesn't know may be there all the same. */
  readonly isIndexing: boolean;
  /** Address templates of archives, from the settings; none to begin with. */
  readonly archives?: readonly string[];
}

/** The most cited cables that are opened for one hover: a mention of more is told without their subjects. */
const MOST_CITED_CABLES = 12;

/** What stands at an offset, with what the workspace knows of the cables cited there; null where nothing is known of it. */
export async function hoverAt(
  document: CableDocument,
  offset: number,
  { vocabulary, workspace, isIndexing, archives = [] }: HoverSurroundings,
): Promise<Hover | null> {
  const cited = await citedCables(
    citedAt(document.tree, offset, workspace.index).slice(0, MOST_CITED_CABLES),
    workspace,
  );
  const answer = hoverAnswerAt(
    hoverContext(
      document.tree,
      vocabulary,
      (mrn) => cited.get(mrn) ?? (isIndexing ? "indexing" : null),
      archives,
      workspace.index,
    ),
    offset,
  );
  return answer === null
    ? null
    : { span: answer.span, markdown: renderMarkdown(answer.parts), plain: renderPlain(answer.parts) };
}

/** The context of a document: its date is worked out once for all providers. */
export function hoverContext(
  tree: CableTree,
  vocabulary: Vocabulary,
  citedCable: HoverContext["citedCable"],
  archives: HoverContext["archives"] = [],
  meaning: HoverContext["meaning"] = AS_CITED,
): HoverContext {
  const sentOn = dayOf(tree);
  const year = tree.mrn?.year ?? tree.partialMrn.year;
  const date = sentOn ?? (year === null ? null : { year, month: 1, day: 1 });
  return { tree, vocabulary, sentOn, date, citedCable, meaning, archives };
}

/**
 * The best answer of all providers: one that holds the offset before one that merely ends there, a part of the cable before a
 * word, the shorter before the longer. Null where nothing is known.
 */
export function hoverAnswerAt(document: HoverContext, offset: number): HoverAnswer | null {
  const context = { ...document, tree: withRepeatedHeader(document.tree, offset) };
  let best: HoverAnswer | null = null;
  let bestRank: Rank | null = null;
  for (const provider of HOVER_PROVIDERS) {
    const answer = provider.at(context, offset);
    if (answer === null) continue;
    const rank = rankOf(answer.span, provider.basis, offset);
    if (bestRank !== null && !goesBefore(rank, bestRank)) continue;
    best = answer;
    bestRank = rank;
  }
  return best;
}

/** Smaller goes first, number by number. */
type Rank = readonly [endsThere: number, basis: number, length: number];

const BASIS_RANK: Readonly<Record<HoverBasis, number>> = { part: 0, word: 1 };

function rankOf(span: Span, basis: HoverBasis, offset: number): Rank {
  return [holds(span, offset) ? 0 : 1, BASIS_RANK[basis], span.end - span.start];
}

function goesBefore(one: Rank, other: Rank): boolean {
  for (let index = 0; index < one.length; index++) {
    const difference = (one[index] ?? 0) - (other[index] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}

/** The cables that the thing at an offset cites, each once. */
function citedAt(tree: CableTree, offset: number, meaning: Meaning): readonly CanonicalMrn[] {
  const object = symbolAt(tree, offset);
  if (object === null) return [];
  const cited = (): readonly MayCite[] => {
    switch (object.kind) {
      case "entry":
      case "entry-label":
        return [object.entry];
      case "mentioned-label":
        return object.labels.flatMap((label) => entriesWithLabel(tree, label));
      case "mention":
      case "mentioned-paragraph":
        return [object.mention, ...entriesOfMention(tree, object.mention)];
      case "subject":
      case "own-mrn":
      case "paragraph-mark":
        return [];
    }
  };
  return [...new Set(cited().flatMap((one) => meantBy(one, tree, meaning)?.mrn ?? []))];
}

function dayOf({ header }: CableTree): CableDate | null {
  if (header.dtg === null) return null;
  const { year, month, day } = header.dtg.value;
  return { year, month, day };
}

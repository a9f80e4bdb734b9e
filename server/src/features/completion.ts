/** What a drafter may want to type at a place: asks every provider and puts the best of what they offer first. */

import type { CableTree } from "../cable/tree.ts";
import type { CableDocument, CableWorkspace } from "../corpus/workspace.ts";
import type { Span } from "../text/span.ts";
import type { CableDate } from "../vocabulary/date.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import type { CompletionContext, Moment, Proposal, ProposalExplanation } from "./completions/completion.ts";
import { COMPLETION_PROVIDERS } from "./completions/index.ts";
import { draftingAt } from "./completions/support/drafting.ts";

/** A proposal, what it replaces, and who offers it. */
export interface Completion extends Proposal {
  readonly provider: string;
  readonly span: Span;
}

/** The answer at one place. */
export interface Completions {
  /** The best first; no more than an editor can show. */
  readonly items: readonly Completion[];
  /** Whether another letter may bring other items than some of these. */
  readonly isIncomplete: boolean;
}

/** What completion needs beside the document. */
export interface CompletionSurroundings {
  readonly vocabulary: Vocabulary;
  readonly workspace: CableWorkspace;
  readonly isIndexing: boolean;
  readonly now: Moment;
}

/** The most items of one answer. */
export const MOST_COMPLETIONS = 200;

const BY_RANK = [...COMPLETION_PROVIDERS].sort((one, other) => one.rank - other.rank);

/** What may be typed at an offset; no items where nothing is known that fits. */
export function completionsAt(
  { tree }: CableDocument,
  offset: number,
  { vocabulary, workspace, isIndexing, now }: CompletionSurroundings,
): Completions {
  const context: CompletionContext = {
    tree,
    offset,
    drafting: draftingAt(tree, offset),
    vocabulary,
    workspace,
    isIndexing,
    date: dateOfDrafting(tree, now),
    now,
    classification: tree.header.classification?.value ?? null,
  };
  const items: Completion[] = [];
  let isIncomplete = false;
  for (const provider of BY_RANK) {
    const offered = provider.at(context);
    if (offered === null) continue;
    isIncomplete ||= offered.isIncomplete;
    for (const one of offered.proposals) items.push({ ...one, provider: provider.kind, span: offered.span });
  }
  return { items: items.slice(0, MOST_COMPLETIONS), isIncomplete: isIncomplete || items.length > MOST_COMPLETIONS };
}

/** The longer text about an item; null where its provider has said it all. */
export async function explainCompletion(
  provider: string,
  key: string,
  tree: CableTree,
  { vocabulary, workspace, now }: Omit<CompletionSurroundings, "isIndexing">,
): Promise<ProposalExplanation | null> {
  const found = COMPLETION_PROVIDERS.find(({ kind }) => kind === provider);
  return (await found?.explain?.(key, { vocabulary, workspace, date: dateOfDrafting(tree, now) })) ?? null;
}

/** The day of its date-time group, else today, unless its number is of another year. */
function dateOfDrafting({ header, partialMrn }: CableTree, now: Moment): CableDate {
  if (header.dtg !== null) {
    const { year, month, day } = header.dtg.value;
    return { year, month, day };
  }
  const { year } = partialMrn;
  return year === null || year === now.year ? now : { year, month: 1, day: 1 };
}

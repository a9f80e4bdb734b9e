/** What a provider of completions is: one object that knows one kind of thing a drafter types, and offers it where it fits. */

import type { ClassificationLevel } from "../../cable/record.ts";
import type { CableTree } from "../../cable/tree.ts";
import type { CableWorkspace } from "../../corpus/workspace.ts";
import type { Span } from "../../text/span.ts";
import type { CableDate } from "../../vocabulary/date.ts";
import type { Vocabulary } from "../../vocabulary/vocabulary.ts";
import type { Drafting } from "./support/drafting.ts";

/** The moment of asking, in UTC, told by who has a clock. Months are 1 to 12. */
export interface Moment extends CableDate {
  readonly hour: number;
  readonly minute: number;
}

/** All that a provider may look at. */
export interface CompletionContext {
  readonly tree: CableTree;
  readonly offset: number;
  /** Where the cursor stands among the fields and paragraphs, found once for all providers. */
  readonly drafting: Drafting;
  readonly vocabulary: Vocabulary;
  readonly workspace: CableWorkspace;
  /** Whether the index of the workspace is still being built, so that more is offered later. */
  readonly isIndexing: boolean;
  /** The cable's date; of a draft without one, today. */
  readonly date: CableDate;
  readonly now: Moment;
  /** Null where no classification is typed yet. */
  readonly classification: ClassificationLevel | null;
}

/** What sort of thing is offered, for its icon. */
export type ProposalKind = "field" | "code" | "value" | "addressee" | "reference" | "label" | "mark" | "text" | "cable";

/** One thing to type. */
export interface Proposal {
  readonly label: string;
  readonly kind: ProposalKind;
  /** In a few words, behind the label. */
  readonly detail: string | null;
  /** What is put in place of the span. */
  readonly text: string;
  /** The same as a snippet, for clients that take them; null where there is nothing to fill in. */
  readonly snippet: string | null;
  /** What the client compares with what is typed; null for the label. */
  readonly filter: string | null;
  /** What the provider's `explain` is asked with; null where there is nothing more to say. */
  readonly key: string | null;
}

/** What one provider offers at one place. */
export interface Proposals {
  /** What is replaced: on the cursor's line, the cursor in it or at one of its ends. */
  readonly span: Span;
  /** The best first. */
  readonly proposals: readonly Proposal[];
  /** Whether another letter may bring other proposals than some of these. */
  readonly isIncomplete: boolean;
}

/** What the explanation of one proposal may be made of. */
export interface ExplanationContext {
  readonly vocabulary: Vocabulary;
  readonly workspace: CableWorkspace;
  readonly date: CableDate;
}

/** The longer text about a proposal, asked for when somebody looks at it. */
export interface ProposalExplanation {
  readonly markdown: string;
  readonly plain: string;
}

export interface CompletionProvider {
  /** What it offers: `tag`, `portion-mark`; as its file is called. */
  readonly kind: string;
  /** Where several offer something, the lower stands first. */
  readonly rank: number;
  /** What fits at the cursor; null where nothing of this kind is typed there. */
  at(context: CompletionContext): Proposals | null;
  /** What is known of a proposal by its key; a provider without one has said it all. */
  explain?(key: string, context: ExplanationContext): Promise<ProposalExplanation | null>;
}

/** A proposal with the usual values for what is not given. */
export function proposal(
  given: Pick<Proposal, "label" | "kind" | "detail"> & Partial<Omit<Proposal, "label" | "kind" | "detail">>,
): Proposal {
  return { text: given.label, snippet: null, filter: null, key: null, ...given };
}

/** What rules look at: a cable, the vocabulary, and what several rules need to know of the cable, found once. */

import type { CableTree, OutlineNode, Paragraph, Section } from "../../../cable/tree.ts";
import { lineBreakOf } from "../../../text/line-break.ts";
import type { Span } from "../../../text/span.ts";
import { type CableDate, parseCableDate } from "../../../vocabulary/date.ts";
import type { Vocabulary } from "../../../vocabulary/vocabulary.ts";
import { paragraphsOf } from "../../symbol-at.ts";
import { countsAsDraft } from "./draft.ts";
import { NO_WORKSPACE, type RuleEnvironment } from "./rule-environment.ts";
import type { RuleSettings } from "./settings.ts";

export class RuleContext {
  readonly tree: CableTree;
  readonly vocabulary: Vocabulary;
  /** The cables of the workspace; null where nothing is known of them. */
  readonly index: RuleEnvironment["index"];
  /** The document's text, which all spans are offsets of. */
  readonly text: string;
  /** Null where nobody knows it. */
  readonly today: CableDate | null;
  /** Whether the cable is being drafted; else it is a published one. */
  readonly isDraft: boolean;
  /** The day it was sent, by its date-time group; null where it has none. */
  readonly sentOn: CableDate | null;
  /** In document order, those of sections as well. */
  readonly paragraphs: readonly Paragraph[];
  /** What is printed at a span. Rules take it out of the context by its name. */
  readonly printed = ({ start, end }: Span): string => this.text.slice(start, end);
  #sections: readonly Section[] | undefined;

  constructor(tree: CableTree, settings: Pick<RuleSettings, "drafting">, surroundings: RuleEnvironment = NO_WORKSPACE) {
    this.tree = tree;
    this.vocabulary = surroundings.vocabulary;
    this.index = surroundings.index;
    this.today = surroundings.today;
    this.text = tree.lines.text;
    this.isDraft = countsAsDraft(tree, settings.drafting, surroundings.today);
    this.sentOn = tree.header.dtg?.value ?? null;
    this.paragraphs = paragraphsOf(tree.outline);
  }

  /** The day it was sent, else the first of the year of its MRN; null where neither is known. */
  get date(): CableDate | null {
    const { year } = this.tree.partialMrn;
    return this.sentOn ?? (year === null ? null : parseCableDate(String(year)));
  }

  get sections(): readonly Section[] {
    this.#sections ??= sectionsOf(this.tree.outline);
    return this.#sections;
  }

  /** The line break that the document uses. */
  get lineBreak(): string {
    return lineBreakOf(this.text);
  }
}

function sectionsOf(nodes: readonly OutlineNode[]): readonly Section[] {
  return nodes.flatMap((node) => (node.kind === "section" ? [node, ...sectionsOf(node.children)] : []));
}

/** What refactorings look at: a cable, what is selected in it, and what only the editor's side knows. */

import type { CableTree, Paragraph } from "../../../cable/tree.ts";
import { lineBreakOf } from "../../../text/line-break.ts";
import type { Span } from "../../../text/span.ts";
import { paragraphsOf } from "../../symbol-at.ts";

/** A numbered paragraph: its mark and its number are known. */
export interface NumberedParagraph extends Paragraph {
  readonly number: number;
  readonly markSpan: Span;
}

/** An instant in UTC, as a date-time group has it. `month` counts from 1. */
export interface Instant {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
}

export interface RefactoringWishes {
  /** What is selected; empty where only a cursor stands. */
  readonly selection: Span;
  /** The most characters in a line that is wrapped. */
  readonly width: number;
  /** Null where nobody knows the time. */
  readonly now: Instant | null;
  /** Whether the cable is being drafted: words of a published one are left as they are. */
  readonly isDraft: boolean;
}

export class RefactoringContext {
  readonly tree: CableTree;
  readonly text: string;
  readonly wishes: RefactoringWishes;
  /** In document order, those of sections as well. */
  readonly paragraphs: readonly Paragraph[];
  readonly numbered: readonly NumberedParagraph[];
  readonly lineBreak: string;

  constructor(tree: CableTree, wishes: RefactoringWishes) {
    this.tree = tree;
    this.text = tree.lines.text;
    this.wishes = wishes;
    this.paragraphs = paragraphsOf(tree.outline);
    this.numbered = this.paragraphs.filter(isNumbered);
    this.lineBreak = lineBreakOf(this.text);
  }

  /** The paragraphs that the selection touches; that of the cursor where nothing is selected. */
  get selected(): readonly Paragraph[] {
    const { start, end } = this.wishes.selection;
    return this.paragraphs.filter(({ span }) => span.start <= end && span.end >= start);
  }

  /** The numbered ones among them. */
  get selectedNumbered(): readonly NumberedParagraph[] {
    return this.selected.filter(isNumbered);
  }

  printed({ start, end }: Span): string {
    return this.text.slice(start, end);
  }
}

function isNumbered(paragraph: Paragraph): paragraph is NumberedParagraph {
  return paragraph.number !== null && paragraph.markSpan !== null;
}

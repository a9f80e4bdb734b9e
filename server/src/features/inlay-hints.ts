/** What a label stands for, to be shown behind it: `Ref A` ⟨SHANGHAI 66⟩. */

import type { CableTree } from "../cable/tree.ts";
import type { Span } from "../text/span.ts";
import { entriesWithLabel } from "./labels.ts";

export interface LabelHint {
  /** Behind the label. */
  readonly offset: number;
  /** `SHANGHAI 66` */
  readonly text: string;
}

/** No hint is longer, for it stands in the middle of a sentence. */
const LONGEST = 40;

/** The hints of the labels that are mentioned in a stretch of a cable, in document order; none where a label stands for nothing. */
export function labelHints(tree: CableTree, within: Span): readonly LabelHint[] {
  const hints = new Map<number, LabelHint>();
  for (const mention of tree.mentions) {
    if (mention.span.end < within.start || mention.span.start > within.end) continue;
    for (const { value, span } of mention.labels) {
      const texts = entriesWithLabel(tree, value).map(({ text }) => text);
      const text = texts.join("; ");
      // The labels of a range all stand at one place: what the first stands for is shown, and that there are more.
      const before = hints.get(span.end);
      if (text === "") continue;
      hints.set(span.end, { offset: span.end, text: cut(before === undefined ? text : `${before.text}; ${text}`) });
    }
  }
  return [...hints.values()].sort((one, other) => one.offset - other.offset);
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST - 1)}…`;
}

/** Goes through the numbered paragraphs in the order of the text. */

import type { Paragraph } from "../../../cable/tree.ts";
import type { Span } from "../../../text/span.ts";
import type { RuleContext } from "./context.ts";

export interface NumberedStep {
  readonly number: number;
  /** The number before it in the text; null for the first. */
  readonly before: number | null;
  /** What is printed for the number. */
  readonly mark: Span;
}

export function numberedSteps({ paragraphs }: RuleContext): readonly NumberedStep[] {
  const numbered = paragraphs.flatMap(({ number, markSpan }: Paragraph) =>
    number === null || markSpan === null ? [] : [{ number, mark: markSpan }],
  );
  return numbered.map((step, index) => ({ ...step, before: numbered[index - 1]?.number ?? null }));
}

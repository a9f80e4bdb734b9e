/** Turns what the vocabulary or a cable says into the text beside a proposal. */

import type { HoverPart } from "../../hovers/hover.ts";
import { renderMarkdown, renderPlain } from "../../hovers/support/render.ts";
import type { ProposalExplanation } from "../completion.ts";

/** Safe to show, as a hover is; null where there is nothing to say. */
export function explanationOf(...parts: readonly HoverPart[]): ProposalExplanation | null {
  return parts.length === 0 ? null : { markdown: renderMarkdown(parts), plain: renderPlain(parts) };
}

/** How often a cable is cited and cites, for the line above its subject. */

import { canonicalMrn } from "../cable/mrn.ts";
import { meantBy } from "../corpus/meant-cable.ts";
import type { CableDocument, CableWorkspace } from "../corpus/workspace.ts";
import type { Span } from "../text/span.ts";

/** `cited by 12 · cites 4, 3 here` */
export interface CitationCounts {
  /** The subject, else the classification line. */
  readonly span: Span;
  readonly text: string;
}

/** The counts of a cable; null where there is nothing to count or no line to put them at. */
export function citationCounts({ tree }: CableDocument, { index }: CableWorkspace): CitationCounts | null {
  const span = tree.header.subject?.span ?? tree.header.classificationLine?.span;
  if (span === undefined) return null;
  const citing = tree.mrn === null ? 0 : index.citingCables(canonicalMrn(tree.mrn));
  const cited = [...new Set(tree.references.flatMap((entry) => meantBy(entry, tree, index)?.mrn ?? []))];
  const parts: string[] = [];
  if (citing > 0) parts.push(`cited by ${citing.toLocaleString("en-US")}`);
  if (cited.length > 0) parts.push(`cites ${cited.length}, ${cited.filter((mrn) => index.has(mrn)).length} here`);
  return parts.length === 0 ? null : { span, text: parts.join(" · ") };
}

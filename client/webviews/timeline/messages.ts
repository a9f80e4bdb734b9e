/** What the extension and the page of the timeline tell each other. */

import type { CableGroups, CableRow, TimelineAnswer } from "../../../server/src/lsp/protocol.ts";

export type { CableRow, TimelineAnswer };

/** From the extension, by kind. */
export interface TimelineMessages {
  readonly timeline: { readonly answer: TimelineAnswer };
  /** The values that filters may have. */
  readonly values: { readonly tags: CableGroups["groups"]; readonly stations: CableGroups["groups"] };
  /** The cables behind a bar. */
  readonly cables: { readonly title: string; readonly cables: readonly CableRow[]; readonly total: number };
}

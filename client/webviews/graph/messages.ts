/** What the extension and the page of the citation graph tell each other. */

import type { CableOfGraph, CitationGraphAnswer } from "../../../server/src/lsp/protocol.ts";

export type { CableOfGraph, CitationGraphAnswer };

/** From the extension, by kind. */
export interface GraphMessages {
  /** All that is to be shown, in place of what was. `grown`: the cable that it grew from since; null where the reader asked for another graph. */
  readonly graph: { readonly graph: CitationGraphAnswer; readonly grown: string | null };
  /** There is nothing to show; `text` says why. */
  readonly nothing: { readonly text: string };
}

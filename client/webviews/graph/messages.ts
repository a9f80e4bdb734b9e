/** What the extension and the page of the citation graph tell each other. */

import type { CableOfGraph, CitationGraphAnswer } from "../../../server/src/lsp/protocol.ts";

export type { CableOfGraph, CitationGraphAnswer };

/** What a page keeps, to be shown again after a reload: the cable in the middle, and those that the graph grew from. */
export interface ShownGraph {
  readonly start: { readonly mrn: string } | { readonly uri: string };
  readonly grown: readonly string[];
}

/** From the extension, by kind. */
export interface GraphMessages {
  /** All that is to be shown, in place of what was. `grown`: the cable that it grew from since; null where the reader asked for another graph. */
  readonly graph: {
    readonly graph: CitationGraphAnswer;
    readonly grown: string | null;
    readonly shown: ShownGraph;
  };
  /** There is nothing to show; `text` says why. */
  readonly nothing: { readonly text: string };
}

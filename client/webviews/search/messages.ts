/** What the extension and the page of the search tell each other. */

import type {
  SearchAnswer,
  SearchedCable,
  SearchFacet,
  SearchProgressParams,
} from "../../../server/src/lsp/protocol.ts";

export type { SearchAnswer, SearchedCable, SearchFacet, SearchProgressParams };

/** From the extension, by kind. */
export interface SearchMessages {
  /** A query that the page is to ask, as if it were typed. */
  readonly query: { readonly query: string };
  readonly progress: { readonly progress: SearchProgressParams };
  /** Null where the server has none to give. */
  readonly answer: { readonly answer: SearchAnswer | null };
  /** More cables, behind those that are shown. */
  readonly page: { readonly cables: readonly SearchedCable[] };
}

/** textDocument/documentHighlight: what says the same as the thing under the cursor. */

import { DocumentHighlightRequest } from "vscode-languageserver";
import { highlightsAt } from "../../features/highlight.ts";
import { MOST_HIGHLIGHTED } from "../../features/limits.ts";
import { place } from "../from-proto.ts";
import { documentHighlight } from "../to-proto.ts";
import type { RequestHandler } from "./served.ts";

export const documentHighlights: RequestHandler = {
  capabilities: () => ({ documentHighlightProvider: true }),
  register: (router) =>
    router.answer(DocumentHighlightRequest.type, { nothing: null }, ({ documents }, params) => {
      const at = place(documents, params);
      if (at === null) return null;
      const found = highlightsAt(at.document.tree, at.offset);
      // With no answer an editor may light up equal words instead, which is what a reader of prose wants.
      return found.length === 0
        ? null
        : found.slice(0, MOST_HIGHLIGHTED).map((occurrence) => documentHighlight(at.document.positions, occurrence));
    }),
};

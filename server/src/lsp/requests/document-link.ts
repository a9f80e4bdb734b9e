/** textDocument/documentLink: web addresses, and archives of cables that are not in the workspace. */

import { DocumentLinkRequest } from "vscode-languageserver";
import { linksOf } from "../../features/document-links.ts";
import { range } from "../to-proto.ts";
import type { RequestHandler } from "./served.ts";

export const documentLinks: RequestHandler = {
  capabilities: () => ({ documentLinkProvider: { resolveProvider: false } }),
  register: (router) =>
    router.answer(
      DocumentLinkRequest.type,
      { nothing: null },
      ({ documents, workspace, settings }, { textDocument }) => {
        const document = documents.get(textDocument.uri);
        if (document === null) return null;
        return linksOf(document, workspace, settings.archives).map(({ span, address }) => ({
          range: range(document.positions, span),
          target: address,
        }));
      },
    ),
};

/** textDocument/documentSymbol: the outline. */

import { DocumentSymbolRequest } from "vscode-languageserver";
import { firstOf, MOST_OUTLINED } from "../../features/limits.ts";
import { outlineOf } from "../../features/outline.ts";
import { documentSymbol, symbolInformation } from "../to-proto.ts";
import type { RequestHandler } from "./served.ts";

export const documentSymbols: RequestHandler = {
  capabilities: () => ({ documentSymbolProvider: { label: "Reftel" } }),
  register: (router) =>
    router.answer(DocumentSymbolRequest.type, { nothing: null }, ({ documents, flags }, { textDocument }) => {
      const document = documents.get(textDocument.uri);
      if (document === null) return null;
      const { positions, uri, tree } = document;
      const items = firstOf(outlineOf(tree), MOST_OUTLINED);
      return flags.hierarchicalSymbols
        ? items.map((item) => documentSymbol(positions, item))
        : symbolInformation(positions, uri, items);
    }),
};

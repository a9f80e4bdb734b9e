/** textDocument/inlayHint: what a label in the text stands for. */

import { InlayHintRequest } from "vscode-languageserver";
import { labelHints } from "../../features/inlay-hints.ts";
import type { RequestHandler } from "./served.ts";

export const inlayHints: RequestHandler = {
  capabilities: () => ({ inlayHintProvider: true }),
  register: (router) =>
    router.answer(InlayHintRequest.type, { nothing: null }, ({ documents, settings }, { textDocument, range }) => {
      const document = documents.get(textDocument.uri);
      if (document === null || !settings.labelHints) return null;
      const { positions, tree } = document;
      const within = { start: positions.offsetAt(range.start), end: positions.offsetAt(range.end) };
      return labelHints(tree, within).map(({ offset, text }) => ({
        position: positions.positionAt(offset),
        label: `⟨${text}⟩`,
        paddingLeft: true,
      }));
    }),
};

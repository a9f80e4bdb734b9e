/** textDocument/formatting, rangeFormatting and onTypeFormatting: white space, and the next paragraph's mark. */

import {
  DocumentFormattingRequest,
  DocumentOnTypeFormattingRequest,
  DocumentRangeFormattingRequest,
} from "vscode-languageserver";
import { fileName } from "../../corpus/file-uri.ts";
import { formatted } from "../../features/formatting.ts";
import { editsAfterEnter } from "../../features/on-type-formatting.ts";
import { place } from "../from-proto.ts";
import { textEdits } from "../to-proto.ts";
import { rewritable } from "./rewritable.ts";
import type { RequestHandler } from "./served.ts";

export const formatting: RequestHandler = {
  capabilities: () => ({
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentOnTypeFormattingProvider: { firstTriggerCharacter: "\n" },
  }),
  register: (router) => {
    router.answer(DocumentFormattingRequest.type, { nothing: null }, (session, { textDocument }) => {
      const document = rewritable(session, textDocument.uri);
      return document === null ? null : textEdits(document, formatted(document.tree, fileName(document.file)));
    });
    router.answer(DocumentRangeFormattingRequest.type, { nothing: null }, (session, { textDocument, range }) => {
      const document = rewritable(session, textDocument.uri);
      if (document === null) return null;
      const lines = { first: range.start.line, last: lastLine(range) };
      return textEdits(document, formatted(document.tree, fileName(document.file), lines));
    });
    router.answer(DocumentOnTypeFormattingRequest.type, { nothing: null }, ({ documents }, params) => {
      const at = place(documents, params);
      if (at === null || params.ch !== "\n") return null;
      return textEdits(at.document, editsAfterEnter(at.document.tree, at.offset));
    });
  },
};

/** A selection that ends at the beginning of a line takes nothing of it in. */
function lastLine({ start, end }: { start: { line: number }; end: { line: number; character: number } }): number {
  return end.character === 0 && end.line > start.line ? end.line - 1 : end.line;
}

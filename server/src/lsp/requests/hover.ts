/** textDocument/hover: what the thing under the pointer is. */

import { HoverRequest, MarkupKind } from "vscode-languageserver";
import { hoverAt } from "../../features/hover.ts";
import { place } from "../from-proto.ts";
import { range } from "../to-proto.ts";
import type { RequestHandler } from "./served.ts";

export const hover: RequestHandler = {
  capabilities: () => ({ hoverProvider: true }),
  register: (router) =>
    router.answer(
      HoverRequest.type,
      { nothing: null },
      async ({ documents, workspace, indexer, flags, settings, vocabulary }, params) => {
        const at = place(documents, params);
        if (at === null) return null;
        const found = await hoverAt(at.document, at.offset, {
          vocabulary,
          workspace,
          isIndexing: !indexer.isReady,
          archives: settings.archives,
        });
        if (found === null) return null;
        return {
          range: range(at.document.positions, found.span),
          contents: flags.markdownHover
            ? { kind: MarkupKind.Markdown, value: found.markdown }
            : { kind: MarkupKind.PlainText, value: found.plain },
        };
      },
    ),
};

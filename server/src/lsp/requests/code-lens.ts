/** textDocument/codeLens: how often a cable is cited and cites, above its subject. */

import { CodeLensRequest } from "vscode-languageserver";
import { citationCounts } from "../../features/code-lens.ts";
import { SHOW_CITATIONS } from "../protocol.ts";
import { range } from "../to-proto.ts";
import type { RequestHandler } from "./served.ts";

export const codeLenses: RequestHandler = {
  capabilities: () => ({ codeLensProvider: { resolveProvider: false } }),
  register: (router) =>
    router.answer(CodeLensRequest.type, { nothing: null }, ({ documents, workspace, flags }, { textDocument }) => {
      const document = documents.get(textDocument.uri);
      const counts = document === null ? null : citationCounts(document, workspace);
      if (document === null || counts === null) return null;
      const at = range(document.positions, counts.span);
      const command = flags.commands.has(SHOW_CITATIONS)
        ? { title: counts.text, command: SHOW_CITATIONS, arguments: [document.uri, at.start] }
        : { title: counts.text, command: "" };
      return [{ range: at, command }];
    }),
};

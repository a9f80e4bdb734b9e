/** textDocument/rename and prepareRename: another letter for a label. */

import { ErrorCodes, PrepareRenameRequest, RenameRequest, ResponseError } from "vscode-languageserver";
import { renamableAt, renameAt } from "../../features/rename.ts";
import { place } from "../from-proto.ts";
import { range } from "../to-proto.ts";
import type { RequestHandler } from "./served.ts";

export const rename: RequestHandler = {
  capabilities: (flags) => ({ renameProvider: flags.prepareRename ? { prepareProvider: true } : true }),
  register: (router) => {
    router.answer(PrepareRenameRequest.type, { nothing: null }, ({ documents }, params) => {
      const at = place(documents, params);
      const found = at === null ? null : renamableAt(at.document.tree, at.offset);
      if (at === null || found === null) return null;
      return { range: range(at.document.positions, found.span), placeholder: found.label };
    });
    router.refuse(RenameRequest.type, { nothing: null }, ({ documents }, params) => {
      const at = place(documents, params);
      const found = at === null ? null : renameAt(at.document.tree, at.offset, params.newName);
      if (at === null || found === null) return null;
      if ("refused" in found) return new ResponseError(ErrorCodes.InvalidParams, found.refused);
      const { document } = at;
      return {
        changes: {
          [document.uri]: found.map(({ span, text }) => ({ range: range(document.positions, span), newText: text })),
        },
      };
    });
  },
};

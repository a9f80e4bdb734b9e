/** reftel/callTool: what a tool for assistants answers, over the cables of the workspace and open documents. */

import { callTool as call } from "../../features/assistants/tools.ts";
import { CallToolRequest } from "../protocol.ts";
import { searchRows } from "../search-rows.ts";
import type { RequestHandler } from "./served.ts";

export const callTool: RequestHandler = {
  capabilities: () => ({}),
  register: (router) =>
    router.answer(CallToolRequest, { nothing: null }, async (session, { name, arguments: given }, token) => {
      if (typeof name !== "string") return null;
      // An assistant asks right after the window has opened: what is not indexed yet is not answered as missing.
      await session.indexed();
      return call(name, given, () => ({
        cables: {
          index: session.indexer.index,
          open: (mrn) => session.workspace.open(mrn),
          locate: (mrn) => session.workspace.locate(mrn),
          text: (file) => session.workspace.text(file),
          search: (condition, isCancelled) => searchRows(session, condition, isCancelled),
        },
        pathOf: (file) => session.documents.ofFile(file)?.uri ?? file,
        isCancelled: () => token.isCancellationRequested,
      }));
    }),
};

/** reftel/callTool: what a tool for assistants answers, over the cables of the workspace and open documents. */

import { callTool as call } from "../../features/assistants/tools.ts";
import { searchCables } from "../../host/cable-search.ts";
import { Slices } from "../../host/time-slicer.ts";
import { CallToolRequest } from "../protocol.ts";
import type { Session } from "../session.ts";
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
          search: (condition, isCancelled) => rowsOf(session, condition, isCancelled),
        },
        pathOf: (file) => session.documents.ofFile(file)?.uri ?? file,
        isCancelled: () => token.isCancellationRequested,
      }));
    }),
};

async function rowsOf(
  session: Session,
  condition: Parameters<typeof searchCables>[0],
  isCancelled: () => boolean,
): Promise<Int32Array> {
  const { rows } = await searchCables(condition, {
    index: session.indexer.index,
    files: session.files,
    bulk: session.searcher,
    slices: new Slices(session.background),
    openText: (file) => session.documents.ofFile(file)?.lines.text ?? null,
    open: Array.from(session.documents.all(), ({ file }) => file),
    isCancelled,
    found: () => {},
  });
  return rows;
}

/** textDocument/hover: what the thing under the pointer is. */

import { HoverRequest, MarkupKind } from "vscode-languageserver";
import { hoverAt } from "../../features/hover.ts";
import { noteHover } from "../../features/notes/note-hover.ts";
import { place } from "../from-proto.ts";
import { notePlace } from "../notes.ts";
import { range } from "../to-proto.ts";
import type { RequestHandler } from "./served.ts";

export const hover: RequestHandler = {
  capabilities: () => ({ hoverProvider: true }),
  register: (router) =>
    router.answer(HoverRequest.type, { nothing: null }, async (session, params) => {
      const { documents, workspace, indexer, flags, settings, vocabulary } = session;
      const surroundings = { vocabulary, workspace, isIndexing: !indexer.isReady, archives: settings.archives };
      const inNote = notePlace(session, params);
      const at = inNote ?? place(documents, params);
      if (at === null) return null;
      const found =
        inNote === null
          ? await hoverAt(at.document, at.offset, surroundings)
          : await noteHover(inNote.note, inNote.offset, surroundings);
      if (found === null) return null;
      return {
        range: range(at.document.positions, found.span),
        contents: flags.markdownHover
          ? { kind: MarkupKind.Markdown, value: found.markdown }
          : { kind: MarkupKind.PlainText, value: found.plain },
      };
    }),
};

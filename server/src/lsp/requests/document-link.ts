/** textDocument/documentLink: web addresses, and archives of cables that are not in the workspace. */

import { DocumentLinkRequest } from "vscode-languageserver";
import { linksOf } from "../../features/document-links.ts";
import { noteLinks } from "../../features/notes/note-places.ts";
import { range } from "../to-proto.ts";
import type { RequestHandler } from "./served.ts";

export const documentLinks: RequestHandler = {
  capabilities: () => ({ documentLinkProvider: { resolveProvider: false } }),
  register: (router) =>
    router.answer(
      DocumentLinkRequest.type,
      { nothing: null },
      ({ documents, notes, workspace, settings }, { textDocument }) => {
        const note = notes.get(textDocument.uri);
        const document = note ?? documents.get(textDocument.uri);
        if (document === null) return null;
        const links =
          note === null
            ? linksOf(document, workspace, settings.archives)
            : noteLinks(notes.noteOf(note), workspace, settings.archives);
        return links.map(({ span, address }) => ({
          range: range(document.positions, span),
          target: address,
        }));
      },
    ),
};

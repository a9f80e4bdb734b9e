/** textDocument/definition and textDocument/declaration: where a citation leads. */

import { DeclarationRequest, DefinitionRequest, type Location, type LocationLink } from "vscode-languageserver";
import { declarationAt } from "../../features/declaration.ts";
import { type Definition, definitionAt, type Target } from "../../features/definition.ts";
import { MOST_TARGETS } from "../../features/limits.ts";
import { noteDefinition } from "../../features/notes/note-places.ts";
import { PositionConverter } from "../../text/position-encoding.ts";
import { OpenDocument } from "../documents.ts";
import { type Place, place } from "../from-proto.ts";
import { notePlace } from "../notes.ts";
import type { Session } from "../session.ts";
import { locationLinks, locations, type Pointed, range, recordedRange } from "../to-proto.ts";
import type { RequestHandler } from "./served.ts";

export const definition: RequestHandler = {
  capabilities: () => ({ definitionProvider: true }),
  register: (router) =>
    router.answer(DefinitionRequest.type, { nothing: null }, async (session, params) => {
      const inNote = notePlace(session, params);
      if (inNote !== null) {
        const cited = await noteDefinition(inNote.note, inNote.offset, session.workspace);
        return answer(session, inNote, cited, session.flags.definitionLinks);
      }
      const at = place(session.documents, params);
      if (at === null) return null;
      const found = await definitionAt(at.document, at.offset, session.workspace);
      return answer(session, at, found, session.flags.definitionLinks);
    }),
};

export const declaration: RequestHandler = {
  capabilities: () => ({ declarationProvider: true }),
  register: (router) =>
    router.answer(DeclarationRequest.type, { nothing: null }, async (session, params) => {
      const at = place(session.documents, params);
      if (at === null) return null;
      return answer(session, at, declarationAt(at.document, at.offset), session.flags.declarationLinks);
    }),
};

async function answer(
  session: Session,
  { document }: Place,
  found: Definition | null,
  asLinks: boolean,
): Promise<LocationLink[] | Location[] | null> {
  if (found === null) return null;
  const pointed = await Promise.all(found.targets.slice(0, MOST_TARGETS).map((target) => pointAt(session, target)));
  return asLinks ? locationLinks(range(document.positions, found.origin), pointed) : locations(pointed);
}

async function pointAt({ flags, workspace }: Session, target: Target): Promise<Pointed> {
  if ("place" in target) {
    const { file, place } = target;
    const selection = await recordedRange(place, flags.positionEncoding, () => workspace.text(file));
    // Its line from the beginning on: the key that stands before a subject belongs to it.
    return { uri: file, range: { start: { line: place.line, character: 0 }, end: selection.end }, selection };
  }
  const { document, span, selectionSpan } = target;
  const isOpen = document instanceof OpenDocument;
  const positions = isOpen ? document.positions : new PositionConverter(document.tree.lines, flags.positionEncoding);
  const uri = isOpen ? document.uri : document.file;
  return { uri, range: range(positions, span), selection: range(positions, selectionSpan) };
}

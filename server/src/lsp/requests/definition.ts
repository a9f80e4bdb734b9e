/** textDocument/definition and textDocument/declaration: where a citation leads. */

import { DeclarationRequest, DefinitionRequest, type Location, type LocationLink } from "vscode-languageserver";
import { declarationAt } from "../../features/declaration.ts";
import { type Definition, definitionAt, type Target } from "../../features/definition.ts";
import { PositionConverter } from "../../text/position-encoding.ts";
import { OpenDocument } from "../documents.ts";
import { type Place, place } from "../from-proto.ts";
import type { Session } from "../session.ts";
import { locationLinks, locations, type Pointed } from "../to-proto.ts";
import type { Served } from "./served.ts";

export const definition: Served = {
  capabilities: () => ({ definitionProvider: true }),
  register: (router) =>
    router.answer(DefinitionRequest.type, { nothing: null }, async (session, params) => {
      const at = place(session.documents, params);
      if (at === null) return null;
      const found = await definitionAt(at.document, at.offset, session.workspace);
      return answer(session, at, found, session.flags.definitionLinks);
    }),
};

export const declaration: Served = {
  capabilities: () => ({ declarationProvider: true }),
  register: (router) =>
    router.answer(DeclarationRequest.type, { nothing: null }, (session, params) => {
      const at = place(session.documents, params);
      if (at === null) return null;
      return answer(session, at, declarationAt(at.document, at.offset), session.flags.declarationLinks);
    }),
};

function answer(
  session: Session,
  { document }: Place,
  found: Definition | null,
  asLinks: boolean,
): LocationLink[] | Location[] | null {
  if (found === null) return null;
  const pointed = pointInto(session);
  return asLinks ? locationLinks(found, document.positions, pointed) : locations(found, pointed);
}

/** The positions of each target's document, made once for each. */
function pointInto({ flags }: Session): (target: Target) => Pointed {
  const made = new Map<Target["document"], Pointed>();
  return ({ document }) => {
    if (document instanceof OpenDocument) return document;
    let pointed = made.get(document);
    if (pointed === undefined) {
      pointed = { uri: document.file, positions: new PositionConverter(document.tree.lines, flags.positionEncoding) };
      made.set(document, pointed);
    }
    return pointed;
  };
}

/** workspace/symbol: cables by number, station, or words of their subjects. */

import { type SymbolInformation, SymbolKind, WorkspaceSymbolRequest } from "vscode-languageserver";
import type { CableHit } from "../../corpus/cable-index.ts";
import type { Session } from "../session.ts";
import { knownRange } from "../to-proto.ts";
import type { Served } from "./served.ts";

/** VS Code sends the first word only and filters by the others itself: a station must bring all that it may have to choose from. */
const MOST_OF_A_WORD = 5000;
/** Who types more says what is wanted. */
const MOST_OF_SEVERAL = 500;

export const workspaceSymbols: Served = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  register: (router) =>
    router.answer(WorkspaceSymbolRequest.type, { nothing: null }, (session, { query }) => {
      const limit = /\S\s+\S/.test(query) ? MOST_OF_SEVERAL : MOST_OF_A_WORD;
      return session.workspace.index.search(query, limit).map((hit) => symbol(session, hit));
    }),
};

function symbol({ documents, flags }: Session, hit: CableHit): SymbolInformation {
  const { file, mrn, station, serial, subject, place } = hit;
  return {
    name: mrn ?? subject ?? file.slice(file.lastIndexOf("/") + 1),
    kind: SymbolKind.File,
    containerName: [station, serial, subject].filter((part) => part !== null).join(" "),
    location: {
      uri: documents.ofFile(file)?.uri ?? file,
      range: knownRange(place, flags.positionEncoding, subject ?? ""),
    },
  };
}

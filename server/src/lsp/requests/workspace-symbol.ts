/** workspace/symbol: cables by number, station, or words of their subjects. */

import { type SymbolInformation, SymbolKind, WorkspaceSymbolRequest } from "vscode-languageserver";
import type { CableHit } from "../../corpus/cable-index.ts";
import { findStation } from "../../vocabulary/stations.ts";
import type { Session } from "../session.ts";
import { knownRange } from "../to-proto.ts";
import type { Served } from "./served.ts";

/** VS Code sends the first word only and filters by the others itself: a station must bring all that it may have to choose from. */
const MOST_OF_A_WORD = 5000;
/** Who types more says what is wanted; who has typed a letter or two types on. */
const MOST_OF_OTHERS = 500;
/** A query of fewer characters is the beginning of one, unless it is a station's, as `HK`. */
const SHORTEST_WORD = 3;

export const workspaceSymbols: Served = {
  capabilities: () => ({ workspaceSymbolProvider: true }),
  register: (router) =>
    router.answer(WorkspaceSymbolRequest.type, { nothing: null }, (session, { query }) => {
      const typed = query.trim();
      const isLong = typed.length >= SHORTEST_WORD || findStation(typed.toUpperCase()) !== undefined;
      const isWord = isLong && !/\s/.test(typed);
      const limit = isWord ? MOST_OF_A_WORD : MOST_OF_OTHERS;
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

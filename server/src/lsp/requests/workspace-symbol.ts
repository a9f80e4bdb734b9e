/** workspace/symbol and workspaceSymbol/resolve: cables by number, station, or words of their subjects. */

import {
  type Range,
  SymbolKind,
  type WorkspaceSymbol,
  WorkspaceSymbolRequest,
  WorkspaceSymbolResolveRequest,
} from "vscode-languageserver";
import { fileUri } from "../../corpus/file-uri.ts";
import type { RecordedPlace } from "../../corpus/index-record.ts";
import { findStation } from "../../vocabulary/stations.ts";
import type { Session } from "../session.ts";
import { symbolJson } from "../symbol-json.ts";
import { knownRange } from "../to-proto.ts";
import type { RequestHandler } from "./served.ts";

/** VS Code sends the first word only and filters by the others itself: a station must bring all that it may have to choose from. */
const MOST_OF_A_WORD = 5000;
/** Who types more says what is wanted; who has typed a letter or two types on. */
const MOST_OF_OTHERS = 500;
/** A query of fewer characters is the beginning of one, unless it is a station's, as `HK`. */
const SHORTEST_WORD = 3;

export const workspaceSymbols: RequestHandler = {
  capabilities: (flags) => ({ workspaceSymbolProvider: flags.resolvesSymbolRanges ? { resolveProvider: true } : true }),
  register: (router) => {
    router.write(WorkspaceSymbolRequest.type, { nothing: null }, async (session, { query }, token) => {
      await session.indexer.readyToSearch(session.turns);
      // Meanwhile more was typed.
      if (token.isCancellationRequested) return null;
      const typed = query.trim();
      const isLong = typed.length >= SHORTEST_WORD || findStation(typed.toUpperCase()) !== undefined;
      const isWord = isLong && !/\s/.test(typed);
      const { index } = session.workspace;
      const rows = index.searchRows(query, isWord ? MOST_OF_A_WORD : MOST_OF_OTHERS);
      // Of thousands one is chosen: the ranges of the others would be a third of the answer.
      const ranges = session.flags.resolvesSymbolRanges ? null : session.flags.positionEncoding;
      return symbolJson(index.columns(), rows, { ranges, uris: ownSpellings(session) });
    });
    const nothing: WorkspaceSymbol = { name: "", kind: SymbolKind.File, location: { uri: "" } };
    router.answer(WorkspaceSymbolResolveRequest.type, { nothing }, (session, chosen) => {
      const uri = chosen.location?.uri;
      if (typeof uri !== "string") return chosen;
      const summary = session.workspace.index.summaryOf(fileUri(uri));
      // The file has gone since: what is left of it to show begins at its beginning.
      const range = summary === null ? BEGINNING : rangeOf(session, summary.place, summary.subject);
      return { ...chosen, location: { uri, range } };
    });
  },
};

const BEGINNING: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

/** The URIs of open documents that the client spells otherwise than the index does, by their rows. */
function ownSpellings({ documents, workspace }: Session): ReadonlyMap<number, string> {
  const own = [...documents.all()].filter(({ uri, file }) => uri !== file);
  return new Map(own.map(({ uri, file }) => [workspace.index.rowOf(file), uri]));
}

function rangeOf({ flags }: Session, place: RecordedPlace, subject: string | null): Range {
  return knownRange(place, flags.positionEncoding, subject ?? "");
}

/** workspace/symbol and workspaceSymbol/resolve: cables by number, station, or words of their subjects. */

import {
  type Range,
  SymbolKind,
  type WorkspaceSymbol,
  WorkspaceSymbolRequest,
  WorkspaceSymbolResolveRequest,
} from "vscode-languageserver";
import type { CableHit } from "../../corpus/cable-index.ts";
import { fileUri } from "../../corpus/file-uri.ts";
import type { RecordedPlace } from "../../corpus/index-record.ts";
import { findStation } from "../../vocabulary/stations.ts";
import type { Session } from "../session.ts";
import { knownRange } from "../to-proto.ts";
import type { RequestHandler } from "./served.ts";

/** VS Code sends the first word only and filters by the others itself: a station brings as many as can be sent while somebody types. */
const MOST_OF_A_WORD = 1000;
/** Who types more says what is wanted; who has typed a letter or two types on. */
const MOST_OF_OTHERS = 500;
/** A query of fewer characters is the beginning of one, unless it is a station's, as `HK`. */
const SHORTEST_WORD = 3;

export const workspaceSymbols: RequestHandler = {
  capabilities: (flags) => ({ workspaceSymbolProvider: flags.resolvesSymbolRanges ? { resolveProvider: true } : true }),
  register: (router) => {
    router.answer(WorkspaceSymbolRequest.type, { nothing: null }, async (session, { query }, token) => {
      await session.indexer.readyToSearch(session.turns);
      // Meanwhile more was typed.
      if (token.isCancellationRequested) return null;
      const typed = query.trim();
      const isLong = typed.length >= SHORTEST_WORD || findStation(typed.toUpperCase()) !== undefined;
      const isWord = isLong && !/\s/.test(typed);
      const { index } = session.workspace;
      return index.search(query, isWord ? MOST_OF_A_WORD : MOST_OF_OTHERS).map((hit) => symbolOf(session, hit));
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

/**
 * Named by the MRN, or what else there is to tell the cable by. The container's name has station, serial and subject: by these the editor
 * chooses among them when more is typed.
 */
function symbolOf(session: Session, { file, mrn, station, serial, subject, place }: CableHit): WorkspaceSymbol {
  const uri = session.documents.ofFile(file)?.uri ?? file;
  return {
    name: mrn ?? subject ?? file.slice(file.lastIndexOf("/") + 1),
    kind: SymbolKind.File,
    containerName: [station, serial, subject].filter((part) => part !== null).join(" "),
    // Of a thousand one is chosen: the ranges of the others would be a third of the answer.
    location: session.flags.resolvesSymbolRanges ? { uri } : { uri, range: rangeOf(session, place, subject) },
  };
}

function rangeOf({ flags }: Session, place: RecordedPlace, subject: string | null): Range {
  return knownRange(place, flags.positionEncoding, subject ?? "");
}

/** reftel/missingReferences and reftel/stationSeries: what cables of the workspace cite that is not there, and which of a station are. */

import type { CableIndex } from "../../corpus/cable-index.ts";
import {
  type MissingCable,
  type MissingCables,
  mostCitedFirst,
  scanMissing,
} from "../../corpus/facets/missing-cables.ts";
import type { FileUri } from "../../corpus/file-uri.ts";
import { fileName, fileUri } from "../../corpus/file-uri.ts";
import { type IndexRecord, summaryOf } from "../../corpus/index-record.ts";
import { citingOf } from "../../corpus/meant-cable.ts";
import { MissingCollector } from "../../features/missing/collector.ts";
import { missingCsv, missingMarkdown, missingRequests } from "../../features/missing/write-missing.ts";
import { Slices } from "../../host/time-slicer.ts";
import { type CablePlace, MissingReferencesRequest, StationSeriesRequest } from "../protocol.ts";
import type { Session } from "../session.ts";
import type { RequestHandler } from "./served.ts";

/** More than this nobody asks an archive for. */
const MOST_MISSING = 5000;

export const missingReferences: RequestHandler = {
  capabilities: () => ({}),
  register: (router) =>
    router.answer(MissingReferencesRequest, { nothing: null, withoutParams: {} }, async (session, { uris, only }) => {
      const asked = Array.isArray(uris) ? uris.filter((uri) => typeof uri === "string") : [];
      const found = await missingIn(session, asked);
      const { cables, total } = Array.isArray(only) ? onlyOf(found, new Set(only)) : found;
      return {
        cables: cables.map((cable) => ({ ...cable, at: firstCitation(session, cable) })),
        total,
        indexing: !session.indexer.isReady,
        markdown: missingMarkdown(cables, total),
        csv: missingCsv(cables),
        request: missingRequests(cables),
      };
    }),
};

function onlyOf({ cables }: MissingCables, wanted: ReadonlySet<unknown>): MissingCables {
  const kept = cables.filter(({ mrn }) => wanted.has(mrn));
  return { cables: kept, total: kept.length };
}

/** Where the newest cable that cites it does so. */
function firstCitation({ workspace }: Session, { mrn }: MissingCable): CablePlace | null {
  const [citation] = workspace.index.citationsOf(mrn, 1).citations;
  if (citation === undefined) return null;
  const { line, character } = citation.place;
  return { uri: citation.file, position: { line, character } };
}

export const stationSeries: RequestHandler = {
  capabilities: () => ({}),
  register: (router) =>
    router.answer(StationSeriesRequest, { nothing: null }, (session, { station, year }) =>
      typeof station === "string" && typeof year === "number" ? session.workspace.index.serialsOf(station, year) : null,
    ),
};

async function missingIn(session: Session, uris: readonly string[]): Promise<MissingCables> {
  const { index } = session.workspace;
  const collector = new MissingCollector();
  const folders: FileUri[] = [];
  for (const uri of uris) {
    const file = fileUri(uri);
    const document = session.documents.ofFile(file);
    const summary = document === null ? index.summaryOf(file) : summaryOf(document.tree);
    if (summary === null) folders.push(file);
    else collector.add(asMeant(summary, index), fileName(file));
  }
  if (uris.length > 0 && folders.length === 0) {
    const cables = collector.missing(index);
    return { cables: cables.slice(0, MOST_MISSING), total: cables.length };
  }
  const work = scanMissing(index.columns(), uris.length === 0 ? null : folders, MOST_MISSING, (mrn) => index.has(mrn));
  const found = await new Slices(session.turns).through(work);
  return withThoseOf(collector.missing(index), found);
}

/** A summary whose citations are those that are meant. */
function asMeant(summary: IndexRecord, index: CableIndex): IndexRecord {
  const citing = citingOf(summary);
  return {
    ...summary,
    citations: summary.citations.map((cited) => ({ ...cited, mrn: index.meant(cited, citing).mrn })),
  };
}

/** Adds what files cite that were chosen beside folders; what both cite is counted with the folders. */
function withThoseOf(cited: readonly MissingCable[], { cables, total }: MissingCables): MissingCables {
  const known = new Set(cables.map(({ mrn }) => mrn));
  const more = cited.filter(({ mrn }) => !known.has(mrn));
  if (more.length === 0) return { cables, total };
  return { cables: [...cables, ...more].sort(mostCitedFirst).slice(0, MOST_MISSING), total: total + more.length };
}

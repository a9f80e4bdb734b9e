/** reftel/citationGraph: what a cable cites, what cites it, and so on for some steps. */

import type { CanonicalMrn } from "../../cable/mrn.ts";
import { fullYear } from "../../cable/mrn.ts";
import { fileUri } from "../../corpus/file-uri.ts";
import { citationGraph as graphOf, MOST_IN_GRAPH } from "../../features/citation-graph.ts";
import { CitationGraphRequest } from "../protocol.ts";
import { cablePlace, instant } from "../to-proto.ts";
import type { RequestHandler } from "./served.ts";

const STEPS = 2;

export const citationGraph: RequestHandler = {
  capabilities: () => ({}),
  register: (router) =>
    router.answer(CitationGraphRequest, { nothing: null }, (session, { mrn, uri, steps, limit, also }) => {
      const start = typeof mrn === "string" ? (mrn as CanonicalMrn) : typeof uri === "string" ? fileUri(uri) : null;
      if (start === null) return null;
      const bounds = { steps: whole(steps) ?? STEPS, limit: whole(limit) ?? MOST_IN_GRAPH, also: texts(also) };
      const graph = graphOf(start, bounds, session.workspace.index);
      if (graph === null) return null;
      return {
        ...graph,
        indexing: !session.indexer.isReady,
        cables: graph.cables.map(({ at, year, sent, ...cable }) => ({
          ...cable,
          year: year === null ? null : fullYear(year),
          sent: instant(sent),
          at: at === null ? null : cablePlace(session, at.file, at.place, cable.subject ?? ""),
        })),
      };
    }),
};

function whole(value: unknown): number | null {
  return Number.isInteger(value) ? Number(value) : null;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value)
    ? value.filter((one): one is string => typeof one === "string").slice(0, MOST_IN_GRAPH)
    : [];
}

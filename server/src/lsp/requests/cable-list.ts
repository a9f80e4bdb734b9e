/** reftel/cableGroups and reftel/cableList: all cables of the workspace by group, and the list of those in one. */

import type { CableFilter } from "../../corpus/cable-filter.ts";
import type { Facet, FacetValue } from "../../corpus/facets/cable-rows.ts";
import { type Condition, compileQuery } from "../../corpus/query/compile-query.ts";
import { cableGroups as groupsOf, type ListedCable, cableList as listOf } from "../../features/cable-list.ts";
import { CableGroupsRequest, CableListRequest, type CableRow, type SentFilter } from "../protocol.ts";
import type { Session } from "../session.ts";
import { cablePlace, instant } from "../to-proto.ts";
import type { RequestHandler } from "./served.ts";

const FACETS: readonly Facet[] = ["station", "numberYear", "tag", "year", "month", "classification"];

/** A page of a list where the client does not say how long it wants it. */
const PAGE = 200;

export const cableGroups: RequestHandler = {
  capabilities: () => ({}),
  register: (router) =>
    router.answer(CableGroupsRequest, { nothing: null }, (session, { filter, by }) => {
      const { workspace, vocabulary } = session;
      return FACETS.includes(by) ? groupsOf(readFilter(filter, session), by, workspace.index, vocabulary) : null;
    }),
};

export const cableList: RequestHandler = {
  capabilities: () => ({}),
  register: (router) =>
    router.answer(CableListRequest, { nothing: null, withoutParams: {} }, (session, { filter, from, limit }) => {
      const page = { from: whole(from) ?? 0, limit: whole(limit) ?? PAGE };
      const { cables, total } = listOf(readFilter(filter, session), page, session.workspace.index);
      return { cables: cables.map((cable) => cableRow(session, cable)), total };
    }),
};

/** Fits no cable. */
const NOTHING: Condition = { kind: "not", part: { kind: "everything" } };

/** What a query in a filter asks; nothing fits one that is wrong. */
function conditionOf(query: unknown, session: Session): Condition | undefined {
  if (typeof query !== "string" || query.trim() === "") return undefined;
  const { condition, problems } = compileQuery(query, session.queryEnvironment);
  return problems.length > 0 ? NOTHING : condition;
}

/** A filter as a client sent it: what is of a wrong kind is passed over. */
export function readFilter(sent: SentFilter | undefined, session: Session): CableFilter {
  const facets: { [Name in Facet]?: readonly FacetValue[] } = {};
  for (const facet of FACETS) {
    const values: unknown = sent?.facets?.[facet];
    if (Array.isArray(values)) facets[facet] = values.filter(isValue);
  }
  const words: unknown = sent?.words;
  const condition = conditionOf(sent?.query, session);
  return {
    facets,
    from: whole(sent?.from),
    to: whole(sent?.to),
    words: typeof words === "string" ? words : "",
    ...(condition === undefined ? {} : { condition }),
  };
}

function isValue(value: unknown): value is FacetValue {
  return value === null || typeof value === "string" || typeof value === "number";
}

function whole(value: unknown): number | null {
  return Number.isInteger(value) ? Number(value) : null;
}

export function cableRow(session: Session, cable: ListedCable): CableRow {
  const { mrn, station, subject, classification, sent, file, place, files } = cable;
  return {
    mrn,
    station,
    subject,
    classification,
    sent: instant(sent),
    ...cablePlace(session, file, place, subject ?? ""),
    files: files.length > 1 ? files.map((one) => session.documents.ofFile(one)?.uri ?? one) : [],
  };
}

/** The cables behind a saved search and of a dossier, as the index has them now. */

import { l10n } from "vscode";
import {
  CableListRequest,
  type CableRow,
  SearchRequest,
  StopSearchNotification,
} from "../../../../server/src/lsp/protocol.ts";
import type { ClientHost } from "../../client-part.ts";
import type { Dossier, SavedSearch } from "./saved-file.ts";

/** So many cables of a saved search are listed; the panel shows the others. */
const MOST_LISTED = 200;

/** Numbers that one query asks for: it is not longer than queries may be. */
const AT_ONCE = 40;

/** Far from the keys of panels, which count from 1. */
let lastKey = 1_000_000;

export interface FoundBySearch {
  readonly cables: readonly CableRow[];
  /** How many more there are. */
  readonly left: number;
  /** What is wrong with the query; null for one that could be asked. */
  readonly problem: string | null;
}

export async function cablesOfSearch(host: ClientHost, { query }: SavedSearch): Promise<FoundBySearch> {
  const client = await host.client();
  const key = ++lastKey;
  const answer = await client.sendRequest(SearchRequest, { query, key, limit: MOST_LISTED });
  await client.sendNotification(StopSearchNotification, { key });
  if (answer === null) return { cables: [], left: 0, problem: l10n.t("It could not be asked.") };
  const [problem] = answer.problems;
  return {
    cables: answer.cables,
    left: answer.total - answer.cables.length,
    problem: problem === undefined ? null : l10n.t("At character {0}: {1}", problem.start + 1, problem.message),
  };
}

/** In the dossier's own order; a number for each that the workspace does not have. */
export async function cablesOfDossier(host: ClientHost, { cables }: Dossier): Promise<readonly (CableRow | string)[]> {
  const client = await host.client();
  const byNumber = new Map<string, CableRow>();
  for (let at = 0; at < cables.length; at += AT_ONCE) {
    const numbers = cables.slice(at, at + AT_ONCE).map((mrn) => `"${mrn.replaceAll('"', "")}"`);
    const answer = await client.sendRequest(CableListRequest, {
      filter: { query: `mrn:${numbers.join(",")}` },
      limit: AT_ONCE,
    });
    for (const row of answer?.cables ?? []) if (row.mrn !== null) byNumber.set(row.mrn, row);
  }
  return cables.map((mrn) => byNumber.get(mrn) ?? mrn);
}

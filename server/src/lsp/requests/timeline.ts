/** reftel/timeline: how many cables were sent each month. */

import { type TimelineFacet, timeline as timelineOf } from "../../features/timeline.ts";
import { TimelineRequest } from "../protocol.ts";
import { readFilter } from "./cable-list.ts";
import type { RequestHandler } from "./served.ts";

const FACETS: readonly TimelineFacet[] = ["station", "tag", "classification"];

export const timeline: RequestHandler = {
  capabilities: () => ({}),
  register: (router) =>
    router.answer(TimelineRequest, { nothing: null, withoutParams: {} }, (session, { filter, by }) => {
      const facet = FACETS.find((one) => one === by) ?? null;
      const { workspace, vocabulary, indexer } = session;
      return {
        ...timelineOf(readFilter(filter, session), facet, workspace.index, vocabulary),
        indexing: !indexer.isReady,
      };
    }),
};

/** The list of all that the extension brings beside its language client. */

import type { ClientPart } from "../client-part.ts";
import { assistants } from "./assistants.ts";
import { checkTask } from "./check-task.ts";
import { citationGraph } from "./citation-graph.ts";
import { cleanUp } from "./clean-up.ts";
import { compareCopiesCommand } from "./compare-copies.ts";
import { copyCitation } from "./copy-citation.ts";
import { exceptions } from "./exceptions.ts";
import { explorer } from "./explorer/explorer.ts";
import { gettingStarted } from "./getting-started.ts";
import { goToCable } from "./go-to-cable.ts";
import { hasCables } from "./has-cables.ts";
import { importCables } from "./import-cables.ts";
import { indexStatus } from "./index-status.ts";
import { missingReferences } from "./missing/missing.ts";
import { newCable } from "./new-cable.ts";
import { notes } from "./notes/notes.ts";
import { preview } from "./preview/preview.ts";
import { search } from "./search/search.ts";
import { takeAway } from "./take-away.ts";
import { timeline } from "./timeline.ts";

export const ALL_PARTS: readonly ClientPart[] = [
  assistants,
  checkTask,
  citationGraph,
  cleanUp,
  compareCopiesCommand,
  copyCitation,
  exceptions,
  explorer,
  gettingStarted,
  goToCable,
  hasCables,
  importCables,
  indexStatus,
  missingReferences,
  newCable,
  notes,
  preview,
  search,
  takeAway,
  timeline,
];

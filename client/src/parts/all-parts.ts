/** The list of all that the extension brings beside its language client. */

import type { ClientPart } from "../client-part.ts";
import { citationGraph } from "./citation-graph.ts";
import { exceptions } from "./exceptions.ts";
import { explorer } from "./explorer/explorer.ts";
import { goToCable } from "./go-to-cable.ts";
import { preview } from "./preview/preview.ts";

export const ALL_PARTS: readonly ClientPart[] = [citationGraph, exceptions, explorer, goToCable, preview];

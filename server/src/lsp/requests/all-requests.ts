/** The list of all that the server answers. */

import { cableGroups, cableList } from "./cable-list.ts";
import { callHierarchy } from "./call-hierarchy.ts";
import { callTool } from "./call-tool.ts";
import { citation } from "./citation.ts";
import { citationGraph } from "./citation-graph.ts";
import { codeActions } from "./code-action.ts";
import { codeLenses } from "./code-lens.ts";
import { colouredSource } from "./coloured-source.ts";
import { completion } from "./completion.ts";
import { compareCopies, copiesOf, quotePassage } from "./copies.ts";
import { declaration, definition } from "./definition.ts";
import { diagnostics } from "./diagnostic.ts";
import { documentHighlights } from "./document-highlight.ts";
import { documentLinks } from "./document-link.ts";
import { documentSymbols } from "./document-symbol.ts";
import { exportCollection } from "./export-collection.ts";
import { foldingRanges } from "./folding-range.ts";
import { formatting } from "./formatting.ts";
import { hover } from "./hover.ts";
import { importRequest } from "./import.ts";
import { indexStatus } from "./index-status.ts";
import { inlayHints } from "./inlay-hint.ts";
import { missingReferences, stationSeries } from "./missing-references.ts";
import { newCables } from "./new-cables.ts";
import { checkQuotations } from "./note-findings.ts";
import { openCable } from "./open-cable.ts";
import { preview } from "./preview.ts";
import { references } from "./references.ts";
import { rename } from "./rename.ts";
import { checkQuery, search, searchPage } from "./search.ts";
import { selectionRanges } from "./selection-range.ts";
import { semanticTokens } from "./semantic-tokens.ts";
import type { RequestHandler } from "./served.ts";
import { timeline } from "./timeline.ts";
import { workspaceSymbols } from "./workspace-symbol.ts";

export const ALL_REQUESTS: readonly RequestHandler[] = [
  checkQuotations,
  compareCopies,
  copiesOf,
  quotePassage,
  cableGroups,
  cableList,
  callHierarchy,
  callTool,
  citationGraph,
  citation,
  codeActions,
  codeLenses,
  colouredSource,
  completion,
  declaration,
  definition,
  diagnostics,
  documentHighlights,
  documentLinks,
  documentSymbols,
  exportCollection,
  foldingRanges,
  formatting,
  hover,
  importRequest,
  indexStatus,
  inlayHints,
  missingReferences,
  stationSeries,
  newCables,
  openCable,
  preview,
  references,
  rename,
  checkQuery,
  search,
  searchPage,
  selectionRanges,
  semanticTokens,
  timeline,
  workspaceSymbols,
];

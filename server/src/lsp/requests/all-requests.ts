/** The list of all that the server answers. */

import { codeActions } from "./code-action.ts";
import { declaration, definition } from "./definition.ts";
import { diagnostics } from "./diagnostic.ts";
import { documentHighlights } from "./document-highlight.ts";
import { documentSymbols } from "./document-symbol.ts";
import { foldingRanges } from "./folding-range.ts";
import { hover } from "./hover.ts";
import { indexStatus } from "./index-status.ts";
import { references } from "./references.ts";
import type { Served } from "./served.ts";

export const ALL_REQUESTS: readonly Served[] = [
  codeActions,
  declaration,
  definition,
  diagnostics,
  documentHighlights,
  documentSymbols,
  foldingRanges,
  hover,
  indexStatus,
  references,
];

/** textDocument/foldingRange: what can be folded away. */

import { FoldingRangeRequest } from "vscode-languageserver";
import { type Fold, foldsOf } from "../../features/folding.ts";
import { MOST_FOLDED } from "../../features/limits.ts";
import { foldingRange } from "../to-proto.ts";
import type { RequestHandler } from "./served.ts";

export const foldingRanges: RequestHandler = {
  capabilities: () => ({ foldingRangeProvider: true }),
  register: (router) =>
    router.answer(FoldingRangeRequest.type, { nothing: null }, ({ documents, flags }, { textDocument }) => {
      const document = documents.get(textDocument.uri);
      return document === null
        ? null
        : atMost(Math.min(flags.mostFolds, MOST_FOLDED), foldsOf(document.tree)).map(foldingRange);
    }),
};

/** No more folds than the client takes; single paragraphs are the first to go. */
function atMost(most: number, folds: readonly Fold[]): readonly Fold[] {
  if (folds.length <= most) return folds;
  return folds.filter(({ kind }) => kind !== "paragraph").slice(0, most);
}

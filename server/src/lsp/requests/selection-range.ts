/** textDocument/selectionRange: word, sentence, paragraph, section, body, all. */

import { type SelectionRange, SelectionRangeRequest } from "vscode-languageserver";
import { selectionSteps } from "../../features/selection-ranges.ts";
import { range } from "../to-proto.ts";
import type { RequestHandler } from "./served.ts";

export const selectionRanges: RequestHandler = {
  capabilities: () => ({ selectionRangeProvider: true }),
  register: (router) =>
    router.answer(SelectionRangeRequest.type, { nothing: null }, ({ documents }, { textDocument, positions }) => {
      const document = documents.get(textDocument.uri);
      if (document === null) return null;
      const { tree, lines } = document;
      return positions.map((position) => {
        const offset = document.positions.offsetAt(position);
        const isRead = offset <= tree.lines.text.length;
        const steps = isRead ? selectionSteps(tree, offset) : [{ start: 0, end: lines.text.length }];
        // From the largest to the smallest, each with the next larger one as its parent. There is one at least.
        return steps.reduceRight<SelectionRange>(
          (parent, step, index) =>
            index === steps.length - 1
              ? { range: range(document.positions, step) }
              : { range: range(document.positions, step), parent },
          { range: { start: position, end: position } },
        );
      });
    }),
};

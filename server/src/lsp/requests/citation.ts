/** reftel/citation: how an open cable is cited, in every style. */

import { citationsOf } from "../../features/citing/cite.ts";
import { CitationRequest } from "../protocol.ts";
import type { RequestHandler } from "./served.ts";

export const citation: RequestHandler = {
  capabilities: () => ({}),
  register: (router) =>
    router.answer(CitationRequest, { nothing: null }, ({ documents }, { textDocument, range, accessed }) => {
      const document = documents.get(textDocument.uri);
      if (document === null) return null;
      const { positions } = document;
      const selection =
        range === undefined ? null : { start: positions.offsetAt(range.start), end: positions.offsetAt(range.end) };
      return citationsOf(document.tree, { selection, accessed: typeof accessed === "string" ? accessed : "" });
    }),
};

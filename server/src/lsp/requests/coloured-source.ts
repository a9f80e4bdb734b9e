/** reftel/colouredSource: the text of a fenced block with colours. */

import { parseCable } from "../../cable/parse.ts";
import { colouredSource as coloured } from "../../features/rendering/coloured-source.ts";
import { ColouredSourceRequest } from "../protocol.ts";
import type { RequestHandler } from "./served.ts";

export const colouredSource: RequestHandler = {
  capabilities: () => ({}),
  register: (router) =>
    router.answer(ColouredSourceRequest, { nothing: null }, (_, { text }) => {
      if (typeof text !== "string") return null;
      return { html: coloured(parseCable(text)) };
    }),
};

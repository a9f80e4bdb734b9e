/** reftel/indexStatus: how far the index is. */

import { IndexStatusRequest } from "../protocol.ts";
import type { RequestHandler } from "./served.ts";

export const indexStatus: RequestHandler = {
  capabilities: () => ({}),
  register: (router) =>
    router.answer(IndexStatusRequest, { nothing: null, withoutParams: {} }, async (session, params) => {
      if (params.wait === true) await session.indexed();
      return session.indexer.status;
    }),
};

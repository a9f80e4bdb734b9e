/** reftel/newCables: whole cables to begin with. */

import { parseCable } from "../../cable/parse.ts";
import { newCables as newCablesOf } from "../../features/completions/cable.ts";
import { now } from "../clock.ts";
import { NewCablesRequest } from "../protocol.ts";
import type { RequestHandler } from "./served.ts";

export const newCables: RequestHandler = {
  capabilities: () => ({}),
  register: (router) =>
    router.answer(NewCablesRequest, { nothing: null, withoutParams: {} }, (session) =>
      newCablesOf({ tree: parseCable(""), vocabulary: session.vocabulary, now: now() }, session.workspace.index),
    ),
};

/** Asks the index what the cables cite that a query names, so that the text of a cable can be held against it. */

import type { CanonicalMrn } from "../../cable/mrn.ts";
import type { CableIndex } from "../cable-index.ts";
import type { Condition } from "./condition.ts";

/** The condition with what is cited by the cables that it names. */
export function withCited(condition: Condition, index: CableIndex): Condition {
  switch (condition.kind) {
    case "all":
    case "any":
      return { kind: condition.kind, parts: condition.parts.map((part) => withCited(part, index)) };
    case "not":
      return { kind: "not", part: withCited(condition.part, index) };
    case "citedby": {
      const files = condition.mrns.flatMap((mrn) => index.filesOf(mrn as CanonicalMrn));
      const cited = files.flatMap((file) => index.summaryOf(file)?.citations ?? []).map(({ mrn }) => mrn);
      return { ...condition, cited: [...new Set(cited)] };
    }
    default:
      return condition;
  }
}

/** Finds an FM line that names another station than the cable's number. */

import type { StationKind } from "../../vocabulary/rows.ts";
import { EVERY_FORM, type Rule } from "./rule.ts";

/** Missions and offices stand in the cities of embassies, and some number their cables by the city. */
function groupOf(kind: StationKind): string {
  return kind === "embassy" || kind === "consulate" || kind === "1973-79" ? "post" : kind;
}

export const fromDoesNotFitStation: Rule = {
  code: "from-does-not-fit-station",
  area: "header",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "warning",
  publishedSeverity: "hint",
  title: "The station of the cable's number is that of the FM line.",
  why: "The number is the sender's own. A template that was used at another post leaves its name in one of the two places.",
  source: "5 FAH-2 H-320; published cables",
  check({ tree: { header }, vocabulary }) {
    const printed = header.classificationLine?.station ?? null;
    if (printed === null || header.from === null) return [];
    const from = vocabulary.stations.find(header.from.value);
    const own = vocabulary.stations.find(printed.value);
    if (from === undefined || own === undefined || from.id === own.id || groupOf(from.kind) !== groupOf(own.kind))
      return [];
    return [
      {
        span: header.from.span,
        message: `The sender is ${header.from.value}, but the number is one of ${own.name}.`,
      },
    ];
  },
};

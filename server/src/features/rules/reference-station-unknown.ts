/** Finds references of drafts to stations that no list has. */

import { type Finding, type Rule, STATE_FORMS } from "./rule.ts";
import { choice, replace } from "./support/fix.ts";

const STATION = /^(?:(?:19|20)?\d{2} ?)?([A-Z][A-Z .'-]{2,30}?) ?0*\d{1,8}\b/i;

export const referenceStationUnknown: Rule = {
  code: "reference-station-unknown",
  area: "references",
  forms: STATE_FORMS,
  draftsOnly: true,
  severity: "info",
  title: "The station of a reference is one that sends cables.",
  why: "A reference is found by station and number; `TALLIN 99070` leads nowhere.",
  source: "List of stations; references mined from 1,296 cables",
  check({ tree: { references }, vocabulary: { stations }, printed }) {
    return references.flatMap(({ kind, span }): readonly Finding[] => {
      const match = STATION.exec(printed(span));
      const name = match?.[1];
      if (kind !== "cable" || match === null || name === undefined) return [];
      if (stations.match(name) !== undefined) return [];
      const start = span.start + match[0].indexOf(name);
      const place = { start, end: start + name.length };
      const near = stations.guess(name)?.name;
      return [
        {
          span: place,
          message: `No station is known as ${name}.${near === undefined ? "" : ` Is ${near} meant?`}`,
          fixes: near === undefined ? [] : [choice(`Write ${near}`, replace(place, near))],
        },
      ];
    });
  },
};

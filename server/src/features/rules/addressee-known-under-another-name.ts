/** Finds addressees whose routing indicator is that of another station. */

import { EVERY_FORM, type Finding, type Rule } from "./rule.ts";

export const addresseeKnownUnderAnotherName: Rule = {
  code: "addressee-known-under-another-name",
  area: "header",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "warning",
  publishedSeverity: "hint",
  title: "The name behind a routing indicator is that of the station it belongs to.",
  why: "The machine sends by the indicator, people read the name. Where they are two stations, the cable goes to one that nobody meant.",
  source: "5 FAH-2 H-230; ACP 127(G)",
  check({ tree: { header }, vocabulary }) {
    return [...header.to, ...header.info].flatMap(({ routing, name }): readonly Finding[] => {
      if (routing === null) return [];
      const known = vocabulary.routingIndicators.find(routing.value);
      if (known === undefined || known.shared || known.station === null || known.confidence !== "high") return [];
      const meant = vocabulary.stations.find(name.value);
      const owner = vocabulary.stations.find(known.station);
      if (meant === undefined || owner === undefined || meant.id === owner.id) return [];
      if (known.alsoSeen.some((seen) => vocabulary.stations.find(seen)?.id === meant.id)) return [];
      return [{ span: routing.span, message: `${known.code} is ${known.station}, not ${name.value}.` }];
    });
  },
};

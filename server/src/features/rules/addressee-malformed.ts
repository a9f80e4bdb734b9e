/** Finds addressees with something other than a routing indicator before the stroke. */

import type { Addressee } from "../../cable/tree.ts";
import type { StationLookup } from "../../vocabulary/stations.ts";
import { EVERY_FORM, type Finding, type Rule } from "./rule.ts";

const BEFORE_STROKE = /^([A-Z0-9]{3,12})\/(?=([A-Z][A-Z .,'&-]+))/;

export const addresseeMalformed: Rule = {
  code: "addressee-malformed",
  area: "header",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "warning",
  publishedSeverity: "hint",
  title: "Before the stroke of an addressee stands a routing indicator: R and three to seven letters.",
  why: "Machines send by the indicator. `RUEHR1/AMEMBASSY RIGA` goes nowhere until somebody at a relay reads the name.",
  source: "5 FAH-2 H-230; ACP 127(G)",
  check({ tree: { header }, vocabulary: { stations } }) {
    return [...header.to, ...header.info].flatMap((addressee) => malformed(addressee, stations) ?? []);
  },
};

/** Null where there is an indicator, no stroke, or a stroke of the name itself: `AID/W`, `USINT/CAIRO`. */
function malformed({ routing, name }: Addressee, stations: StationLookup): Finding | null {
  if (routing !== null) return null;
  const [, before = "", after = ""] = BEFORE_STROKE.exec(name.value) ?? [];
  if (before === "" || stations.find(before) !== undefined || stations.find(after) === undefined) return null;
  const span = { start: name.span.start, end: name.span.start + before.length };
  return { span, message: `${before} is no routing indicator.` };
}

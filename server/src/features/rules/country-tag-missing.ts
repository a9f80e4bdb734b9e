/** Finds TAGS lines of drafts without a country or organization. */

import { type Rule, STATE_FORMS } from "./rule.ts";

export const countryTagMissing: Rule = {
  code: "country-tag-missing",
  area: "fields",
  forms: STATE_FORMS,
  draftsOnly: true,
  severity: "info",
  title: "The TAGS name a country, region or organization beside the subjects.",
  why: "Analysis by geography is the first half of what TAGS are for: a desk finds what concerns its country by the code.",
  source: "TAGS handbook TL:TAGS-1, 6-28-74, sec. 3-4",
  check({ tree: { header }, vocabulary: { tags }, date }) {
    const first = header.tags[0];
    const last = header.tags[header.tags.length - 1];
    if (first === undefined || last === undefined || header.captions.some(({ value }) => value === "AIDAC")) return [];
    const kinds = header.tags.map(({ value }) => tags.find(value, date)?.meaning.kind);
    // An unknown code may be the country.
    if (kinds.some((kind) => kind === undefined || kind === "geographic" || kind === "organization")) return [];
    const span = { start: first.span.start, end: last.span.end };
    return [{ span, message: "No TAG of a country, region or organization is among these." }];
  },
};

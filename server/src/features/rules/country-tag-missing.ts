/** Finds TAGS lines of drafts without a country or organization. */

import { type Rule, STATE_FORMS } from "./rule.ts";
import { noneAmongTags } from "./support/tag-kinds.ts";

export const countryTagMissing: Rule = {
  code: "country-tag-missing",
  area: "fields",
  forms: STATE_FORMS,
  draftsOnly: true,
  severity: "info",
  title: "The TAGS name a country, region or organization beside the subjects.",
  why: "Analysis by geography is the first half of what TAGS are for: a desk finds what concerns its country by the code.",
  source: "TAGS handbook TL:TAGS-1, 6-28-74, sec. 3-4",
  check: (context) =>
    noneAmongTags(
      context,
      // An unknown code may be the country.
      (kind) => kind === undefined || kind === "geographic" || kind === "organization",
      "No TAG of a country, region or organization is among these.",
    ),
};

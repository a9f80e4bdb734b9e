/** Finds drafts without TAGS. */

import { type Rule, STATE_FORMS } from "./rule.ts";
import { placeForMissingField } from "./support/fields.ts";
import { needsTags } from "./support/tag-kinds.ts";

export const missingTags: Rule = {
  code: "missing-tags",
  area: "fields",
  forms: STATE_FORMS,
  draftsOnly: true,
  severity: "warning",
  title: "A cable has a TAGS line with at least one TAG. AIDAC cables need none.",
  why: "TAGS decide which offices receive a cable and how it is filed and found.",
  source: "TAGS handbook TL:TAGS-1, 6-28-74, sec. 3-4",
  check(context) {
    if (context.tree.header.tags.length > 0 || !needsTags(context)) return [];
    const span = placeForMissingField(context);
    return span === null ? [] : [{ span, message: "The TAGS are missing." }];
  },
};

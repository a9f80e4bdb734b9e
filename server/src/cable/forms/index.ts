/** The forms of cable that are known, one file each. */

import { acp127 } from "./acp127.ts";
import { archive } from "./archive.ts";
import { COMMON_FIELDS } from "./common-fields.ts";
import type { FieldOpening, Form } from "./form.ts";
import { fragment } from "./fragment.ts";
import { genadmin } from "./genadmin.ts";
import { smart } from "./smart.ts";
import { typewritten } from "./typewritten.ts";

export const FORMS: readonly Form[] = [genadmin, smart, typewritten, archive, acp127, fragment];

/** All openings of all forms by the character that a line begins with: wrappers put one form's lines into another's. */
export const OPENINGS_BY_FIRST_UNIT: readonly (readonly FieldOpening[] | undefined)[] = (() => {
  const byUnit: FieldOpening[][] = [];
  for (const opening of [...FORMS.flatMap((form) => form.openings), ...COMMON_FIELDS]) {
    for (const letter of new Set(opening.first.toUpperCase() + opening.first.toLowerCase())) {
      const unit = letter.charCodeAt(0);
      const list = byUnit[unit] ?? [];
      list.push(opening);
      byUnit[unit] = list;
    }
  }
  return byUnit;
})();

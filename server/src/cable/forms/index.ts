/** The forms of cable that are known, one file each. */

import { PrefixDispatch } from "../line-dispatch.ts";
import { acp127 } from "./acp127.ts";
import { archive } from "./archive.ts";
import { COMMON_FIELDS } from "./common-fields.ts";
import type { FieldOpening, Form } from "./form.ts";
import { fragment } from "./fragment.ts";
import { genadmin } from "./genadmin.ts";
import { smart } from "./smart.ts";
import { typewritten } from "./typewritten.ts";

export const FORMS: readonly Form[] = [genadmin, smart, typewritten, archive, acp127, fragment];

/** All openings of all forms by the beginning of a line: wrappers put one form's lines into another's. */
export const OPENINGS: PrefixDispatch<FieldOpening> = new PrefixDispatch(
  [...FORMS.flatMap((form) => form.openings), ...COMMON_FIELDS],
  ({ begins }) => ({ begins: begins.split(" "), inEitherCase: true }),
);

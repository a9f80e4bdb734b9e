/** A name on the TAGS line is told as a person's. */

import { expect, test } from "vitest";
import { hover } from "../../support/hovers.ts";

test("a name in parentheses, with the rule for it", async () => {
  expect(
    await hover(`
R 281200Z JAN 74
FM AMEMBASSY LA PAZ
TO SECSTATE WASHDC 9234
UNCLAS LA PAZ 99234
E.O. 11652: N/A
TAGS: OVIP ($0DOE, JANE Q.)
SUBJ: VISIT
`),
  ).toMatchInlineSnapshot(`
    "[[DOE, JANE Q.]]

    **DOE, JANE Q.** · person on the TAGS line

    ---

    **(SURNAME, GIVEN NAMES)** · TAG, person-rule

    A person's name, in parentheses, surname first, after the TAGS it belongs to. In 1974 allowed only with some A, B, C and O subject TAGS, such as OVIP or CASC; several names take several pairs of parentheses. Nothing else may stand in parentheses.

    *Source: …*"
  `);
});

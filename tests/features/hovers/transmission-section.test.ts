/** `SECTION 01 OF 03` is told as a transmission section, never as a section of the text. */

import { expect, test } from "vitest";
import { hover } from "../../support/hovers.ts";

test("the number and how many there are", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SEC$0TION 02 OF 03 SHANGHAI 099374
`),
  ).toMatchInlineSnapshot(`
    "[[SECTION 02 OF 03]]

    **SECTION 02 OF 03** · transmission section

    Transmission section 2 of 3: long cables are sent in sections, each with a header of its own.

    A transmission section ends where the channel's length does, not where the text has a new part.

    *Source: …*"
  `);
});

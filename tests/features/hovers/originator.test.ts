/** The originator is told by its post and country. */

import { expect, test } from "vitest";
import { hover } from "../../support/hovers.ts";

test("a post that is in the vocabulary", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM A$0MCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374
`),
  ).toMatchInlineSnapshot(`
    "[[AMCONSUL SHANGHAI]]

    **AMCONSUL SHANGHAI** · originator

    Sends the cable (FM).

    *Source: …*

    ---

    **SHANGHAI** · station, consulate

    AMCONSUL SHANGHAI, China (cables of 1990 to 2010 are known)

    *Source: …*"
  `);
});

test("a post that is not", async () => {
  expect(
    await hover(`
R 281200Z JAN 05
FM AMEMBASSY FRED$0BURG
TO RUEHC/SECSTATE WASHDC 9234
UNCLAS FREDBURG 99234
`),
  ).toMatchInlineSnapshot(`
    "[[AMEMBASSY FREDBURG]]

    **AMEMBASSY FREDBURG** · originator

    Sends the cable (FM).

    *Source: …*"
  `);
});

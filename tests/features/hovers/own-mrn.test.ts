/** The cable's own number is told as its MRN, with its station. */

import { expect, test } from "vitest";
import { hover } from "../../support/hovers.ts";

test("on the serial of the classification line", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 0993$074
`),
  ).toMatchInlineSnapshot(`
    "[[SHANGHAI 099374]]

    **09SHANGHAI99374** · message reference number (MRN) of this cable

    Message 99374 of 2009 from SHANGHAI.

    ---

    **SHANGHAI** · station, consulate

    AMCONSUL SHANGHAI, China (cables of 1990 to 2010 are known)

    *Source: …*"
  `);
});

test("on the name of the station", async () => {
  expect(
    await hover(`
R 281200Z JAN 74
FM AMEMBASSY LA PAZ
TO SECSTATE WASHDC 9234
UNCLAS LA $0PAZ 99234
`),
  ).toMatchInlineSnapshot(`
    "[[LA PAZ 99234]]

    **74LAPAZ99234** · message reference number (MRN) of this cable

    Message 99234 of 1974 from LA PAZ.

    ---

    **LAPAZ** · station, embassy

    AMEMBASSY LA PAZ, Bolivia

    *Source: …*"
  `);
});

test("of a station that is not in the vocabulary", async () => {
  expect(
    await hover(`
R 281200Z JAN 05
FM AMEMBASSY FREDBURG
TO RUEHC/SECSTATE WASHDC 9234
UNCLAS FREDBURG 99$0234
`),
  ).toMatchInlineSnapshot(`
    "[[FREDBURG 99234]]

    **05FREDBURG99234** · message reference number (MRN) of this cable

    Message 99234 of 2005 from FREDBURG."
  `);
});

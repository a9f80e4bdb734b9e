/** A date-time group is told by the day of the week and the clocks of the sender and of Washington. */

import { expect, test } from "vitest";
import { hover } from "../../support/hovers.ts";

test("by the rules of 2009", async () => {
  expect(
    await hover(`
R 2809$003Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374
`),
  ).toMatchInlineSnapshot(`
    "[[280903Z AUG 09]]

    **280903Z AUG 09** · date-time group

    Friday, 28 August 2009, 09:03 UTC (Z, the zone of Greenwich).

    - Shanghai: Friday, 28 August 2009, 17:03 (UTC+8)
    - Washington: Friday, 28 August 2009, 05:03 (EDT, UTC-4)

    *Source: …*"
  `);
});

test("the local day is not the day of the group", async () => {
  expect(
    await hover(`
R 28$02315Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374
`),
  ).toMatchInlineSnapshot(`
    "[[282315Z AUG 09]]

    **282315Z AUG 09** · date-time group

    Friday, 28 August 2009, 23:15 UTC (Z, the zone of Greenwich).

    - Shanghai: Saturday, 29 August 2009, 07:15 (UTC+8)
    - Washington: Friday, 28 August 2009, 19:15 (EDT, UTC-4)

    *Source: …*"
  `);
});

test("winter of 1974, when Washington kept daylight saving time", async () => {
  expect(
    await hover(`
R 281200Z$0 JAN 74
FM AMEMBASSY LA PAZ
TO SECSTATE WASHDC 9234
UNCLAS LA PAZ 99234
`),
  ).toMatchInlineSnapshot(`
    "[[281200Z JAN 74]]

    **281200Z JAN 74** · date-time group

    Monday, 28 January 1974, 12:00 UTC (Z, the zone of Greenwich).

    - La Paz: Monday, 28 January 1974, 08:00 (UTC-4)
    - Washington: Monday, 28 January 1974, 08:00 (EDT, UTC-4)

    *Source: …*"
  `);
});

test("from Washington there is one clock", async () => {
  expect(
    await hover(`
R 281200Z$0 JAN 05
FM SECSTATE WASHDC
TO AMEMBASSY LA PAZ 9234
UNCLAS STATE 99234
`),
  ).toMatchInlineSnapshot(`
    "[[281200Z JAN 05]]

    **281200Z JAN 05** · date-time group

    Friday, 28 January 2005, 12:00 UTC (Z, the zone of Greenwich).

    - Washington: Friday, 28 January 2005, 07:00 (EST, UTC-5)

    *Source: …*"
  `);
});

test("of an unknown station there is Washington's clock", async () => {
  expect(
    await hover(`
R 281200Z$0 JAN 05
FM AMEMBASSY FREDBURG
TO RUEHC/SECSTATE WASHDC 9234
UNCLAS FREDBURG 99234
`),
  ).toMatchInlineSnapshot(`
    "[[281200Z JAN 05]]

    **281200Z JAN 05** · date-time group

    Friday, 28 January 2005, 12:00 UTC (Z, the zone of Greenwich).

    - Washington: Friday, 28 January 2005, 07:00 (EST, UTC-5)

    *Source: …*"
  `);
});

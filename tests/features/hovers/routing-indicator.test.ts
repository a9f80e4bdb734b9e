/** A routing indicator is told by its station. */

import { expect, test } from "vitest";
import { hover } from "../../support/hovers.ts";

test("a called station", async () => {
  expect(
    await hover(`
RR RUEHCN $0RUEHGH
DE RUEHGH #9374/01 2400903
ZNR UUUUU ZZH
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374
`),
  ).toMatchInlineSnapshot(`
    "[[RUEHGH]]

    **RUEHGH** · routing indicator, consulate

    AMCONSUL SHANGHAI

    *Source: …*"
  `);
});

test("the sending station", async () => {
  expect(
    await hover(`
RR RUEHCN RUEHGH
DE $0RUEHGH #9374/01 2400903
ZNR UUUUU ZZH
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374
`),
  ).toMatchInlineSnapshot(`
    "[[RUEHGH]]

    **RUEHGH** · routing indicator, consulate

    AMCONSUL SHANGHAI

    *Source: …*"
  `);
});

test("a collective, at the end of the word", async () => {
  expect(
    await hover(`
RR RUCNCIS$0 RUEHGH
DE RUEHGH #9374/01 2400903
ZNR UUUUU ZZH
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374
`),
  ).toMatchInlineSnapshot(`
    "[[RUCNCIS]]

    **RUCNCIS** · routing indicator, collective

    CIS COLLECTIVE

    *Source: …*"
  `);
});

test("an indicator that no list has says nothing", async () => {
  expect(
    await hover(`
RR RUXQXQX$0 RUEHGH
DE RUEHGH #9374/01 2400903
ZNR UUUUU ZZH
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374
`),
  ).toMatchInlineSnapshot(`"nothing"`);
});

/** The transmission identification is told by its channel and number. */

import { expect, test } from "vitest";
import { hover } from "../../support/hovers.ts";

test("channel and number", async () => {
  expect(
    await hover(`
VZCZC$0XRO3238
RR RUEHCN RUEHGH
DE RUEHGH #9374/01 2400903
ZNR UUUUU ZZH
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374
`),
  ).toMatchInlineSnapshot(`
    "[[VZCZCXRO3238]]

    **VZCZCXRO3238** · header line, format line 1 of ACP 127

    Handling instructions and transmission identification

    Channel XRO, transmission number 3238 on it. Transmission start letter V, the start-of-message signal ZCZC, channel letters and a channel serial number.

    Note: XRO in 810 and XYZ in 310 of published headers.

    *Source: …*"
  `);
});

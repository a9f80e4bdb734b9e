/** Each signal of the security line is told, the one pointed at in full. */

import { expect, test } from "vitest";
import { hover } from "../../support/hovers.ts";

test("on the field of the classification", async () => {
  expect(
    await hover(`
RR RUEHCN RUEHGH
DE RUEHGH #9374/01 2400903
ZNR UU$0UUU ZZH
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374
`),
  ).toMatchInlineSnapshot(`
    "[[ZNR UUUUU ZZH]]

    **ZNR UUUUU ZZH** · format line 4 of ACP 127: security warning and operating signals

    - ZNR: This message may be forwarded over circuits not approved for classified traffic
    - UUUUU: Unclassified
    - ZZH: meaning not known

    *Source: …*

    ---

    **UUUUU** · operating signal, classification field

    Unclassified (after ZNR in format line 4)

    *Source: …*"
  `);
});

test("on the first signal of a classified message", async () => {
  expect(
    await hover(`
RR RUEHCN RUEHGH
DE RUEHGH #9374/01 2400903
Z$0NY CCCCC ZZH
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374
`),
  ).toMatchInlineSnapshot(`
    "[[ZNY CCCCC ZZH]]

    **ZNY CCCCC ZZH** · format line 4 of ACP 127: security warning and operating signals

    - ZNY: Do not forward this message unencrypted over a circuit that is not approved
    - CCCCC: Confidential
    - ZZH: meaning not known

    *Source: …*

    ---

    **ZNY** · operating signal

    Do not forward this message unencrypted over a circuit that is not approved (format line 4, followed by the classification letter five times)

    *Source: …*"
  `);
});

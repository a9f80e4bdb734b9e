/** Operating signals and prosigns are told on lines made of codes. */

import { expect, test } from "vitest";
import { hover } from "../../support/hovers.ts";

test("a prosign at the beginning of its line", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
F$0M AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374
`),
  ).toMatchInlineSnapshot(`
    "[[FM]]

    **FM** · operating signal, prosign

    From: originator of the message (format line 6)

    *Source: …*"
  `);
});

test("a signal with a figure behind the date-time group", async () => {
  expect(
    await hover(`
R 281200Z JAN 74 ZF$0F4
FM AMEMBASSY LA PAZ
TO SECSTATE WASHDC 9234
UNCLAS LA PAZ 99234
`),
  ).toMatchInlineSnapshot(`
    "[[ZFF4]]

    **ZFF4** · operating signal

    Inform me when this message has been received by the addressee (a figure after it narrows the request) (format line 5, after the date-time group)

    Note: Written with a figure, ZFF3 or ZFF4 (10CARACAS163; nine telegrams of the 1970s). 5 FAH-2 H-232 names it as the signal that may stand above the originator. What the figures 3 and 4 ask for was not found.

    *Source: …*"
  `);
});

test("the end of the message", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR

1. (U) Text.
DOE
BT
#9374
NN$0NN
`),
  ).toMatchInlineSnapshot(`
    "[[NNNN]]

    **NNNN** · operating signal, prosign

    End of message (format line 16)

    *Source: …*"
  `);
});

test("the same letters in the text say nothing", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR

1. (U) The delegates sat
BT$0 and others came.
`),
  ).toMatchInlineSnapshot(`"nothing"`);
});

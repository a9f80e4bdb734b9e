/** A precedence is told with whom it holds for. */

import { expect, test } from "vitest";
import { hover } from "../../support/hovers.ts";

test("the doubled letter of the routing line", async () => {
  expect(
    await hover(`
$0OO RUEHCN RUEHGH
DE RUEHGH #9374/01 2400903
ZNR UUUUU ZZH
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374
`),
  ).toMatchInlineSnapshot(`
    "[[OO]]

    **OO** · precedence, the highest of the message

    IMMEDIATE

    Urgent; sent ahead of PRIORITY and ROUTINE. Time objective of the military networks: 30 minutes. At State: authorised.

    *Source: …*"
  `);
});

test("the letter before the date-time group", async () => {
  expect(
    await hover(`
$0R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374
`),
  ).toMatchInlineSnapshot(`
    "[[R]]

    **R** · precedence, of the message

    ROUTINE

    No urgency beyond ordinary traffic. Time objective of the military networks: 6 hours. At State: authorised.

    *Source: …*"
  `);
});

test("the first of two letters is for action", async () => {
  expect(
    await hover(`
$0O P 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374
`),
  ).toMatchInlineSnapshot(`
    "[[O]]

    **O** · precedence, for action addressees

    IMMEDIATE

    Urgent; sent ahead of PRIORITY and ROUTINE. Time objective of the military networks: 30 minutes. At State: authorised.

    *Source: …*"
  `);
});

test("the second of two letters is for information", async () => {
  expect(
    await hover(`
O $0P 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374
`),
  ).toMatchInlineSnapshot(`
    "[[P]]

    **P** · precedence, for information addressees

    PRIORITY

    Sent ahead of ROUTINE. Time objective of the military networks: 3 hours. At State: in use to at least 2010; not among the authorised levels in the 2017 rules.

    *Source: …*"
  `);
});

test("the word behind an addressee", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC NIACT $0IMMEDIATE 8243
UNCLAS SHANGHAI 099374
`),
  ).toMatchInlineSnapshot(`
    "[[NIACT IMMEDIATE]]

    **NIACT IMMEDIATE** · precedence, for SECSTATE WASHDC

    NIACT IMMEDIATE

    Night action: IMMEDIATE that also calls the receiving post in to act outside working hours. Marked after the post name; justified in the first paragraph. At State: authorised.

    *Source: …*"
  `);
});

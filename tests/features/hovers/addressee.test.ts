/** An addressee is told as the cable has it, then the routing indicator before it. */

import { expect, test } from "vitest";
import { hover } from "../../support/hovers.ts";

test("the action addressee", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUE$0HC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374
`),
  ).toMatchInlineSnapshot(`
    "[[RUEHC/SECSTATE WASHDC 8243]]

    **SECSTATE WASHDC** · action addressee

    Is to act on the cable (TO).

    Department of State, Washington.

    Precedence: ROUTINE, that of the message.

    8243: the number of this cable in the channel from the originator to this addressee.

    *Source: …*

    ---

    **RUEHC** · routing indicator, department

    SECSTATE WASHDC

    Also stands before: DEPARTMENT OF LABOR WASHDC; DEPT OF LABOR WASHINGTON DC; DEPT OF LABOR WASHDC; USAID WASHDC; DEPT OF INTERIOR WASHDC; DEPT OF STATE WASHINGTON DC

    Note: Also used for other agencies reached through the Department (Labor, Interior, USAID).

    *Source: …*"
  `);
});

test("an information addressee with a precedence of its own", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
INFO RUEHBJ/AME$0MBASSY BEIJING IMMEDIATE 3039
UNCLAS SHANGHAI 099374
`),
  ).toMatchInlineSnapshot(`
    "[[RUEHBJ/AMEMBASSY BEIJING IMMEDIATE 3039]]

    **AMEMBASSY BEIJING** · information addressee

    Receives the cable for information (INFO).

    Embassy, China.

    Precedence: IMMEDIATE.

    3039: the number of this cable in the channel from the originator to this addressee.

    *Source: …*

    ---

    **RUEHBJ** · routing indicator, embassy

    AMEMBASSY BEIJING

    *Source: …*"
  `);
});

test("an addressee that shares its routing indicator: its own name first, then whose the indicator is", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
INFO RUEHC/DEPT OF $0LABOR WASHINGTON DC
UNCLAS SHANGHAI 099374
`),
  ).toMatchInlineSnapshot(`
    "[[RUEHC/DEPT OF LABOR WASHINGTON DC]]

    **DEPT OF LABOR WASHINGTON DC** · information addressee

    Receives the cable for information (INFO).

    Precedence: ROUTINE, that of the message.

    RUEHC is the routing indicator of SECSTATE WASHDC; it also stands before other addressees, and the name after the stroke says who is meant.

    *Source: …*

    ---

    **DEPT OF LABOR** · addressee, agency

    Department of Labor

    *Source: …*

    ---

    **RUEHC** · routing indicator, department

    SECSTATE WASHDC

    Also stands before: DEPARTMENT OF LABOR WASHDC; DEPT OF LABOR WASHINGTON DC; DEPT OF LABOR WASHDC; USAID WASHDC; DEPT OF INTERIOR WASHDC; DEPT OF STATE WASHINGTON DC

    Note: Also used for other agencies reached through the Department (Labor, Interior, USAID).

    *Source: …*"
  `);
});

test("a name that the indicator is not known for", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
INFO RUEHUL/AMEMBASSY $0LISBON 0538
UNCLAS SHANGHAI 099374
`),
  ).toMatchInlineSnapshot(`
    "[[RUEHUL/AMEMBASSY LISBON 0538]]

    **AMEMBASSY LISBON** · information addressee

    Receives the cable for information (INFO).

    Embassy, Portugal.

    Precedence: ROUTINE, that of the message.

    0538: the number of this cable in the channel from the originator to this addressee.

    RUEHUL is the routing indicator of AMEMBASSY SEOUL; the name after the stroke says who is meant.

    *Source: …*

    ---

    **RUEHUL** · routing indicator, embassy

    AMEMBASSY SEOUL

    *Source: …*"
  `);
});

test("an addressee without a routing indicator", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO SEC$0STATE WASHDC 8243
UNCLAS SHANGHAI 099374
`),
  ).toMatchInlineSnapshot(`
    "[[SECSTATE WASHDC 8243]]

    **SECSTATE WASHDC** · action addressee

    Is to act on the cable (TO).

    Department of State, Washington.

    Precedence: ROUTINE, that of the message.

    8243: the number of this cable in the channel from the originator to this addressee.

    *Source: …*"
  `);
});

test("an indicator that no list has", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
INFO RUXQXQX/OFFICE OF THE $0HARBOR MASTER
UNCLAS SHANGHAI 099374
`),
  ).toMatchInlineSnapshot(`
    "[[RUXQXQX/OFFICE OF THE HARBOR MASTER]]

    **OFFICE OF THE HARBOR MASTER** · information addressee

    Receives the cable for information (INFO).

    Precedence: ROUTINE, that of the message.

    RUXQXQX: a routing indicator that is not in the vocabulary.

    *Source: …*"
  `);
});

test("a member of a collective that is not to receive the cable", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
INFO RUCNCIS/CIS COLLECTIVE
XMT AMEMBASSY $0MINSK
UNCLAS SHANGHAI 099374
`),
  ).toMatchInlineSnapshot(`
    "[[AMEMBASSY MINSK]]

    **AMEMBASSY MINSK** · exempted addressee

    A member of a collective that is not to receive the cable (XMT).

    Embassy, Belarus.

    Precedence: ROUTINE, that of the message.

    *Source: …*"
  `);
});

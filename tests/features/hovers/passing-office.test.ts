/** Offices, agencies and posts of passing instructions are told; people's names are not. */

import { expect, test } from "vitest";
import { hover } from "../../support/hovers.ts";

test("an office", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

DEPT FOR EAP/$0CM, DRL

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR
`),
  ).toMatchInlineSnapshot(`
    "[[EAP/CM]]

    **EAP/CM** · office symbol

    Office of Chinese and Mongolian Affairs, Bureau of East Asian and Pacific Affairs (EAP)

    *Source: …*"
  `);
});

test("a bureau", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

DEPT FOR EAP/CM, D$0RL

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR
`),
  ).toMatchInlineSnapshot(`
    "[[DRL]]

    **DRL** · office symbol

    Bureau of Democracy, Human Rights, and Labor

    *Source: …*"
  `);
});

test("an agency", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

STATE PASS U$0STR FOR STRATFORD/WINTER

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR
`),
  ).toMatchInlineSnapshot(`
    "[[USTR]]

    **USTR** · office symbol

    Office of the United States Trade Representative

    *Source: …*"
  `);
});

test("people's names say nothing", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

STATE PASS USTR FOR STRAT$0FORD/WINTER

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR
`),
  ).toMatchInlineSnapshot(`"nothing"`);
});

test("the words of the instruction say nothing", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

STATE P$0ASS USTR FOR STRATFORD/WINTER

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR
`),
  ).toMatchInlineSnapshot(`"nothing"`);
});

test("an office that is not in the vocabulary, under a bureau that is", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

DEPT FOR EAP/$0QX

E.O. 12958: N/A
TAGS: PGOV
SUBJECT: HARBOR
`),
  ).toMatchInlineSnapshot(`
    "[[EAP/QX]]

    **EAP/QX** · office symbol

    An office under the Bureau of East Asian and Pacific Affairs (EAP)

    EAP/QX itself is not in the vocabulary.

    *Source: …*"
  `);
});

/** A reason for classification is told as the order of the time has it. */

import { expect, test } from "vitest";
import { hover } from "../../support/hovers.ts";

test("a reason under the amended order", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.O. 12958: DECL: 08/28/2019
TAGS: PGOV
SUBJECT: HARBOR

Classified By: Consul General Jane Doe; reasons 1.4 ($0b) and (d)

1. (C) Text.
`),
  ).toMatchInlineSnapshot(`
    "[[1.4 (b)]]

    **1\\.4(b)** · reason code, reason for classification, E.O. 12958 as amended by E.O. 13292

    Foreign government information (25 March 2003 until 27 June 2010)

    *Source: …*"
  `);
});

test("the second of several", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.O. 12958: DECL: 08/28/2019
TAGS: PGOV
SUBJECT: HARBOR

Classified By: Consul General Jane Doe; reasons 1.4 (b) and ($0d)

1. (C) Text.
`),
  ).toMatchInlineSnapshot(`
    "[[(d)]]

    **1\\.4(d)** · reason code, reason for classification, E.O. 12958 as amended by E.O. 13292

    Foreign relations or foreign activities of the United States, including confidential sources (25 March 2003 until 27 June 2010)

    *Source: …*"
  `);
});

test("before the amendment of 2003", async () => {
  expect(
    await hover(`
R 280903Z AUG 01
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.O. 12958: DECL: 08/28/2019
TAGS: PGOV
SUBJECT: HARBOR

Classified By: Consul General Jane Doe; reasons 1.5 ($0b) and (d)

1. (C) Text.
`),
  ).toMatchInlineSnapshot(`
    "[[1.5 (b)]]

    **1\\.5(b)** · reason code, reason for classification, E.O. 12958

    Foreign government information (14 October 1995 until 25 March 2003)

    *Source: …*"
  `);
});

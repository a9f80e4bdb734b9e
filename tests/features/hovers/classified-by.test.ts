/** The Classified By line is told by who classified the cable, and why. */

import { expect, test } from "vitest";
import { hover } from "../../support/hovers.ts";

test("name, title and reasons", async () => {
  expect(
    await hover(`
R 280903Z AUG 09
FM AMCONSUL SHANGHAI
TO RUEHC/SECSTATE WASHDC 8243
UNCLAS SHANGHAI 099374

E.O. 12958: DECL: 08/28/2019
TAGS: PGOV
SUBJECT: HARBOR

Classified By: Consul General Ja$0ne Doe; reasons 1.4 (b) and (d)

1. (C) Text.
`),
  ).toMatchInlineSnapshot(`
    "[[Consul General Jane Doe; reasons 1.4 (b) and (d)]]

    **Jane Doe** · classified the cable

    Consul General.

    - 1\\.4(b): Foreign government information
    - 1\\.4(d): Foreign relations or foreign activities of the United States, including confidential sources

    *Source: …*"
  `);
});

/** A small cable of each form as it is read: its HTML, without the cards, and its Markdown. Expectations lie in `expected/`. */

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readable, readCable } from "../../support/reading.ts";

const FORMS = [
  "acp127/09LAPAZ99731",
  "acp127/talking-points-markers",
  "acp127/refolded-page-breaks",
  "archive/1974-simple-with-trailer",
  "archive/1979-page-in-mid-word",
  "smart/plain-print",
  "smart/markdown-table-header",
  "genadmin/basic",
  "typewritten/telegram-card",
  "fragment/ref-line-only",
  "fragment/body-only",
  "fragment/nearly-empty",
];

describe.each(FORMS)("%s", (path) => {
  const name = path.slice(path.indexOf("/") + 1);
  const text = readFileSync(new URL(`../../corpus/${path}.cable.txt`, import.meta.url), "utf8");

  test("as HTML", async () => {
    const { blocks } = await readCable({ name: "cable.txt", text });
    await expect(`${blocks.map(readable).join("\n\n")}\n`).toMatchFileSnapshot(`expected/${name}.html`);
  });

  test("as Markdown", async () => {
    const { markdown } = await readCable({ name: "cable.txt", text });
    await expect(markdown).toMatchFileSnapshot(`expected/${name}.md`);
  });
});

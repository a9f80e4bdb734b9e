/** Every word of the text is in the rendering, once and in order, in HTML as in Markdown, however lines and pages cut it. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { readable, readCable } from "../../support/reading.ts";

/** What stands between two words: a blank, the end of a line, of a page, or a blank line. */
const between = fc.constantFrom(
  ...[" ", " ", " ", " ", "\n", "\n", "\n\n", "\n-- ", "\n\n<b>", " `*_|](javascript:x) ", " &lt; "],
  "\n\nFREDBURG 00099001  002 OF 003\n\n",
);

const paragraphs = fc.array(fc.array(between, { minLength: 3, maxLength: 40 }), { minLength: 1, maxLength: 5 });

test("of invented texts", async () => {
  await fc.assert(
    fc.asyncProperty(paragraphs, async (all) => {
      let count = 0;
      const body = all.map((gaps, index) => {
        const text = gaps.map((gap) => `word${String(count++).padStart(4, "0")}${gap}`).join("");
        return `${index + 1}. (U) The ${text}last.\n`;
      });
      const head = "R 281200Z AUG 09\nFM AMEMBASSY MADRID\nTO SECSTATE WASHDC\nUNCLAS MADRID 099001\n\n";
      const text = `${head}E.O. 12958: N/A\nTAGS: PREL, SP\nSUBJECT: INVENTED\n\n${body.join("\n")}`;
      const { blocks, markdown } = await readCable({ name: "a.txt", text });
      const wanted = Array.from({ length: count }, (_, index) => `word${String(index).padStart(4, "0")}`);
      expect(readable(blocks.join("\n")).match(/word\d{4}/g)).toEqual(wanted);
      expect(markdown.match(/word\d{4}/g)).toEqual(wanted);
    }),
    { numRuns: 60 },
  );
}, 60_000);

/** What a paragraph's lines are made into: prose without the typist's line breaks, lists, tables. */

import { describe, expect, test } from "vitest";
import { readable, readCable } from "../../support/reading.ts";

/** The parts of the first paragraph of a cable with these lines in it, as HTML without the marks. */
async function parts(lines: string): Promise<string> {
  const text = `R 281200Z AUG 09
FM AMEMBASSY MADRID
TO SECSTATE WASHDC
UNCLAS MADRID 099002

E.O. 12958: N/A
TAGS: PREL, SP
SUBJECT: INVENTED LISTS

1. (U) ${lines}

2. (U) The next paragraph, which is long enough to show at which width its
lines are broken, and goes on for a while, so that there are some lines of
that width, as there are in every cable that a machine has broken, and yet
more of them follow here before it comes to its end.

DOE
`;
  const { blocks } = await readCable({ name: "a.txt", text });
  const html = readable(blocks.find((block) => block.includes('id="paragraph-1"')) ?? "");
  return html
    .slice(html.indexOf('<div class="said">') + '<div class="said">'.length)
    .replace(/\n<\/div>\n<\/div>$/, "")
    .trim();
}

describe("prose", () => {
  test("is joined across line breaks, blanks and hyphens kept as they were meant", async () => {
    const html = await parts(`The export-
oriented, small- and medium-
sized firms of the small-
and medium-sized kind met.`);
    expect(html).toBe(
      "<p>The export-oriented, small- and medium-sized firms of the small- and medium-sized kind met.</p>",
    );
  });

  test("is joined across a page, and across the blank line that a lost page left", async () => {
    const html = await parts(`The minister, who had come from the harbor, and had

MADRID 00099002 002 OF 003

been wet, sat down on a chair that stood in the

middle of the room.`);
    expect(html).toBe(
      "<p>The minister, who had come from the harbor, and had been wet, sat down on a chair that stood in the middle of the room.</p>",
    );
  });

  test("keeps its blank lines as paragraphs, and the end of a line that was meant to end", async () => {
    const html = await parts(`The guests of the evening were these:
Ann Example
Bob Example

They stayed late.`);
    expect(html).toBe(
      "<p><span>The guests of the evening were these:<br>Ann Example<br>Bob Example</span></p>\n<p>They stayed late.</p>",
    );
  });
});

describe("a list", () => {
  test("of bullets, its items joined", async () => {
    const html = await parts(`There are two:

-- a first one, which is so long that it goes on in the line that
follows; and

-- a second.`);
    expect(html).toContain('<ul class="items">');
    expect(html).toContain("a first one, which is so long that it goes on in the line that follows; and</li>");
    expect(html.match(/<li>/g)).toHaveLength(2);
  });

  test("of letters, with one of Roman numbers in it", async () => {
    const html = await parts(`Points:

a. one,

b. two, of which

(i) three and

(ii) four,

c. five.`);
    expect(html.match(/<ul/g)).toHaveLength(2);
    expect(html).toMatch(
      /two, of which\n<ul class="items">\n<li>.*three and<\/li>\n<li>.*four,<\/li>\n<\/ul><\/li>\n<li>.*five/,
    );
  });

  test("is not made of a dash or an initial at the head of a line", async () => {
    const html = await parts(`He said it was late -- and that was
-- to everybody's surprise -- true. He had come with J.
A. Example, a friend.`);
    expect(html).not.toContain("<ul");
  });
});

test("columns stay as they are printed", async () => {
  const html = await parts(`Catches, in tons:

Year      Cod    Herring
----      ---    -------
2008       12        140
2009        9         97

These are invented.`);
  expect(html).toContain(
    '<pre class="table">Year      Cod    Herring\n----      ---    -------\n2008       12        140\n2009        9         97</pre>',
  );
  expect(html).toContain("<p>These are invented.</p>");
});

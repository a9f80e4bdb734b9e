/** No text of a cable becomes markup: whatever stands in it, the HTML holds the printer's own elements, attributes and addresses. */

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseCable } from "../../../server/src/cable/parse.ts";
import { fileUri } from "../../../server/src/corpus/file-uri.ts";
import { printBlocks } from "../../../server/src/features/rendering/html.ts";
import { htmlPage } from "../../../server/src/features/rendering/page.ts";
import { readingOf } from "../../../server/src/features/rendering/read.ts";
import { defaultVocabulary } from "../../../server/src/vocabulary/vocabulary.ts";
import { anyText } from "../../support/arbitraries.ts";
import { readCable } from "../../support/reading.ts";

const TAGS = new Set(
  "a b br div details h1 h2 h3 h4 li ol p pre section span summary table tbody td th tr ul".split(" "),
);

/** What each attribute may hold: words of our own, numbers, and ids made of numbers and keys. */
const ATTRIBUTES: Readonly<Record<string, RegExp>> = {
  class: /^[a-z -]+$/,
  id: /^(?:paragraph-\d+|reference-\d+|card-[0-9a-z]+(?:-\d+)?-\d+)$/,
  href: /^#(?:(?:paragraph|reference)-\d+)?$/,
  role: /^(?:tooltip|list)$/,
  scope: /^row$/,
  tabindex: /^0$/,
  "aria-describedby": /^card-[0-9a-z]+(?:-\d+)?-\d+$/,
  "data-line": /^-?\d+$/,
  "data-character": /^\d+$/,
};

/** What is in HTML that its printer would not write; empty for what is sound. A reader of its own, as strict as can be. */
function faults(html: string): string[] {
  const found: string[] = [];
  const open: string[] = [];
  for (const piece of html.split(/(<[^<>]*>)/)) {
    if (!piece.startsWith("<")) {
      if (/[<>"']|&(?!#\d+;)/.test(piece)) found.push(`text ${JSON.stringify(piece)}`);
      continue;
    }
    const closing = /^<\/([a-z0-9]+)>$/.exec(piece)?.[1];
    if (closing !== undefined) {
      if (open.pop() !== closing) found.push(`${piece} closes nothing`);
      continue;
    }
    const [, tag = "", attributes = ""] = /^<([a-z0-9]+)((?: [a-z-]+="[^"]*")*)>$/.exec(piece) ?? [];
    if (!TAGS.has(tag)) found.push(piece);
    else if (tag !== "br") open.push(tag);
    for (const [, name = "", value = ""] of attributes.matchAll(/ ([a-z-]+)="([^"]*)"/g)) {
      if (!ATTRIBUTES[name]?.test(value)) found.push(`${name}=${value}`);
    }
  }
  return open.length > 0 ? [...found, `${open.join(" ")} left open`] : found;
}

function printed(text: string, links: "editor" | "page"): string {
  const tree = parseCable(text, "cable.txt");
  const surroundings = { vocabulary: defaultVocabulary, cited: new Map(), isIndexing: false };
  const reading = readingOf({ file: fileUri("file:///cable.txt"), tree }, surroundings);
  return printBlocks(reading.blocks, tree.lines, links)
    .map(({ html }) => html)
    .join("");
}

/** What people plant. */
const PLANTED = [
  "<script>alert(1)</script>",
  "</style><img src=x onerror=alert(1)>",
  '" onmouseover="alert(1)',
  "' autofocus onfocus='alert(1)",
  "javascript:alert(1)",
  "command:workbench.action.quit",
  "[a](command:x)",
  "<!--",
  "]]>",
  "&lt;b&gt;&#60;",
  "\uffff",
  "\u202eevil",
];

/** A cable with something planted in every field that it has. */
const planted = (what: string): string => `VZCZCXRO${what}
RR RUEHCN ${what}
DE RUEHGH #0374/01 2400903
ZNR UUUUU ZZH ${what}
R 280903Z AUG 09
FM AMCONSUL ${what}
TO RUEHC/SECSTATE ${what} 8243
INFO RUEHBJ/${what} 3039

UNCLAS SECTION 01 OF 03 SHANGHAI 000374

SENSITIVE ${what}
SIPDIS

DEPT FOR ${what}

E.O. 12958: ${what}
TAGS: PGOV, ${what}, CH (${what})
SUBJECT: ${what} AND MORE

REF: A. SHANGHAI 66 ${what}
     B. ${what}

Classified By: ${what}, Reason 1.4 (b).

1. (SBU) ${what} and ref A, ${what} (para 2). ${what}:

-- ${what}

a. (${what}) ${what}

  ${what}    ${what}    x
  ${what}    ${what}    y

${what.toUpperCase()} HEADING
---------

2. (U) ${what}

${what}
`;

describe("whatever is planted in every field", () => {
  test.each(PLANTED)("%s is text", async (what) => {
    for (const links of ["editor", "page"] as const) expect(faults(printed(planted(what), links))).toEqual([]);
    const { blocks } = await readCable(
      { name: "a.txt", text: planted(what) },
      { name: "b.txt", text: planted(what).replaceAll("000374", "000066") },
    );
    expect(blocks.flatMap(faults)).toEqual([]);
  });

  test("a script is shown letter by letter", () => {
    const html = printed(planted("<script>alert(1)</script>"), "page");
    expect(html.match(/&#60;script&#62;alert\(1\)&#60;\/script&#62;/g)?.length).toBeGreaterThan(8);
  });

  test("the page around it holds nothing of it but its title", () => {
    const tree = parseCable("SUBJECT: </title><script>x</script>\nTAGS: PGOV\n", "x.txt");
    const surroundings = { vocabulary: defaultVocabulary, cited: new Map(), isIndexing: false };
    const page = htmlPage(readingOf({ file: fileUri("file:///x.txt"), tree }, surroundings), tree);
    expect(page).not.toMatch(/<script/i);
    expect(page).toContain("<title>&#60;/title&#62;");
    expect(page).toContain("default-src 'none'");
  });
});

test("any text at all, in either style of links", () => {
  fc.assert(
    fc.property(anyText, fc.constantFrom("editor", "page"), (text, links) => {
      expect(faults(printed(text, links))).toEqual([]);
    }),
    { numRuns: 150 },
  );
}, 60_000);

test("any text with something planted anywhere", () => {
  const withPlant = fc
    .tuple(anyText, fc.constantFrom(...PLANTED), fc.nat())
    .map(([text, what, at]) => text.slice(0, at % (text.length + 1)) + what + text.slice(at % (text.length + 1)));
  fc.assert(
    fc.property(withPlant, (text) => {
      expect(faults(printed(text, "editor"))).toEqual([]);
    }),
    { numRuns: 150 },
  );
}, 60_000);

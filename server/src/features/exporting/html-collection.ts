/** A collection as one page of HTML: contents, each cable as the preview shows it, citations as links, and what is missing. */

import { contextObject } from "../citing/coins.ts";
import { citationParts } from "../citing/parts.ts";
import { type Child, element, escapeHtml, html } from "../rendering/elements.ts";
import { type BookLinks, printBlocks } from "../rendering/html.ts";
import { pageHead } from "../rendering/page.ts";
import COLLECTION_STYLE from "./collection.css?inline";
import type { CollectedCable, Collection } from "./collection.ts";
import type { ReadCable } from "./read-collection.ts";

/** The parts of the page, one after the other, so that no more than one cable is held. */
export async function* htmlCollection(
  collection: Collection,
  cables: AsyncIterable<ReadCable>,
): AsyncGenerator<string> {
  yield `${pageHead(collection.title, COLLECTION_STYLE)}<body class="collection">
<a class="skip" href="#contents">Skip to the contents</a>
<header class="opening">
<h1>${escapeHtml(collection.title)}</h1>
<p>${escapeHtml(collection.facts())}</p>
</header>
<nav id="contents" aria-labelledby="contents-title">
<h2 id="contents-title">Contents</h2>
${html(contentsList(collection.cables, (id) => `#${id}`))}
</nav>
<main>
`;
  for await (const read of cables) yield article(read, collection);
  yield `</main>\n${missingSection(collection)}</body>\n</html>\n`;
}

function article({ cable, tree, reading }: ReadCable, collection: Collection): string {
  const links: BookLinks = {
    prefix: `${cable.id}-`,
    hasCards: true,
    address: (mrn) => {
      const id = collection.idOf(mrn);
      return id === null ? null : `#${id}`;
    },
  };
  const blocks = printBlocks(reading.blocks, tree.lines, links).map((block) => block.html);
  const coins = contextObject(citationParts(tree));
  return `<article class="reading${reading.isCapitals ? " capitals" : ""}" id="${cable.id}">
${coins === null ? "" : `${html(element("span", { class: "Z3988", title: coins }))}\n`}${blocks.join("\n")}
<p class="back"><a href="#contents">Contents</a></p>
</article>
`;
}

/** One item a cable, with what tells it from others. */
export function contentsList(
  cables: readonly CollectedCable[],
  address: (id: string) => `#${string}` | `${string}.xhtml`,
): Child {
  return element(
    "ol",
    { class: "contents" },
    cables.map((cable) =>
      element(
        "li",
        {},
        element("a", { href: address(cable.id) }, nameOf(cable)),
        element("span", { class: "details" }, ` ${detailsOf(cable)}`),
      ),
    ),
  );
}

/** `09SHANGHAI374: NEW MIGRANT POLICY` */
export function nameOf({ mrn, subject }: CollectedCable): string {
  const parts = [mrn, subject].filter((part) => part !== null);
  return parts.length === 0 ? "A cable without a number and a subject" : parts.join(": ");
}

/** `August 28, 2009 · CONFIDENTIAL` */
export function detailsOf({ day, classification }: CollectedCable): string {
  return [day, classification].filter((part) => part !== null).join(" · ");
}

function missingSection(collection: Collection): string {
  const missing = collection.missing();
  if (missing.length === 0) return "";
  return `<section id="missing" aria-labelledby="missing-title">
<h2 id="missing-title">Cited, and not among these cables</h2>
${html(missingList(collection, (id) => `#${id}`))}
</section>
`;
}

/** One item a missing cable, with those that cite it. */
export function missingList(collection: Collection, address: (id: string) => `#${string}` | `${string}.xhtml`): Child {
  const names = new Map(collection.cables.map((cable) => [cable.id, cable.mrn ?? cable.id]));
  return element(
    "ul",
    { class: "missing" },
    collection.missing().map(({ mrn, citedBy }) =>
      element(
        "li",
        {},
        element("b", {}, mrn),
        " cited by ",
        citedBy.flatMap((id, index): Child[] => [
          ...(index === 0 ? [] : [", "]),
          element("a", { href: address(id) }, names.get(id) ?? id),
        ]),
      ),
    ),
  );
}

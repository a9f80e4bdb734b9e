/** A collection as a book of EPUB 3: a file of XHTML a cable, contents, and what is missing. */

import type { Zippable } from "fflate";
import { escapeHtml, html } from "../rendering/elements.ts";
import { type BookLinks, printBlocks } from "../rendering/html.ts";
import PAGE_STYLE from "../rendering/page.css?inline";
import READING_STYLE from "../rendering/reading.css?inline";
import COLLECTION_STYLE from "./collection.css?inline";
import type { CollectedCable, Collection } from "./collection.ts";
import { contentsList, missingList, nameOf } from "./html-collection.ts";
import type { ReadCable } from "./read-collection.ts";

/** The earliest time that an archive can hold: the same cables give the same file on every day. In the clock of the machine. */
const NO_TIME = new Date(1980, 0, 2);

const UTF_8 = new TextEncoder();

const CONTAINER = `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
`;

/** The bytes of the book; `modified` is told in it. */
export async function epubOf(
  collection: Collection,
  cables: AsyncIterable<ReadCable>,
  modified: Date,
): Promise<Uint8Array> {
  const files: Zippable = {
    // The first, and stored as it is: by it the format is known.
    mimetype: [UTF_8.encode("application/epub+zip"), { level: 0, mtime: NO_TIME }],
    "META-INF/container.xml": bytes(CONTAINER),
  };
  const chapters: CollectedCable[] = [];
  for await (const read of cables) {
    chapters.push(read.cable);
    files[`book/${fileOf(read.cable.id)}`] = bytes(chapter(read, collection));
  }
  const missing = collection.missing();
  if (missing.length > 0) files["book/missing.xhtml"] = bytes(missingPage(collection));
  files["book/contents.xhtml"] = bytes(contentsPage(collection, chapters, missing.length > 0));
  files["book/style.css"] = bytes(PAGE_STYLE + READING_STYLE + COLLECTION_STYLE);
  files["book/package.opf"] = bytes(packageFile(collection, chapters, missing.length > 0, withoutFractions(modified)));
  const { zipSync } = await import("../../libraries/zip.ts");
  return zipSync(files);
}

/** `2026-12-01T04:00:00Z`, as the format wants it. */
function withoutFractions(time: Date): string {
  return time.toISOString().replace(/\.\d+Z$/, "Z");
}

function bytes(text: string): [Uint8Array, { mtime: Date }] {
  return [UTF_8.encode(text), { mtime: NO_TIME }];
}

/** Prefixed, so that no cable is called as a file of the book itself. */
function fileOf(id: string): `${string}.xhtml` {
  return `cable-${id}.xhtml`;
}

/** The characters that HTML can show and XML can't hold. */
const NOT_XML = /[\ufffe\uffff]/g;

/** In a text it is escaped: where it stands it is an element, which XML wants closed. */
const BREAK = /<br>/g;

function page(title: string, body: string, bodyClass = "collection"): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="en" xml:lang="en">
<head>
<title>${escapeHtml(title)}</title>
<link rel="stylesheet" type="text/css" href="style.css"/>
</head>
<body class="${bodyClass}">
${body}
</body>
</html>
`
    .replace(NOT_XML, "\ufffd")
    .replace(BREAK, "<br/>");
}

function chapter({ cable, tree, reading }: ReadCable, collection: Collection): string {
  const links: BookLinks = {
    prefix: "",
    hasCards: false,
    address: (mrn) => {
      const id = collection.idOf(mrn);
      return id === null ? null : fileOf(id);
    },
  };
  const blocks = printBlocks(reading.blocks, tree.lines, links).map((block) => block.html);
  const body = `<article class="reading${reading.isCapitals ? " capitals" : ""}">\n${blocks.join("\n")}\n</article>`;
  return page(nameOf(cable), body);
}

function contentsPage(collection: Collection, chapters: readonly CollectedCable[], hasMissing: boolean): string {
  const list = html(contentsList(chapters, fileOf));
  const last = hasMissing ? '<ol><li><a href="missing.xhtml">Cited, and not among these cables</a></li></ol>' : "";
  const title = escapeHtml(collection.title);
  const facts = escapeHtml(collection.facts());
  // In a table of contents an item is a link alone.
  const toc = [
    ...chapters.map((cable) => `<li><a href="${fileOf(cable.id)}">${escapeHtml(nameOf(cable))}</a></li>`),
    ...(hasMissing ? ['<li><a href="missing.xhtml">Cited, and not among these cables</a></li>'] : []),
  ];
  return page(
    collection.title,
    `<header class="opening"><h1>${title}</h1><p>${facts}</p></header>
<nav epub:type="toc" id="toc" hidden="hidden"><h2>Contents</h2><ol>${toc.join("\n")}</ol></nav>
<section><h2>Contents</h2>${list}${last}</section>`,
  );
}

function missingPage(collection: Collection): string {
  const title = "Cited, and not among these cables";
  return page(title, `<section><h2>${title}</h2>${html(missingList(collection, fileOf))}</section>`);
}

function packageFile(
  collection: Collection,
  chapters: readonly CollectedCable[],
  hasMissing: boolean,
  modified: string,
): string {
  const all = [...chapters.map(({ id }) => fileOf(id)), ...(hasMissing ? ["missing.xhtml"] : [])];
  const items = all.map(
    (file, index) => `<item id="part-${index + 1}" href="${file}" media-type="application/xhtml+xml"/>`,
  );
  const spine = all.map((_, index) => `<itemref idref="part-${index + 1}"/>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="identifier" xml:lang="en">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="identifier">urn:reftel:${identifierOf(collection)}</dc:identifier>
<dc:title>${escapeHtml(collection.title)}</dc:title>
<dc:language>en</dc:language>
<dc:description>${escapeHtml(collection.facts())}</dc:description>
<meta property="dcterms:modified">${escapeHtml(modified)}</meta>
</metadata>
<manifest>
<item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="style" href="style.css" media-type="text/css"/>
${items.join("\n")}
</manifest>
<spine>
<itemref idref="contents"/>
${spine.join("\n")}
</spine>
</package>
`.replace(NOT_XML, "\ufffd");
}

/** Of the cables in it: a book of the same cables is the same book. */
function identifierOf({ cables }: Collection): string {
  let hash = 0;
  for (const { id } of cables)
    for (let at = 0; at < id.length; at++) hash = (Math.imul(hash, 31) + id.charCodeAt(at)) | 0;
  return `${cables.length}-${(hash >>> 0).toString(36)}`;
}

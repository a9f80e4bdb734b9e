/** A reading as one file of HTML: nothing to load, nothing to run, light and dark, ready to be printed. */

import type { CableTree } from "../../cable/tree.ts";
import { contextObject } from "../citing/coins.ts";
import { citationParts } from "../citing/parts.ts";
import { element, escapeHtml, html } from "./elements.ts";
import { printBlocks } from "./html.ts";
import PAGE_STYLE from "./page.css?inline";
import READING_STYLE from "./reading.css?inline";
import type { Region, RenderedCable } from "./reading.ts";

/** The element of each part of the page. */
const REGIONS: Readonly<Record<Region, { readonly tag: string; readonly id: string }>> = {
  head: { tag: "header", id: "head" },
  text: { tag: "main", id: "text" },
  foot: { tag: "footer", id: "foot" },
};

/** All of a page before its body: nothing is loaded, nothing runs. `style` is added to that of a reading. */
export function pageHead(title: string, style = ""): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Reftel">
<title>${escapeHtml(title)}</title>
<style>
${PAGE_STYLE}${READING_STYLE}${style}</style>
</head>
`;
}

/** The whole file, with a line break at its end. */
export function htmlPage(reading: RenderedCable, tree: CableTree): string {
  const blocks = printBlocks(reading.blocks, tree.lines, "page");
  const region = (name: Region): string => {
    const { tag, id } = REGIONS[name];
    const own = blocks.filter((block) => block.region === name);
    return `<${tag} class="region" id="${id}">\n${own.map(({ html }) => `${html}\n`).join("")}</${tag}>\n`;
  };
  const coins = contextObject(citationParts(tree));
  const citation = coins === null ? "" : `${html(element("span", { class: "Z3988", title: coins }))}\n`;
  return `${pageHead(reading.title)}<body>
<a class="skip" href="#text">Skip to the text</a>
<div class="reading${reading.isCapitals ? " capitals" : ""}">
${citation}${region("head")}${region("text")}${region("foot")}</div>
</body>
</html>
`;
}

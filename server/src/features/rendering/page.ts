/** A reading as one file of HTML: nothing to load, nothing to run, light and dark, ready to be printed. */

import type { LineTable } from "../../text/line-table.ts";
import { escapeHtml } from "./elements.ts";
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

/** The whole file, with a line break at its end. */
export function htmlPage(reading: RenderedCable, lines: LineTable): string {
  const blocks = printBlocks(reading.blocks, lines, "page");
  const region = (name: Region): string => {
    const { tag, id } = REGIONS[name];
    const own = blocks.filter((block) => block.region === name);
    return `<${tag} class="region" id="${id}">\n${own.map(({ html }) => `${html}\n`).join("")}</${tag}>\n`;
  };
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Reftel">
<title>${escapeHtml(reading.title)}</title>
<style>
${PAGE_STYLE}${READING_STYLE}</style>
</head>
<body>
<a class="skip" href="#text">Skip to the text</a>
<div class="reading${reading.isCapitals ? " capitals" : ""}">
${region("head")}${region("text")}${region("foot")}</div>
</body>
</html>
`;
}

/** Measures the figures that the project promises, prints them as a table, and fails where one is not kept. */

import { stat } from "node:fs/promises";
import { parseArgs } from "node:util";
import type { Figure } from "./figure.ts";
import { parserFigures } from "./parser.ts";
import { previewFigures } from "./preview.ts";
import { keystrokeFigures, startFigures } from "./server.ts";
import { textFigures } from "./texts.ts";
import { timelineFigures } from "./timeline.ts";

const LARGEST_PACKAGE = 1_000_000;

/** `--texts FOLDER`, as often as there are folders of real cables: what is measured on invented ones is measured on these, too. */
const { values, positionals } = parseArgs({
  options: { texts: { type: "string", multiple: true, default: [] } },
  allowPositionals: true,
});
const [reftel = "", empty = "", extension = ""] = positionals;

async function packageFigures(): Promise<Figure[]> {
  const { size } = await stat(extension);
  return [
    {
      what: "Packed extension",
      measured: `${(size / 1e3).toFixed(0)} KB`,
      promised: `under ${LARGEST_PACKAGE / 1e3} KB`,
      kept: size < LARGEST_PACKAGE,
    },
  ];
}

async function main(): Promise<void> {
  const figures = [
    ...(await parserFigures()),
    ...(await Promise.all(values.texts.map(textFigures))).flat(),
    ...(await keystrokeFigures(reftel, empty)),
    ...(await previewFigures(reftel)),
    ...(await startFigures(reftel)),
    ...timelineFigures(),
    ...(await packageFigures()),
  ];
  const whatWidth = Math.max(...figures.map(({ what }) => what.length));
  const measuredWidth = Math.max(...figures.map(({ measured }) => measured.length));
  for (const { what, measured, promised, kept } of figures) {
    const verdict = promised === null ? "" : `${promised}${kept ? "" : "  NOT KEPT"}`;
    console.log(`${what.padEnd(whatWidth)}  ${measured.padEnd(measuredWidth)}  ${verdict}`.trimEnd());
  }
  process.exitCode = figures.every(({ kept }) => kept) ? 0 : 1;
}

void main();

/** A cable's sign in lists: the customary colours of classifications, in the shades that the theme gives them. */

import { ThemeColor, ThemeIcon } from "vscode";
import type { ClassificationLevel } from "../../../../server/src/lsp/protocol.ts";

const COLOURS: Readonly<Record<ClassificationLevel, string>> = {
  UNCLASSIFIED: "charts.green",
  "LIMITED OFFICIAL USE": "charts.purple",
  CONFIDENTIAL: "charts.blue",
  SECRET: "charts.red",
  "TOP SECRET": "charts.orange",
};

/** Colour never says it alone: tooltips have the word. */
export function classificationIcon(level: ClassificationLevel | null): ThemeIcon {
  return level === null ? new ThemeIcon("mail") : new ThemeIcon("mail", new ThemeColor(COLOURS[level]));
}

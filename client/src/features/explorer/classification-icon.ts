/** A cable's sign in lists: the customary colours of classifications, as the manifest declares them and a theme may change them. */

import { ThemeColor, ThemeIcon } from "vscode";
import type { ClassificationLevel } from "../../../../server/src/lsp/protocol.ts";

const COLOURS: Readonly<Record<ClassificationLevel, string>> = {
  UNCLASSIFIED: "reftel.classification.unclassified",
  "LIMITED OFFICIAL USE": "reftel.classification.limitedOfficialUse",
  CONFIDENTIAL: "reftel.classification.confidential",
  SECRET: "reftel.classification.secret",
  "TOP SECRET": "reftel.classification.topSecret",
};

/** Colour never says it alone: tooltips have the word. */
export function classificationIcon(level: ClassificationLevel | null): ThemeIcon {
  return level === null ? new ThemeIcon("mail") : new ThemeIcon("mail", new ThemeColor(COLOURS[level]));
}

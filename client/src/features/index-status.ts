/** The language status of a cable: how many cables the index holds, and whether it still grows. */

import { type Disposable, LanguageStatusSeverity, l10n, languages } from "vscode";
import type { IndexStatus } from "../../../server/src/host/indexer.ts";
import type { ClientPart } from "../client-part.ts";
import { CABLE } from "../detection.ts";

export const indexStatus: ClientPart = ({ onIndexChanged }) => {
  const item = languages.createLanguageStatusItem("reftel.index", { language: CABLE });
  item.name = l10n.t("Index of Cables");
  item.severity = LanguageStatusSeverity.Information;
  item.text = l10n.t("Index of cables");
  item.command = { command: "reftel.showLog", title: l10n.t("Show Log") };
  const show = ({ state, cables, files, skipped }: IndexStatus): void => {
    item.busy = state === "indexing";
    item.text = item.busy ? l10n.t("Indexing: {0} cables so far", cables) : l10n.t("{0} cables indexed", cables);
    item.detail = l10n.t("{0} files, {1} passed over", files, skipped);
  };
  const parts: readonly Disposable[] = [item, onIndexChanged(show)];
  return parts;
};

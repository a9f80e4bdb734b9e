/** `Reftel: Import Cables…`: takes cables out of web pages, rows and long texts into a folder, one file each. */

import { commands, l10n, ProgressLocation, type Uri, window, workspace } from "vscode";
import { ImportProgressNotification, type ImportReport, ImportRequest } from "../../../server/src/lsp/protocol.ts";
import type { ClientHost, ClientPart } from "../client-part.ts";

export const importCables: ClientPart = (host) => [
  commands.registerCommand("reftel.importCables", async (from?: unknown, to?: unknown) => {
    const sources = isUri(from) ? [from] : await askForSources();
    if (sources === undefined) return;
    const target = isUri(to) ? to : await askForTarget();
    if (target === undefined) return;
    try {
      const report = await run(host, sources, target);
      if (report === null) {
        void window.showErrorMessage(l10n.t("Cables can be imported where VS Code has a disk, not in the browser."));
      } else if (report.failed !== null) {
        void window.showErrorMessage(l10n.t("The import has failed: {0}", report.failed));
      } else await tell(report);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      void window.showWarningMessage(
        l10n.t("The import has ended before its time ({0}). Run it again to go on with it.", reason),
      );
    }
  }),
];

function isUri(value: unknown): value is Uri {
  return typeof value === "object" && value !== null && "fsPath" in value && "scheme" in value;
}

function askForSources(): Thenable<Uri[] | undefined> {
  return window.showOpenDialog({
    title: l10n.t("Import cables from: web pages, CSV rows, archive exports, texts"),
    openLabel: l10n.t("Import"),
    canSelectMany: true,
    canSelectFiles: true,
    canSelectFolders: true,
  });
}

async function askForTarget(): Promise<Uri | undefined> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const chosen = await window.showOpenDialog({
    title: l10n.t("Put one file a cable into"),
    openLabel: l10n.t("Import Here"),
    canSelectFiles: false,
    canSelectFolders: true,
    ...(folder === undefined ? {} : { defaultUri: folder }),
  });
  return chosen?.[0];
}

function run(host: ClientHost, sources: readonly Uri[], to: Uri): Thenable<ImportReport | null> {
  const options = { location: ProgressLocation.Notification, title: l10n.t("Importing cables"), cancellable: true };
  return window.withProgress(options, async (progress, token) => {
    const client = await host.client();
    const { asUri } = client.code2ProtocolConverter;
    const told = client.onNotification(ImportProgressNotification, ({ source, cables, share }) => {
      const percent = share === null ? "" : ` · ${Math.floor(100 * share)} %`;
      progress.report({ message: `${l10n.t("{0} cables", cables)} · ${source.split(/[\\/]/).at(-1) ?? ""}${percent}` });
    });
    try {
      return await client.sendRequest(
        ImportRequest,
        { sources: sources.map((uri) => asUri(uri)), to: asUri(to) },
        token,
      );
    } finally {
      told.dispose();
    }
  });
}

async function tell({ written, there, problems }: ImportReport): Promise<void> {
  const words = l10n.t("{0} cables imported, {1} already there.", written, there);
  if (problems.length === 0) {
    void window.showInformationMessage(words);
    return;
  }
  const show = l10n.t("Show What Was Not Taken");
  const chosen = await window.showWarningMessage(words, show);
  if (chosen !== show) return;
  const document = await workspace.openTextDocument({ language: "plaintext", content: `${problems.join("\n")}\n` });
  await window.showTextDocument(document);
}

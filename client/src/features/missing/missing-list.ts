/** `Reftel: Show Missing References`: what is cited and not there, as a document, as CSV, and as letters to archives. */

import { commands, EventEmitter, env, l10n, ProgressLocation, Uri, window, workspace } from "vscode";
import { type MissingReferences, MissingReferencesRequest } from "../../../../server/src/lsp/protocol.ts";
import type { ClientHost, ClientPart } from "../../client-part.ts";
import { CABLE } from "../../detection.ts";

/** Documents of this scheme are lists: they stand in memory alone and can't be changed. */
const SCHEME = "reftel-missing";

export const missingList: ClientPart = (host) => {
  const lists = new Map<string, string>();
  const changed = new EventEmitter<Uri>();
  return [
    changed,
    workspace.registerTextDocumentContentProvider(SCHEME, {
      onDidChange: changed.event,
      // After a reload of the window nothing is known of a list any more.
      provideTextDocumentContent: (uri) =>
        lists.get(uri.path) ?? l10n.t("Run “Reftel: Show Missing References” again to see the list."),
    }),
    workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme === SCHEME) lists.delete(uri.path);
    }),
    commands.registerCommand("reftel.showMissingReferences", async (one?: unknown, all?: unknown) => {
      const chosen = chosenUris(one, all) ?? (await askWhere());
      if (chosen === null) return;
      const found = await ask(host, chosen);
      if (found === null) return;
      const uri = Uri.from({ scheme: SCHEME, path: `/${l10n.t("Missing references")}.md` });
      lists.set(uri.path, found.markdown);
      changed.fire(uri);
      await window.showTextDocument(await workspace.openTextDocument(uri), { preview: false });
      if (found.indexing) {
        void window.showInformationMessage(l10n.t("Still indexing: some of these may be there."));
      }
      void offer(found);
    }),
  ];
};

/** What the command was run on in the Explorer or an editor's title; null where it was run by its name. */
function chosenUris(one: unknown, all: unknown): readonly Uri[] | null {
  if (Array.isArray(all)) {
    const uris = all.filter((each) => each instanceof Uri);
    if (uris.length > 0) return uris;
  }
  return one instanceof Uri ? [one] : null;
}

async function askWhere(): Promise<readonly Uri[] | null> {
  const document = window.activeTextEditor?.document;
  const everywhere = { label: l10n.t("All cables of the workspace"), uris: [] };
  if (document?.languageId !== CABLE) return everywhere.uris;
  const here = { label: l10n.t("This cable"), uris: [document.uri] };
  const title = l10n.t("Show Missing References");
  return (await window.showQuickPick([here, everywhere], { title }))?.uris ?? null;
}

async function ask(host: ClientHost, uris: readonly Uri[]): Promise<MissingReferences | null> {
  const title = l10n.t("Looking for missing references");
  return window.withProgress({ location: ProgressLocation.Window, title }, async () => {
    const client = await host.client();
    return client.sendRequest(MissingReferencesRequest, {
      uris: uris.map((uri) => client.code2ProtocolConverter.asUri(uri)),
    });
  });
}

async function offer({ total, csv, request }: MissingReferences): Promise<void> {
  if (total === 0) return;
  const save = l10n.t("Save as CSV…");
  const copy = l10n.t("Copy Request to Archives");
  const words =
    total === 1 ? l10n.t("1 cable is cited and not there.") : l10n.t("{0} cables are cited and not there.", total);
  const chosen = await window.showInformationMessage(words, save, copy);
  if (chosen === copy) await env.clipboard.writeText(request);
  if (chosen !== save) return;
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const target = await window.showSaveDialog({
    filters: { CSV: ["csv"] },
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, "missing-references.csv") }),
  });
  if (target !== undefined) await workspace.fs.writeFile(target, new TextEncoder().encode(csv));
}

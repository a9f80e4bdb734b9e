/** `Reftel: Export…` and `Reftel: Print…`: a cable as a file to read elsewhere. */

import { env, l10n, ProgressLocation, UIKind, Uri, window, workspace } from "vscode";
import { type ExportFormat, ExportRequest } from "../../../../server/src/lsp/protocol.ts";
import type { ClientHost } from "../../client-part.ts";
import { nameOf, writeWhole } from "../../write-whole.ts";

interface FormatItem {
  readonly label: string;
  readonly description: string;
  readonly format: ExportFormat;
  readonly ending: string;
}

function formats(): readonly FormatItem[] {
  return [
    { label: "HTML", description: l10n.t("one page, for browsers and for print"), format: "html", ending: "html" },
    { label: "Markdown", description: l10n.t("for notes and wikis"), format: "markdown", ending: "md" },
  ];
}

/** Asks for the format and the place, and writes. What is there is replaced only after the dialogue has asked. */
export async function exportDocument(host: ClientHost, uri: Uri): Promise<void> {
  const chosen = await window.showQuickPick([...formats()], { title: l10n.t("Export the cable as") });
  if (chosen === undefined) return;
  const target = await window.showSaveDialog({
    defaultUri: uri.with({ path: withEnding(uri.path, chosen.ending) }),
    filters: { [chosen.label]: [chosen.ending] },
  });
  if (target === undefined) return;
  const content = await contentOf(host, uri, chosen.format);
  await writeWhole(target, content);
  const open = l10n.t("Open");
  const answer = await window.showInformationMessage(l10n.t("Exported to {0}", nameOf(target.path)), open);
  if (answer === open) await window.showTextDocument(target);
}

/** Opens the page in the browser, which prints; where the browser has no way to the file, exports instead. */
export async function printDocument(host: ClientHost, uri: Uri): Promise<void> {
  const folder = host.context.globalStorageUri;
  if (env.uiKind === UIKind.Web || env.remoteName !== undefined || folder.scheme !== "file") {
    await exportDocument(host, uri);
    return;
  }
  await window.withProgress({ location: ProgressLocation.Window, title: l10n.t("Preparing to print") }, async () => {
    const target = Uri.joinPath(folder, "print", nameOf(withEnding(uri.path, "html")));
    await workspace.fs.createDirectory(Uri.joinPath(folder, "print"));
    await writeWhole(target, await contentOf(host, uri, "html"));
    await env.openExternal(target);
  });
}

async function contentOf(host: ClientHost, uri: Uri, format: ExportFormat): Promise<string> {
  const client = await host.client();
  const document = await workspace.openTextDocument(uri);
  const textDocument = { uri: client.code2ProtocolConverter.asUri(uri) };
  const answer =
    (await client.sendRequest(ExportRequest, { textDocument, format })) ??
    (await client.sendRequest(ExportRequest, { textDocument, format, text: document.getText() }));
  if (answer === null) throw new Error(l10n.t("The server could not export the cable."));
  return answer.content;
}

function withEnding(path: string, ending: string): string {
  return `${path.replace(/\.[A-Za-z]{1,9}$/, "")}.${ending}`;
}

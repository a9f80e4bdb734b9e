/** `Reftel: New Cable…`: an untitled document with a whole cable of the form that is picked, to be filled in. */

import { commands, l10n, SnippetString, window, workspace } from "vscode";
import { NewCablesRequest } from "../../../server/src/lsp/protocol.ts";
import type { ClientHost, ClientPart } from "../client-part.ts";
import { CABLE } from "../detection.ts";

export const newCable: ClientPart = (host) => [
  // A form may be named, for a key of one's own: then nothing is asked.
  commands.registerCommand("reftel.newCable", (label?: unknown) =>
    begin(host, typeof label === "string" ? label : null),
  ),
];

async function begin(host: ClientHost, named: string | null): Promise<void> {
  const client = await host.client();
  const templates = (await client.sendRequest(NewCablesRequest, {})) ?? [];
  const items = templates.map(({ label, title, snippet }) => ({
    label: title.charAt(0).toUpperCase() + title.slice(1),
    description: label,
    snippet,
  }));
  const chosen =
    items.find(({ description }) => description === named) ??
    (await window.showQuickPick(items, { title: l10n.t("New Cable"), placeHolder: l10n.t("Choose a form") }));
  if (chosen === undefined) return;
  const document = await workspace.openTextDocument({ language: CABLE, content: "" });
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(chosen.snippet));
}

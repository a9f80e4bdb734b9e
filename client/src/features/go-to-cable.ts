/** `Reftel: Go to Cable…` and the list of citations behind the line above a subject. */

import { commands, type Location, l10n, Position, type QuickPickItem, Uri, window, workspace } from "vscode";
import {
  type BaseLanguageClient,
  type SymbolInformation,
  type WorkspaceSymbol,
  WorkspaceSymbolRequest,
  WorkspaceSymbolResolveRequest,
} from "vscode-languageclient";
import { QueryCheckRequest, SHOW_CITATIONS } from "../../../server/src/lsp/protocol.ts";
import type { ClientHost, ClientPart } from "../client-part.ts";

/** More than this nobody looks through. */
const MOST_SHOWN = 200;

interface CableItem extends QuickPickItem {
  /** Null for a line that says why there is no cable. */
  readonly found: SymbolInformation | WorkspaceSymbol | null;
}

export const goToCable: ClientPart = (host) => [
  commands.registerCommand("reftel.goToCable", () => pickCable(host)),
  commands.registerCommand(SHOW_CITATIONS, showCitations),
];

/** Asks the server with all that was typed: the editor's own list sends it the first word only. */
async function pickCable(host: ClientHost): Promise<void> {
  const client = await host.client();
  const pick = window.createQuickPick<CableItem>();
  pick.placeholder = l10n.t(
    "Number, station, words of the subject, or fields: 09SHANGHAI374, from:shanghai tag:energy",
  );
  pick.matchOnDescription = true;
  let asked = 0;
  pick.onDidChangeValue(async (value) => {
    const own = ++asked;
    pick.busy = true;
    const isEmpty = value.trim() === "";
    const [found, problem] = isEmpty
      ? [[], null]
      : await Promise.all([
          client.sendRequest(WorkspaceSymbolRequest.type, { query: value }),
          problemIn(client, value),
        ]);
    const items = problem === null ? itemsOf((found ?? []).slice(0, MOST_SHOWN)) : [problem];
    if (items.length === 0 && !isEmpty) items.push({ label: l10n.t("No cable fits."), alwaysShow: true, found: null });
    // An answer to what was typed before is of no use any more.
    if (own !== asked) return;
    pick.busy = false;
    pick.items = items;
  });
  pick.onDidAccept(async () => {
    const [chosen] = pick.selectedItems;
    pick.hide();
    if (chosen?.found == null) return;
    const { location } = await client.sendRequest(WorkspaceSymbolResolveRequest.type, chosen.found);
    const document = await workspace.openTextDocument(Uri.parse(location.uri));
    const selection = "range" in location ? { selection: client.protocol2CodeConverter.asRange(location.range) } : {};
    await window.showTextDocument(document, selection);
  });
  pick.onDidHide(() => pick.dispose());
  pick.show();
}

/** Each cable; of one in several files each file, by its name. */
function itemsOf(all: readonly (SymbolInformation | WorkspaceSymbol)[]): CableItem[] {
  const files = new Map<string, number>();
  for (const { name } of all) files.set(name, (files.get(name) ?? 0) + 1);
  return all.map((found) => ({
    label: found.name,
    description: found.containerName ?? "",
    ...(files.get(found.name) === 1 ? {} : { detail: workspace.asRelativePath(Uri.parse(found.location.uri)) }),
    // The server has chosen and ranked; nothing is to be filtered out for other letters.
    alwaysShow: true,
    found,
  }));
}

/** What is wrong with what was typed; null where it can be asked. A field that is not known is of no cable, and of all. */
async function problemIn(client: BaseLanguageClient, query: string): Promise<CableItem | null> {
  const answer = await client.sendRequest(QueryCheckRequest, { query, isTyping: true });
  const [problem] = answer?.problems ?? [];
  if (problem === undefined) return null;
  const { start, message, suggestions } = problem;
  const detail = suggestions.length === 0 ? {} : { detail: l10n.t("Did you mean {0}?", suggestions.join(", ")) };
  return { label: l10n.t("At character {0}: {1}", start + 1, message), ...detail, alwaysShow: true, found: null };
}

async function showCitations(uri: string, { line, character }: { line: number; character: number }): Promise<void> {
  const file = Uri.parse(uri);
  const at = new Position(line, character);
  const citations = await commands.executeCommand<Location[]>("vscode.executeReferenceProvider", file, at);
  await commands.executeCommand("editor.action.showReferences", file, at, citations ?? []);
}

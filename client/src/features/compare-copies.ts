/** `Reftel: Compare Copies…`: two copies of one cable beside each other, free of page furniture, in the editor's own view of differences. */

import { commands, l10n, type QuickPickItem, type TextDocumentContentProvider, Uri, window, workspace } from "vscode";
import { CompareCopiesRequest, CopiesOfRequest } from "../../../server/src/lsp/protocol.ts";
import type { ClientHost, ClientPart } from "../client-part.ts";

const SCHEME = "reftel-copy";

/** The clean texts that are shown, by their addresses. */
class Copies implements TextDocumentContentProvider {
  readonly #texts = new Map<string, string>();

  provideTextDocumentContent(uri: Uri): string {
    return this.#texts.get(uri.toString()) ?? "";
  }

  add(of: Uri, text: string): Uri {
    // The whole address is kept: two copies may have one name.
    const uri = of.with({ scheme: SCHEME, query: of.toString() });
    this.#texts.set(uri.toString(), text);
    return uri;
  }

  forget(uri: Uri): void {
    this.#texts.delete(uri.toString());
  }
}

export const compareCopiesCommand: ClientPart = (host) => {
  const copies = new Copies();
  return [
    workspace.registerTextDocumentContentProvider(SCHEME, copies),
    workspace.onDidCloseTextDocument(({ uri }) => {
      if (uri.scheme === SCHEME) copies.forget(uri);
    }),
    // Two files may be handed over, as by a selection in the explorer.
    commands.registerCommand("reftel.compareCopies", async (one?: unknown, all?: unknown) => {
      const given = Array.isArray(all) ? all.filter((uri) => uri instanceof Uri) : one instanceof Uri ? [one] : [];
      const first = given[0] ?? window.activeTextEditor?.document.uri;
      if (first === undefined) {
        void window.showInformationMessage(l10n.t("Open a cable to compare it with another copy of it."));
        return;
      }
      const second = given[1] ?? (await pickOther(host, first));
      if (second !== undefined) await compare(host, copies, first, second);
    }),
  ];
};

interface CopyItem extends QuickPickItem {
  /** Null for the one that has a file chosen. */
  readonly uri: Uri | null;
}

/** Other copies of the cable that the index has are offered first. */
async function pickOther(host: ClientHost, first: Uri): Promise<Uri | undefined> {
  const known = await otherCopies(host, first);
  const items: readonly CopyItem[] = [
    ...known.map((uri): CopyItem => ({ label: workspace.asRelativePath(uri), uri })),
    { label: l10n.t("Choose a file…"), uri: null },
  ];
  const chosen =
    known.length === 0
      ? { uri: null }
      : await window.showQuickPick(items, { title: l10n.t("Compare with which copy?") });
  if (chosen === undefined) return undefined;
  if (chosen.uri !== null) return chosen.uri;
  const files = await window.showOpenDialog({ title: l10n.t("Compare with which copy?"), canSelectMany: false });
  return files?.[0];
}

async function otherCopies(host: ClientHost, first: Uri): Promise<readonly Uri[]> {
  const client = await host.client();
  const copies = (await client.sendRequest(CopiesOfRequest, { uri: client.code2ProtocolConverter.asUri(first) })) ?? [];
  return copies.map((uri) => client.protocol2CodeConverter.asUri(uri)).filter((uri) => uri.path !== first.path);
}

async function compare(host: ClientHost, copies: Copies, first: Uri, second: Uri): Promise<void> {
  const client = await host.client();
  const { asUri } = client.code2ProtocolConverter;
  const answer = await client.sendRequest(CompareCopiesRequest, { one: asUri(first), other: asUri(second) });
  if (answer === null) {
    void window.showErrorMessage(l10n.t("One of the copies can't be read."));
    return;
  }
  const name = (uri: Uri): string => workspace.asRelativePath(uri);
  const title = l10n.t("{0} and {1}: copies without page furniture", name(first), name(second));
  await commands.executeCommand("vscode.diff", copies.add(first, answer.one), copies.add(second, answer.other), title);
  const [ours, theirs] = answer.redactions;
  const [withheld, theirWithheld] = answer.withheldWords;
  window.setStatusBarMessage(
    l10n.t("Redactions: {0} and {1}; words withheld: {2} and {3}", ours, theirs, withheld, theirWithheld),
    15_000,
  );
}

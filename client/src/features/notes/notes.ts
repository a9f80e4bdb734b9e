/** Cables in Markdown notes: quotations are checked, passages are copied as quotations, and a cable that is dropped is cited. */

import {
  commands,
  type DataTransfer,
  DocumentDropEdit,
  env,
  l10n,
  languages,
  ProgressLocation,
  type TextDocument,
  Uri,
  window,
  workspace,
} from "vscode";
import {
  CheckQuotationsRequest,
  type QuotationCounts,
  QuotePassageRequest,
} from "../../../../server/src/lsp/protocol.ts";
import type { ClientHost, ClientPart } from "../../client-part.ts";
import { CABLE } from "../../detection.ts";

const MARKDOWN = "markdown";

/** More files that are dropped at once are left to the editor. */
const MOST_DROPPED = 50;

export const notes: ClientPart = (host) => [
  commands.registerCommand("reftel.checkQuotations", () => checkQuotations(host)),
  commands.registerCommand("reftel.copyQuotation", () => copyQuotation(host)),
  languages.registerDocumentDropEditProvider(MARKDOWN, {
    provideDocumentDropEdits: (document, _, dropped) => citationsOfDropped(host, document, dropped),
  }),
];

async function checkQuotations(host: ClientHost): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== MARKDOWN) {
    void window.showInformationMessage(l10n.t("Open a Markdown note to check its quotations."));
    return;
  }
  const counts = await window.withProgress(
    { location: ProgressLocation.Notification, title: l10n.t("Checking quotations") },
    async () => {
      const client = await host.client();
      const textDocument = client.code2ProtocolConverter.asTextDocumentIdentifier(document);
      return client.sendRequest(CheckQuotationsRequest, { textDocument });
    },
  );
  if (counts === null) {
    void window.showInformationMessage(l10n.t("There are no cables here that a note could quote."));
    return;
  }
  const problems = l10n.t("Show Problems");
  const isWrong = counts.verdicts.some(({ verdict, count }) => verdict !== "verbatim" && count > 0);
  const chosen = await window.showInformationMessage(told(counts), ...(isWrong ? [problems] : []));
  if (chosen === problems) await commands.executeCommand("workbench.actions.view.problems");
}

function told({ verdicts, uncited, tooShort }: QuotationCounts): string {
  const names = {
    verbatim: (count: number) => l10n.t("{0} verbatim", count),
    altered: (count: number) => l10n.t("{0} altered", count),
    "other-paragraph": (count: number) => l10n.t("{0} of another paragraph", count),
    "other-cable": (count: number) => l10n.t("{0} of another cable", count),
    "not-held": (count: number) => l10n.t("{0} not held", count),
  };
  const parts = verdicts.filter(({ count }) => count > 0).map(({ verdict, count }) => names[verdict](count));
  if (uncited > 0) parts.push(l10n.t("{0} without a citation", uncited));
  if (tooShort > 0) parts.push(l10n.t("{0} too short to be told", tooShort));
  return parts.length === 0
    ? l10n.t("There are no quotations in this note.")
    : l10n.t("Quotations: {0}", parts.join(", "));
}

async function copyQuotation(host: ClientHost): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== CABLE) {
    void window.showInformationMessage(l10n.t("Open a cable and select a passage to copy it as a quotation."));
    return;
  }
  const { document, selection } = editor;
  const client = await host.client();
  const quoted = await client.sendRequest(QuotePassageRequest, {
    uri: client.code2ProtocolConverter.asUri(document.uri),
    ...(selection.isEmpty ? {} : { range: client.code2ProtocolConverter.asRange(selection) }),
  });
  if (quoted === null) {
    void window.showInformationMessage(l10n.t("Nothing of the cable's text is selected, or the cable can't be cited."));
    return;
  }
  await env.clipboard.writeText(quoted);
  window.setStatusBarMessage(l10n.t("Copied as a quotation"), 3000);
}

/** Cables that are dropped into a note, from the explorer or a tab, are quoted by their subjects and cited. */
async function citationsOfDropped(
  host: ClientHost,
  document: TextDocument,
  dropped: DataTransfer,
): Promise<DocumentDropEdit | undefined> {
  if (!workspace.getConfiguration("reftel", document).get("notes", true)) return undefined;
  const list = (await dropped.get("text/uri-list")?.asString()) ?? "";
  const uris = list.split(/\r?\n/).filter((line) => line !== "" && !line.startsWith("#"));
  if (uris.length === 0 || uris.length > MOST_DROPPED) return undefined;
  const client = await host.client();
  const quoted = await Promise.all(
    uris.map((uri) =>
      client.sendRequest(QuotePassageRequest, { uri: client.code2ProtocolConverter.asUri(Uri.parse(uri)) }),
    ),
  );
  const cables = quoted.filter((text) => text !== null);
  // Where one is no cable, the editor's own way of dropping files is the right one.
  return cables.length < uris.length ? undefined : new DocumentDropEdit(cables.join("\n"));
}

/** `Reftel: Copy Citation…`: puts how the open cable is cited on the clipboard, in the style that is picked. */

import { commands, env, l10n, type QuickPickItem, window } from "vscode";
import { CitationRequest } from "../../../server/src/lsp/protocol.ts";
import type { ClientHost, ClientPart } from "../client-part.ts";
import { CABLE } from "../detection.ts";

interface StyleItem extends QuickPickItem {
  readonly text: string;
}

export const copyCitation: ClientPart = (host) => [
  // A style may be named, for a key of one's own: then nothing is asked.
  commands.registerCommand("reftel.copyCitation", (style?: unknown) =>
    pickCitation(host, typeof style === "string" ? style : null),
  ),
];

async function pickCitation(host: ClientHost, style: string | null): Promise<void> {
  const editor = window.activeTextEditor;
  if (editor?.document.languageId !== CABLE) {
    void window.showInformationMessage(l10n.t("Open a cable to copy its citation."));
    return;
  }
  const client = await host.client();
  const { document, selection } = editor;
  const citations = await client.sendRequest(CitationRequest, {
    textDocument: client.code2ProtocolConverter.asTextDocumentIdentifier(document),
    ...(selection.isEmpty ? {} : { range: client.code2ProtocolConverter.asRange(selection) }),
    // As the forms are: in English, whatever the editor speaks.
    accessed: new Date().toLocaleDateString("en-US", { year: "numeric", month: "long", day: "numeric" }),
  });
  if (citations === null || citations.length === 0) {
    void window.showInformationMessage(
      l10n.t("This cable says too little of itself to be cited: it has neither a number nor a sender."),
    );
    return;
  }
  const names = styleNames();
  const items = citations.map(
    (one): StyleItem => ({ label: names[one.style], detail: one.text.replace(/\s+/g, " "), text: one.text }),
  );
  const named = citations.findIndex((one) => one.style === style);
  const chosen =
    named >= 0
      ? items[named]
      : await window.showQuickPick(items, { title: l10n.t("Copy Citation"), matchOnDetail: true });
  if (chosen === undefined) return;
  await env.clipboard.writeText(chosen.text);
  window.setStatusBarMessage(l10n.t("Copied: {0}", chosen.label), 3000);
}

function styleNames() {
  return {
    mrn: l10n.t("Number"),
    short: l10n.t("Number as REF lines have it"),
    "chicago-note": l10n.t("Chicago, note"),
    "chicago-bibliography": l10n.t("Chicago, bibliography"),
    "national-archives": l10n.t("National Archives"),
    frus: l10n.t("Foreign Relations of the United States, note"),
    mla: "MLA",
    release: l10n.t("Release of the Department of State"),
    bibtex: "BibTeX",
    biblatex: "BibLaTeX",
    "csl-json": "CSL JSON",
    ris: "RIS",
  };
}

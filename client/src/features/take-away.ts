/** *Reftel: Export Cables…*: chosen cables, a search, a dossier or a thread as one page, one file of Markdown, or one book. */

import { commands, env, l10n, ProgressLocation, type QuickPickItem, Uri, window, workspace } from "vscode";
import {
  type CollectionChoice,
  type ExportCollectionParams,
  ExportCollectionRequest,
} from "../../../server/src/lsp/protocol.ts";
import type { ClientHost, ClientPart } from "../client-part.ts";
import { nameOf, writeWhole } from "../write-whole.ts";
import type { CablesNode } from "./explorer/cables-view.ts";
import { savedStoreOf } from "./saved/saved-store.ts";

/** What is taken away, and what it is called. */
interface Chosen {
  readonly choice: CollectionChoice;
  readonly title: string;
}

export const takeAway: ClientPart = (host) => [
  commands.registerCommand("reftel.exportCables", async (node?: CablesNode, all?: readonly CablesNode[]) => {
    const chosen = ofNodes(all ?? (node === undefined ? [] : [node])) ?? (await asked(host));
    if (chosen !== null) await exportChosen(host, chosen);
  }),
  commands.registerCommand("reftel.exportThread", async (node?: CablesNode) => {
    const number = node?.kind === "cable" ? node.row.mrn : null;
    const chosen = await askedThread(number ?? "");
    if (chosen !== null) await exportChosen(host, chosen);
  }),
];

/** Null where no node is one that can be taken away. */
function ofNodes(nodes: readonly CablesNode[]): Chosen | null {
  const [first] = nodes;
  if (first?.kind === "search")
    return { choice: { kind: "query", query: first.search.query }, title: first.search.name };
  if (first?.kind === "dossier") {
    return { choice: { kind: "numbers", numbers: first.dossier.cables }, title: first.dossier.name };
  }
  const rows = nodes.flatMap((node) => (node.kind === "cable" ? [node.row] : []));
  if (rows.length === 0) return null;
  const title = rows.length === 1 ? (rows[0]?.mrn ?? l10n.t("Cables")) : l10n.t("{0} cables", rows.length);
  return { choice: { kind: "files", uris: rows.map(({ uri }) => uri) }, title };
}

interface Way extends QuickPickItem {
  readonly choose: () => Promise<Chosen | null>;
}

/** Asks what is to be taken away: a search, a thread, or what is kept under a name. */
async function asked(host: ClientHost): Promise<Chosen | null> {
  const store = savedStoreOf(host);
  const [searches, dossiers] = await Promise.all([store.searches(), store.dossiers()]);
  const ways: Way[] = [
    { label: l10n.t("What a search finds…"), choose: askedSearch },
    { label: l10n.t("The thread of a cable…"), choose: () => askedThread("") },
    ...searches.entries.map(({ name, query }) => ({
      label: `$(search) ${name}`,
      description: query,
      choose: async () => ({ choice: { kind: "query" as const, query }, title: name }),
    })),
    ...dossiers.entries.map(({ name, cables }) => ({
      label: `$(folder-library) ${name}`,
      description: l10n.t("{0} cables", cables.length),
      choose: async () => ({ choice: { kind: "numbers" as const, numbers: cables }, title: name }),
    })),
  ];
  const way = await window.showQuickPick(ways, { title: l10n.t("Export cables") });
  return (await way?.choose()) ?? null;
}

async function askedSearch(): Promise<Chosen | null> {
  const query = await window.showInputBox({
    title: l10n.t("Export cables"),
    prompt: l10n.t("The query: from:brasilia tag:energy year:2009"),
  });
  const typed = query?.trim() ?? "";
  return typed === "" ? null : { choice: { kind: "query", query: typed }, title: typed };
}

async function askedThread(number: string): Promise<Chosen | null> {
  const typed = await window.showInputBox({
    title: l10n.t("Export the thread of a cable"),
    prompt: l10n.t("The number of the cable with its year"),
    value: number,
    placeHolder: "09SHANGHAI374",
  });
  if (typed === undefined || typed.trim() === "") return null;
  const steps = await window.showQuickPick(
    ["1", "2", "3", "4"].map((label) => ({
      label,
      description:
        label === "1" ? l10n.t("what it cites and what cites it") : l10n.t("the same of those, {0} times over", label),
    })),
    { title: l10n.t("How many steps") },
  );
  if (steps === undefined) return null;
  const choice = { kind: "thread" as const, number: typed.trim(), steps: Number(steps.label) };
  return { choice, title: l10n.t("The thread of {0}", typed.trim()) };
}

interface FormatItem extends QuickPickItem {
  readonly format: ExportCollectionParams["format"];
  readonly ending: string;
}

function formats(): readonly FormatItem[] {
  return [
    { label: "HTML", description: l10n.t("one page, with links within"), format: "html", ending: "html" },
    { label: "Markdown", description: l10n.t("for notes and wikis"), format: "markdown", ending: "md" },
    { label: "EPUB", description: l10n.t("a book, a chapter a cable"), format: "epub", ending: "epub" },
  ];
}

/** Asks for the format and the place, and writes. What is there is replaced only after the dialogue has asked. */
async function exportChosen(host: ClientHost, { choice, title }: Chosen): Promise<void> {
  const format = await window.showQuickPick([...formats()], { title: l10n.t("Export {0} as", title) });
  if (format === undefined) return;
  const [folder] = workspace.workspaceFolders ?? [];
  const name = `${title.replaceAll(/[^\p{L}\p{N} ._-]+/gu, " ").trim() || "cables"}.${format.ending}`;
  const target = await window.showSaveDialog({
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder.uri, name) }),
    filters: { [format.label]: [format.ending] },
  });
  if (target === undefined) return;
  const progress = {
    location: ProgressLocation.Notification,
    title: l10n.t("Exporting {0}", title),
    cancellable: true,
  };
  await window.withProgress(progress, async (_, token) => {
    const client = await host.client();
    const answer = await client.sendRequest(ExportCollectionRequest, { choice, title, format: format.format }, token);
    if (token.isCancellationRequested) return;
    if (answer === null || "problem" in answer) {
      window.showErrorMessage(answer?.problem ?? l10n.t("It could not be asked."));
      return;
    }
    const { content, cables, unread } = answer;
    await writeWhole(
      target,
      format.format === "epub" ? Uint8Array.from(atob(content), (one) => one.charCodeAt(0)) : content,
    );
    void tellOf(target, cables, unread, format.format === "epub");
  });
}

async function tellOf(target: Uri, cables: number, unread: number, isBook: boolean): Promise<void> {
  const open = l10n.t("Open");
  const told = l10n.t("{0} cables exported to {1}", cables.toLocaleString(env.language), nameOf(target.path));
  const lost = unread === 0 ? "" : ` ${l10n.t("{0} can't be read any more.", unread)}`;
  const chosen = await window.showInformationMessage(told + lost, ...(isBook ? [] : [open]));
  if (chosen === open) await window.showTextDocument(target);
}

/** Commands that keep searches and put cables into dossiers. */

import { commands, type Disposable, l10n, window } from "vscode";
import type { CablesNode } from "../explorer/cables-view.ts";
import type { SavedStore } from "./saved-store.ts";

/** `open` is the number of the cable that is in front of the reader; null where there is none. */
export function savedCommands(store: SavedStore, open: () => string | null): readonly Disposable[] {
  return [
    commands.registerCommand("reftel.saveSearch", (query?: unknown) => saveSearch(store, query)),
    commands.registerCommand("reftel.addToDossier", (chosen?: CablesNode | string, all?: readonly CablesNode[]) =>
      addToDossier(store, numbersOf(chosen, all, open)),
    ),
    commands.registerCommand("reftel.removeFromDossier", async (chosen?: CablesNode, all?: readonly CablesNode[]) => {
      for (const node of all ?? (chosen === undefined ? [] : [chosen])) await remove(store, node);
    }),
    commands.registerCommand("reftel.openSavedSearch", (node?: CablesNode) =>
      node?.kind === "search" ? commands.executeCommand("reftel.searchCables", node.search.query) : undefined,
    ),
    commands.registerCommand("reftel.deleteSaved", (node?: CablesNode) => deleteSaved(store, node)),
  ];
}

async function saveSearch(store: SavedStore, given: unknown): Promise<void> {
  const query =
    typeof given === "string" && given.trim() !== ""
      ? given
      : await window.showInputBox({
          title: l10n.t("Save Search"),
          prompt: l10n.t("The query to save: from:brasilia tag:energy"),
        });
  if (query === undefined || query.trim() === "") return;
  const name = await window.showInputBox({
    title: l10n.t("Save Search"),
    prompt: l10n.t("Its name in the Cables view"),
    value: query,
  });
  if (name === undefined || name.trim() === "") return;
  if (await store.saveSearch({ name: name.trim(), query: query.trim() })) {
    window.setStatusBarMessage(l10n.t("Saved the search {0}", name.trim()), 3000);
  }
}

/** The numbers of the chosen cables, of the open one where none is chosen. */
function numbersOf(
  chosen: CablesNode | string | undefined,
  all: readonly CablesNode[] | undefined,
  open: () => string | null,
): readonly string[] {
  if (typeof chosen === "string") return chosen === "" ? [] : [chosen];
  const nodes = all ?? (chosen === undefined ? [] : [chosen]);
  if (nodes.length > 0) return nodes.flatMap((node) => (node.kind === "cable" ? (node.row.mrn ?? []) : []));
  const own = open();
  return own === null ? [] : [own];
}

async function addToDossier(store: SavedStore, numbers: readonly string[]): Promise<void> {
  if (numbers.length === 0) {
    window.showInformationMessage(l10n.t("Choose cables that have a number, or open one."));
    return;
  }
  const { entries } = await store.dossiers();
  const create = { label: l10n.t("New dossier…"), name: null };
  const chosen = await window.showQuickPick(
    [
      ...entries.map(({ name, cables }) => ({ label: name, description: l10n.t("{0} cables", cables.length), name })),
      create,
    ],
    { title: l10n.t("Add to Dossier"), placeHolder: numbers.slice(0, 5).join(", ") },
  );
  if (chosen === undefined) return;
  const name =
    chosen.name ?? (await window.showInputBox({ title: l10n.t("New Dossier"), prompt: l10n.t("Its name") }))?.trim();
  if (name === undefined || name === "") return;
  await addNumbers(store, name, numbers);
}

/** Puts cables at the end of a dossier, each once; makes the dossier where there is none of the name. */
export async function addNumbers(store: SavedStore, name: string, numbers: readonly string[]): Promise<void> {
  const { entries } = await store.dossiers();
  const before = entries.find((dossier) => dossier.name === name)?.cables ?? [];
  const cables = [...new Set([...before, ...numbers])];
  if (await store.saveDossier({ name, cables })) {
    window.setStatusBarMessage(l10n.t("{0} cables added to {1}", cables.length - before.length, name), 3000);
  }
}

async function remove(store: SavedStore, node: CablesNode): Promise<void> {
  const of = node.kind === "absent" ? node.dossier : node.kind === "cable" ? (node.dossier ?? null) : null;
  const mrn = node.kind === "absent" ? node.mrn : node.kind === "cable" ? node.row.mrn : null;
  if (of === null || mrn === null) return;
  const { entries } = await store.dossiers();
  const dossier = entries.find(({ name }) => name === of);
  if (dossier !== undefined)
    await store.saveDossier({ ...dossier, cables: dossier.cables.filter((one) => one !== mrn) });
}

async function deleteSaved(store: SavedStore, node: CablesNode | undefined): Promise<void> {
  if (node?.kind !== "search" && node?.kind !== "dossier") return;
  const name = node.kind === "search" ? node.search.name : node.dossier.name;
  const confirmed = l10n.t("Delete");
  const question = l10n.t("Delete {0}? Its cables stay where they are.", name);
  if ((await window.showWarningMessage(question, { modal: true }, confirmed)) !== confirmed) return;
  await (node.kind === "search" ? store.deleteSearch(name) : store.deleteDossier(name));
}

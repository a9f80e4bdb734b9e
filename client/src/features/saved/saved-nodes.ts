/** Saved searches and dossiers as nodes of the Cables view. */

import { l10n, ThemeIcon, TreeItem, TreeItemCollapsibleState } from "vscode";
import type { Dossier, SavedSearch } from "./saved-file.ts";

/** The folder of all searches, or of all dossiers. */
export interface SavedFolder {
  readonly kind: "savedFolder";
  readonly id: string;
  readonly list: "searches" | "dossiers";
  readonly count: number;
}

export interface SearchNode {
  readonly kind: "search";
  readonly id: string;
  readonly search: SavedSearch;
}

export interface DossierNode {
  readonly kind: "dossier";
  readonly id: string;
  readonly dossier: Dossier;
}

/** A cable of a dossier that the workspace does not have. */
export interface AbsentNode {
  readonly kind: "absent";
  readonly id: string;
  readonly mrn: string;
  readonly dossier: string;
}

/** Something that must be told in place of cables. */
export interface NoteNode {
  readonly kind: "note";
  readonly id: string;
  readonly text: string;
}

export type SavedNode = SavedFolder | SearchNode | DossierNode | AbsentNode | NoteNode;

export function savedItem(node: SavedNode): TreeItem {
  const { Collapsed, None } = TreeItemCollapsibleState;
  switch (node.kind) {
    case "savedFolder":
      return item(
        node.list === "searches" ? l10n.t("Saved Searches") : l10n.t("Dossiers"),
        {
          icon: node.list === "searches" ? "search" : "folder-library",
          state: Collapsed,
          context: `saved.${node.list}`,
        },
        String(node.count),
      );
    case "search":
      return item(node.search.name, { icon: "search", state: Collapsed, context: "savedSearch" }, node.search.query);
    case "dossier":
      return item(
        node.dossier.name,
        { icon: "folder-library", state: Collapsed, context: "dossier" },
        l10n.t("{0} cables", node.dossier.cables.length),
      );
    case "absent":
      return item(
        node.mrn,
        { icon: "circle-slash", state: None, context: "absentOfDossier" },
        l10n.t("not in this folder"),
      );
    case "note":
      return item(node.text, { icon: "warning", state: None, context: "note" }, "");
  }
}

function item(
  label: string,
  {
    icon,
    state,
    context,
  }: { readonly icon: string; readonly state: TreeItemCollapsibleState; readonly context: string },
  description: string,
): TreeItem {
  const made = new TreeItem(label, state);
  made.iconPath = new ThemeIcon(icon);
  made.contextValue = context;
  made.description = description;
  made.tooltip = description === "" ? label : `${label}\n${description}`;
  return made;
}

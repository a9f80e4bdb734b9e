/** The Missing References view: a place to work on what is cited and not there, by station and year, with marks of what was asked for. */

import {
  Disposable,
  EventEmitter,
  l10n,
  MarkdownString,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from "vscode";
import { MissingReferencesRequest, StationSeriesRequest } from "../../../../server/src/lsp/protocol.ts";
import type { ClientHost } from "../../client-part.ts";
import { openCommand } from "../../open-place.ts";
import type { SavedStore } from "../saved/saved-store.ts";
import {
  century,
  type MissingNode,
  type MissingTreeNode,
  missingTree,
  type Shown,
  STRIP,
  serialOf,
  strip,
} from "./missing-tree.ts";

export class MissingView implements TreeDataProvider<MissingTreeNode>, Disposable {
  readonly #host: ClientHost;
  readonly #saved: SavedStore;
  readonly #changed = new EventEmitter<undefined>();
  readonly #view: TreeView<MissingTreeNode>;
  readonly #listening: Disposable;
  #shown: Shown = "all";
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(host: ClientHost, saved: SavedStore) {
    this.#host = host;
    this.#saved = saved;
    this.#view = window.createTreeView("reftel.missing", {
      treeDataProvider: this,
      showCollapseAll: true,
      canSelectMany: true,
    });
    this.#listening = Disposable.from(
      host.onIndexChanged(() => this.#changed.fire(undefined)),
      saved.onDidChange(() => this.#changed.fire(undefined)),
    );
  }

  dispose(): void {
    this.#listening.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }

  show(shown: Shown): void {
    this.#shown = shown;
    this.#view.description = shown === "all" ? "" : SHOWN_NAMES()[shown];
    this.#changed.fire(undefined);
  }

  async getChildren(node?: MissingTreeNode): Promise<MissingTreeNode[]> {
    if (node?.kind === "station") return node.years.length === 1 ? [...(node.years[0]?.cables ?? [])] : [...node.years];
    if (node?.kind === "year") return [...node.cables];
    if (node?.kind === "missing") return [];
    const client = await this.#host.client();
    const found = await client.sendRequest(MissingReferencesRequest, {});
    const { entries } = await this.#saved.marks();
    this.#view.message = found?.total === 0 ? l10n.t("Every cable that is cited is there.") : "";
    return [...missingTree(found?.cables ?? [], entries, this.#shown)];
  }

  getTreeItem(node: MissingTreeNode): TreeItem {
    const { Collapsed, None } = TreeItemCollapsibleState;
    const item = new TreeItem(labelOf(node), node.kind === "missing" ? None : Collapsed);
    item.id = node.id;
    item.contextValue = node.kind === "missing" ? `missing${node.mark === null ? "" : "Marked"}` : node.kind;
    item.description = descriptionOf(node);
    item.iconPath = iconOf(node);
    if (node.kind === "missing" && node.cable.at !== null)
      item.command = openCommand(node.cable.at, l10n.t("Go to Reference"));
    return item;
  }

  /** The strip of a station's series is made when somebody points at it. */
  async resolveTreeItem(item: TreeItem, node: MissingTreeNode): Promise<TreeItem> {
    const years = node.kind === "station" ? node.years : node.kind === "year" ? [node] : [];
    const client = await this.#host.client();
    const lines: string[] = [];
    for (const { station, year, cables } of years) {
      const held = (await client.sendRequest(StationSeriesRequest, { station, year })) ?? [];
      lines.push(`${century(year)}  ${strip(held, cables.map(serialOf))}`);
    }
    const tooltip = new MarkdownString();
    if (lines.length > 0) {
      tooltip.appendCodeblock(lines.join("\n"), "text");
      tooltip.appendText(
        l10n.t("{0} there, {1} cited and missing, {2} not seen", STRIP.held, STRIP.missing, STRIP.unseen),
      );
    } else if (node.kind === "missing") tooltip.appendText(told(node).join("\n"));
    item.tooltip = tooltip;
    return item;
  }
}

const SHOWN_NAMES = (): Readonly<Record<Exclude<Shown, "all">, string>> => ({
  open: l10n.t("not yet requested"),
  requested: l10n.t("requested, not received"),
});

function labelOf(node: MissingTreeNode): string {
  switch (node.kind) {
    case "station":
      return node.station;
    case "year":
      return String(century(node.year));
    case "missing":
      return node.cable.mrn;
  }
}

function descriptionOf(node: MissingTreeNode): string {
  switch (node.kind) {
    case "station":
      return node.years.length === 1 ? `${century(node.years[0]?.year ?? 0)} · ${node.count}` : String(node.count);
    case "year":
      return String(node.cables.length);
    case "missing":
      return told(node).join(" · ");
  }
}

/** What is known of a missing cable: what was done about it, its likely days, and how many cite it. */
function told({ cable: { likely, before, citing }, mark }: MissingNode): readonly string[] {
  return [
    ...(mark?.received === undefined ? [] : [l10n.t("received {0}", mark.received)]),
    ...(mark?.requested === undefined ? [] : [l10n.t("requested {0}", mark.requested)]),
    ...(likely !== null
      ? [l10n.t("likely {0}", `${day(likely.from)} – ${day(likely.to)}`)]
      : before !== null
        ? [l10n.t("before {0}", day(before))]
        : []),
    citing === 1 ? l10n.t("cited by 1 cable") : l10n.t("cited by {0} cables", citing),
  ];
}

function day(minutes: number): string {
  return new Date(minutes * 60_000).toISOString().slice(0, 10);
}

function iconOf(node: MissingTreeNode): ThemeIcon {
  switch (node.kind) {
    case "station":
      return new ThemeIcon("radio-tower");
    case "year":
      return new ThemeIcon("calendar");
    case "missing":
      return new ThemeIcon(
        node.mark?.received !== undefined ? "pass" : node.mark?.requested !== undefined ? "mail" : "circle-outline",
      );
  }
}

/** The Cables view: all cables of the workspace by station and year, by TAG, or by date, loaded as far as they are looked at. */

import {
  type Disposable,
  EventEmitter,
  env,
  l10n,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  Uri,
  window,
} from "vscode";
import type { IndexStatus } from "../../../../server/src/host/indexer.ts";
import {
  CableGroupsRequest,
  CableListRequest,
  type CableRow,
  type CableRows,
} from "../../../../server/src/lsp/protocol.ts";
import type { ClientHost } from "../../client-part.ts";
import { openCommand } from "../../open-place.ts";
import { classificationIcon } from "./classification-icon.ts";
import { type Group, type Grouping, groupIcon, groupingName, groupLabel, groupsBelow, LEVELS } from "./groupings.ts";

/** So many cables of a group are shown, and so many more each time that more are asked for. */
const PAGE = 200;

interface Cable {
  readonly kind: "cable";
  readonly id: string;
  readonly row: CableRow;
}

/** One of several files of a cable. */
interface CableFile {
  readonly kind: "file";
  readonly id: string;
  readonly uri: string;
}

/** The end of a list of which not all is shown. */
interface More {
  readonly kind: "more";
  readonly id: string;
  readonly group: Group;
  readonly left: number;
}

export type CablesNode = Group | Cable | CableFile | More;

export class CablesView implements TreeDataProvider<CablesNode>, Disposable {
  readonly #host: ClientHost;
  readonly #changed = new EventEmitter<CablesNode | undefined>();
  readonly #view: TreeView<CablesNode>;
  readonly #listening: Disposable;
  /** How many cables of a group are shown, where it is more than a page. */
  readonly #shown = new Map<string, number>();
  #grouping: Grouping;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(host: ClientHost, grouping: Grouping) {
    this.#host = host;
    this.#grouping = grouping;
    this.#view = window.createTreeView("reftel.cables", { treeDataProvider: this, showCollapseAll: true });
    this.#view.description = groupingName(grouping);
    this.#listening = host.onIndexChanged((status) => {
      this.#view.message = indexing(status);
      this.#changed.fire(undefined);
    });
  }

  dispose(): void {
    this.#listening.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }

  groupBy(grouping: Grouping): void {
    this.#grouping = grouping;
    this.#shown.clear();
    this.#view.description = groupingName(grouping);
    this.#changed.fire(undefined);
  }

  showMore(node: CablesNode | undefined): void {
    if (node?.kind !== "more") return;
    this.#shown.set(node.group.id, this.#shownOf(node.group) + PAGE);
    this.#changed.fire(node.group);
  }

  async getChildren(node?: CablesNode): Promise<CablesNode[]> {
    if (node === undefined)
      return [...(await this.#groups({ id: this.#grouping, filter: {} }, LEVELS[this.#grouping]))];
    if (node.kind === "cable") return node.row.files.map((uri) => ({ kind: "file", id: `${node.id}/${uri}`, uri }));
    if (node.kind !== "group") return [];
    const [next, ...below] = node.below;
    return next === undefined ? this.#cables(node) : [...(await this.#groups(node, [next, ...below]))];
  }

  getTreeItem(node: CablesNode): TreeItem {
    const item = itemOf(node, this.#grouping);
    item.id = node.id;
    return item;
  }

  async #groups(
    parent: Pick<Group, "id" | "filter">,
    levels: Parameters<typeof groupsBelow>[2],
  ): Promise<readonly Group[]> {
    const client = await this.#host.client();
    const answer = await client.sendRequest(CableGroupsRequest, { filter: parent.filter, by: levels[0] });
    return answer === null ? [] : groupsBelow(parent, answer, levels);
  }

  async #cables(group: Group): Promise<CablesNode[]> {
    const client = await this.#host.client();
    const cables: CableRow[] = [];
    let total = 0;
    while (cables.length < this.#shownOf(group)) {
      const page: CableRows | null = await client.sendRequest(CableListRequest, {
        filter: group.filter,
        from: cables.length,
        limit: PAGE,
      });
      if (page === null || page.cables.length === 0) break;
      cables.push(...page.cables);
      total = page.total;
    }
    const nodes: CablesNode[] = cables.map((row) => ({ kind: "cable", id: `${group.id}/${row.mrn ?? row.uri}`, row }));
    const left = total - cables.length;
    return left > 0 ? [...nodes, { kind: "more", id: `${group.id}/more`, group, left }] : nodes;
  }

  #shownOf({ id }: Group): number {
    return this.#shown.get(id) ?? PAGE;
  }
}

function indexing({ state, cables }: IndexStatus): string {
  return state === "indexing" ? l10n.t("Indexing… {0} cables so far", cables.toLocaleString(env.language)) : "";
}

function itemOf(node: CablesNode, grouping: Grouping): TreeItem {
  switch (node.kind) {
    case "group":
      return groupItem(node);
    case "cable":
      return cableItem(node.row, grouping);
    case "file": {
      const item = new TreeItem(Uri.parse(node.uri), TreeItemCollapsibleState.None);
      item.command = openCommand({ uri: node.uri, position: { line: 0, character: 0 } }, l10n.t("Open Cable"));
      return item;
    }
    case "more": {
      const item = new TreeItem(l10n.t("Show more…"), TreeItemCollapsibleState.None);
      item.description = l10n.t("{0} left", node.left.toLocaleString(env.language));
      item.iconPath = new ThemeIcon("ellipsis");
      item.command = { command: "reftel.cables.showMore", title: l10n.t("Show more…"), arguments: [node] };
      return item;
    }
  }
}

function groupItem(group: Group): TreeItem {
  const label = groupLabel(group);
  const cables = group.cables.toLocaleString(env.language);
  const item = new TreeItem(label, TreeItemCollapsibleState.Collapsed);
  item.description = group.title === null ? cables : `${cables} · ${group.title}`;
  item.tooltip = [label, group.title, l10n.t("{0} cables", cables)].filter((line) => line !== null).join("\n");
  item.iconPath = groupIcon(group.facet);
  return item;
}

function cableItem(row: CableRow, grouping: Grouping): TreeItem {
  const { mrn, subject, sent, classification, files, uri } = row;
  const name = mrn ?? fileName(uri);
  const day =
    sent !== null && grouping === "date"
      ? new Intl.DateTimeFormat(env.language, { day: "numeric", month: "short", timeZone: "UTC" }).format(
          new Date(sent),
        )
      : null;
  const item = new TreeItem(
    name,
    files.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  );
  item.description = [day, subject].filter((part) => part !== null).join(" · ");
  item.tooltip = [name, subject, classification, sent === null ? null : instantText(sent), fileName(uri)]
    .filter((line) => line !== null)
    .join("\n");
  item.iconPath = classificationIcon(classification);
  item.contextValue = mrn === null ? "cable" : "cableWithNumber";
  item.command = openCommand(row, l10n.t("Open Cable"));
  return item;
}

function instantText(sent: string): string {
  const format = { dateStyle: "long", timeStyle: "short", timeZone: "UTC" } as const;
  return `${new Intl.DateTimeFormat(env.language, format).format(new Date(sent))} UTC`;
}

function fileName(uri: string): string {
  const { path } = Uri.parse(uri);
  return path.slice(path.lastIndexOf("/") + 1);
}

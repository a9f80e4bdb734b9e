/** The Cables view: all cables of the workspace by station and year, by TAG, or by date, loaded as far as they are looked at. */

import {
  type DataTransfer,
  DataTransferItem,
  Disposable,
  EventEmitter,
  env,
  l10n,
  ThemeIcon,
  type TreeDataProvider,
  type TreeDragAndDropController,
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
import { cablesOfDossier, cablesOfSearch } from "../saved/saved-cables.ts";
import { addNumbers } from "../saved/saved-commands.ts";
import {
  type DossierNode,
  type SavedFolder,
  type SavedNode,
  type SearchNode,
  savedItem,
} from "../saved/saved-nodes.ts";
import type { SavedStore } from "../saved/saved-store.ts";
import { classificationIcon } from "./classification-icon.ts";
import { type Group, type Grouping, groupIcon, groupingName, groupLabel, groupsBelow, LEVELS } from "./groupings.ts";

/** So many cables of a group are shown, and so many more each time that more are asked for. */
const PAGE = 200;

interface Cable {
  readonly kind: "cable";
  readonly id: string;
  readonly row: CableRow;
  /** The name of the dossier that it is listed in. */
  readonly dossier?: string;
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

export type CablesNode = Group | Cable | CableFile | More | SavedNode;

/** What is dragged out of this view and into it. */
const DRAGGED = "application/vnd.code.tree.reftel.cables";

export class CablesView implements TreeDataProvider<CablesNode>, TreeDragAndDropController<CablesNode>, Disposable {
  readonly dragMimeTypes = ["text/uri-list"];
  readonly dropMimeTypes = [DRAGGED];
  readonly #saved: SavedStore;
  readonly #host: ClientHost;
  readonly #changed = new EventEmitter<CablesNode | undefined>();
  readonly #view: TreeView<CablesNode>;
  readonly #listening: Disposable;
  /** How many cables of a group are shown, where it is more than a page. */
  readonly #shown = new Map<string, number>();
  #grouping: Grouping;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(host: ClientHost, saved: SavedStore, grouping: Grouping) {
    this.#saved = saved;
    this.#host = host;
    this.#grouping = grouping;
    this.#view = window.createTreeView("reftel.cables", {
      treeDataProvider: this,
      showCollapseAll: true,
      canSelectMany: true,
      dragAndDropController: this,
    });
    this.#view.description = groupingName(grouping);
    this.#listening = Disposable.from(
      host.onIndexChanged((status) => {
        this.#view.message = indexing(status);
        this.#changed.fire(undefined);
      }),
      saved.onDidChange(() => this.#changed.fire(undefined)),
    );
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
      return [
        ...(await this.#savedFolders()),
        ...(await this.#groups({ id: this.#grouping, filter: {} }, LEVELS[this.#grouping])),
      ];
    if (node.kind === "cable") return node.row.files.map((uri) => ({ kind: "file", id: `${node.id}/${uri}`, uri }));
    if (node.kind === "savedFolder") return this.#savedBelow(node);
    if (node.kind === "search") return this.#ofSearch(node);
    if (node.kind === "dossier") return this.#ofDossier(node);
    if (node.kind !== "group") return [];
    const [next, ...below] = node.below;
    return next === undefined ? this.#cables(node) : [...(await this.#groups(node, [next, ...below]))];
  }

  getTreeItem(node: CablesNode): TreeItem {
    const item = itemOf(node);
    item.id = node.id;
    return item;
  }

  handleDrag(nodes: readonly CablesNode[], data: DataTransfer): void {
    const rows = nodes.flatMap((node) => (node.kind === "cable" ? [node.row] : []));
    data.set(DRAGGED, new DataTransferItem(JSON.stringify(rows.flatMap(({ mrn }) => mrn ?? []))));
    data.set("text/uri-list", new DataTransferItem(rows.map(({ uri }) => uri).join("\r\n")));
  }

  async handleDrop(target: CablesNode | undefined, data: DataTransfer): Promise<void> {
    const name =
      target?.kind === "dossier" ? target.dossier.name : target?.kind === "cable" ? target.dossier : undefined;
    const dragged: unknown = JSON.parse((await data.get(DRAGGED)?.asString()) ?? "[]");
    if (name === undefined || !Array.isArray(dragged)) return;
    await addNumbers(
      this.#saved,
      name,
      dragged.filter((mrn) => typeof mrn === "string"),
    );
  }

  /** The folders of searches and dossiers, where there are any, or a file of theirs that can't be read. */
  async #savedFolders(): Promise<CablesNode[]> {
    const [searches, dossiers] = await Promise.all([this.#saved.searches(), this.#saved.dossiers()]);
    const lists = [
      { list: "searches", file: searches },
      { list: "dossiers", file: dossiers },
    ] as const;
    return lists.flatMap(({ list, file }): CablesNode[] =>
      file.entries.length + file.problems.length === 0
        ? []
        : [{ kind: "savedFolder", id: `saved/${list}`, list, count: file.entries.length }],
    );
  }

  async #savedBelow({ list }: SavedFolder): Promise<CablesNode[]> {
    const id = `saved/${list}`;
    const notes = (problems: readonly string[]): CablesNode[] =>
      problems.map((text) => ({ kind: "note", id: `${id}/note/${text}`, text }));
    if (list === "searches") {
      const { entries, problems } = await this.#saved.searches();
      return [
        ...entries.map((search): CablesNode => ({ kind: "search", id: `${id}/${search.name}`, search })),
        ...notes(problems),
      ];
    }
    const { entries, problems } = await this.#saved.dossiers();
    return [
      ...entries.map((dossier): CablesNode => ({ kind: "dossier", id: `${id}/${dossier.name}`, dossier })),
      ...notes(problems),
    ];
  }

  async #ofSearch({ id, search }: SearchNode): Promise<CablesNode[]> {
    const { cables, left, problem } = await cablesOfSearch(this.#host, search);
    if (problem !== null) return [{ kind: "note", id: `${id}/note`, text: problem }];
    if (cables.length === 0) return [{ kind: "note", id: `${id}/note`, text: l10n.t("No cable fits.") }];
    const nodes = cables.map((row): CablesNode => ({ kind: "cable", id: `${id}/${row.mrn ?? row.uri}`, row }));
    const more = l10n.t("{0} more: open the search to see them", left.toLocaleString(env.language));
    return left > 0 ? [...nodes, { kind: "note", id: `${id}/more`, text: more }] : nodes;
  }

  async #ofDossier({ id, dossier }: DossierNode): Promise<CablesNode[]> {
    const { name } = dossier;
    return (await cablesOfDossier(this.#host, dossier)).map(
      (cable): CablesNode =>
        typeof cable === "string"
          ? { kind: "absent", id: `${id}/${cable}`, mrn: cable, dossier: name }
          : { kind: "cable", id: `${id}/${cable.mrn}`, row: cable, dossier: name },
    );
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

function itemOf(node: CablesNode): TreeItem {
  switch (node.kind) {
    case "group":
      return groupItem(node);
    case "cable":
      return cableItem(node);
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
    default:
      return savedItem(node);
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

function cableItem({ row, dossier }: Cable): TreeItem {
  const { mrn, subject, sent, classification, files, uri } = row;
  const name = mrn ?? fileName(uri);
  const day =
    sent === null
      ? null
      : new Intl.DateTimeFormat(env.language, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(sent));
  const item = new TreeItem(
    name,
    files.length > 0 ? TreeItemCollapsibleState.Collapsed : TreeItemCollapsibleState.None,
  );
  item.description = [day, subject].filter((part) => part !== null).join(" · ");
  item.tooltip = [name, subject, classification, sent === null ? null : instantText(sent), fileName(uri)]
    .filter((line) => line !== null)
    .join("\n");
  item.iconPath = classificationIcon(classification);
  item.contextValue = dossier !== undefined ? "cableOfDossier" : mrn === null ? "cable" : "cableWithNumber";
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

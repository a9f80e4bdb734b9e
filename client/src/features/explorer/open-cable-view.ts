/** The Open Cable view: details of the cable in front of the reader, what it cites, and what cites it. */

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
  window,
} from "vscode";
import type { OpenCable } from "../../../../server/src/lsp/protocol.ts";
import { openCommand } from "../../open-place.ts";
import { classificationIcon } from "./classification-icon.ts";
import type { OpenCableWatch, Shown } from "./open-cable.ts";

/** One line of the view; it is built as a whole, for nothing in it is long. */
interface Line {
  readonly item: TreeItem;
  readonly children: readonly Line[];
}

export class OpenCableView implements TreeDataProvider<Line>, Disposable {
  readonly #watch: OpenCableWatch;
  readonly #changed = new EventEmitter<undefined>();
  readonly #view: TreeView<Line>;
  readonly #listening: Disposable;
  readonly onDidChangeTreeData = this.#changed.event;

  constructor(watch: OpenCableWatch) {
    this.#watch = watch;
    this.#view = window.createTreeView("reftel.openCable", { treeDataProvider: this });
    this.#listening = watch.onChanged((shown) => {
      this.#view.description = shown?.cable.mrn ?? "";
      this.#changed.fire(undefined);
    });
  }

  dispose(): void {
    this.#listening.dispose();
    this.#view.dispose();
    this.#changed.dispose();
  }

  getChildren(line?: Line): readonly Line[] & Line[] {
    if (line !== undefined) return [...line.children];
    const { shown } = this.#watch;
    return shown === null ? [] : linesOf(shown);
  }

  getTreeItem({ item }: Line): TreeItem {
    return item;
  }
}

function linesOf(shown: Shown): Line[] {
  const { cable } = shown;
  const captions = cable.captions.join(", ");
  return [
    ...detail("number", "symbol-number", l10n.t("MRN"), cable.mrn),
    ...detail("subject", "bookmark", l10n.t("Subject"), cable.subject),
    ...detail("date", "calendar", l10n.t("Date"), cable.dtg),
    ...detail("from", "radio-tower", l10n.t("From"), cable.from),
    ...detail("precedence", "rocket", l10n.t("Precedence"), cable.precedence),
    ...detail(
      "classification",
      "shield",
      l10n.t("Classification"),
      cable.classification === null ? null : [cable.classification, captions].filter((part) => part !== "").join(" · "),
    ),
    ...tagLines(cable),
    citesLine(shown),
    citedByLine(cable),
  ];
}

function detail(id: string, icon: string, name: string, value: string | null): Line[] {
  if (value === null) return [];
  const item = new TreeItem(name, TreeItemCollapsibleState.None);
  item.id = id;
  item.description = value;
  item.tooltip = `${name}: ${value}`;
  item.iconPath = new ThemeIcon(icon);
  item.contextValue = id === "number" ? "number" : "detail";
  return [{ item, children: [] }];
}

function tagLines({ tags }: OpenCable): Line[] {
  if (tags.length === 0) return [];
  const children = tags.map(({ code, title }): Line => {
    const item = new TreeItem(code, TreeItemCollapsibleState.None);
    item.id = `tag ${code}`;
    item.description = title ?? l10n.t("not in the vocabulary");
    item.tooltip = `${code}: ${title ?? l10n.t("not in the vocabulary")}`;
    item.iconPath = new ThemeIcon("tag");
    return { item, children: [] };
  });
  return [heading("tags", "tag", l10n.t("TAGS"), tags.map(({ code }) => code).join(", "), children)];
}

function citesLine({ document, cable: { cites, indexing } }: Shown): Line {
  const children = cites.map(({ label, kind, mrn, text, range, target }, index): Line => {
    const name = mrn ?? text;
    const item = new TreeItem(label === null ? name : `${label}. ${name}`, TreeItemCollapsibleState.None);
    item.id = `cites ${index}`;
    const missing = indexing ? l10n.t("still indexing") : l10n.t("not in the workspace");
    const absent = kind === "cable" ? missing : l10n.t("not a cable");
    item.description = target === null ? absent : (target.subject ?? "");
    item.tooltip = [text, ...(target === null ? [absent] : [target.subject, target.classification])]
      .filter((line) => line !== null)
      .join("\n");
    item.iconPath =
      target === null
        ? new ThemeIcon(kind === "cable" ? "circle-outline" : "note")
        : classificationIcon(target.classification);
    item.command =
      target === null
        ? openCommand({ uri: document.uri.toString(), position: range.start }, l10n.t("Go to Reference"))
        : openCommand(target, l10n.t("Open Cable"));
    return { item, children: [] };
  });
  return heading("cites", "references", l10n.t("Cites"), String(cites.length), children);
}

function citedByLine({ citedBy: { cables, total } }: OpenCable): Line {
  const children = cables.map(({ mrn, subject, classification, uri, position }): Line => {
    const item = new TreeItem(mrn ?? subject ?? l10n.t("cable without a number"), TreeItemCollapsibleState.None);
    item.id = `cited by ${uri}`;
    item.description = mrn === null ? "" : (subject ?? "");
    item.tooltip = [mrn, subject, classification].filter((line) => line !== null).join("\n");
    item.iconPath = classificationIcon(classification);
    item.command = openCommand({ uri, position }, l10n.t("Open Cable"));
    return { item, children: [] };
  });
  return heading("cited by", "call-incoming", l10n.t("Cited by"), total.toLocaleString(env.language), children);
}

function heading(id: string, icon: string, name: string, description: string, children: readonly Line[]): Line {
  const state =
    children.length === 0
      ? TreeItemCollapsibleState.None
      : id === "tags"
        ? TreeItemCollapsibleState.Collapsed
        : TreeItemCollapsibleState.Expanded;
  const item = new TreeItem(name, state);
  // The editor remembers by the id what was open: a heading that gets its first line is another.
  item.id = children.length === 0 ? `${id}, none` : id;
  item.description = description;
  item.iconPath = new ThemeIcon(icon);
  return { item, children };
}

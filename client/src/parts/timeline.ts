/** `Reftel: Show Timeline`: the cables of the workspace by month, filtered, and those behind each bar. */

import { commands, type Disposable, l10n, Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import {
  type CableFilter,
  CableGroupsRequest,
  CableListRequest,
  type CablePlace,
  type TimelineFacet,
  TimelineRequest,
} from "../../../server/src/lsp/protocol.ts";
import type { TimelineMessages } from "../../webviews/timeline/messages.ts";
import type { ClientHost, ClientPart } from "../client-part.ts";
import { openCommand } from "../open-place.ts";
import { onPageMessage, type PageMessage, pageHtml, webviewOptions } from "../webview-page.ts";

/** After a change of the index, in milliseconds. */
const SETTLED = 800;

/** So many cables of a bar are listed. */
const MOST_LISTED = 500;

const FACETS: readonly TimelineFacet[] = ["station", "tag", "classification"];

export const timeline: ClientPart = (host) => {
  let shown: TimelinePanel | null = null;
  return [
    { dispose: () => shown?.dispose() },
    commands.registerCommand("reftel.showTimeline", () => {
      shown ??= new TimelinePanel(host, () => {
        shown = null;
      });
      shown.reveal();
    }),
  ];
};

/** What the page asked for last. */
interface Asked {
  readonly filter: CableFilter;
  readonly by: TimelineFacet | null;
}

class TimelinePanel implements Disposable {
  readonly #host: ClientHost;
  readonly #panel: WebviewPanel;
  readonly #listening: Disposable[];
  #asked: Asked | null = null;
  #count = 0;
  /** The cables that the page shows: no others are opened on its word. */
  #listed: ReadonlyMap<string, CablePlace> = new Map();
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ClientHost, closed: () => void) {
    this.#host = host;
    const { extensionUri } = host.context;
    this.#panel = window.createWebviewPanel("reftel.timeline", l10n.t("Timeline of Cables"), ViewColumn.Active, {
      ...webviewOptions(extensionUri),
      retainContextWhenHidden: true,
    });
    this.#panel.iconPath = Uri.joinPath(extensionUri, "media", "cables.svg");
    const { webview } = this.#panel;
    this.#listening = [
      onPageMessage(webview, {
        ask: (message) => {
          const isFirst = this.#asked === null;
          this.#asked = { filter: filterOf(message), by: FACETS.find((one) => one === message.text("by")) ?? null };
          return Promise.all([this.#load(), isFirst ? this.#loadValues() : null]).then(() => {});
        },
        list: (message) => this.#list(message),
        open: ({ text }) => this.#open(text("uri")),
      }),
      host.onIndexChanged(() => {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(() => void this.#load(), SETTLED);
      }),
      this.#panel.onDidDispose(() => {
        this.dispose();
        closed();
      }),
    ];
    webview.html = pageHtml(webview, extensionUri, {
      name: "timeline",
      title: l10n.t("Timeline of Cables"),
      words: pageWords(),
    });
  }

  reveal(): void {
    this.#panel.reveal();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const one of this.#listening.splice(0)) one.dispose();
    this.#panel.dispose();
  }

  async #load(): Promise<void> {
    if (this.#asked === null) return;
    const own = ++this.#count;
    const client = await this.#host.client();
    const answer = await client.sendRequest(TimelineRequest, this.#asked);
    if (answer !== null && own === this.#count) this.#post("timeline", { answer });
  }

  async #loadValues(): Promise<void> {
    const client = await this.#host.client();
    const [tags, stations] = await Promise.all([
      client.sendRequest(CableGroupsRequest, { by: "tag" }),
      client.sendRequest(CableGroupsRequest, { by: "station" }),
    ]);
    this.#post("values", { tags: tags?.groups ?? [], stations: stations?.groups ?? [] });
  }

  async #list(message: PageMessage): Promise<void> {
    const filter = filterOf(message);
    const by = this.#asked?.by ?? null;
    const group = message.flag("isGroup") === true && by !== null ? message.text("group") || null : undefined;
    const facets = group === undefined || by === null ? filter.facets : { ...filter.facets, [by]: [group] };
    const client = await this.#host.client();
    const answer = await client.sendRequest(CableListRequest, {
      filter: { ...filter, ...(facets === undefined ? {} : { facets }) },
      limit: MOST_LISTED,
    });
    if (answer === null) return;
    this.#listed = new Map(answer.cables.map((cable) => [cable.uri, cable]));
    this.#post("cables", { ...answer, title: message.text("title") ?? "" });
  }

  async #open(uri: string | null): Promise<void> {
    const place = uri === null ? undefined : this.#listed.get(uri);
    if (place === undefined) return;
    const { command, arguments: given = [] } = openCommand(place, "");
    const [file, options] = given;
    const viewColumn = this.#panel.viewColumn === ViewColumn.One ? ViewColumn.Two : ViewColumn.One;
    await commands.executeCommand(command, file, { ...options, viewColumn });
  }

  #post<Kind extends keyof TimelineMessages>(kind: Kind, message: TimelineMessages[Kind]): void {
    void this.#panel.webview.postMessage({ kind, ...message });
  }
}

function filterOf({ text, number }: PageMessage): CableFilter {
  const values = (field: string): readonly string[] =>
    (text(field) ?? "").split(/[\s,;]+/).filter((value) => value !== "");
  const classification = text("classification") ?? "";
  return {
    words: text("words") ?? "",
    from: number("from"),
    to: number("to"),
    facets: {
      tag: values("tag"),
      station: values("station"),
      classification: classification === "" ? [] : [classification],
    },
  };
}

function pageWords(): Readonly<Record<string, string>> {
  return {
    title: l10n.t("Timeline of cables"),
    words: l10n.t("Words of the subject"),
    tag: l10n.t("TAGS"),
    station: l10n.t("Stations"),
    classification: l10n.t("Classification"),
    anyClassification: l10n.t("Any classification"),
    by: l10n.t("Rows"),
    "by.": l10n.t("All together"),
    "by.station": l10n.t("By station"),
    "by.tag": l10n.t("By TAG"),
    "by.classification": l10n.t("By classification"),
    allYears: l10n.t("All years"),
    all: l10n.t("All cables"),
    without: l10n.t("without"),
    row: l10n.t("{0}, {1} cables over time; arrow keys go along, Enter lists the cables, plus shows less time"),
    bar: l10n.t("{0}: {1} cables"),
    listOf: l10n.t("List {0}: {1} cables"),
    table: l10n.t("The same as a table"),
    time: l10n.t("Time"),
    list: l10n.t("Cables"),
    total: l10n.t("{0} cables"),
    undated: l10n.t("{0} without a date-time group"),
    largest: l10n.t("the largest {0} of {1} groups"),
    indexing: l10n.t("still indexing"),
    nothing: l10n.t("No cable fits."),
    hint: l10n.t("A click on a bar lists its cables; dragging over bars shows that time alone."),
    first: l10n.t("{0}: the newest {1} of {2} cables"),
    allOf: l10n.t("{0}: {1} cables"),
  };
}

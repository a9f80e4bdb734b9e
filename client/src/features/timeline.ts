/** `Reftel: Show Timeline`: the cables of the workspace by month, filtered, and those behind each bar. */

import { commands, type Disposable, l10n, type WebviewPanel, window } from "vscode";
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
import { IndexPanel } from "../index-panel.ts";
import type { PageMessage } from "../webview-page.ts";

/** The kind of panel, as the manifest's activation events name it. */
const VIEW = "reftel.timeline";

/** So many cables of a bar are listed. */
const MOST_LISTED = 500;

const FACETS: readonly TimelineFacet[] = ["station", "tag", "classification"];

export const timeline: ClientPart = (host) => {
  let shown: TimelinePanel | null = null;
  const panel = (restored: WebviewPanel | null): TimelinePanel => {
    shown ??= new TimelinePanel(host, restored, () => {
      shown = null;
    });
    return shown;
  };
  return [
    { dispose: () => shown?.dispose() },
    commands.registerCommand("reftel.showTimeline", () => panel(null).reveal()),
    // The page has kept its filters itself.
    window.registerWebviewPanelSerializer(VIEW, {
      deserializeWebviewPanel: async (restored) => {
        if (shown === null) panel(restored);
        else restored.dispose();
      },
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
  readonly #panel: IndexPanel<TimelineMessages>;
  #asked: Asked | null = null;
  #count = 0;
  /** The cables that the page shows: no others are opened on its word. */
  #listed: ReadonlyMap<string, CablePlace> = new Map();

  constructor(host: ClientHost, restored: WebviewPanel | null, closed: () => void) {
    this.#host = host;
    this.#panel = new IndexPanel(host, restored, {
      view: VIEW,
      name: "timeline",
      title: l10n.t("Timeline of Cables"),
      words: pageWords(),
      handlers: {
        ask: (message) => {
          const isFirst = this.#asked === null;
          this.#asked = { filter: filterOf(message), by: FACETS.find((one) => one === message.text("by")) ?? null };
          return Promise.all([this.#load(), isFirst ? this.#loadValues() : null]).then(() => {});
        },
        list: (message) => this.#list(message),
        open: ({ text }) => this.#open(text("uri")),
      },
      indexChanged: () => void this.#load(),
      closed,
    });
  }

  reveal(): void {
    this.#panel.reveal();
  }

  dispose(): void {
    this.#panel.dispose();
  }

  async #load(): Promise<void> {
    if (this.#asked === null) return;
    const own = ++this.#count;
    const client = await this.#host.client();
    const answer = await client.sendRequest(TimelineRequest, this.#asked);
    if (answer !== null && own === this.#count) this.#panel.post("timeline", { answer });
  }

  async #loadValues(): Promise<void> {
    const client = await this.#host.client();
    const [tags, stations] = await Promise.all([
      client.sendRequest(CableGroupsRequest, { by: "tag" }),
      client.sendRequest(CableGroupsRequest, { by: "station" }),
    ]);
    this.#panel.post("values", { tags: tags?.groups ?? [], stations: stations?.groups ?? [] });
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
    this.#panel.post("cables", { ...answer, title: message.text("title") ?? "" });
  }

  async #open(uri: string | null): Promise<void> {
    const place = uri === null ? undefined : this.#listed.get(uri);
    if (place !== undefined) await this.#panel.open(place);
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
    "row.one": l10n.t("{0}, {1} cable over time; arrow keys go along, Enter lists the cables, plus shows less time"),
    bar: l10n.t("{0}: {1} cables"),
    "bar.one": l10n.t("{0}: {1} cable"),
    listOf: l10n.t("List {0}: {1} cables"),
    "listOf.one": l10n.t("List {0}: {1} cable"),
    table: l10n.t("The same as a table"),
    time: l10n.t("Time"),
    list: l10n.t("Cables"),
    total: l10n.t("{0} cables"),
    "total.one": l10n.t("{0} cable"),
    undated: l10n.t("{0} without a date-time group"),
    largest: l10n.t("the largest {0} of {1} groups"),
    indexing: l10n.t("still indexing"),
    nothing: l10n.t("No cable fits."),
    hint: l10n.t("A click on a bar lists its cables; dragging over bars shows that time alone."),
    first: l10n.t("{0}: the newest {1} of {2} cables"),
    allOf: l10n.t("{0}: {1} cables"),
    "allOf.one": l10n.t("{0}: {1} cable"),
  };
}

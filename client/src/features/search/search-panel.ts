/** `Reftel: Search Cables…`: a panel that asks the server for cables by a query and opens them at the words that were found. */

import { commands, type Disposable, l10n, Uri, type WebviewPanel, window } from "vscode";
import {
  type CablePlace,
  SearchPageRequest,
  SearchProgressNotification,
  SearchRequest,
  StopSearchNotification,
} from "../../../../server/src/lsp/protocol.ts";
import type { SearchMessages } from "../../../webviews/search/messages.ts";
import type { ClientHost } from "../../client-part.ts";
import { IndexPanel } from "../../index-panel.ts";
import type { PageMessage } from "../../webview-page.ts";

/** The kind of panel, as the manifest's activation events name it. */
export const SEARCH_VIEW = "reftel.search";

/** Names searches; of those of before, what still comes is passed over. */
let lastKey = 0;

export class SearchPanel implements Disposable {
  readonly #host: ClientHost;
  readonly #panel: IndexPanel<SearchMessages>;
  readonly #listening: Promise<Disposable>;
  #key = 0;
  /** What the page asks for when it is ready. */
  #first: string | null;
  #isReady = false;
  /** The files that the page shows: no others are opened on its word. */
  #listed = new Set<string>();

  constructor(host: ClientHost, restored: WebviewPanel | null, query: string | null, closed: () => void) {
    this.#host = host;
    this.#first = query;
    this.#panel = new IndexPanel(host, restored, {
      view: SEARCH_VIEW,
      name: "search",
      title: l10n.t("Search Cables"),
      words: pageWords(),
      handlers: {
        ready: () => {
          this.#isReady = true;
          if (this.#first !== null) this.#panel.post("query", { query: this.#first });
          this.#first = null;
        },
        ask: (message) => this.#ask(message),
        more: (message) => this.#more(message),
        stop: () => this.#stop(),
        open: (message) => this.#open(message),
        save: ({ text }) => void commands.executeCommand("reftel.saveSearch", text("query") ?? ""),
        dossier: ({ text }) => void commands.executeCommand("reftel.addToDossier", text("mrn") ?? ""),
      },
      // Who reads results does not want them changed under the eyes.
      indexChanged: () => {},
      closed,
    });
    this.#listening = host.client().then((client) =>
      client.onNotification(SearchProgressNotification, (progress) => {
        if (progress.key !== this.#key) return;
        for (const { uri } of progress.cables ?? []) this.#listed.add(uri);
        this.#panel.post("progress", { progress });
      }),
    );
    // Where no server starts, the request says so.
    this.#listening.catch(() => {});
  }

  reveal(query: string | null): void {
    this.#panel.reveal();
    if (query === null) return;
    if (this.#isReady) this.#panel.post("query", { query });
    else this.#first = query;
  }

  dispose(): void {
    void this.#stop();
    this.#listening.then(
      (listening) => listening.dispose(),
      () => {},
    );
    this.#panel.dispose();
  }

  async #ask(message: PageMessage): Promise<void> {
    await this.#stop();
    const key = ++lastKey;
    this.#key = key;
    this.#listed = new Set();
    const client = await this.#host.client();
    const sort = message.text("sort") === "fit" ? "fit" : "date";
    const answer = await client.sendRequest(SearchRequest, { query: message.text("query") ?? "", key, sort });
    if (key !== this.#key) return;
    for (const { uri } of answer?.cables ?? []) this.#listed.add(uri);
    this.#panel.post("answer", { answer });
  }

  async #more(message: PageMessage): Promise<void> {
    const key = this.#key;
    const client = await this.#host.client();
    const sort = message.text("sort") === "fit" ? "fit" : "date";
    const cables = await client.sendRequest(SearchPageRequest, { key, sort, from: message.number("from") ?? 0 });
    if (key !== this.#key) return;
    for (const { uri } of cables ?? []) this.#listed.add(uri);
    this.#panel.post("page", { cables: cables ?? [] });
  }

  async #stop(): Promise<void> {
    if (this.#key === 0) return;
    const client = await this.#host.client();
    await client.sendNotification(StopSearchNotification, { key: this.#key });
  }

  async #open({ text, number }: PageMessage): Promise<void> {
    const uri = text("uri");
    if (uri === null || !this.#listed.has(uri)) return;
    const place: CablePlace = { uri, position: { line: number("line") ?? 0, character: number("character") ?? 0 } };
    try {
      await this.#panel.open(place);
    } catch {
      window.showWarningMessage(l10n.t("{0} can't be opened any more.", Uri.parse(uri).path));
    }
  }
}

function pageWords(): Readonly<Record<string, string>> {
  return {
    title: l10n.t("Search cables"),
    query: l10n.t('Words, "phrases" and fields: from:brasilia year:2009 tag:energy "climate change"'),
    sort: l10n.t("Order"),
    "sort.date": l10n.t("Newest first"),
    "sort.fit": l10n.t("Best first"),
    search: l10n.t("Search"),
    stop: l10n.t("Stop"),
    save: l10n.t("Save Search…"),
    progress: l10n.t("Files looked into"),
    facets: l10n.t("Narrow the search"),
    "facet.year": l10n.t("Year"),
    "facet.station": l10n.t("Station"),
    "facet.tag": l10n.t("TAG"),
    "facet.classification": l10n.t("Classification"),
    allOf: l10n.t("{0} more"),
    results: l10n.t("Cables found"),
    places: l10n.t("Places in {0}"),
    more: l10n.t("Show more cables"),
    noNumber: l10n.t("Without a number"),
    copies: l10n.t("{0} files"),
    addToDossier: l10n.t("Add {0} to a dossier"),
    moreLines: l10n.t("and {0} more lines"),
    "moreLines.one": l10n.t("and {0} more line"),
    searching: l10n.t("Searching…"),
    looked: l10n.t("{0} found · {1} of {2} files looked into"),
    nothing: l10n.t("No cable fits."),
    total: l10n.t("{0} cables"),
    "total.one": l10n.t("{0} cable"),
    means: l10n.t("{0} is {1}"),
    stopped: l10n.t("stopped before the end"),
    unread: l10n.t("{0} files could not be read"),
    "unread.one": l10n.t("{0} file could not be read"),
    indexing: l10n.t("still indexing"),
    problem: l10n.t("At character {0}: {1}"),
    hint: l10n.t(
      "Fields are from: to: info: tag: year: sent: class: caption: person: mrn: cites: citedby: subject: signed: file:. A minus leaves out, OR joins, brackets group, an asterisk stands for any ending.",
    ),
  };
}

/** `Reftel: Show Citation Graph`: what a cable cites and what cites it, as a picture that grows. */

import { commands, type Disposable, l10n, Uri, type WebviewPanel, window, workspace } from "vscode";
import { type CitationGraphAnswer, CitationGraphRequest } from "../../../server/src/lsp/protocol.ts";
import type { GraphMessages, ShownGraph } from "../../webviews/graph/messages.ts";
import type { ClientHost, ClientPart } from "../client-part.ts";
import { CABLE } from "../detection.ts";
import { IndexPanel } from "../index-panel.ts";

/** A cable to begin with, by its number or its file. */
type Start = ShownGraph["start"];

/** The kind of panel, as the manifest's activation events name it. */
const VIEW = "reftel.citationGraph";

/** As much as a picture may have, in letters: more is no picture of ours. */
const LARGEST_FILE = 100_000_000;

export const citationGraph: ClientPart = (host) => {
  let shown: GraphPanel | null = null;
  const panel = (restored: WebviewPanel | null): GraphPanel => {
    shown ??= new GraphPanel(host, restored, () => {
      shown = null;
    });
    return shown;
  };
  return [
    { dispose: () => shown?.dispose() },
    commands.registerCommand("reftel.showCitationGraph", (chosen?: unknown) => {
      const start = startOf(chosen);
      if (start === null)
        void window.showInformationMessage(l10n.t("Open a cable to see what it cites and what cites it."));
      else panel(null).show(start);
    }),
    window.registerWebviewPanelSerializer(VIEW, {
      deserializeWebviewPanel: async (restored, state: unknown) => {
        const before = shownBefore(state);
        if (before === null || shown !== null) restored.dispose();
        else panel(restored).restore(before);
      },
    }),
  ];
};

/** What a page that was open before a reload has kept; null where that is nothing that a page of ours keeps. */
function shownBefore(state: unknown): ShownGraph | null {
  const field = (of: unknown, name: string): unknown =>
    typeof of === "object" && of !== null ? Reflect.get(of, name) : undefined;
  const start = field(state, "start");
  const [mrn, uri, grown] = [field(start, "mrn"), field(start, "uri"), field(state, "grown")];
  const known = typeof mrn === "string" ? { mrn } : typeof uri === "string" ? { uri } : null;
  if (known === null) return null;
  return { start: known, grown: Array.isArray(grown) ? grown.filter((id) => typeof id === "string") : [] };
}

/** The cable chosen in the side bar, else the one in the editor. */
function startOf(chosen: unknown): Start | null {
  if (chosen instanceof Uri) return { uri: chosen.toString() };
  const row: unknown = typeof chosen === "object" && chosen !== null ? Reflect.get(chosen, "row") : null;
  const mrn: unknown = typeof row === "object" && row !== null ? Reflect.get(row, "mrn") : null;
  if (typeof mrn === "string") return { mrn };
  const document = window.activeTextEditor?.document;
  return document?.languageId === CABLE ? { uri: document.uri.toString() } : null;
}

class GraphPanel implements Disposable {
  readonly #host: ClientHost;
  readonly #panel: IndexPanel<GraphMessages>;
  #start: Start | null = null;
  /** The cables that the reader has let the graph grow from, in this order. */
  #grown: readonly string[] = [];
  #graph: CitationGraphAnswer | null = null;
  #isReady = false;
  #asked = 0;

  constructor(host: ClientHost, restored: WebviewPanel | null, closed: () => void) {
    this.#host = host;
    this.#panel = new IndexPanel(host, restored, {
      view: VIEW,
      name: "graph",
      title: l10n.t("Citation Graph"),
      words: pageWords(),
      handlers: {
        ready: () => {
          this.#isReady = true;
          return this.#load(null);
        },
        open: ({ text }) => this.#open(text("id")),
        grow: ({ text }) => this.#grow(text("id")),
        centre: ({ text }) => this.#centre(text("id")),
        savePng: ({ text }) => this.#savePng(text("data")),
        saveSvg: ({ text }) => this.#save(text("text"), "svg", (content) => new TextEncoder().encode(content)),
      },
      indexChanged: () => void this.#load(this.#graph?.root ?? null),
      closed,
    });
  }

  show(start: Start): void {
    this.#start = start;
    this.#grown = [];
    this.#panel.reveal();
    void this.#load(null);
  }

  restore({ start, grown }: ShownGraph): void {
    this.#start = start;
    this.#grown = grown;
  }

  dispose(): void {
    this.#panel.dispose();
  }

  /** Asks for the graph and hands it to the page. `fixed`: the cable that stays where it is in the picture. */
  async #load(fixed: string | null): Promise<void> {
    if (!this.#isReady || this.#start === null) return;
    const own = ++this.#asked;
    const client = await this.#host.client();
    const graph = await client.sendRequest(CitationGraphRequest, { ...this.#start, also: this.#grown });
    if (own !== this.#asked) return;
    // The index may have it in a moment; what is shown is no worse than nothing.
    if (graph === null && fixed !== null) return;
    this.#graph = graph;
    if (graph === null) {
      this.#panel.post("nothing", { text: l10n.t("The index knows no such cable yet.") });
      return;
    }
    this.#panel.title = l10n.t("Citations: {0}", graph.cables[0]?.mrn ?? l10n.t("cable without a number"));
    this.#panel.post("graph", { graph, grown: fixed, shown: { start: this.#start, grown: this.#grown } });
  }

  /** A page may only name cables that it was told of. */
  #cable(id: string | null): CitationGraphAnswer["cables"][number] | null {
    return this.#graph?.cables.find((cable) => cable.id === id) ?? null;
  }

  async #open(id: string | null): Promise<void> {
    const at = this.#cable(id)?.at;
    if (at != null) await this.#panel.open(at);
  }

  async #grow(id: string | null): Promise<void> {
    const cable = this.#cable(id);
    if (cable === null) return;
    this.#grown = [...this.#grown.filter((one) => one !== cable.id), cable.id];
    await this.#load(cable.id);
  }

  #centre(id: string | null): void {
    const cable = this.#cable(id);
    if (cable !== null) this.show(cable.mrn === null ? { uri: cable.id } : { mrn: cable.mrn });
  }

  #savePng(data: string | null): Promise<void> {
    const base64 = data?.startsWith("data:image/png;base64,") === true ? data.slice(data.indexOf(",") + 1) : null;
    return this.#save(base64, "png", (content) => Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0)));
  }

  async #save(content: string | null, ending: string, bytesOf: (content: string) => Uint8Array): Promise<void> {
    if (content === null || content.length > LARGEST_FILE) return;
    const name = `${this.#graph?.cables[0]?.mrn ?? "cable"}-citations.${ending}`;
    const folder = workspace.workspaceFolders?.[0]?.uri;
    const target = await window.showSaveDialog({
      ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, name) }),
      filters: { [ending.toUpperCase()]: [ending] },
    });
    if (target !== undefined) await workspace.fs.writeFile(target, bytesOf(content));
  }
}

function pageWords(): Readonly<Record<string, string>> {
  return {
    title: l10n.t("Citation graph"),
    search: l10n.t("Search number, subject, classification"),
    picture: l10n.t("Cables and citations as a picture; the same cables follow as a list"),
    keys: l10n.t(
      "Arrow keys go from cable to cable, with Shift they move the picture. Enter opens a cable, plus shows what else it cites and what cites it, 0 shows the whole graph, page up and page down zoom.",
    ),
    chosen: l10n.t("The chosen cable"),
    list: l10n.t("All cables by date; Enter opens one, plus shows what else it cites and what cites it"),
    legend: l10n.t("Legend"),
    fit: l10n.t("Fit"),
    png: l10n.t("Save as PNG"),
    svg: l10n.t("Save as SVG"),
    open: l10n.t("Open"),
    grow: l10n.t("Show {0} more"),
    centre: l10n.t("Begin Here"),
    hint: l10n.t(
      "A click on a cable chooses it, a second one shows what more it cites and what cites it, a double click opens it.",
    ),
    unnumbered: l10n.t("Cable without a number"),
    unmarked: l10n.t("no classification"),
    absent: l10n.t("not in the workspace"),
    arrow: l10n.t("from the cited cable to the one that cites it"),
    more: l10n.t("so many more"),
    counts: l10n.t("cites {0}, cited by {1}"),
    cables: l10n.t("{0} cables"),
    "cables.one": l10n.t("{0} cable"),
    citations: l10n.t("{0} citations"),
    "citations.one": l10n.t("{0} citation"),
    cut: l10n.t("not all are shown"),
    indexing: l10n.t("still indexing"),
    pictureOf: l10n.t("Citations of {0}"),
  };
}

/** A panel whose page shows what the index knows: it is asked again when the index changes, and opens cables beside itself. */

import { commands, Disposable, ViewColumn, type WebviewPanel, window } from "vscode";
import type { CablePlace } from "../../server/src/lsp/protocol.ts";
import type { ClientHost } from "./client-part.ts";
import { openCommand } from "./open-place.ts";
import { fillPanel, onPageMessage, type WebviewPage } from "./webview-page.ts";

/** After a change of the index, in milliseconds: who types a REF line is not shown every letter of it. */
const SETTLED = 800;

/** What tells one such panel from another. */
export interface IndexPage extends WebviewPage {
  /** The name of the view, as VS Code knows it. */
  readonly view: string;
  /** What the page may ask for. */
  readonly handlers: Parameters<typeof onPageMessage>[1];
  /** The index has changed, and has been still for a while. */
  readonly indexChanged: () => void;
  /** The panel was closed. */
  readonly closed: () => void;
}

/** `Messages`: what the page understands, by kind. `restored`: a panel that was open before the window was reloaded; null for a new one. */
export class IndexPanel<Messages> implements Disposable {
  readonly #panel: WebviewPanel;
  readonly #listening: Disposable;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    host: ClientHost,
    restored: WebviewPanel | null,
    { view, handlers, indexChanged, closed, ...page }: IndexPage,
  ) {
    this.#panel =
      restored ?? window.createWebviewPanel(view, page.title, ViewColumn.Active, { retainContextWhenHidden: true });
    this.#listening = Disposable.from(
      onPageMessage(this.#panel.webview, handlers),
      host.onIndexChanged(() => {
        clearTimeout(this.#timer);
        this.#timer = setTimeout(indexChanged, SETTLED);
      }),
      this.#panel.onDidDispose(() => {
        this.dispose();
        closed();
      }),
    );
    fillPanel(this.#panel, host.context.extensionUri, page);
  }

  set title(title: string) {
    this.#panel.title = title;
  }

  reveal(): void {
    this.#panel.reveal();
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#listening.dispose();
    this.#panel.dispose();
  }

  post<Kind extends keyof Messages>(kind: Kind, message: Messages[Kind]): void {
    void this.#panel.webview.postMessage({ kind, ...message });
  }

  /** Opens a cable where the panel is not, so that both are seen. */
  async open(place: CablePlace): Promise<void> {
    const { command, arguments: given = [] } = openCommand(place, "");
    const [uri, options] = given;
    const viewColumn = this.#panel.viewColumn === ViewColumn.One ? ViewColumn.Two : ViewColumn.One;
    await commands.executeCommand(command, uri, { ...options, viewColumn });
  }
}

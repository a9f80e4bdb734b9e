/** The previews of cables: the commands that open them, and their coming back after a reload. */

import { commands, Uri, ViewColumn, type WebviewPanel, window } from "vscode";
import type { ClientHost, ClientPart } from "../../client-part.ts";
import { exportDocument, printDocument } from "./export.ts";
import { PreviewPanel } from "./preview-panel.ts";

/** The kind of panel, as the manifest's conditions name it. */
const VIEW_TYPE = "reftel.preview";

export const preview: ClientPart = (host) => {
  const previews = new Previews(host);
  /** The document that a command means: that of the menu it was chosen from, of the preview in front, of the editor in front. */
  const documentOf = (uri: unknown): Uri | undefined =>
    uri instanceof Uri ? uri : (previews.active()?.uri ?? window.activeTextEditor?.document.uri);
  const onDocument =
    (does: (uri: Uri) => unknown) =>
    async (uri: unknown): Promise<void> => {
      const document = documentOf(uri);
      if (document !== undefined) await does(document);
    };
  return [
    commands.registerCommand(
      "reftel.openPreview",
      onDocument((uri) => previews.open(uri, ViewColumn.Active, false)),
    ),
    commands.registerCommand(
      "reftel.openPreviewToSide",
      onDocument((uri) => previews.open(uri, ViewColumn.Beside, true)),
    ),
    commands.registerCommand("reftel.togglePreviewLock", () => previews.active()?.toggleLock()),
    commands.registerCommand("reftel.showSource", () => previews.active()?.showSource()),
    commands.registerCommand(
      "reftel.export",
      onDocument((uri) => exportDocument(host, uri)),
    ),
    commands.registerCommand(
      "reftel.print",
      onDocument((uri) => printDocument(host, uri)),
    ),
    window.registerWebviewPanelSerializer(VIEW_TYPE, {
      deserializeWebviewPanel: async (panel: WebviewPanel, state: unknown) => previews.restore(panel, state),
    }),
  ];
};

class Previews {
  readonly #host: ClientHost;
  readonly #all = new Set<PreviewPanel>();

  constructor(host: ClientHost) {
    this.#host = host;
  }

  /** The preview that is in front; undefined where something else is. */
  active(): PreviewPanel | undefined {
    return [...this.#all].find(({ panel }) => panel.active);
  }

  /** Shows a document in the preview that follows the editor, which is made where there is none. */
  open(uri: Uri, column: ViewColumn, preserveFocus: boolean): void {
    const follower = [...this.#all].find(({ isLocked }) => !isLocked);
    if (follower !== undefined) {
      follower.show(uri);
      follower.panel.reveal(column === ViewColumn.Beside ? undefined : column, preserveFocus);
      return;
    }
    this.#keep(window.createWebviewPanel(VIEW_TYPE, "", { viewColumn: column, preserveFocus }), uri);
  }

  restore(panel: WebviewPanel, state: unknown): void {
    const uri = typeof state === "object" && state !== null && "uri" in state ? state.uri : null;
    if (typeof uri === "string") this.#keep(panel, Uri.parse(uri));
    else panel.dispose();
  }

  #keep(panel: WebviewPanel, uri: Uri): void {
    const shown = new PreviewPanel(this.#host, panel, uri);
    this.#all.add(shown);
    panel.onDidDispose(() => this.#all.delete(shown));
  }
}

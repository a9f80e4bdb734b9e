/** One preview: a panel that shows a cable as it is read, follows its text, and scrolls with its editor. */

import {
  commands,
  Disposable,
  l10n,
  Position,
  Range,
  type TextDocument,
  type TextEditor,
  TextEditorRevealType,
  type Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from "vscode";
import { DefinitionRequest, Location, type LocationLink } from "vscode-languageclient";
import { type Preview, PreviewRequest } from "../../../../server/src/lsp/protocol.ts";
import type { ToPage } from "../../../webviews/preview/messages.ts";
import type { ClientHost } from "../../client-part.ts";
import { CABLE } from "../../detection.ts";
import { fillPanel, onPageMessage } from "../../webview-page.ts";

/** In milliseconds: within this time of its own scrolling an editor tells of nothing that a person did. */
const SETTLED = 200;

export class PreviewPanel {
  readonly panel: WebviewPanel;
  readonly #host: ClientHost;
  readonly #subscriptions: Disposable[] = [];
  #uri: Uri;
  #isLocked = false;
  /** The keys of the blocks that the page has. */
  #known: readonly string[] = [];
  #isPageReady = false;
  #isUpdating = false;
  #isOutdated = false;
  /** When the page last scrolled an editor. */
  #scrolledEditor = 0;

  constructor(host: ClientHost, panel: WebviewPanel, uri: Uri) {
    this.#host = host;
    this.panel = panel;
    this.#uri = uri;
    this.#subscriptions.push(
      onPageMessage(panel.webview, {
        ready: () => this.#pageIsReady(),
        follow: (message) => this.#follow(message.number("line"), message.number("character")),
        reveal: (message) => this.#reveal(message.number("line")),
        scrolled: (message) => this.#scrollEditor(message.number("line")),
      }),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (this.#isOf(document)) void this.#update();
      }),
      workspace.onDidOpenTextDocument((document) => {
        if (this.#isOf(document)) void this.#update();
        // A text that turns out to be a cable was in front before anyone knew: it is opened again as one.
        else if (document === window.activeTextEditor?.document) this.#followEditor(document);
      }),
      host.onIndexChanged(() => void this.#update()),
      window.onDidChangeActiveTextEditor((editor) => {
        if (editor !== undefined) this.#followEditor(editor.document);
      }),
      window.onDidChangeTextEditorVisibleRanges(({ textEditor }) => this.#scrollPage(textEditor)),
    );
    panel.onDidDispose(() => Disposable.from(...this.#subscriptions).dispose());
    fillPanel(panel, host.context.extensionUri, {
      name: "preview",
      title: l10n.t("Preview of a cable"),
      words: { skip: l10n.t("Skip to the text") },
    });
    this.#setTitle(null);
  }

  get uri(): Uri {
    return this.#uri;
  }

  get isLocked(): boolean {
    return this.#isLocked;
  }

  /** Shows another document. */
  show(uri: Uri): void {
    if (uri.toString() === this.#uri.toString()) return;
    this.#uri = uri;
    void this.#update();
  }

  #followEditor(document: TextDocument): void {
    if (document.languageId === CABLE && !this.#isLocked) this.show(document.uri);
  }

  toggleLock(): void {
    this.#isLocked = !this.#isLocked;
    void this.#update();
  }

  /** Opens the source beside the preview or in its place. */
  async showSource(): Promise<TextEditor> {
    const shown = this.#editor();
    const column = shown?.viewColumn ?? this.panel.viewColumn ?? ViewColumn.Active;
    return window.showTextDocument(await workspace.openTextDocument(this.#uri), column);
  }

  #isOf(document: TextDocument): boolean {
    return document.uri.toString() === this.#uri.toString();
  }

  #editor(): TextEditor | undefined {
    return window.visibleTextEditors.find(({ document }) => this.#isOf(document));
  }

  #setTitle(title: string | null): void {
    const name = title ?? this.#uri.path.slice(this.#uri.path.lastIndexOf("/") + 1);
    this.panel.title = this.#isLocked ? l10n.t("[Preview] {0}", name) : l10n.t("Preview {0}", name);
  }

  async #pageIsReady(): Promise<void> {
    this.#known = [];
    this.#isPageReady = true;
    await this.#update();
    const editor = this.#editor();
    if (editor !== undefined) this.#scrollPage(editor);
  }

  /** Brings the page up to date. While that goes on, whatever changes is taken in with one more round: typing is followed and never queued. */
  async #update(): Promise<void> {
    this.#isOutdated = true;
    if (this.#isUpdating || !this.#isPageReady) return;
    this.#isUpdating = true;
    try {
      while (this.#isOutdated) {
        this.#isOutdated = false;
        await this.#showOnce();
      }
    } finally {
      this.#isUpdating = false;
    }
  }

  async #showOnce(): Promise<void> {
    const uri = this.#uri;
    // A file that is gone stays as it was last seen.
    const document = await workspace.openTextDocument(uri).then(
      (opened) => opened,
      () => null,
    );
    if (document === null) return;
    const preview = await this.#ask(document);
    if (preview === null || uri !== this.#uri) return;
    this.#known = preview.blocks.map(({ key }) => key);
    this.#setTitle(preview.title);
    this.#tell({
      kind: "show",
      uri: uri.toString(),
      isCapitals: preview.isCapitals,
      lineCount: document.lineCount,
      blocks: preview.blocks,
    });
  }

  async #ask(document: TextDocument): Promise<Preview | null> {
    const client = await this.#host.client();
    const textDocument = { uri: client.code2ProtocolConverter.asUri(document.uri) };
    const known = this.#known;
    const preview = await client.sendRequest(PreviewRequest, { textDocument, known });
    // The server has what is open and a cable; anything else comes with its text.
    return preview ?? client.sendRequest(PreviewRequest, { textDocument, known, text: document.getText() });
  }

  #tell(message: ToPage[keyof ToPage]): void {
    void this.panel.webview.postMessage(message);
  }

  #scrollPage(editor: TextEditor): void {
    const [first] = editor.visibleRanges;
    if (first === undefined || !this.#isOf(editor.document) || Date.now() - this.#scrolledEditor < SETTLED) return;
    this.#tell({ kind: "scroll", line: first.start.line });
  }

  #scrollEditor(line: number | null): void {
    const editor = this.#editor();
    if (editor === undefined || line === null) return;
    this.#scrolledEditor = Date.now();
    const top = new Position(boundedLine(editor.document, line), 0);
    editor.revealRange(new Range(top, top), TextEditorRevealType.AtTop);
  }

  async #reveal(line: number | null): Promise<void> {
    if (line === null) return;
    const editor = await this.showSource();
    await select(editor, new Position(boundedLine(editor.document, line), 0));
  }

  /** Goes where the editor itself would go from a place of the document; to that place where it leads nowhere. */
  async #follow(line: number | null, character: number | null): Promise<void> {
    if (line === null || character === null || line < 0 || character < 0) return;
    const document = await workspace.openTextDocument(this.#uri);
    const client = await this.#host.client();
    const at = document.validatePosition(new Position(Math.floor(line), Math.floor(character)));
    const answer = await client.sendRequest(DefinitionRequest.type, {
      textDocument: { uri: client.code2ProtocolConverter.asUri(document.uri) },
      position: client.code2ProtocolConverter.asPosition(at),
    });
    const found: readonly (Location | LocationLink)[] =
      answer === null ? [] : Array.isArray(answer) ? answer : [answer];
    const places = found.map((place) =>
      Location.is(place)
        ? { uri: place.uri, range: place.range }
        : { uri: place.targetUri, range: place.targetSelectionRange },
    );
    const [only, ...others] = places;
    if (only === undefined || others.length > 0) {
      const editor = await this.showSource();
      await select(editor, at);
      if (only !== undefined) await commands.executeCommand("editor.action.revealDefinition");
      return;
    }
    const shown = await workspace.openTextDocument(client.protocol2CodeConverter.asUri(only.uri));
    const column = this.#editor()?.viewColumn ?? ViewColumn.Active;
    await window.showTextDocument(shown, {
      viewColumn: column,
      selection: client.protocol2CodeConverter.asRange(only.range),
    });
  }
}

function boundedLine(document: TextDocument, line: number): number {
  return Math.min(Math.max(Math.floor(line), 0), document.lineCount - 1);
}

async function select(editor: TextEditor, at: Position): Promise<void> {
  const range = new Range(at, at);
  await window.showTextDocument(editor.document, {
    viewColumn: editor.viewColumn ?? ViewColumn.Active,
    selection: range,
  });
}

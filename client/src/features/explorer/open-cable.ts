/** Knows the cable in front of the reader, as the server describes it, from one text to the next. */

import { type Disposable, EventEmitter, type TextDocument, type TextEditor, window, workspace } from "vscode";
import { type OpenCable, OpenCableRequest } from "../../../../server/src/lsp/protocol.ts";
import type { ClientHost } from "../../client-part.ts";
import { CABLE } from "../../detection.ts";

/** The server is asked again when typing has paused for so long, in milliseconds. */
const PAUSE = 200;

export interface Shown {
  readonly document: TextDocument;
  readonly cable: OpenCable;
}

export class OpenCableWatch implements Disposable {
  readonly #host: ClientHost;
  readonly #changed = new EventEmitter<Shown | null>();
  readonly #listening: Disposable[];
  #document: TextDocument | null = null;
  #shown: Shown | null = null;
  #asked = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly onChanged = this.#changed.event;

  constructor(host: ClientHost) {
    this.#host = host;
    this.#listening = [
      window.onDidChangeActiveTextEditor((editor) => this.#follow(editor)),
      workspace.onDidOpenTextDocument((document) => {
        // A document that becomes a cable opens anew, in the editor that it has.
        if (document === window.activeTextEditor?.document) this.#follow(window.activeTextEditor);
      }),
      workspace.onDidChangeTextDocument(({ document }) => {
        if (document === this.#document) this.#askSoon();
      }),
      workspace.onDidCloseTextDocument((document) => {
        if (document === this.#document && document.isClosed) this.#leave();
      }),
      host.onIndexChanged(() => this.#askSoon()),
    ];
    this.#follow(window.activeTextEditor);
  }

  /** The cable that was last in front; null where another text is, or none was yet. */
  get shown(): Shown | null {
    return this.#shown;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    for (const one of this.#listening) one.dispose();
    this.#changed.dispose();
  }

  #follow(editor: TextEditor | undefined): void {
    // No text in front is a page or a view that has the focus: what is said there is still said of the cable behind it.
    if (editor === undefined) return;
    if (editor.document.languageId !== CABLE) {
      this.#leave();
      return;
    }
    this.#document = editor.document;
    void this.#ask();
  }

  #leave(): void {
    this.#document = null;
    this.#asked++;
    this.#show(null);
  }

  #askSoon(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), PAUSE);
  }

  async #ask(): Promise<void> {
    const document = this.#document;
    if (document === null) return;
    const own = ++this.#asked;
    const cable = await this.#host
      .client()
      .then((client) => client.sendRequest(OpenCableRequest, { textDocument: { uri: document.uri.toString() } }))
      // Why there is no server has been told.
      .catch(() => null);
    if (own === this.#asked) this.#show(cable === null ? null : { document, cable });
  }

  #show(shown: Shown | null): void {
    this.#shown = shown;
    this.#changed.fire(shown);
  }
}

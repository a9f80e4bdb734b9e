/** What the extension does in every VS Code, desktop or browser: detects cables, runs the client while there are any. */

import { type ExtensionContext, l10n, type TextDocument, window, workspace } from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import { CLIENT_COMMANDS, IndexStatusRequest } from "../../server/src/lsp/protocol.ts";
import type { ClientHost } from "./client-part.ts";
import { CABLE, detectCables } from "./detection.ts";
import type { ReftelExports } from "./exports.ts";
import { ALL_PARTS } from "./parts/all-parts.ts";

/** Makes the client; where the server runs is what tells one kind of VS Code from the other. */
export type MakeClient = (id: string, name: string, options: LanguageClientOptions) => BaseLanguageClient;

/** The client while the extension is active; `stop` is for its end. */
export class Extension {
  readonly #makeClient: MakeClient;
  #storagePath: string | undefined;
  #client: Promise<BaseLanguageClient> | null = null;

  constructor(makeClient: MakeClient) {
    this.#makeClient = makeClient;
  }

  activate(context: ExtensionContext): ReftelExports {
    const startFor = (document: TextDocument): void => {
      if (document.languageId === CABLE) void this.#start().catch(tellThatItFailed);
    };
    this.#storagePath = context.storageUri?.fsPath;
    const host: ClientHost = { context, client: () => this.#start() };
    context.subscriptions.push(
      ...detectCables(),
      ...ALL_PARTS.flatMap((part) => part(host)),
      workspace.onDidOpenTextDocument(startFor),
    );
    // People who only open plain text that is no cable get no server.
    workspace.textDocuments.forEach(startFor);
    return {
      indexStatus: async (params = {}) => {
        const client = await this.#start();
        const status = await client.sendRequest(IndexStatusRequest, params);
        if (status === null) throw new Error(l10n.t("The server could not say how far its index is."));
        return status;
      },
    };
  }

  async stop(): Promise<void> {
    const client = await this.#client?.catch(() => null);
    await client?.stop();
  }

  #start(): Promise<BaseLanguageClient> {
    this.#client ??= this.#startClient();
    return this.#client;
  }

  async #startClient(): Promise<BaseLanguageClient> {
    const client = this.#makeClient("reftel", "Reftel", {
      documentSelector: [{ language: CABLE }],
      initializationOptions: { storagePath: this.#storagePath, commands: CLIENT_COMMANDS },
      // Hovers quote cables, which may come from anywhere: nothing in them may run a command or load anything.
      markdown: { isTrusted: false, supportHtml: false },
    });
    await client.start();
    return client;
  }
}

function tellThatItFailed(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error);
  void window.showErrorMessage(l10n.t("Reftel's language server did not start: {0}", reason));
}

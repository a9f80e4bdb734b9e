/** What the extension does in every VS Code, desktop or browser: detects cables, runs the client while there are any. */

import {
  commands,
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  l10n,
  type TextDocument,
  Uri,
  workspace,
} from "vscode";
import type { BaseLanguageClient, LanguageClientOptions } from "vscode-languageclient";
import type { IndexStatus } from "../../server/src/host/indexer.ts";
import { CLIENT_COMMANDS, IndexChangedNotification, IndexStatusRequest } from "../../server/src/lsp/protocol.ts";
import type { ClientHost, CommandLineProgram } from "./client-part.ts";
import { CABLE, detectCables } from "./detection.ts";
import { serveFiles } from "./editor-files.ts";
import type { ReftelExports } from "./exports.ts";
import { ALL_PARTS } from "./features/all-features.ts";
import { MarkdownFences } from "./features/markdown-fences.ts";
import { hoverCommands, provideHover } from "./hover-actions.ts";
import { ServerEndings } from "./server-lifecycle.ts";
import { provideWorkspaceSymbols } from "./workspace-symbols.ts";

/** Makes the client; where the server runs is what tells one kind of VS Code from the other. */
export type MakeClient = (
  id: string,
  name: string,
  options: LanguageClientOptions,
) => BaseLanguageClient | Promise<BaseLanguageClient>;

/** The client while the extension is active; `stop` is for its end. */
export class Extension {
  readonly #makeClient: MakeClient;
  readonly #context: ExtensionContext;
  readonly #program: CommandLineProgram | null;
  readonly #indexChanged = new EventEmitter<IndexStatus>();
  /** Running, starting, or failed: a server that did not start is not tried again for every cable that is opened. */
  #client: Promise<BaseLanguageClient> | null = null;
  /** The last client that was made, also one that failed: it has the log. */
  #made: BaseLanguageClient | null = null;

  constructor(context: ExtensionContext, program: CommandLineProgram | null, makeClient: MakeClient) {
    this.#context = context;
    this.#program = program;
    this.#makeClient = makeClient;
  }

  activate(): ReftelExports {
    const startFor = (document: TextDocument): void => {
      // Who opens a cable has been told why by the time this fails.
      if (document.languageId === CABLE) void this.#start().catch(() => {});
    };
    const host: ClientHost = {
      context: this.#context,
      program: this.#program,
      client: () => this.#start(),
      onIndexChanged: this.#indexChanged.event,
    };
    this.#context.subscriptions.push(
      this.#indexChanged,
      ...this.#serverCommands(),
      ...detectCables(),
      ...hoverCommands(),
      ...ALL_PARTS.flatMap((part) => part(host)),
      workspace.onDidOpenTextDocument(startFor),
    );
    // People who only open plain text that is no cable get no server.
    workspace.textDocuments.forEach(startFor);
    const fences = new MarkdownFences(
      () => this.#start(),
      () => void commands.executeCommand("markdown.preview.refresh"),
    );
    return {
      extendMarkdownIt: (reader) => fences.extend(reader),
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

  #serverCommands(): Disposable[] {
    return [
      commands.registerCommand("reftel.showLog", () => this.#showLog()),
      commands.registerCommand("reftel.restartServer", () => this.#restart()),
    ];
  }

  #showLog(): void {
    this.#made?.outputChannel.show();
  }

  async #restart(): Promise<void> {
    await this.stop();
    await this.#made?.dispose();
    this.#client = null;
    await this.#start().catch(() => {});
  }

  #start(): Promise<BaseLanguageClient> {
    this.#client ??= this.#startClient();
    return this.#client;
  }

  async #startClient(): Promise<BaseLanguageClient> {
    const endings = new ServerEndings({
      showLog: () => this.#showLog(),
      startAgain: () => void this.#restart(),
    });
    const { storageUri, extensionUri } = this.#context;
    const client = await this.#makeClient("reftel", "Reftel", {
      documentSelector: [{ language: CABLE }],
      initializationOptions: {
        storagePath: storageUri?.fsPath,
        rulePages: `${Uri.joinPath(extensionUri, "docs", "rules")}/`,
        commands: CLIENT_COMMANDS,
        indexChanges: true,
        files: true,
      },
      middleware: { provideHover, provideWorkspaceSymbols },
      errorHandler: endings,
      // Told by `endings`, once, and not by the library as well.
      initializationFailedHandler: () => false,
      // Hovers quote cables, which may come from anywhere: nothing in them may run a command or load anything.
      markdown: { isTrusted: false, supportHtml: false },
    });
    this.#made = client;
    serveFiles(client);
    client.onNotification(IndexChangedNotification, (status) => this.#indexChanged.fire(status));
    // The library would show messages of its own beside those of `endings`; in the log they are welcome.
    const log = client.error.bind(client);
    client.error = (message, data) => log(message, data, false);
    try {
      await client.start();
    } catch (error) {
      endings.failed(error);
      throw error;
    }
    endings.started();
    return client;
  }
}

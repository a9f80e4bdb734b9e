/** A small language client that starts the real server as a process and talks to it as an editor does. */

import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  type ClientCapabilities,
  ConfigurationRequest,
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidCloseTextDocumentNotification,
  DidOpenTextDocumentNotification,
  ExitNotification,
  InitializedNotification,
  type InitializeParams,
  InitializeRequest,
  type InitializeResult,
  LogMessageNotification,
  type ProtocolConnection,
  PublishDiagnosticsNotification,
  type PublishDiagnosticsParams,
  type Registration,
  RegistrationRequest,
  ShowMessageNotification,
  ShutdownRequest,
  StreamMessageReader,
  StreamMessageWriter,
  type TextDocumentContentChangeEvent,
  UnregistrationRequest,
  WorkDoneProgressCreateRequest,
} from "vscode-languageserver-protocol/node";

/** A client with everything that matters, as VS Code is one. */
export const ABLE_CLIENT: ClientCapabilities = {
  general: { positionEncodings: ["utf-16"] },
  textDocument: {
    documentSymbol: { hierarchicalDocumentSymbolSupport: true },
    definition: { linkSupport: true },
    declaration: { linkSupport: true },
    hover: { contentFormat: ["markdown", "plaintext"] },
    diagnostic: {},
  },
  workspace: {
    configuration: true,
    workspaceFolders: true,
    didChangeWatchedFiles: { dynamicRegistration: true },
  },
};

export interface StartOptions {
  readonly capabilities?: ClientCapabilities;
  /** URIs. */
  readonly folders?: readonly string[];
  readonly initializationOptions?: unknown;
  /** What the client answers when it is asked for `reftel`. */
  readonly settings?: unknown;
  readonly processId?: number | null;
}

export class LanguageClient {
  readonly connection: ProtocolConnection;
  readonly process: ChildProcess;
  readonly exited: Promise<number | null>;
  /** What the server said, in order. */
  readonly log: string[] = [];
  readonly messages: string[] = [];
  readonly diagnostics: PublishDiagnosticsParams[] = [];
  readonly registrations: Registration[] = [];
  settings: unknown;
  #versions = new Map<string, number>();
  #published: (() => void)[] = [];

  constructor(program: string, settings: unknown = null) {
    this.settings = settings;
    this.process = spawn(process.execPath, [program, "lsp", "--stdio"], { stdio: ["pipe", "pipe", "pipe"] });
    const { stdin, stdout, stderr } = this.process;
    if (stdin === null || stdout === null || stderr === null) throw new Error("the server has no pipes");
    this.exited = once(this.process, "exit").then(([code]: (number | null)[]) => code ?? null);
    stderr.setEncoding("utf8").on("data", (text: string) => this.log.push(`stderr: ${text}`));
    // A server that has gone can't be written to, which is what some tests are about.
    stdin.on("error", () => {});
    this.connection = createProtocolConnection(new StreamMessageReader(stdout), new StreamMessageWriter(stdin));
    this.#answerServer();
    this.connection.listen();
  }

  /** Starts a server and goes with it through the whole greeting. */
  static async start(program: string, options: StartOptions = {}): Promise<LanguageClient> {
    const client = new LanguageClient(program, options.settings);
    await client.initialize(options);
    await client.connection.sendNotification(InitializedNotification.type, {});
    return client;
  }

  initialize(options: StartOptions = {}): Promise<InitializeResult> {
    const params: InitializeParams = {
      processId: options.processId === undefined ? process.pid : options.processId,
      rootUri: null,
      capabilities: options.capabilities ?? ABLE_CLIENT,
      initializationOptions: options.initializationOptions,
      workspaceFolders: (options.folders ?? []).map((uri) => ({ uri, name: uri })),
    };
    return this.connection.sendRequest(InitializeRequest.type, params);
  }

  open(uri: string, text: string): Promise<void> {
    this.#versions.set(uri, 1);
    return this.connection.sendNotification(DidOpenTextDocumentNotification.type, {
      textDocument: { uri, languageId: "cable", version: 1, text },
    });
  }

  change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<void> {
    const version = (this.#versions.get(uri) ?? 0) + 1;
    this.#versions.set(uri, version);
    return this.connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri, version },
      contentChanges,
    });
  }

  close(uri: string): Promise<void> {
    return this.connection.sendNotification(DidCloseTextDocumentNotification.type, { textDocument: { uri } });
  }

  /** Done when the server has sent diagnostics once more. */
  published(): Promise<void> {
    return new Promise((resolve) => this.#published.push(resolve));
  }

  /** Shuts the server down as the protocol wants it; answers its exit code. */
  async stop(): Promise<number | null> {
    await this.connection.sendRequest(ShutdownRequest.type);
    await this.connection.sendNotification(ExitNotification.type);
    return this.exited;
  }

  /** For the end of tests: ends the server however it is. */
  async dispose(): Promise<void> {
    this.connection.dispose();
    this.process.kill("SIGKILL");
    await this.exited;
  }

  #answerServer(): void {
    const { connection } = this;
    connection.onRequest(ConfigurationRequest.type, ({ items }) => items.map(() => this.settings));
    connection.onRequest(RegistrationRequest.type, ({ registrations }) => {
      this.registrations.push(...registrations);
    });
    connection.onRequest(UnregistrationRequest.type, () => {});
    connection.onRequest(WorkDoneProgressCreateRequest.type, () => {});
    connection.onNotification(LogMessageNotification.type, ({ message }) => {
      this.log.push(message);
    });
    connection.onNotification(ShowMessageNotification.type, ({ message }) => {
      this.messages.push(message);
    });
    connection.onNotification(PublishDiagnosticsNotification.type, (params) => {
      this.diagnostics.push(params);
      for (const resolve of this.#published.splice(0)) resolve();
    });
  }
}

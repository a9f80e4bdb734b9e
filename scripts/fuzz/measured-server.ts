/** A server that is asked one thing after the other, with the processor time that each answer took it. */

import { RawClient } from "../../tests/lsp/raw-client.ts";
import { mostMemoryOf, processorTimeOf } from "../load/memory.ts";

const URI = "file:///hostile/text.cable";
const textDocument = { uri: URI };
const START = { line: 5, character: 9 };
const END = { line: 100_000_000, character: 0 };
const ALL = { start: { line: 0, character: 0 }, end: END };
const options = { tabSize: 2, insertSpaces: true };

/** A kind of request that a text is put to. */
export interface Asked {
  readonly name: string;
  readonly method: string;
  readonly params: object;
}

const request = (method: string, params: object = { textDocument }, name = method): Asked => ({ name, method, params });

/** Every kind of request on a text. */
export const REQUESTS: readonly Asked[] = [
  request("textDocument/documentSymbol"),
  request("textDocument/hover", { textDocument, position: START }),
  request("textDocument/hover", { textDocument, position: END }, "textDocument/hover at the end"),
  request("textDocument/definition", { textDocument, position: START }),
  request("textDocument/documentHighlight", { textDocument, position: START }),
  request("textDocument/completion", { textDocument, position: END }),
  request("textDocument/selectionRange", { textDocument, positions: [START, END] }),
  request("textDocument/foldingRange"),
  request("textDocument/documentLink"),
  request("textDocument/inlayHint", { textDocument, range: { start: ALL.start, end: { line: 60, character: 0 } } }),
  request("textDocument/semanticTokens/full"),
  request("textDocument/diagnostic"),
  request("textDocument/codeAction", { textDocument, range: ALL, context: { diagnostics: [] } }),
  request("textDocument/formatting", { textDocument, options }),
  request("reftel/preview"),
  request("reftel/openCable"),
];

/** What a request cost, in milliseconds of processor time, and whether it was answered without a fault. */
export interface Cost {
  readonly milliseconds: number;
  readonly isFine: boolean;
}

export class MeasuredServer {
  readonly #client: RawClient;
  #asked = 0;

  private constructor(client: RawClient) {
    this.#client = client;
  }

  static async start(program: string): Promise<MeasuredServer> {
    const client = new RawClient(program);
    await client.ask("greeting", "initialize", {
      processId: process.pid,
      rootUri: null,
      capabilities: {
        textDocument: {
          diagnostic: {},
          documentSymbol: { hierarchicalDocumentSymbolSupport: true },
          codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
        },
      },
    });
    client.send({ method: "initialized", params: {} });
    return new MeasuredServer(client);
  }

  /** Opens a text and waits until it has come. */
  async open(text: string): Promise<Cost> {
    return this.#measure(async () => {
      this.#client.send({
        method: "textDocument/didOpen",
        params: { textDocument: { uri: URI, languageId: "cable", version: 1, text } },
      });
      await this.#client.ask(++this.#asked, "open", {});
      return true;
    });
  }

  close(): void {
    this.#client.send({ method: "textDocument/didClose", params: { textDocument } });
  }

  async ask({ method, params }: Asked): Promise<Cost> {
    return this.#measure(async () => (await this.#client.ask(++this.#asked, method, params)).error === undefined);
  }

  /** The most memory that the server ever had, in MB; null where the system does not tell. */
  get mostMemory(): number | null {
    return mostMemoryOf(this.#client.process.pid);
  }

  async end(): Promise<void> {
    this.#client.dispose();
    await this.#client.exited;
  }

  async #measure(run: () => Promise<boolean>): Promise<Cost> {
    const { pid } = this.#client.process;
    const before = processorTimeOf(pid) ?? 0;
    const isAnswered = await run();
    const isFine = isAnswered && !this.#client.log.some((line) => line.startsWith("Fault"));
    this.#client.log.length = 0;
    this.#client.answers.clear();
    return { milliseconds: ((processorTimeOf(pid) ?? 0) - before) * 1000, isFine };
  }
}

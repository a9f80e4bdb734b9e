/** Reads messages from a stream as they are framed there, and answers what is no message, so that nothing sent stays without an answer. */

import type { Readable } from "node:stream";
import {
  AbstractMessageReader,
  type DataCallback,
  type Disposable,
  type MessageReader,
  type MessageWriter,
  type ResponseMessage,
} from "vscode-languageserver/node";
import { MessageFrames } from "../lsp/message-frames.ts";

export class StdioReader extends AbstractMessageReader implements MessageReader {
  readonly #input: Readable;
  readonly #writer: MessageWriter;
  readonly #frames = new MessageFrames();

  /** What is wrong in `input` is answered by `writer`. */
  constructor(input: Readable, writer: MessageWriter) {
    super();
    this.#input = input;
    this.#writer = writer;
  }

  listen(callback: DataCallback): Disposable {
    const take = (bytes: Uint8Array): void => {
      for (const frame of this.#frames.push(bytes)) {
        if (frame.kind === "wrong") {
          this.#refuse({ jsonrpc: "2.0", id: frame.id, error: { code: frame.code, message: frame.reason } });
          continue;
        }
        // The library stumbles over some messages, as over one that cancels nothing: those behind it come all the same.
        try {
          callback(frame.message);
        } catch (error) {
          this.fireError(error);
        }
      }
    };
    const fail = (error: Error): void => this.fireError(error);
    const end = (): void => this.fireClose();
    this.#input.on("data", take).on("error", fail).on("close", end);
    return { dispose: () => this.#input.off("data", take).off("error", fail).off("close", end) };
  }

  #refuse(answer: ResponseMessage): void {
    this.#writer.write(answer).catch((error: unknown) => this.fireError(error));
  }
}

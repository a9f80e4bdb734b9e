/** What has come to the connection and not had its turn yet: so that nothing is worked on that nobody waits for any more. */

import {
  type ConnectionStrategy,
  DidChangeTextDocumentNotification,
  LSPErrorCodes,
  Message,
  type MessageReader,
  type ResponseMessage,
} from "vscode-languageserver";

/** A request that is cancelled before its turn is answered at once. */
export const CANCELLING: ConnectionStrategy = {
  cancelUndispatched: (message) => {
    if (!Message.isRequest(message)) return undefined;
    const { jsonrpc, id, method } = message;
    const answer: ResponseMessage = {
      ...{ jsonrpc, id },
      error: { code: LSPErrorCodes.RequestCancelled, message: `${method} was cancelled` },
    };
    return answer;
  },
};

/** Counts the changes of documents between their arrival and their turn. */
export class Arrivals {
  readonly #changes = new Map<string, number>();

  /** The same reader, its messages noted as they arrive. */
  noting(reader: MessageReader): MessageReader {
    const listen = reader.listen.bind(reader);
    reader.listen = (callback) =>
      listen((message) => {
        this.#note(message);
        callback(message);
      });
    return reader;
  }

  /** Whether a change of a document, by its URI as the client writes it, waits for its turn. */
  hasChange(uri: string): boolean {
    return (this.#changes.get(uri) ?? 0) > 0;
  }

  /** A notification has its turn. */
  taken(method: string, params: unknown): void {
    const uri = method === CHANGE ? uriIn(params) : null;
    if (uri === null) return;
    const left = (this.#changes.get(uri) ?? 0) - 1;
    if (left > 0) this.#changes.set(uri, left);
    else this.#changes.delete(uri);
  }

  #note(message: Message): void {
    if (!Message.isNotification(message) || message.method !== CHANGE) return;
    const uri = uriIn(message.params);
    if (uri !== null) this.#changes.set(uri, (this.#changes.get(uri) ?? 0) + 1);
  }
}

const CHANGE = DidChangeTextDocumentNotification.method;

/** The URI of the document that the parameters of a message are about; null where they are about none. */
export function uriIn(params: unknown): string | null {
  const document = property(params, "textDocument");
  const uri = property(document, "uri");
  return typeof uri === "string" ? uri : null;
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined;
}

/** Writes messages to a stream; an answer that can't be written is one all the same, an error in its place. */

import { ErrorCodes, type Message, type ResponseMessage, StreamMessageWriter } from "vscode-languageserver/node";

export class StdioWriter extends StreamMessageWriter {
  override async write(message: Message): Promise<void> {
    try {
      await super.write(message);
    } catch (error) {
      if (!isResult(message)) throw error;
      const { jsonrpc, id } = message;
      const reason = error instanceof Error ? error.message : String(error);
      const refusal = { code: ErrorCodes.InternalError, message: `the answer can't be sent: ${reason}` };
      const answer: ResponseMessage = { jsonrpc, id, error: refusal };
      await super.write(answer);
    }
  }
}

function isResult(message: Message): message is ResponseMessage {
  return "id" in message && "result" in message;
}

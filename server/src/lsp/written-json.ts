/** Answers that are JSON already, and how messages with one get to the client. */

import { Message } from "vscode-languageserver";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** An answer that a handler wrote as JSON itself, in UTF-8. */
export class WrittenJson {
  readonly bytes: Uint8Array;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  /** The same as a value: for connections that carry values, not bytes (an editor's channel, a worker), and for traces. */
  toJSON(): unknown {
    return JSON.parse(decoder.decode(this.bytes));
  }
}

/** A message in UTF-8: an answer that is written already is put in as it is. */
export function messageBytes(message: Message): Uint8Array {
  const written = writtenResult(message);
  if (written === null) return encoder.encode(JSON.stringify(message));
  // Its place is the last of a message without it.
  const head = encoder.encode(JSON.stringify({ ...message, result: undefined }).replace(/\}$/, ',"result":'));
  const bytes = new Uint8Array(head.length + written.bytes.length + 1);
  bytes.set(head);
  bytes.set(written.bytes, head.length);
  bytes[bytes.length - 1] = "}".charCodeAt(0);
  return bytes;
}

/** A message of values alone. */
export function messageOfValues(message: Message): Message {
  const written = writtenResult(message);
  if (written === null) return message;
  const result = written.toJSON();
  return { ...message, ...{ result } };
}

function writtenResult(message: Message): WrittenJson | null {
  return Message.isResponse(message) && message.result instanceof WrittenJson ? message.result : null;
}

/** Answers that are JSON already, and how messages with one get to the client. */

import { Message } from "vscode-languageserver";

const encoder = new TextEncoder();
const decoder = new TextDecoder();

/** An answer that a handler wrote as JSON itself, in UTF-8. */
export class WrittenJson {
  readonly bytes: Uint8Array;
  /** Tells that the bytes were copied, and so may be written over. Who never does leaves them alone. */
  readonly copied: () => void;

  constructor(bytes: Uint8Array, copied: () => void = () => {}) {
    this.bytes = bytes;
    this.copied = copied;
  }

  /** The same as a value: for connections that carry values, not bytes (an editor's channel, a worker), and for traces. */
  toJSON(): unknown {
    return JSON.parse(decoder.decode(this.bytes));
  }
}

/** Messages in UTF-8, one after the other, with an answer that is written already put in as it is. */
export class MessageBytes {
  /** Long messages are put together here, so that none leaves garbage behind. */
  #room = new Uint8Array();

  /** The bytes of a message: good until those of the next are asked for. */
  of(message: Message): Uint8Array {
    const written = writtenResult(message);
    if (written === null) return encoder.encode(JSON.stringify(message));
    // Its place is the last of a message without it.
    const head = encoder.encode(JSON.stringify({ ...message, result: undefined }).replace(/\}$/, ',"result":'));
    const end = head.length + written.bytes.length;
    if (end >= this.#room.length) this.#room = new Uint8Array(end + 1);
    this.#room.set(head);
    this.#room.set(written.bytes, head.length);
    this.#room[end] = "}".charCodeAt(0);
    written.copied();
    return this.#room.subarray(0, end + 1);
  }
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

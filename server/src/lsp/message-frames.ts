/** Cuts the bytes of a client into messages, and finds the next message again behind a header or a body that is wrong. */

import { ErrorCodes, type Message } from "vscode-languageserver";

/** What came: a message that can be handled, or the error with which what is none is to be answered. */
export type Frame =
  | { readonly kind: "message"; readonly message: Message }
  | { readonly kind: "wrong"; readonly id: number | string | null; readonly code: number; readonly reason: string };

/** A header that has not ended by then is none. In bytes. */
const LONGEST_HEADER = 4096;
/** What may be the beginning of the next header where something else was dropped. In bytes. */
const KEPT = 256;
/** No JavaScript engine makes a longer text of it. In bytes. */
const LONGEST_MESSAGE = 512 * 1024 * 1024;

const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const NOTHING = new Uint8Array(0);

/**
 * A header that tells no length, and a body that is no JSON, are dropped. The next header is looked for behind the wrong header, but from the
 * beginning of the wrong body on: the length may be what was wrong.
 */
export class MessageFrames {
  #chunks: Uint8Array[] = [];
  #length = 0;
  /** The bytes of the body that is awaited; null while a header is. */
  #awaited: number | null = null;
  /** Whether what is passed over was told of. */
  #isLost = false;

  /** Takes what arrived, however it was cut; answers what is complete now. */
  push(bytes: Uint8Array): Frame[] {
    this.#chunks.push(bytes);
    this.#length += bytes.length;
    const frames: Frame[] = [];
    for (;;) {
      const isMore = this.#awaited === null ? this.#takeHeader(frames) : this.#takeBody(this.#awaited, frames);
      if (!isMore) return frames;
    }
  }

  #takeHeader(frames: Frame[]): boolean {
    const bytes = this.#joined();
    const end = endOfHeader(bytes);
    if ((end ?? bytes.length) > LONGEST_HEADER) this.#lose(frames, "a header does not end");
    if (end === null) {
      if (bytes.length > LONGEST_HEADER) this.#keep(bytes.subarray(bytes.length - KEPT));
      return false;
    }
    this.#keep(bytes.subarray(end));
    const length = lengthIn(bytes.subarray(Math.max(0, end - LONGEST_HEADER), end));
    if (length !== null) this.#awaited = length;
    // Blank lines before a header do no harm.
    else if (bytes.subarray(0, end).some(isPrinted)) this.#lose(frames, "a header lacks a valid Content-Length");
    return true;
  }

  #takeBody(length: number, frames: Frame[]): boolean {
    if (this.#length < length) return false;
    const bytes = this.#joined();
    this.#awaited = null;
    let value: unknown;
    try {
      value = JSON.parse(new TextDecoder().decode(bytes.subarray(0, length)));
    } catch {
      this.#isLost = false;
      this.#lose(frames, "a message is no JSON, or its Content-Length is wrong");
      return true;
    }
    this.#isLost = false;
    this.#keep(bytes.subarray(length));
    frames.push(frameOf(value));
    return true;
  }

  /** Tells once of what is passed over until the next message is found. */
  #lose(frames: Frame[], reason: string): void {
    if (!this.#isLost) frames.push({ kind: "wrong", id: null, code: ErrorCodes.ParseError, reason });
    this.#isLost = true;
  }

  #joined(): Uint8Array {
    const [first = NOTHING, ...others] = this.#chunks;
    if (others.length === 0) return first;
    const joined = new Uint8Array(this.#length);
    let at = 0;
    for (const chunk of this.#chunks) {
      joined.set(chunk, at);
      at += chunk.length;
    }
    this.#keep(joined);
    return joined;
  }

  #keep(bytes: Uint8Array): void {
    this.#chunks = [bytes];
    this.#length = bytes.length;
  }
}

/** Where the blank line behind a header ends, with a carriage return or without; null where there is none. */
function endOfHeader(bytes: Uint8Array): number | null {
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) {
    const next = bytes[at + 1] === CARRIAGE_RETURN ? at + 2 : at + 1;
    if (bytes[next] === LINE_FEED) return next + 1;
  }
  return null;
}

/** The length that a header tells, in bytes; what stands before the last one may be the rest of a message. Null where it tells none. */
function lengthIn(header: Uint8Array): number | null {
  const text = new TextDecoder("latin1").decode(header);
  const last = text.toLowerCase().lastIndexOf("content-length");
  const digits =
    last < 0 ? null : /^content-length[ \t]{0,9}:[ \t]{0,9}(\d{1,15})[ \t]{0,9}\r?\n/i.exec(text.slice(last));
  const length = Number(digits?.[1] ?? Number.NaN);
  return length > 0 && length <= LONGEST_MESSAGE ? length : null;
}

function isPrinted(byte: number): boolean {
  return byte !== LINE_FEED && byte !== CARRIAGE_RETURN;
}

/** A message as the protocol has it, or what is wrong with it. */
function frameOf(value: unknown): Frame {
  if (Array.isArray(value))
    return invalid(null, "batches are no part of this protocol: send one message after the other");
  if (typeof value !== "object" || value === null) return invalid(null, "a message is an object");
  const message = { jsonrpc: "2.0", ...value };
  const { id, method } = { id: undefined, method: undefined, ...value };
  const isId = typeof id === "string" || typeof id === "number";
  if (method === undefined) {
    const isAnswer = "result" in value || "error" in value;
    if (isAnswer) return { kind: "message", message };
    return invalid(isId ? id : null, "a message has a method, a result or an error");
  }
  if (typeof method !== "string") return invalid(isId ? id : null, "a method is named by a string");
  if (id !== undefined && !isId) return invalid(null, "an id is a number or a string");
  return { kind: "message", message };
}

function invalid(id: number | string | null, reason: string): Frame {
  return { kind: "wrong", id, code: ErrorCodes.InvalidRequest, reason };
}

/** A document as a client holds it while somebody types: what it is to be, and the change that tells the server so. */

import type { Random } from "../../tests/support/random.ts";

/** What is typed: plain letters, and what changes numbers, references and TAGS. */
const TYPED = [
  "x",
  " the",
  "\n",
  "\n\n",
  "1. (C) ",
  "REF: A. STATE 1\n",
  "TAGS: PGOV\n",
  " (Ref B)",
  "SUBJECT: ",
  "é",
] as const;

/** So many characters more than at first, and what was typed is taken away again. */
const MOST_TYPED = 400;

export class EditedDocument {
  readonly uri: string;
  text: string;
  version = 1;
  readonly #length: number;

  constructor(uri: string, text: string) {
    this.uri = uri;
    this.text = text;
    this.#length = text.length;
  }

  get opening(): object {
    const { uri, version, text } = this;
    return { method: "textDocument/didOpen", params: { textDocument: { uri, languageId: "cable", version, text } } };
  }

  get closing(): object {
    return { method: "textDocument/didClose", params: { textDocument: { uri: this.uri } } };
  }

  /** Changes the text somewhere; answers the notification of it. */
  edit(random: Random): object {
    const start = random.below(this.text.length + 1);
    const surplus = this.text.length - this.#length;
    const end = surplus > MOST_TYPED ? Math.min(this.text.length, start + surplus) : start;
    const text = end > start ? "" : random.one(TYPED);
    const range = { start: this.#position(start), end: this.#position(end) };
    this.text = this.text.slice(0, start) + text + this.text.slice(end);
    this.version++;
    const { uri, version } = this;
    return {
      method: "textDocument/didChange",
      params: { textDocument: { uri, version }, contentChanges: [{ range, text }] },
    };
  }

  /** A place to ask about. */
  somewhere(random: Random): { readonly line: number; readonly character: number } {
    return this.#position(random.below(this.text.length + 1));
  }

  /** The texts have line feeds only. */
  #position(offset: number): { readonly line: number; readonly character: number } {
    let line = 0;
    let begin = 0;
    for (let at = this.text.indexOf("\n"); at >= 0 && at < offset; at = this.text.indexOf("\n", begin)) {
      line++;
      begin = at + 1;
    }
    return { line, character: offset - begin };
  }
}

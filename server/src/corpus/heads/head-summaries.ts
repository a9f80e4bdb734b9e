/** Summaries of texts in memory by their heads, where these are laid out as nearly all are: who asks the index waits for no parser. */

import { type FileUri, fileName } from "../file-uri.ts";
import type { IndexRecord } from "../index-record.ts";
import { QuickHead } from "./quick-head.ts";

/** Heads end before this, in UTF-16 units. */
const HEAD = 8192;

/** No unit of UTF-16 is more bytes of UTF-8. */
const MOST_BYTES = 3;

export class HeadSummaries {
  readonly #head = new QuickHead();
  readonly #encoder = new TextEncoder();
  readonly #bytes = new Uint8Array(HEAD * MOST_BYTES);

  /** What the parser would make of a text; null where the head alone does not tell, and the parser has to be asked. */
  of(text: string, file: FileUri): IndexRecord | null {
    const { written } = this.#encoder.encodeInto(text.slice(0, HEAD), this.#bytes);
    return this.#head.read(this.#bytes, written, text.length <= HEAD, () => fileName(file))
      ? this.#head.summary()
      : null;
  }
}

/** Keeps what was read of files until it is asked for again, so that two passes over the same files read each once. */

import type { FileUri } from "../corpus/file-uri.ts";
import { disk } from "../host/disk.ts";

type Content = Awaited<ReturnType<(typeof disk)["read"]>>;

/** Characters that are kept at most; files beyond them are read again. */
const MOST_CHARACTERS = 100_000_000;

export class ReadCache {
  readonly #kept = new Map<FileUri, Content>();
  #characters = 0;

  /** What the file holds, kept for `take`. */
  async read(uri: FileUri): Promise<Content> {
    const content = await disk.read(uri);
    const length = content.kind === "text" ? content.text.length : 0;
    if (this.#characters + length <= MOST_CHARACTERS) {
      this.#kept.set(uri, content);
      this.#characters += length;
    }
    return content;
  }

  /** What was read, given up; what was not, or was taken already, from the disk. */
  async take(uri: FileUri): Promise<Content> {
    const content = this.#kept.get(uri);
    if (content === undefined) return disk.read(uri);
    this.#kept.delete(uri);
    return content;
  }
}

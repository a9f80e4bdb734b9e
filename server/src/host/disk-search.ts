/** Looks for a query in files of a disk, one after the other with calls that wait: for a worker only. */

import { isUtf8 } from "node:buffer";
import { closeSync, fstatSync, openSync, readSync } from "node:fs";
import { parseCable } from "../cable/parse.ts";
import { isPlainlyCable } from "../cable/plainly-cable.ts";
import type { FileBlock } from "../corpus/file-list-chunk.ts";
import { type FileUri, fileName } from "../corpus/file-uri.ts";
import { type ByteTest, byteTest } from "../corpus/query/byte-test.ts";
import { AskedCable } from "../corpus/query/cable-test.ts";
import type { Condition } from "../corpus/query/condition.ts";
import { MAYBE, NO } from "../corpus/query/row-test.ts";
import { MOST_COUNTED, UNREADABLE } from "./batch-reader.ts";
import { decode } from "./decode.ts";
import { pathOfUri } from "./disk.ts";
import { LARGEST_FILE } from "./files.ts";

const FIRST_SIZE = 64 * 1024;
/** Lead bytes of accented Latin letters in UTF-8, and of accents that stand behind their letters. */
const ACCENT_LEADS = [0xc3, 0xc4, 0xc5, 0xcc, 0xcd] as const;

export class DiskSearcher {
  #buffer = Buffer.allocUnsafeSlow(FIRST_SIZE);

  /** Per file of a block how often the words stand in it, 1 for a file that fits without; 0 for one that does not fit. */
  search({ folders, counts, names }: FileBlock, condition: Condition): Uint8Array<ArrayBuffer> {
    const test = byteTest(condition);
    const all = names.split("\n");
    const found = new Uint8Array(all.length);
    let index = 0;
    folders.forEach((folder, number) => {
      for (const behind = index + (counts[number] ?? 0); index < behind; index++) {
        found[index] = this.#look((folder + (all[index] ?? "")) as FileUri, condition, test);
      }
    });
    return found;
  }

  #look(file: FileUri, condition: Condition, test: ByteTest): number {
    const path = pathOfUri(file);
    if (path === null) return UNREADABLE;
    let bytes: Buffer;
    try {
      bytes = this.#read(path);
    } catch {
      return UNREADABLE;
    }
    const isUtf16 =
      bytes.length > 1 && ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff));
    const { answer, count } = isUtf16
      ? { answer: MAYBE, count: 1 }
      : test({ text: bytes.toString("latin1"), hasAccents: () => hasAccents(bytes) });
    if (answer === NO) return 0;
    if (answer === MAYBE) {
      const decoded = decode(bytes);
      if (decoded.kind !== "text" || !isPlainlyCable(decoded.text)) return 0;
      if (!new AskedCable(parseCable(decoded.text, fileName(file)), file).fits(condition)) return 0;
    }
    return Math.min(MOST_COUNTED, Math.max(1, count));
  }

  #read(path: string): Buffer {
    const descriptor = openSync(path, "r");
    try {
      let length = readSync(descriptor, this.#buffer, 0, this.#buffer.length, 0);
      if (length === this.#buffer.length) {
        const { size } = fstatSync(descriptor);
        if (size > LARGEST_FILE) return this.#buffer.subarray(0, 0);
        const larger = Buffer.allocUnsafeSlow(Math.max(size + 1, this.#buffer.length));
        this.#buffer.copy(larger);
        for (;;) {
          const read = readSync(descriptor, larger, length, larger.length - length, length);
          length += read;
          if (read === 0 || length === larger.length) break;
        }
        return larger.subarray(0, length);
      }
      return this.#buffer.subarray(0, length);
    } finally {
      closeSync(descriptor);
    }
  }
}

function hasAccents(bytes: Buffer): boolean {
  return ACCENT_LEADS.some((lead) => bytes.includes(lead)) || !isUtf8(bytes);
}

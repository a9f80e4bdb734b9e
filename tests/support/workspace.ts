/** A workspace of texts in memory, for features that lead from cable to cable. */

import { canonicalMrn } from "../../server/src/cable/mrn.ts";
import { parseCable } from "../../server/src/cable/parse.ts";
import { type FileUri, fileName, fileUri } from "../../server/src/corpus/file-uri.ts";
import { toIndexRecord } from "../../server/src/corpus/index-record.ts";
import { PackedCableIndex } from "../../server/src/corpus/packed-index.ts";
import type { CableDocument, CableWorkspace } from "../../server/src/corpus/workspace.ts";

export class MemoryWorkspace implements CableWorkspace {
  readonly index = new PackedCableIndex();
  readonly #documents = new Map<FileUri, CableDocument>();

  constructor(files: readonly { readonly name: string; readonly text: string }[]) {
    for (const { name, text } of files) this.write(name, text);
  }

  write(name: string, text: string): void {
    const file = fileUri(`file:///${name}`);
    const document = { file, tree: parseCable(text, fileName(file)) };
    this.#documents.set(file, document);
    this.index.update(file, toIndexRecord(document.tree));
  }

  document(name: string): CableDocument {
    const document = this.#documents.get(fileUri(`file:///${name}`));
    if (document === undefined) throw new Error(`there is no ${name}`);
    return document;
  }

  async open(mrn: Parameters<CableWorkspace["open"]>[0]): Promise<readonly CableDocument[]> {
    return this.index
      .filesOf(mrn)
      .flatMap((file) => this.#documents.get(file) ?? [])
      .filter(({ tree }) => tree.mrn !== null && canonicalMrn(tree.mrn) === mrn);
  }

  locate(mrn: Parameters<CableWorkspace["locate"]>[0]): Promise<readonly CableDocument[]> {
    return this.open(mrn);
  }
}

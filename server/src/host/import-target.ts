/** Where an import puts cables: each text once, copies of one number under names of their own, and nothing that is there is touched. */

import { copyName } from "../sources/file-name.ts";

/** A folder that files are put into. */
export interface TargetFolder {
  /** By what a text is known again. */
  digestOf(text: string): string;
  /** The digest of the text that stands under a name; null where nothing does. What is no readable file has one that no text has. */
  digestAt(name: string): Promise<string | null>;
  /** Writes a file whole or not at all; false where something has this name by now. */
  write(name: string, text: string): Promise<boolean>;
}

/** What became of a text: it was written, or stood there already, under this name. */
export interface Put {
  readonly done: "written" | "there";
  readonly name: string;
}

/** What stands under a name and those of its copies. */
interface Copies {
  /** The names of copies below this are taken. */
  next: number;
  readonly names: Map<string, string>;
}

export class ImportTarget {
  readonly #folder: TargetFolder;
  /** Of names with copies alone, so that each of these is looked at once, however many there are. */
  readonly #copies = new Map<string, Copies>();

  constructor(folder: TargetFolder) {
    this.#folder = folder;
  }

  /** Puts a text under a name without extension, or that of its next copy. Fails, with words for people, where it can't be written. */
  async put(base: string, text: string): Promise<Put> {
    const digest = this.#folder.digestOf(text);
    const copies = this.#copies.get(base) ?? { next: 0, names: new Map<string, string>() };
    for (;;) {
      const known = copies.names.get(digest);
      if (known !== undefined) return { done: "there", name: known };
      const name = copyName(base, copies.next);
      const found = await this.#folder.digestAt(name);
      if (found === null) {
        if (!(await this.#folder.write(name, text))) continue;
        if (copies.next > 0) this.#note(base, copies, name, digest);
        return { done: "written", name };
      }
      if (found === digest && copies.next === 0) return { done: "there", name };
      this.#note(base, copies, name, found);
    }
  }

  #note(base: string, copies: Copies, name: string, digest: string): void {
    copies.names.set(digest, name);
    copies.next++;
    this.#copies.set(base, copies);
  }
}

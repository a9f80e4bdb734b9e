/** Files of a folder that change by the thousand, as in a checkout: rewritten, deleted, made again. */

import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Random } from "../../tests/support/random.ts";
import { SUBJECT_WORDS } from "../bench/workspace-folder.ts";

/** One change in so many takes a file away, or brings one back. */
const DELETED_EVERY = 25;

/** Kinds of change of the protocol. */
const CREATED = 1;
const CHANGED = 2;
const DELETED = 3;

/** One change, as the protocol's notification lists it. */
export interface FileChange {
  readonly uri: string;
  readonly type: number;
}

export class ChangingFiles {
  readonly #paths: readonly string[];
  readonly #random: Random;
  readonly #deleted: { readonly path: string; readonly text: string }[] = [];

  constructor(paths: readonly string[], random: Random) {
    this.#paths = paths;
    this.#random = random;
  }

  /** Changes so many files. */
  change(count: number): readonly FileChange[] {
    return Array.from({ length: count }, () => this.#changeOne());
  }

  #changeOne(): FileChange {
    const random = this.#random;
    const back = random.happens(1 / DELETED_EVERY) ? this.#deleted.pop() : undefined;
    if (back !== undefined) {
      writeFileSync(back.path, back.text, "latin1");
      return { uri: pathToFileURL(back.path).href, type: CREATED };
    }
    const path = this.#paths[random.below(this.#paths.length)] ?? "";
    const uri = pathToFileURL(path).href;
    if (!existsSync(path)) return { uri, type: DELETED };
    const text = readFileSync(path, "latin1");
    if (random.happens(1 / DELETED_EVERY)) {
      this.#deleted.push({ path, text });
      rmSync(path);
      return { uri, type: DELETED };
    }
    const word = (SUBJECT_WORDS[random.below(SUBJECT_WORDS.length)] ?? "talks").toUpperCase();
    const renamed = text
      .replace(/^SUBJECT: \S+/m, `SUBJECT: ${word}`)
      .replace(/^(REF: (?:A\. )?\S+(?: \S+)?) \d+$/m, `$1 ${10 + random.below(900)}`);
    writeFileSync(path, renamed, "latin1");
    return { uri, type: CHANGED };
  }
}

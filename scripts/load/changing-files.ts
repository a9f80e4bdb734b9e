/** Files of a folder that change by the thousand, as in a checkout: rewritten, deleted, made again. */

import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Random } from "../../tests/support/random.ts";
import { SUBJECT_WORDS } from "../bench/workspace-folder.ts";
import { CHANGED, CREATED, DELETED, type FileChange } from "./file-change.ts";
import { RandomFiles } from "./random-files.ts";

/** One change in so many takes a file away, or brings one back. */
const DELETED_EVERY = 25;

/** One change in so many is anything that may happen to files, in a folder of its own. */
const RANDOM_EVERY = 10;

export class ChangingFiles {
  readonly #paths: readonly string[];
  readonly #random: Random;
  readonly #others: RandomFiles;
  readonly #deleted: { readonly path: string; readonly text: string }[] = [];

  /** `folder` is there and empty: everything happens in it. */
  constructor(paths: readonly string[], folder: string, random: Random) {
    this.#paths = paths;
    this.#random = random;
    this.#others = new RandomFiles(folder);
  }

  /** Changes so many files. */
  change(count: number): readonly FileChange[] {
    return Array.from({ length: count }, () =>
      this.#random.happens(1 / RANDOM_EVERY) ? this.#others.operate(this.#random) : [this.#changeOne()],
    ).flat();
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

/** Everything that happens to files of a folder: written, copied, moved, linked, replaced by folders of their names, saved by odd systems. */

import { cpSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join, sep } from "node:path";
import { pathToFileURL } from "node:url";
import type { Random } from "../../tests/support/random.ts";
import { SUBJECT_WORDS } from "../bench/workspace-folder.ts";
import { CHANGED, CREATED, DELETED, type FileChange } from "./file-change.ts";

const STATIONS = ["RIGA", "TALLINN", "VILNIUS"] as const;
const NAMES = ["a.cable", "B.CABLE", "c.txt", "d.md", "e f (é).telegram", "notes.pdf"] as const;
const FOLDERS = ["x", "x.cable", "y", "node_modules"] as const;
/** Few numbers, so that there are copies of one cable, and citations that lead somewhere. */
const NUMBERS = 6;
const DEEPEST = 3;

type Operation = (random: Random) => readonly FileChange[];

export class RandomFiles {
  readonly #root: string;
  readonly #operations: readonly [Operation, ...Operation[]];

  constructor(root: string) {
    this.#root = root;
    this.#operations = [
      ...[this.#write, this.#write, this.#write, this.#write, this.#rewrite, this.#rewrite],
      ...[this.#remove, this.#copy, this.#move, this.#link],
    ].map((operation) => operation.bind(this)) as [Operation, ...Operation[]];
  }

  /** Does one thing; answers what an editor tells of it: a folder that moves or goes is told of as a folder. */
  operate(random: Random): readonly FileChange[] {
    return random.one(this.#operations)(random);
  }

  /** Writes a file; where a folder of its name is, in its place. */
  #write(random: Random): readonly FileChange[] {
    const path = this.#somewhere(random);
    const was = kindOf(path);
    if (was !== null && was !== "file") rmSync(path, { recursive: true });
    writeFileSync(path, textOf(random));
    return [change(path, was === null ? CREATED : CHANGED)];
  }

  #rewrite(random: Random): readonly FileChange[] {
    const path = this.#existing(random, "file");
    if (path === null) return [];
    writeFileSync(path, textOf(random));
    return [change(path, CHANGED)];
  }

  #remove(random: Random): readonly FileChange[] {
    const path = this.#existing(random, null);
    if (path === null) return [];
    rmSync(path, { recursive: true });
    return [change(path, DELETED)];
  }

  #copy(random: Random): readonly FileChange[] {
    const from = this.#existing(random, "file");
    const to = this.#free(random);
    if (from === null || to === null) return [];
    cpSync(from, to);
    return [change(to, CREATED)];
  }

  #move(random: Random): readonly FileChange[] {
    const from = this.#existing(random, null);
    const to = this.#free(random);
    if (from === null || to === null || `${to}${sep}`.startsWith(`${from}${sep}`)) return [];
    renameSync(from, to);
    return [change(from, DELETED), change(to, CREATED)];
  }

  /**
   * To a file or folder that is in the index's sight, to the folder itself or what is above, to nothing. Of what lies elsewhere nobody is told when it
   * changes.
   */
  #link(random: Random): readonly FileChange[] {
    const to = this.#free(random);
    if (to === null) return [];
    const target = random.happens(0.2)
      ? random.one([this.#root, dirname(this.#root), "/", join(this.#root, "nowhere"), to])
      : this.#existing(random, null);
    if (target === null || /node_modules|\.pdf$/.test(target)) return [];
    symlinkSync(target, to);
    return [change(to, CREATED)];
  }

  #somewhere(random: Random): string {
    let folder = this.#root;
    for (let depth = random.below(DEEPEST); depth > 0; depth--) {
      const below = join(folder, random.one(FOLDERS));
      const kind = kindOf(below);
      if (kind === "file" || kind === "link") break;
      if (kind === null) mkdirSync(below);
      folder = below;
    }
    return join(folder, random.one([...NAMES, "x.cable"]));
  }

  #free(random: Random): string | null {
    const path = this.#somewhere(random);
    return kindOf(path) === null ? path : null;
  }

  #existing(random: Random, kind: "file" | null): string | null {
    const all = readdirSync(this.#root, { recursive: true, withFileTypes: true })
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => kind === null || kindOf(path) === kind)
      .sort();
    return all.length === 0 ? null : (all[random.below(all.length)] ?? null);
  }
}

function kindOf(path: string): "file" | "folder" | "link" | null {
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined) return null;
  return stats.isSymbolicLink() ? "link" : stats.isDirectory() ? "folder" : "file";
}

function change(path: string, type: FileChange["type"]): FileChange {
  return { uri: pathToFileURL(path).href, type };
}

/** A cable, mostly, as one of many systems saves it. */
function textOf(random: Random): Uint8Array {
  if (random.happens(0.1)) return Buffer.from("Notes of somebody, and no cable.\n");
  if (random.happens(0.05)) return Buffer.from([0, 1, 2, 3]);
  const number = (): number => 99_001 + random.below(NUMBERS);
  const day = String(1 + random.below(28)).padStart(2, "0");
  const subject = (SUBJECT_WORDS[random.below(SUBJECT_WORDS.length)] ?? "talks").toUpperCase();
  const text = `R ${day}0900Z AUG 09
FM AMEMBASSY ${random.one(STATIONS)}
TO RUEHC/SECSTATE WASHDC 8243

UNCLAS ${random.one(STATIONS)} 0${number()}

TAGS: PGOV, PREL
SUBJECT: ${subject}
REF: ${random.one(STATIONS)} ${number()}

1. (U) Text.
`;
  return random.one(SAVED)(text);
}

const SAVED: readonly [(text: string) => Uint8Array, ...((text: string) => Uint8Array)[]] = [
  (text) => Buffer.from(text),
  (text) => Buffer.from(text.replaceAll("\n", "\r\n")),
  (text) => Buffer.from(text.replaceAll("\n", "\r")),
  (text) => Buffer.from(`${text}\u001a`),
  (text) => Buffer.from(`${text}\u001a\0\0\0`),
  (text) => Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, "utf16le")]),
  (text) => Buffer.from(`\ufeff${text}`),
];

/** Keeps the index up to date with the files of the workspace and with open documents, in the background. */

import type { UpdatableCableIndex } from "../corpus/cable-index.ts";
import { type FileUri, pathBelow } from "../corpus/file-uri.ts";
import type { CableSummary } from "../corpus/summary.ts";
import type { FileAccess, FileContent, Wanted } from "./files.ts";
import { Slices, type Turns } from "./slices.ts";
import { areFoldersWanted, isWanted } from "./wanted.ts";

/** What the indexer stands on. */
export interface IndexerHost {
  readonly files: FileAccess;
  readonly index: UpdatableCableIndex;
  readonly turns: Turns;
  /** The summary of a file's text; null where it is not plainly a cable. */
  summarise(text: string, file: FileUri): CableSummary | null;
  /** One line for the log. */
  log(line: string): void;
}

/** How far the index is. */
export interface IndexStatus {
  readonly state: "indexing" | "ready";
  /** Different cables: several files of one MRN are one, a file without an MRN counts as one. */
  readonly cables: number;
  /** Files that hold a cable. */
  readonly files: number;
  /** Files that fit the settings but hold no cable, or can't be read. */
  readonly skipped: number;
}

/** This many files are read at once: more brings nothing on a disk and takes memory. */
const READ_AT_ONCE = 16;

type Job =
  | { readonly kind: "scan"; readonly folder: FileUri; readonly wanted: Wanted }
  | { readonly kind: "read"; readonly file: FileUri }
  /** Reached when all before it is done. */
  | { readonly kind: "milestone"; readonly reached: () => void };

interface Folder {
  readonly root: FileUri;
  readonly wanted: Wanted;
}

export class Indexer {
  readonly #host: IndexerHost;
  #folders: readonly Folder[] = [];
  readonly #jobs: Job[] = [];
  /** Files that wait in `#jobs`: a file that changes a hundred times before its turn is read once. */
  readonly #waiting = new Set<FileUri>();
  readonly #skipped = new Set<FileUri>();
  /** Open documents count as they stand in the editor, whatever the disk says. */
  readonly #open = new Map<FileUri, () => CableSummary | null>();
  /** Open documents that changed since the index last looked at them. */
  readonly #edited = new Set<FileUri>();
  /** Jobs that are not done yet, milestones not counted. */
  #unfinished = 0;
  #running = false;
  #disposed = false;

  constructor(host: IndexerHost) {
    this.#host = host;
  }

  /** The index, up to date with all open documents. */
  get index(): UpdatableCableIndex {
    for (const file of this.#edited) this.#host.index.update(file, this.#open.get(file)?.() ?? null);
    this.#edited.clear();
    return this.#host.index;
  }

  get status(): IndexStatus {
    const { files, cables } = this.index.size;
    return { state: this.#unfinished > 0 ? "indexing" : "ready", files, cables, skipped: this.#skipped.size };
  }

  /** Takes these folders as the workspace: reads them all, forgets what lies outside them. */
  setFolders(roots: readonly FileUri[], wanted: Wanted): void {
    this.#folders = roots.map((root) => ({ root, wanted }));
    for (const file of [...this.#host.index.files(), ...this.#skipped]) {
      if (!this.#isOfWorkspace(file)) this.#forget(file);
    }
    for (const root of roots) this.#add({ kind: "scan", folder: root, wanted });
  }

  /** Looks again at files or folders that appeared, changed or vanished. */
  changed(files: Iterable<FileUri>): void {
    for (const file of files) {
      if (this.#waiting.has(file) || !this.#mayMatter(file)) continue;
      this.#waiting.add(file);
      this.#add({ kind: "read", file });
    }
  }

  /** An open document has a new text; `summary` is asked for when somebody asks the index. */
  edited(file: FileUri, summary: () => CableSummary | null): void {
    this.#open.set(file, summary);
    this.#edited.add(file);
  }

  /** A document was closed: what the disk says counts again. */
  closed(file: FileUri): void {
    this.#open.delete(file);
    this.#edited.delete(file);
    if (this.#isOfWorkspace(file)) this.changed([file]);
    else this.#host.index.update(file, null);
  }

  /** Done when all that is known now is in the index. */
  upToDate(): Promise<void> {
    if (this.#unfinished === 0) return Promise.resolve();
    return new Promise((reached) => this.#add({ kind: "milestone", reached }));
  }

  /** Stops at the next file; whoever waits is let go. */
  dispose(): void {
    this.#disposed = true;
  }

  #add(job: Job): void {
    this.#jobs.push(job);
    if (job.kind !== "milestone") this.#unfinished++;
    if (this.#running) return;
    this.#running = true;
    void this.#run();
  }

  async #run(): Promise<void> {
    const slices = new Slices(this.#host.turns);
    // Whoever added the first job goes on before work begins: `initialize` is answered at once.
    await this.#host.turns.pause();
    while (this.#jobs.length > 0) {
      const jobs = this.#jobs.splice(0);
      let reads: FileUri[] = [];
      for (const job of jobs) {
        if (job.kind === "read") {
          reads.push(job.file);
          continue;
        }
        await this.#work(reads.length, () => this.#readAll(reads, slices));
        reads = [];
        if (job.kind === "scan") await this.#work(1, () => this.#scan(job.folder, job.wanted, slices));
        else job.reached();
      }
      await this.#work(reads.length, () => this.#readAll(reads, slices));
    }
    this.#running = false;
  }

  /** Does so many jobs. A fault costs the jobs it happens in, not the indexer. */
  async #work(jobs: number, work: () => Promise<void>): Promise<void> {
    try {
      if (!this.#disposed && jobs > 0) await work();
    } catch (error) {
      this.#host.log(
        `Indexing met a fault: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
    this.#unfinished -= jobs;
  }

  async #scan(folder: FileUri, wanted: Wanted, slices: Slices): Promise<void> {
    const seen = new Set<FileUri>();
    const complain = (problem: string): void => this.#host.log(`${problem}.`);
    for await (const files of this.#host.files.list(folder, wanted, complain)) {
      for (const file of files) seen.add(file);
      await this.#readAll(files, slices);
      if (this.#disposed) return;
    }
    for (const file of [...this.#host.index.files(), ...this.#skipped]) {
      if (pathBelow(folder, file) !== null && !seen.has(file) && !this.#open.has(file)) this.#forget(file);
    }
  }

  async #readAll(files: readonly FileUri[], slices: Slices): Promise<void> {
    const vanished = new Set<FileUri>();
    for (let at = 0; at < files.length && !this.#disposed; at += READ_AT_ONCE) {
      const group = files.slice(at, at + READ_AT_ONCE);
      for (const file of group) this.#waiting.delete(file);
      const contents = await Promise.all(group.map(async (file) => ({ file, content: await this.#look(file) })));
      for (const { file, content } of contents) {
        await slices.next();
        if (this.#open.has(file)) continue;
        switch (content.kind) {
          case "text":
            this.#take(file, this.#host.summarise(content.text, file));
            break;
          case "skipped":
            this.#host.log(`${file} ${content.reason}; it is left out.`);
            this.#take(file, null);
            break;
          case "folder":
            await this.#scanBelow(file, slices);
            break;
          case "missing":
            if (this.#isKnown(file)) this.#forget(file);
            else vanished.add(file);
            break;
          case "file":
            break;
        }
      }
    }
    if (vanished.size > 0) await this.#forgetBelow(vanished, slices);
  }

  /** What is at a path now; of a file that is not wanted, only that it is one. */
  async #look(file: FileUri): Promise<FileContent | { readonly kind: "file" }> {
    const { files } = this.#host;
    return this.#isOfWorkspace(file) ? files.read(file) : { kind: await files.kind(file) };
  }

  #take(file: FileUri, summary: CableSummary | null): void {
    if (!this.#isOfWorkspace(file)) return;
    this.#host.index.update(file, summary);
    if (summary === null) this.#skipped.add(file);
    else this.#skipped.delete(file);
  }

  #forget(file: FileUri): void {
    this.#skipped.delete(file);
    if (!this.#open.has(file)) this.#host.index.update(file, null);
  }

  /** A folder appeared: its files come one by one only from some editors. */
  async #scanBelow(folder: FileUri, slices: Slices): Promise<void> {
    const parent = this.#folders.find(({ root }) => pathBelow(root, folder) !== null);
    if (parent === undefined) return;
    const prefix = pathBelow(parent.root, folder);
    const { wanted } = parent;
    const below: Wanted = {
      file: (path) => wanted.file(`${prefix}/${path}`),
      folder: (path) => wanted.folder(`${prefix}/${path}`),
    };
    await this.#scan(folder, below, slices);
  }

  /** A path that vanished and was no known file may have been a folder: all below it vanished with it. One pass, however many went. */
  async #forgetBelow(vanished: ReadonlySet<FileUri>, slices: Slices): Promise<void> {
    for (const file of [...this.#host.index.files(), ...this.#skipped]) {
      await slices.next();
      for (let end = file.lastIndexOf("/"); end > 0; end = file.lastIndexOf("/", end - 1)) {
        if (!vanished.has(file.slice(0, end) as FileUri)) continue;
        this.#forget(file);
        break;
      }
    }
  }

  #isKnown(file: FileUri): boolean {
    return this.#skipped.has(file) || this.#host.index.summaryOf(file) !== null;
  }

  #isOfWorkspace(file: FileUri): boolean {
    return this.#folders.some(({ root, wanted }) => {
      const path = pathBelow(root, file);
      return path !== null && isWanted(wanted, path);
    });
  }

  /** Whether a path is in the index's sight: a wanted file, or anything that may be a folder of such. */
  #mayMatter(file: FileUri): boolean {
    return this.#folders.some(({ root, wanted }) => {
      const path = pathBelow(root, file);
      return path !== null && areFoldersWanted(wanted, path) && (wanted.file(path) || wanted.folder(path));
    });
  }
}

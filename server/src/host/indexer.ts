/** Keeps the index up to date with the files of the workspace and with open documents, in the background. */

import type { LeftToDo, UpdatableCableIndex } from "../corpus/cable-index.ts";
import { compacted, needsCompaction } from "../corpus/compaction.ts";
import { blockOf, type FileBlock, fileAt } from "../corpus/file-list-chunk.ts";
import { type FileUri, pathBelow } from "../corpus/file-uri.ts";
import type { IndexRecord } from "../corpus/index-record.ts";
import { pushAll } from "../text/arrays.ts";
import type { BulkReader, ListRequest } from "./batch-reader.ts";
import { areFoldersWanted, isWanted, wantedBy } from "./file-filter.ts";
import type { FileAccess, FileContent, Wanted } from "./files.ts";
import { Slices, type Turns } from "./time-slicer.ts";

/** What the indexer stands on. */
export interface IndexerHost {
  readonly files: FileAccess;
  /** A faster way to read many files, where the machine has one. */
  readonly bulk?: BulkReader | null;
  readonly index: UpdatableCableIndex;
  /** Those of work in the background: others come first. */
  readonly turns: Pick<Turns, "now" | "pause">;
  /** The summary of a file's text; null where it is not plainly a cable. */
  summarise(text: string, file: FileUri): IndexRecord | null;
  /** One line for the log. */
  log(line: string): void;
  /** Told when all that was known is in the index, each time that there was something to do. */
  settled?(): void;
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

/** How far reading is, for who watches: files that were looked at, of those that are known to be there. */
export interface IndexProgress {
  readonly done: number;
  readonly total: number;
}

/** Fewer changed files than this are read here: a worker would start for longer than they take. */
const WORTH_A_WORKER = 64;

/** The same while workers run. */
const WORTH_A_RUNNING_WORKER = 8;

/** A longer text is parsed by a worker, where there is one: here all requests would wait for it. In UTF-16 units. */
const LONG_TEXT = 100_000;

/** Changed files are handed to workers in blocks of this many. */
const BLOCK = 512;

/** The search in this many files is made ready at once, in about a millisecond. */
const SEARCH_ROWS = 500;

/** This many files are read at once: more brings nothing on a disk and takes memory. */
const READ_AT_ONCE = 16;

/** Stands for the name of what no listing meets. */
const NOT_MET = Symbol("not met");

type Job =
  | { readonly kind: "scan"; readonly folder: Folder }
  /** Forgets what lies outside the folders. */
  | { readonly kind: "prune"; readonly isRestored: boolean }
  | { readonly kind: "read"; readonly file: FileUri }
  /** Reached when all before it is done. */
  | { readonly kind: "milestone"; readonly reached: () => void };

interface Folder {
  readonly root: FileUri;
  readonly wanted: Wanted;
  readonly patterns: Patterns;
}

/** Patterns of the files to index and of those to leave out, as in the settings. */
export interface Patterns {
  readonly include: readonly string[];
  readonly exclude: readonly string[];
}

export class Indexer {
  readonly #host: IndexerHost;
  #index: UpdatableCableIndex;
  #folders: readonly Folder[] = [];
  readonly #jobs: Job[] = [];
  /** Files that wait in `#jobs`: a file that changes a hundred times before its turn is read once. */
  readonly #waiting = new Set<FileUri>();
  /** Open documents count as they stand in the editor, whatever the disk says. */
  readonly #open = new Map<FileUri, () => IndexRecord | null>();
  /** Open documents that changed since the index last looked at them. */
  readonly #edited = new Set<FileUri>();
  /** Jobs that are not done yet, milestones not counted. */
  #unfinished = 0;
  #running = false;
  #disposed = false;
  #done = 0;
  #total = 0;
  #cancelled = false;
  /** Whether the index is that of an earlier run over the folders that are set next. */
  #isRestored = false;

  constructor(host: IndexerHost) {
    this.#host = host;
    this.#index = host.index;
  }

  /**
   * Goes on from an index of an earlier run over the folders and patterns that are set next. Only before the first folder: nothing of the
   * index so far is kept but open documents.
   */
  restore(index: UpdatableCableIndex): void {
    this.#index = index;
    this.#isRestored = true;
    for (const file of this.#open.keys()) this.#edited.add(file);
  }

  /** The folders that are indexed. */
  get folders(): readonly FileUri[] {
    return this.#folders.map(({ root }) => root);
  }

  get progress(): IndexProgress {
    return { done: this.#done, total: this.#total };
  }

  /** Leaves unread what is not read yet; what is indexed stays and answers. */
  cancel(): void {
    if (this.#unfinished === 0) return;
    this.#cancelled = true;
    this.#host.log(
      "Indexing was cancelled: cables that were not reached are missing until the folder is opened again.",
    );
  }

  /** The index, up to date with all open documents. */
  get index(): UpdatableCableIndex {
    for (const file of this.#edited) this.#index.update(file, this.#open.get(file)?.() ?? null);
    this.#edited.clear();
    return this.#index;
  }

  /** The index as it was last asked for or read: what can be kept for the next run, for edits since are not on the disk. */
  get kept(): UpdatableCableIndex {
    return this.#index;
  }

  /** Whether all that was known is in the index. */
  get isReady(): boolean {
    return this.#unfinished === 0;
  }

  get status(): IndexStatus {
    const { size, others } = this.index;
    return { state: this.isReady ? "ready" : "indexing", ...size, skipped: others };
  }

  /** Takes these folders as the workspace: reads them all, forgets what lies outside them. */
  setFolders(roots: readonly FileUri[], patterns: Patterns): void {
    this.#cancelled = false;
    const wanted = wantedBy(patterns.include, patterns.exclude);
    this.#folders = roots.map((root) => ({ root, wanted, patterns }));
    // Of an earlier run only documents that were open then can lie outside: they have no stamps.
    if (this.#index.rows > 0) this.#add({ kind: "prune", isRestored: this.#isRestored });
    this.#isRestored = false;
    for (const folder of this.#folders) this.#add({ kind: "scan", folder });
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
  edited(file: FileUri, summary: () => IndexRecord | null): void {
    this.#open.set(file, summary);
    this.#edited.add(file);
  }

  /** A document was closed: what the disk says counts again. */
  closed(file: FileUri): void {
    this.#open.delete(file);
    this.#edited.delete(file);
    if (this.#isOfWorkspace(file)) this.changed([file]);
    else this.#index.update(file, null);
  }

  /**
   * Makes the search ready in all files that are in the index, in slices: a search would do it in one piece. Takes the turns of who waits for
   * that.
   */
  async readyToSearch(turns: Pick<Turns, "now" | "pause">): Promise<void> {
    const slices = new Slices(turns);
    while (!this.#disposed && !this.index.prepareSearch(SEARCH_ROWS)) await slices.next();
  }

  /** Done when all that is known now is in the index. */
  upToDate(): Promise<void> {
    if (this.#unfinished === 0) return Promise.resolve();
    return new Promise((reached) => this.#add({ kind: "milestone", reached }));
  }

  /** Stops at the next file; whoever waits is let go. */
  dispose(): void {
    this.#disposed = true;
    this.#host.bulk?.close();
  }

  get #stopped(): boolean {
    return this.#disposed || this.#cancelled;
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
        if (job.kind === "scan") await this.#work(1, () => this.#scanFolder(job.folder, slices));
        else if (job.kind === "prune") await this.#work(1, () => this.#prune(job.isRestored, slices));
        else job.reached();
      }
      await this.#work(reads.length, () => this.#readAll(reads, slices));
      await this.#compact(slices);
      // Nobody waits for this: it spares the first search the work.
      while (this.#jobs.length === 0 && !this.#stopped && !this.#index.prepareSearch(SEARCH_ROWS)) await slices.next();
    }
    this.#running = false;
    if (!this.#stopped) this.#host.settled?.();
  }

  /** Files that change leave their old rows behind: where these have come to be many, the index is written anew without them. */
  async #compact(slices: Slices): Promise<void> {
    if (!this.#stopped && needsCompaction(this.#index)) await slices.through(this.#compaction());
  }

  /** The new index takes the old one's place in the step in which it is whole. */
  *#compaction(): Generator<undefined, void> {
    this.#index = yield* compacted(this.#index);
  }

  /** Does so many jobs. A fault costs the jobs it happens in, not the indexer. */
  async #work(jobs: number, work: () => Promise<void>): Promise<void> {
    try {
      if (!this.#stopped && jobs > 0) await work();
    } catch (error) {
      this.#host.log(
        `Indexing met a fault: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
    this.#unfinished -= jobs;
  }

  async #scanFolder({ root, wanted, patterns }: Folder, slices: Slices): Promise<void> {
    const { bulk } = this.#host;
    if (bulk?.takes(root)) {
      try {
        return await this.#scanInBulk(bulk, { folder: root, prefix: "", ...patterns }, slices);
      } catch (error) {
        if (this.#stopped) return;
        this.#host.log(`Other threads can't read ${root} (${String(error)}): this one does.`);
      }
    }
    await this.#scan(root, wanted, slices);
  }

  async #scan(folder: FileUri, wanted: Wanted, slices: Slices): Promise<void> {
    const seen = new Set<FileUri>();
    const complain = (problem: string): void => this.#host.log(`${problem}.`);
    for await (const files of this.#host.files.list(folder, wanted, complain)) {
      for (const file of files) seen.add(file);
      this.#total += files.length;
      await this.#readAll(files, slices);
      this.#done += files.length;
      if (this.#stopped) return;
    }
    for (const file of [...this.#index.knownFiles()]) {
      if (pathBelow(folder, file) !== null && !seen.has(file) && !this.#open.has(file)) this.#forget(file);
    }
  }

  /** Lists and reads a folder on other threads, several blocks at once, and takes in what they find as it comes. */
  async #scanInBulk(bulk: BulkReader, request: ListRequest, slices: Slices): Promise<void> {
    const seen = new Uint8Array(this.#index.rows);
    const atWork = new Set<Promise<void>>();
    const complain = (problem: string): void => this.#host.log(`${problem}.`);
    for await (const block of bulk.list(request, complain)) {
      this.#total += block.size;
      // Where nothing was known before, no name has to be looked up: of a first index that is as much work again as taking it in.
      const stamps = seen.length === 0 ? null : this.#index.stampsOf(block, seen);
      await slices.next();
      const work: Promise<void> = this.#readBlock(bulk, block, stamps, slices).then(({ folders }) => {
        atWork.delete(work);
        // Since it was listed: it is looked at as one that was told of.
        this.changed(folders);
      });
      // Whoever waits for it hears of a fault; until then nobody does.
      work.catch(() => {});
      atWork.add(work);
      if (atWork.size >= bulk.atOnce) await Promise.race(atWork);
      if (this.#stopped) break;
    }
    await Promise.all(atWork);
    if (this.#stopped) return;
    for (const file of [...this.#index.unseen(seen)]) {
      await slices.next();
      if (pathBelow(request.folder, file) !== null && !this.#open.has(file)) this.#forget(file);
    }
  }

  /** Reads a block of files on another thread and takes in what was found; answers what is a folder now, and what is not there. */
  async #readBlock(
    bulk: BulkReader,
    block: FileBlock,
    stamps: Float64Array<ArrayBuffer> | null,
    slices: Slices,
  ): Promise<LeftToDo> {
    const batch = await bulk.read(block, stamps);
    await slices.next();
    if (this.#disposed) return { missing: [], folders: [] };
    for (const { index, reason } of batch.skipped) this.#host.log(`${fileAt(block, index)} ${reason}; it is left out.`);
    const left = await slices.through(this.#index.take(block, batch, this.#open));
    this.#done += block.size;
    for (const file of [...left.missing, ...left.folders]) this.#forget(file);
    return left;
  }

  async #prune(isRestored: boolean, slices: Slices): Promise<void> {
    for (const file of [...(isRestored ? this.#index.unstamped() : this.#index.knownFiles())]) {
      await slices.next();
      if (!this.#open.has(file) && !this.#isOfWorkspace(file)) this.#forget(file);
    }
  }

  async #readAll(all: readonly FileUri[], slices: Slices): Promise<void> {
    /** What is no folder now, and may have been one. */
    const noFolders = new Set<FileUri>();
    const long: FileUri[] = [];
    const files = await this.#readManyInBulk(all, noFolders, slices);
    for (let at = 0; at < files.length && !this.#stopped; at += READ_AT_ONCE) {
      const group = files.slice(at, at + READ_AT_ONCE);
      for (const file of group) this.#waiting.delete(file);
      const contents = await Promise.all(group.map(async (file) => ({ file, content: await this.#look(file) })));
      for (const { file, content } of contents) {
        await slices.next();
        if (content.kind !== "folder" && !this.#isKnown(file)) noFolders.add(file);
        if (this.#open.has(file)) continue;
        switch (content.kind) {
          case "text":
            if (content.text.length > LONG_TEXT && this.#host.bulk?.takes(file) === true) long.push(file);
            else this.#take(file, this.#host.summarise(content.text, file));
            break;
          case "skipped":
            this.#host.log(`${file} ${content.reason}; it is left out.`);
            this.#take(file, null);
            break;
          case "folder":
            this.#forget(file);
            await this.#scanBelow(file, slices);
            break;
          case "missing":
            this.#forget(file);
            break;
          case "file":
            break;
        }
      }
    }
    if (long.length > 0 && this.#host.bulk != null) {
      await this.#readBlock(this.#host.bulk, blockOf(long), null, slices);
    }
    if (noFolders.size > 0) await this.#forgetBelow(noFolders, slices);
  }

  /** Reads those of many files that other threads can read; answers the rest. */
  async #readManyInBulk(
    files: readonly FileUri[],
    noFolders: Set<FileUri>,
    slices: Slices,
  ): Promise<readonly FileUri[]> {
    const { bulk } = this.#host;
    if (bulk == null || files.length < (bulk.isAwake ? WORTH_A_RUNNING_WORKER : WORTH_A_WORKER)) return files;
    const rest: FileUri[] = [];
    const taken: FileUri[] = [];
    for (let at = 0; at < files.length && !this.#stopped; at += READ_AT_ONCE) {
      await slices.next();
      const group = files.slice(at, at + READ_AT_ONCE);
      // Links lead to what has another name: a worker would read it a second time.
      const isOwn = await Promise.all(group.map(async (file) => (await this.#ownNameOf(file)) === null));
      group.forEach((file, index) => {
        const isForWorkers = isOwn[index] === true && bulk.takes(file) && this.#isOfWorkspace(file);
        (isForWorkers ? taken : rest).push(file);
      });
    }
    for (let at = 0; at < taken.length && !this.#stopped; at += BLOCK) {
      const block = taken.slice(at, at + BLOCK);
      for (const file of block) this.#waiting.delete(file);
      const unknown = block.filter((file) => !this.#isKnown(file));
      const { folders } = await this.#readBlock(bulk, blockOf(block), null, slices);
      const isFolder = new Set(folders);
      for (const file of unknown) if (!isFolder.has(file)) noFolders.add(file);
      pushAll(rest, folders);
    }
    return rest;
  }

  /** What is at a path now; of a file that is not wanted, only that it is one. What only is another name of a file is not there. */
  async #look(file: FileUri): Promise<FileContent | { readonly kind: "file" }> {
    const { files } = this.#host;
    const own = await this.#ownNameOf(file);
    if (own !== null) {
      if (own !== NOT_MET) this.changed([own]);
      return { kind: "missing" };
    }
    if (!this.#isOfWorkspace(file)) return { kind: await files.kind(file) };
    const content = await files.read(file);
    // A link in a circle can't be read, but no listing meets it.
    const isNothing = content.kind === "skipped" && (await files.kind(file)) === "missing";
    return isNothing ? { kind: "missing" } : content;
  }

  /**
   * The name under which a listing of the workspace folder meets the file, or folder, that a link on the way to this one leads to; null for one
   * that is met under this name. What holds the workspace folder itself is met by no listing.
   */
  async #ownNameOf(file: FileUri): Promise<FileUri | typeof NOT_MET | null> {
    const { files } = this.#host;
    const folder = this.#folders.find(({ root }) => pathBelow(root, file) !== null);
    if (folder === undefined) return null;
    const [real, root] = await Promise.all([files.real(file), files.real(folder.root)]);
    if (real === null || root === null) return null;
    if (real === root || pathBelow(real, root) !== null) return NOT_MET;
    const path = pathBelow(root, real);
    if (path === null || path === pathBelow(folder.root, file) || !areFoldersWanted(folder.wanted, path)) return null;
    if (!folder.wanted.file(path) && (await files.kind(file)) !== "folder") return null;
    return `${folder.root.replace(/\/$/, "")}${real.slice(root.length)}` as FileUri;
  }

  #take(file: FileUri, summary: IndexRecord | null): void {
    if (!this.#isOfWorkspace(file)) return;
    if (summary === null) this.#index.passOver(file);
    else this.#index.update(file, summary);
  }

  #forget(file: FileUri): void {
    if (!this.#open.has(file)) this.#index.update(file, null);
  }

  /** A folder appeared: its files come one by one only from some editors. */
  async #scanBelow(folder: FileUri, slices: Slices): Promise<void> {
    const parent = this.#folders.find(({ root }) => pathBelow(root, folder) !== null);
    if (parent === undefined) return;
    const prefix = pathBelow(parent.root, folder);
    const { wanted, patterns } = parent;
    const { bulk } = this.#host;
    if (bulk?.takes(folder)) {
      await this.#scanInBulk(bulk, { folder, prefix: `${prefix}/`, ...patterns }, slices);
      return;
    }
    const below: Wanted = {
      file: (path) => wanted.file(`${prefix}/${path}`),
      folder: (path) => wanted.folder(`${prefix}/${path}`),
    };
    await this.#scan(folder, below, slices);
  }

  /** A path that vanished and was no known file may have been a folder: all below it vanished with it. One pass, however many went. */
  async #forgetBelow(vanished: ReadonlySet<FileUri>, slices: Slices): Promise<void> {
    for (const file of [...this.#index.knownBelow(vanished)]) {
      await slices.next();
      this.#forget(file);
    }
  }

  #isKnown(file: FileUri): boolean {
    return this.#index.isKnown(file);
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

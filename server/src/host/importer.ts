/** Puts the cables of a source into files, one each: the source is read as fast as files are written, and no file is overwritten. */

import type { FileUri } from "../corpus/file-uri.ts";
import { sourceKindOf } from "../sources/all-kinds.ts";
import { baseNameOf } from "../sources/file-name.ts";
import { type Cutter, type Finding, SOURCE_HEAD, type SourcePlace } from "../sources/source.ts";
import type { ImportTarget } from "./import-target.ts";
import { StreamDecoder } from "./stream-decoder.ts";

/** A file that cables are taken from. */
export interface ImportSource {
  /** As people are told of it. */
  readonly name: string;
  /** In bytes; null where it is not known. */
  readonly size: number | null;
  /** Whether it was named itself: of a file found in a folder nobody said that it holds cables. */
  readonly named: boolean;
  bytes(): AsyncIterable<Uint8Array>;
}

/** What was done, counted over all sources. */
export interface ImportCounts {
  written: number;
  /** In the folder already, with the same text. */
  there: number;
  /** What could not be taken. */
  left: number;
  /** Files found in folders that hold no cable. */
  passedOver: number;
  /** Sources that can't be read, or were named and hold no cable. */
  unreadable: number;
}

/** Told of what happens, as it happens. */
export interface ImportListener {
  /** A file was written, or would have been. */
  written(name: string): void;
  /** Something could not be taken: `archive.csv: record 3 (line 40): has no text`. */
  problem(words: string): void;
  /** After each part of a source: bytes read of it so far. */
  progress(source: ImportSource, bytes: number, counts: ImportCounts): void;
  /** Asked between cables. */
  stopped(): boolean;
}

/** What is to be imported. */
export interface ImportJob {
  /** Files and folders. */
  readonly sources: readonly FileUri[];
  /** The folder that the cables go into; it is made where it is not there. */
  readonly to: FileUri;
  /** Only say what would be written. */
  readonly dryRun: boolean;
}

/** Imports everything in the order given, folders sorted by code units. Fails, with words for people, where a file can't be written. */
export type Importer = (job: ImportJob, listener: ImportListener) => Promise<ImportCounts>;

export function noCounts(): ImportCounts {
  return { written: 0, there: 0, left: 0, passedOver: 0, unreadable: 0 };
}

/** Takes the cables of one source. Fails only where a file can't be written. */
export async function importSource(
  source: ImportSource,
  target: ImportTarget,
  counts: ImportCounts,
  listener: ImportListener,
): Promise<void> {
  const run = new SourceRun(source, target, counts, listener);
  try {
    await run.read();
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
    counts.unreadable++;
    listener.problem(`${source.name}: ${error.message}`);
  }
}

/** A source can't be read; the message reads on after its name. */
export class UnreadableSource extends Error {}

class SourceRun {
  readonly #source: ImportSource;
  readonly #target: ImportTarget;
  readonly #counts: ImportCounts;
  readonly #listener: ImportListener;
  #cables = 0;
  /** Told of when the source turns out to hold cables. */
  #problems: string[] = [];

  constructor(source: ImportSource, target: ImportTarget, counts: ImportCounts, listener: ImportListener) {
    this.#source = source;
    this.#target = target;
    this.#counts = counts;
    this.#listener = listener;
  }

  async read(): Promise<void> {
    let cutter: Cutter | null = null;
    let decoder: StreamDecoder | null = null;
    let head = "";
    let bytesRead = 0;
    for await (const bytes of this.#source.bytes()) {
      if (decoder === null) {
        const made = StreamDecoder.for(bytes);
        if (!(made instanceof StreamDecoder)) {
          this.#noText(made.reason);
          return;
        }
        decoder = made;
      }
      bytesRead += bytes.length;
      let text = decoder.push(bytes);
      if (cutter === null) {
        head += text;
        if (head.length < SOURCE_HEAD) continue;
        cutter = sourceKindOf(head.slice(0, SOURCE_HEAD)).cutter(head.slice(0, SOURCE_HEAD));
        text = head;
      }
      await this.#take(cutter.push(text));
      this.#listener.progress(this.#source, bytesRead, this.#counts);
      if (this.#listener.stopped()) return;
    }
    const rest = decoder?.finish() ?? "";
    if (cutter === null) {
      head += rest;
      cutter = sourceKindOf(head.slice(0, SOURCE_HEAD)).cutter(head.slice(0, SOURCE_HEAD));
      await this.#take(cutter.push(head));
    } else await this.#take(cutter.push(rest));
    await this.#take(cutter.finish());
    this.#close();
  }

  async #take(findings: readonly Finding[]): Promise<void> {
    for (const finding of findings) {
      if (this.#listener.stopped()) return;
      if (finding.found === "nothing") {
        this.#left(finding.place, finding.reason);
        continue;
      }
      const { record, line } = finding.place;
      const stem = stemOf(this.#source.name);
      // A page or a text of one cable has a name of its own, which may be all that says its number.
      const isWhole = record === null && line === 1;
      const base = baseNameOf(finding, {
        file: isWhole ? stem : null,
        fallback: isWhole ? stem : record === null ? `${stem}-line-${line}` : `${stem}-${record}`,
      });
      if (base === null) this.#left(finding.place, "nothing of a cable is found in it");
      else await this.#put(base, finding.text.endsWith("\n") ? finding.text : `${finding.text}\n`);
    }
  }

  async #put(base: string, text: string): Promise<void> {
    this.#found();
    const { done, name } = await this.#target.put(base, text);
    this.#counts[done]++;
    if (done === "written") this.#listener.written(name);
  }

  #found(): void {
    this.#cables++;
    for (const problem of this.#problems.splice(0)) this.#tell(problem);
  }

  #left({ line, record }: SourcePlace, reason: string): void {
    const at = record === null ? `line ${line}` : `record ${record} (line ${line})`;
    const problem = `${this.#source.name}: ${at}: ${reason}`;
    if (this.#cables > 0) this.#tell(problem);
    else this.#problems.push(problem);
  }

  #tell(problem: string): void {
    this.#counts.left++;
    this.#listener.problem(problem);
  }

  #noText(reason: string): void {
    if (!this.#source.named) this.#counts.passedOver++;
    else throw new UnreadableSource(reason);
  }

  /** The source has ended: one without any cable was a mistake where it was named, and nothing to speak of where it was not. */
  #close(): void {
    if (this.#cables > 0) return;
    if (!this.#source.named) {
      this.#counts.passedOver++;
      return;
    }
    for (const problem of this.#problems.splice(0)) this.#tell(problem);
    throw new UnreadableSource("no cable is found in it");
  }
}

/** The name of a file without folder and extension. */
function stemOf(path: string): string {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  return name.replace(/\.gz$/i, "").replace(/\.[A-Za-z0-9]{1,9}$/, "");
}

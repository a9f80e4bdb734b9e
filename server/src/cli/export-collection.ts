/** `reftel export` of many cables: as one page, one file of Markdown, or one book. */

import { basename, dirname } from "node:path";
import { canonicalMrn } from "../cable/mrn.ts";
import type { FileUri } from "../corpus/file-uri.ts";
import { compileQuery, problemLine } from "../corpus/query/compile-query.ts";
import { Collection, MOST_COLLECTED } from "../features/exporting/collection.ts";
import { epubOf } from "../features/exporting/epub.ts";
import { htmlCollection } from "../features/exporting/html-collection.ts";
import { markdownCollection } from "../features/exporting/markdown-collection.ts";
import { readCollection } from "../features/exporting/read-collection.ts";
import { threadOf } from "../features/exporting/thread.ts";
import { disk, pathOfUri, uriOfPath } from "../host/disk.ts";
import { readVocabulary } from "../host/own-vocabulary.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import type { CommandIo } from "./command.ts";
import { FolderCables } from "./folder-cables.ts";
import { writeNew } from "./write-new.ts";

/** Where to write; null for stdout. */
export type Target = { readonly path: string; readonly force: boolean } | null;

export interface CollectionRequest {
  readonly paths: readonly string[];
  readonly format: "html" | "markdown" | "epub";
  readonly target: Target;
  readonly query: string | undefined;
  readonly title: string | undefined;
  /** Of the thread of the first path; null for no thread. */
  readonly steps: number | null;
}

/** The exit code. */
export async function exportCollection(request: CollectionRequest, io: CommandIo): Promise<number> {
  const { paths, format, target, steps } = request;
  const complain = (problem: string): void => io.stderr(`reftel export: ${problem}\n`);
  let failed = false;
  for (const path of paths) {
    if ((await disk.kind(uriOfPath(path))) !== "missing") continue;
    complain(`${path}: no such file or folder`);
    failed = true;
  }
  const [first = "."] = paths;
  // The thread of a file leads through the folder that it lies in.
  const places = steps !== null && paths.length === 1 ? [...paths, dirname(first)] : paths;
  const cables = await FolderCables.of(places);
  const vocabulary = await readVocabulary(disk, [uriOfPath(".")], null, complain);
  const chosen = await chosenFiles(request, cables, vocabulary, complain);
  if (chosen === null) return 2;
  if (chosen.length === 0) {
    complain("no cables");
    return failed ? 2 : 1;
  }
  if (chosen.length > MOST_COLLECTED) {
    complain(`${chosen.length} cables are too many for one file: ${MOST_COLLECTED} at most`);
    return 2;
  }
  const collection = new Collection(request.title ?? titleOf(request), chosen, cables.index);
  const sources = { vocabulary, workspace: cables, read: (file: FileUri) => cables.read(file) };
  const read = readCollection(collection, sources, ({ file }) => {
    complain(`${pathOfUri(file) ?? file}: can't be read any more`);
    failed = true;
  });
  if (format === "epub") {
    const book = await epubOf(collection, read, new Date());
    if (target === null || !(await writeNew(target.path, book, target.force, io))) failed = true;
    return failed ? 2 : 0;
  }
  const parts = (format === "html" ? htmlCollection : markdownCollection)(collection, read);
  if (target === null) {
    for await (const part of parts) await io.stdout(part);
  } else {
    let whole = "";
    for await (const part of parts) whole += part;
    if (!(await writeNew(target.path, whole, target.force, io))) failed = true;
  }
  return failed ? 2 : 0;
}

/** Null where that can't be said; stderr says why. */
async function chosenFiles(
  { paths: [first = "."], steps, query }: CollectionRequest,
  cables: FolderCables,
  vocabulary: Vocabulary,
  complain: (problem: string) => void,
): Promise<readonly FileUri[] | null> {
  const fitting = query === undefined ? null : await filesThatFit(query, cables, vocabulary);
  if (typeof fitting === "string") {
    complain(fitting);
    return null;
  }
  if (steps === null) return fitting ?? cables.files();
  const document = await cables.read(uriOfPath(first));
  const mrn = document?.tree.mrn ?? null;
  if (mrn === null) {
    complain(`${first}: has no number, so that nothing is known of its thread`);
    return null;
  }
  const thread = threadOf(canonicalMrn(mrn), steps, cables.index);
  return fitting === null ? thread : thread.filter((file) => fitting.includes(file));
}

/** The files that fit a query by their fields and the words of their texts; or, in words, why that can't be said. */
async function filesThatFit(
  query: string,
  cables: FolderCables,
  vocabulary: Vocabulary,
): Promise<readonly FileUri[] | string> {
  const { index } = cables;
  const { stations, tags } = index.columns().names;
  const { condition, problems } = compileQuery(query, { vocabulary, stations, tags });
  const [problem] = problems;
  if (problem !== undefined) return `--query ${problemLine(problem)}`;
  const rows = await cables.search(condition, () => false);
  return [...rows].map((row) => index.hitOfRow(row).file);
}

function titleOf({ paths, query, steps }: CollectionRequest): string {
  const [first = "."] = paths;
  if (query !== undefined) return `Cables: ${query}`;
  const name = basename(first === "." ? process.cwd() : first);
  return steps === null ? `Cables of ${name}` : `The thread of ${name.replace(/\.[A-Za-z]{1,9}$/, "")}`;
}

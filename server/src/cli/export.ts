/** `reftel export`: a cable as a person reads it, as one file of HTML or Markdown. */

import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { type CanonicalMrn, canonicalMrn } from "../cable/mrn.ts";
import { parseCable, parseHead } from "../cable/parse.ts";
import { StringSource } from "../cable/text-source.ts";
import type { CableTree } from "../cable/tree.ts";
import { type FileUri, fileName } from "../corpus/file-uri.ts";
import { type CitedCables, citedCable } from "../features/cited-cables.ts";
import type { CitedCable } from "../features/hovers/hover.ts";
import { markdownPage } from "../features/rendering/markdown.ts";
import { htmlPage } from "../features/rendering/page.ts";
import { citedBy, readingOf } from "../features/rendering/read.ts";
import type { RenderedCable } from "../features/rendering/reading.ts";
import { disk, uriOfPath } from "../host/disk.ts";
import { readVocabulary } from "../host/own-vocabulary.ts";
import { cableFiles } from "./cable-files.ts";
import { type Command, type CommandIo, wrongUsage } from "./command.ts";
import { exportCollection, type Target } from "./export-collection.ts";
import { writeNew } from "./write-new.ts";

const PRINTERS: ReadonlyMap<string, (reading: RenderedCable, tree: CableTree) => string> = new Map([
  ["html", (reading, tree) => htmlPage(reading, tree)],
  ["markdown", (reading) => markdownPage(reading)],
]);

const FORMATS = ["html", "markdown", "epub"] as const;

export const exportCable: Command = {
  name: "export",
  summary:
    "print a cable as a page to read, or many as one page or book: those of folders, those that fit a query, or the thread of a cable (what it cites and what cites it, N steps); --output never overwrites without --force",
  usage:
    "reftel export FILE [--format html|markdown|epub] [--output FILE [--force]]\nreftel export PATH… [--query QUERY] [--thread N] [--title TITLE] [--format html|markdown|epub] [--output FILE [--force]]",
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      strict: true,
      options: {
        format: { type: "string", default: "html" },
        output: { type: "string" },
        force: { type: "boolean", default: false },
        query: { type: "string" },
        thread: { type: "string" },
        title: { type: "string" },
      },
    });
    const format = FORMATS.find((one) => one === values.format);
    if (format === undefined) {
      const formats = FORMATS.join(", ");
      return wrongUsage(io, exportCable, `there is no format ${JSON.stringify(values.format)}; there are ${formats}`);
    }
    if (values.thread !== undefined && !/^[1-9]$/.test(values.thread)) {
      return wrongUsage(io, exportCable, "--thread takes the number of steps, 1 to 9");
    }
    if (format === "epub" && values.output === undefined) {
      return wrongUsage(io, exportCable, "a book is written to a file: name it with --output");
    }
    const paths = positionals.length === 0 && values.query !== undefined ? ["."] : positionals;
    const [path] = paths;
    if (path === undefined) return wrongUsage(io, exportCable, "name a file or folder");
    const isOne = paths.length === 1 && (await disk.kind(uriOfPath(path))) !== "folder";
    const print = PRINTERS.get(format);
    const { output } = values;
    const target = output === undefined ? null : { path: output, force: values.force };
    if (isOne && print !== undefined && values.thread === undefined && values.query === undefined) {
      return exportOne(path, print, target, io);
    }
    const { query, thread, title } = values;
    return exportCollection(
      { paths, format, target, query, title, steps: thread === undefined ? null : Number(thread) },
      io,
    );
  },
};

async function exportOne(
  path: string,
  print: (reading: RenderedCable, tree: CableTree) => string,
  target: Target,
  io: CommandIo,
): Promise<number> {
  const complain = (problem: string): void => io.stderr(`reftel export: ${problem}\n`);
  const report = { failed: false, passedOver: 0 };
  for await (const { tree } of cableFiles([path], io, report)) {
    const vocabulary = await readVocabulary(disk, [uriOfPath(".")], null, complain);
    const cited = await citedBeside(path, tree);
    const reading = readingOf({ file: uriOfPath(path), tree }, { vocabulary, cited, isIndexing: false });
    const text = print(reading, tree);
    if (reading.isCut) {
      complain(`${path}: is too long to be shown whole: the end is left out`);
      report.failed = true;
    }
    if (target === null) await io.stdout(text);
    else if (!(await writeNew(target.path, text, target.force, io))) report.failed = true;
  }
  return report.failed ? 2 : 0;
}

/** What the folder of a file has of the cables that it cites. Folders below are not looked into. */
async function citedBeside(path: string, tree: CableTree): Promise<CitedCables> {
  const missing = new Set(citedBy(tree));
  const cited = new Map<CanonicalMrn, CitedCable>();
  if (missing.size === 0) return cited;
  const wanted = { file: () => true, folder: () => false };
  // What can't be read beside the file is no concern of who reads the file.
  for await (const batch of disk.list(uriOfPath(dirname(path)), wanted, () => {})) {
    for (const file of batch) {
      const content = await disk.read(file);
      const mrn = content.kind === "text" ? mrnIn(content.text, file) : null;
      if (content.kind !== "text" || mrn === null || !missing.delete(mrn)) continue;
      cited.set(mrn, citedCable({ file, tree: parseCable(content.text, fileName(file)) }));
      if (missing.size === 0) return cited;
    }
  }
  return cited;
}

/** The number of the cable in a text. */
function mrnIn(text: string, file: FileUri): CanonicalMrn | null {
  const cable = parseHead(new StringSource(text), fileName(file));
  return cable.plainlyCable && cable.mrn !== null ? canonicalMrn(cable.mrn) : null;
}

/** `reftel export`: a cable as a person reads it, as one file of HTML or Markdown. */

import { randomBytes } from "node:crypto";
import { constants, copyFile, link, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { type CanonicalMrn, canonicalMrn } from "../cable/mrn.ts";
import { parseCable } from "../cable/parse.ts";
import { isPlainlyCable } from "../cable/plainly-cable.ts";
import type { CableTree } from "../cable/tree.ts";
import { bytesOf } from "../corpus/columns/columns.ts";
import { type FileUri, fileName } from "../corpus/file-uri.ts";
import { quickSummary } from "../corpus/heads/quick-head.ts";
import { type CitedCables, citedCable } from "../features/cited-cables.ts";
import type { CitedCable } from "../features/hovers/hover.ts";
import { markdownPage } from "../features/rendering/markdown.ts";
import { htmlPage } from "../features/rendering/page.ts";
import { citedBy, readingOf } from "../features/rendering/read.ts";
import type { RenderedCable } from "../features/rendering/reading.ts";
import { disk, reasonOf, uriOfPath } from "../host/disk.ts";
import { readVocabulary } from "../host/own-vocabulary.ts";
import { cableFiles } from "./cable-files.ts";
import { type Command, type CommandIo, wrongUsage } from "./command.ts";

const PRINTERS: ReadonlyMap<string, (reading: RenderedCable, tree: CableTree) => string> = new Map([
  ["html", (reading, tree) => htmlPage(reading, tree.lines)],
  ["markdown", (reading) => markdownPage(reading)],
]);

export const exportCable: Command = {
  name: "export",
  summary:
    "print a cable as a page to read, with what the cables cited are if they lie beside it; --output never overwrites without --force",
  usage: "reftel export FILE [--format html|markdown] [--output FILE [--force]]",
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      strict: true,
      options: {
        format: { type: "string", default: "html" },
        output: { type: "string" },
        force: { type: "boolean", default: false },
      },
    });
    const print = PRINTERS.get(values.format);
    const [path, ...others] = positionals;
    if (print === undefined) {
      const formats = [...PRINTERS.keys()].join(", ");
      return wrongUsage(io, exportCable, `there is no format ${JSON.stringify(values.format)}; there are ${formats}`);
    }
    if (path === undefined || others.length > 0) {
      return wrongUsage(io, exportCable, "name one file");
    }
    const uri = uriOfPath(path);
    if ((await disk.kind(uri)) === "folder") {
      return wrongUsage(io, exportCable, `${path} is a folder; name one file`);
    }
    const complain = (problem: string): void => io.stderr(`reftel export: ${problem}\n`);
    const report = { failed: false, passedOver: 0 };
    for await (const { tree } of cableFiles([path], io, report)) {
      const vocabulary = await readVocabulary(disk, [uriOfPath(".")], null, complain);
      const cited = await citedBeside(path, tree);
      const reading = readingOf({ file: uri, tree }, { vocabulary, cited, isIndexing: false });
      const text = print(reading, tree);
      if (reading.isCut) {
        complain(`${path}: is too long to be shown whole: the end is left out`);
        report.failed = true;
      }
      if (values.output === undefined) await io.stdout(text);
      else if (!(await write(values.output, text, values.force, io))) report.failed = true;
    }
    return report.failed ? 2 : 0;
  },
};

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

/** The number of the cable in a text: by its head where that is plain. */
function mrnIn(text: string, file: FileUri): CanonicalMrn | null {
  const quick = quickSummary(bytesOf(text), true, fileName(file));
  if (quick !== null) return quick.mrn;
  if (!isPlainlyCable(text)) return null;
  const { mrn } = parseCable(text, fileName(file));
  return mrn === null ? null : canonicalMrn(mrn);
}

/** Writes a file whole or not at all; one that is there only where that was asked for. Whether it was written; else stderr says why not. */
async function write(path: string, text: string, force: boolean, io: CommandIo): Promise<boolean> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    await writeFile(temporary, text, { flag: "wx" });
    await (force ? rename(temporary, path) : place(temporary, path));
    return true;
  } catch (error) {
    const isThere = error instanceof Error && "code" in error && error.code === "EEXIST";
    io.stderr(
      `reftel export: ${path}: ${isThere ? "is there already; --force overwrites it" : `can't be written: ${reasonOf(error)}`}\n`,
    );
    return false;
  } finally {
    // Where nothing could be written there is nothing to take away, and that was told.
    await rm(temporary, { force: true }).catch(() => {});
  }
}

/** Puts a file where none is. A link, unlike a renaming, refuses to take the place of what is there. */
async function place(from: string, to: string): Promise<void> {
  try {
    await link(from, to);
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") throw error;
    // Some file systems have no links.
    await copyFile(from, to, constants.COPYFILE_EXCL);
  }
}

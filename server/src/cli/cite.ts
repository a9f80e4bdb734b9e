/** `reftel cite`: the citations of cables in one style, or the bibliography of a note. */

import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { CITATION_STYLES, cite } from "../features/citing/cite.ts";
import { type CslItem, cslItem } from "../features/citing/csl-json.ts";
import { citationParts } from "../features/citing/parts.ts";
import type { CitationStyleId } from "../features/citing/styles.ts";
import { bibliographyOf } from "../features/notes/bibliography.ts";
import { disk, uriOfPath } from "../host/disk.ts";
import { cableFiles, reportPassedOver } from "./cable-files.ts";
import { type Command, type CommandIo, wrongUsage } from "./command.ts";
import { FolderCables } from "./folder-cables.ts";
import { isMarkdown } from "./notes.ts";

export const citeCommand: Command = {
  name: "cite",
  summary:
    "print how cables are cited, in one style; with --for, the bibliography of a note in CSL JSON, for pandoc --citeproc, of cables in the note's folder or in those named",
  usage: `reftel cite PATH… [--format ${CITATION_STYLES.join("|")}] [--accessed "May 1, 2014"]\nreftel cite --for NOTE [PATH…]`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      strict: true,
      options: {
        format: { type: "string" },
        accessed: { type: "string", default: "" },
        for: { type: "string" },
      },
    });
    const name = values.format ?? (values.for === undefined ? "chicago-note" : "csl-json");
    const style = CITATION_STYLES.find((one) => one === name);
    if (style === undefined) {
      const styles = CITATION_STYLES.join(", ");
      return wrongUsage(io, citeCommand, `there is no format ${JSON.stringify(name)}; there are ${styles}`);
    }
    if (values.for !== undefined) {
      if (style !== "csl-json") return wrongUsage(io, citeCommand, "a note's bibliography is written in csl-json");
      return writeBibliography(values.for, positionals, io);
    }
    if (positionals.length === 0) return wrongUsage(io, citeCommand, "name a file or folder");
    return writeCitations(positionals, style, values.accessed, io);
  },
};

async function writeCitations(
  paths: readonly string[],
  style: CitationStyleId,
  accessed: string,
  io: CommandIo,
): Promise<number> {
  const report = { failed: false, passedOver: 0 };
  const items: CslItem[] = [];
  let lacking = false;
  for await (const { path, tree } of cableFiles(paths, io, report)) {
    const citation = cite(tree, style, { accessed });
    if (citation === null) {
      lacking = true;
      io.stderr(`reftel: ${path}: says too little of itself for a citation in this style\n`);
    } else if (style === "csl-json") items.push(cslItem(citationParts(tree)));
    else await io.stdout(`${citation}\n`);
  }
  // All items are one list: a file with several is none.
  if (style === "csl-json" && items.length > 0) await io.stdout(`${JSON.stringify(items, null, 2)}\n`);
  reportPassedOver(io, report);
  return report.failed ? 2 : lacking ? 1 : 0;
}

async function writeBibliography(path: string, folders: readonly string[], io: CommandIo): Promise<number> {
  const content = await disk.read(uriOfPath(path));
  if (content.kind !== "text") {
    io.stderr(`reftel cite: ${path}: ${content.kind === "skipped" ? content.reason : "no such file"}\n`);
    return 2;
  }
  const cables = await FolderCables.of(folders.length > 0 ? folders : [dirname(path)]);
  const { items, missing } = await bibliographyOf(content.text, isMarkdown(path), (mrn) => cables.open(mrn));
  for (const mrn of missing) {
    io.stderr(`reftel cite: ${mrn} is not among the cables: the list says no more than its number\n`);
  }
  await io.stdout(`${JSON.stringify(items, null, 2)}\n`);
  return missing.length > 0 ? 1 : 0;
}

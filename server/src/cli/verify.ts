/** `reftel verify`: holds the quotations of notes against the cables that they cite. */

import { dirname, relative } from "node:path";
import { parseArgs } from "node:util";
import { isPlainlyCable } from "../cable/plainly-cable.ts";
import { quotationMessage } from "../features/quotations/report.ts";
import { type CheckedNote, checkQuotations, VERDICTS, type Verdict } from "../features/quotations/verify.ts";
import { disk, pathOfUri, uriOfPath } from "../host/disk.ts";
import { LineTable } from "../text/line-table.ts";
import { regionOf } from "./check-formats/format.ts";
import { type Command, type CommandIo, wrongUsage } from "./command.ts";
import { FolderCables } from "./folder-cables.ts";
import { isMarkdown } from "./notes.ts";

const FORMATS = ["text", "json"] as const;

export const verify: Command = {
  name: "verify",
  summary:
    "hold the quotations of notes against the cables that they cite, those of the notes' folders or of the folders and cables named; exit 1 where one is not verbatim in the place cited",
  usage: "reftel verify NOTE… [FOLDER|CABLE…] [--cables PATH]… [--format text|json]",
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      strict: true,
      options: {
        format: { type: "string", default: "text" },
        cables: { type: "string", multiple: true, default: [] },
      },
    });
    const format = FORMATS.find((one) => one === values.format);
    if (format === undefined) {
      return wrongUsage(
        io,
        verify,
        `there is no format ${JSON.stringify(values.format)}; there are ${FORMATS.join(", ")}`,
      );
    }
    if (positionals.length === 0) return wrongUsage(io, verify, "name a note");
    const { notes, cables, failed } = await sorted(positionals, io);
    if (notes.length === 0 && !failed) return wrongUsage(io, verify, "name a note: these are cables and folders");
    const named = [...cables, ...values.cables];
    let hasFailed = failed;
    for (const path of values.cables) {
      if ((await disk.kind(uriOfPath(path))) !== "missing") continue;
      io.stderr(`reftel verify: ${path}: no such file or folder\n`);
      hasFailed = true;
    }
    const places = named.length > 0 ? named : [...new Set(notes.map(({ path }) => dirname(path)))];
    const sources = await FolderCables.of(places);
    let isWrong = false;
    for (const { path, text } of notes) {
      const checked = await checkQuotations(text, isMarkdown(path), sources);
      if (checked.note.isCut) io.stderr(`reftel verify: ${path}: is too long: only its beginning was read\n`);
      if (checked.quotations.some(({ verdict }) => verdict !== "verbatim")) isWrong = true;
      hasFailed ||= checked.note.isCut;
      if (format === "json") await io.stdout(`${JSON.stringify(toJson(path, checked))}\n`);
      else await writeText(path, checked, io);
    }
    return hasFailed ? 2 : isWrong ? 1 : 0;
  },
};

interface Note {
  readonly path: string;
  readonly text: string;
}

/** What is named: notes; folders and plain cables, which are what notes are held against. */
async function sorted(
  paths: readonly string[],
  io: CommandIo,
): Promise<{ readonly notes: readonly Note[]; readonly cables: readonly string[]; readonly failed: boolean }> {
  const notes: Note[] = [];
  const cables: string[] = [];
  let failed = false;
  for (const path of paths) {
    const uri = uriOfPath(path);
    if ((await disk.kind(uri)) === "folder") {
      cables.push(path);
      continue;
    }
    const content = await disk.read(uri);
    if (content.kind !== "text") {
      failed = true;
      io.stderr(`reftel verify: ${path}: ${content.kind === "skipped" ? content.reason : "no such file or folder"}\n`);
    } else if (isPlainlyCable(content.text)) cables.push(path);
    else notes.push({ path, text: content.text });
  }
  return { notes, cables, failed };
}

async function writeText(path: string, checked: CheckedNote, io: CommandIo): Promise<void> {
  const lines = new LineTable(checked.note.text);
  for (const quotation of checked.quotations) {
    const { line, character } = regionOf(lines, quotation.span);
    await io.stdout(`${path}:${line + 1}:${character + 1}: ${quotationMessage(quotation)}\n`);
  }
  io.stderr(`reftel verify: ${path}: ${summary(checked)}\n`);
}

function summary({ quotations, uncited, tooShort }: CheckedNote): string {
  const count = (verdict: Verdict): number => quotations.filter((one) => one.verdict === verdict).length;
  const counts = VERDICTS.flatMap((verdict) => (count(verdict) === 0 ? [] : [`${count(verdict)} ${verdict}`]));
  const total = `${quotations.length} ${quotations.length === 1 ? "quotation" : "quotations"} beside citations`;
  return [
    counts.length === 0 ? total : `${total}: ${counts.join(", ")}`,
    ...(uncited === 0 ? [] : [`${uncited} without a citation`]),
    ...(tooShort === 0 ? [] : [`${tooShort} too short to be told`]),
  ].join("; ");
}

function toJson(path: string, { note, quotations, uncited, tooShort }: CheckedNote): unknown {
  const lines = new LineTable(note.text);
  return {
    file: path,
    quotations: quotations.map((one) => ({
      ...regionOf(lines, one.span),
      text: one.text,
      verdict: one.verdict,
      missing: one.missing,
      cited: one.cited.map(({ mrn, paragraphs }) => ({ mrn, paragraphs: paragraphs?.numbers ?? [] })),
      held:
        one.held === null
          ? null
          : {
              mrn: one.held.mrn,
              file: relative(".", pathOfUri(one.held.file) ?? one.held.file),
              where: one.held.where,
              paragraph: one.held.paragraph,
              lastParagraph: one.held.lastParagraph,
              wording: one.held.wording,
            },
      changes: one.changes.map(({ quoted, held }) => ({ quoted, held })),
      punctuationChanged: one.isPunctuationChanged,
    })),
    uncited,
    tooShort,
  };
}

/** `reftel import`: turns web pages, rows and long texts into one file a cable. */

import { parseArgs } from "node:util";
import { importFromDisk } from "../host/disk-import.ts";
import type { ImportCounts, ImportSource } from "../host/importer.ts";
import { type Command, type CommandIo, wrongUsage } from "./command.ts";

/** In milliseconds: how often progress is told of. */
const BETWEEN_PROGRESS = 2000;

export const importCommand: Command = {
  name: "import",
  summary: "turn saved web pages, CSV rows, archive exports and texts with many cables into one file a cable",
  usage: "reftel import SOURCE… --to FOLDER [--dry-run]",
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      strict: true,
      options: { to: { type: "string" }, "dry-run": { type: "boolean", default: false } },
    });
    if (positionals.length === 0 || positionals.includes("")) {
      return wrongUsage(io, importCommand, "name a file or folder to import");
    }
    if (values.to === undefined || values.to === "") {
      return wrongUsage(io, importCommand, "say where to with --to FOLDER");
    }
    const dryRun = values["dry-run"];
    const counts = await importFromDisk(
      { sources: positionals, to: values.to, dryRun },
      {
        written: (name) => {
          if (dryRun) void io.stdout(`${name}\n`);
        },
        problem: (words) => io.stderr(`reftel import: ${words}\n`),
        progress: progressTeller(io),
        stopped: () => false,
      },
    );
    await io.stdout(summaryOf(counts, dryRun));
    return counts.unreadable > 0 ? 2 : counts.left > 0 ? 1 : 0;
  },
};

function progressTeller(io: CommandIo): (source: ImportSource, bytes: number, counts: ImportCounts) => void {
  let last = performance.now();
  return ({ name, size }, bytes, { written, there }) => {
    const now = performance.now();
    if (now - last < BETWEEN_PROGRESS) return;
    last = now;
    const share = size === null || size === 0 ? "" : `, ${Math.floor((100 * bytes) / size)} % of ${name}`;
    io.stderr(`reftel import: ${number(written + there)} cables${share}\n`);
  };
}

function summaryOf({ written, there, left, passedOver }: ImportCounts, dryRun: boolean): string {
  const parts = [`${number(written)} ${written === 1 ? "cable" : "cables"} ${dryRun ? "to import" : "imported"}`];
  if (there > 0) parts.push(`${number(there)} already there`);
  if (left > 0) parts.push(`${number(left)} not taken`);
  if (passedOver > 0)
    parts.push(`${number(passedOver)} ${passedOver === 1 ? "file" : "files"} without cables passed over`);
  return `${parts.join(", ")}\n`;
}

function number(count: number): string {
  return count.toLocaleString("en-US");
}

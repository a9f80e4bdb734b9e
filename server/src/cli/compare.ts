/** `reftel compare`: what two copies of one cable have and withhold. */

import { parseArgs } from "node:util";
import {
  areSame,
  type Comparison,
  type CopyCounts,
  compareCopies,
  type PairedUnit,
  type WordDifference,
} from "../features/comparing/compare.ts";
import { copyText } from "../features/comparing/copy-text.ts";
import { type Named, unifiedDiff } from "../text/line-differences.ts";
import type { CableFile } from "./cable-files.ts";
import { cableFiles } from "./cable-files.ts";
import { type Command, wrongUsage } from "./command.ts";

type Print = (one: CableFile, other: CableFile, comparison: Comparison) => string;

const FORMATS: ReadonlyMap<string, Print> = new Map([
  ["text", text],
  ["json", json],
  ["diff", (one, other) => unifiedDiff(copyOf(one), copyOf(other))],
]);

export const compare: Command = {
  name: "compare",
  summary:
    "compare two copies of one cable, paragraph by paragraph: words that one has and the other withholds, redactions counted; exit 1 where they differ",
  usage: "reftel compare FILE FILE [--format text|json|diff]",
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      strict: true,
      options: { format: { type: "string", default: "text" } },
    });
    const print = FORMATS.get(values.format);
    if (print === undefined) {
      const formats = [...FORMATS.keys()].join(", ");
      return wrongUsage(io, compare, `there is no format ${JSON.stringify(values.format)}; there are ${formats}`);
    }
    if (positionals.length !== 2) return wrongUsage(io, compare, "name two files");
    const report = { failed: false, passedOver: 0 };
    const copies: CableFile[] = [];
    for await (const file of cableFiles(positionals, io, report)) {
      copies.push(file);
      if (copies.length > 2) return wrongUsage(io, compare, "name two files, each one cable");
    }
    const [one, other] = copies;
    if (one === undefined || other === undefined) return 2;
    const comparison = compareCopies(one.tree, other.tree);
    const { mrn } = comparison.one;
    if (mrn !== null && comparison.other.mrn !== null && mrn !== comparison.other.mrn) {
      io.stderr(`reftel compare: these are two cables: ${mrn} and ${comparison.other.mrn}\n`);
    }
    await io.stdout(print(one, other, comparison));
    return report.failed ? 2 : areSame(comparison) ? 0 : 1;
  },
};

function copyOf({ path, tree }: CableFile): Named {
  return { name: path, text: copyText(tree) };
}

function text(one: CableFile, other: CableFile, comparison: Comparison): string {
  const names = one.path === other.path ? (["first", "second"] as const) : ([one.path, other.path] as const);
  const lines = [`${names[0]}: ${counts(comparison.one)}`, `${names[1]}: ${counts(comparison.other)}`];
  for (const { name, one: ours, other: theirs } of comparison.fields) {
    lines.push(`${name}: ${shown(ours)} / ${shown(theirs)}`);
  }
  for (const unit of comparison.units) {
    for (const difference of unit.differences) lines.push(`${place(unit)}: ${told(difference, names)}`);
  }
  if (areSame(comparison)) lines.push("The copies say the same.");
  return `${lines.join("\n").replace(/[^\P{Cc}\n]/gu, " ")}\n`;
}

function counts({ mrn, paragraphs, words, redactions, withheldWords, lackingWords }: CopyCounts): string {
  const marks = Object.entries(redactions).filter(([, count]) => count > 0);
  const total = marks.reduce((sum, [, count]) => sum + count, 0);
  return [
    mrn ?? "no number",
    counted(paragraphs, "paragraph"),
    counted(words, "word"),
    counted(total, "redaction") +
      (total === 0 ? "" : ` (${marks.map(([kind, count]) => `${count} ${kind}`).join(", ")})`),
    ...(withheldWords === 0 ? [] : [`withholds ${counted(withheldWords, "word")} of the other`]),
    ...(lackingWords === 0 ? [] : [`lacks ${counted(lackingWords, "word")} of the other`]),
  ].join(", ");
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

function place({ one, other }: PairedUnit): string {
  const unit = one ?? other;
  if (unit === null) return "";
  if (unit.kind !== "paragraph") return unit.kind;
  const [ours, theirs] = [one?.number ?? null, other?.number ?? null];
  if (ours === null && theirs === null) return "¶";
  return ours !== null && theirs !== null && ours !== theirs ? `¶${ours}/${theirs}` : `¶${ours ?? theirs}`;
}

function told({ kind, by, one, other }: WordDifference, names: readonly [string, string]): string {
  switch (kind) {
    case "withheld":
      return by === "one" ? `${names[0]} withholds ${shown(other)}` : `${names[1]} withholds ${shown(one)}`;
    case "lacking":
      return by === "one" ? `only ${names[1]} has ${shown(other)}` : `only ${names[0]} has ${shown(one)}`;
    case "changed":
      return `${shown(one)} / ${shown(other)}`;
  }
}

function shown(words: string): string {
  return words === "" ? "nothing" : `“${words.replace(/\s+/g, " ")}”`;
}

function json(one: CableFile, other: CableFile, comparison: Comparison): string {
  const units = comparison.units
    .filter(({ differences }) => differences.length > 0)
    .map((unit) => ({
      kind: (unit.one ?? unit.other)?.kind ?? "paragraph",
      one: unit.one === null ? null : { number: unit.one.number, text: unit.one.text },
      other: unit.other === null ? null : { number: unit.other.number, text: unit.other.text },
      differences: unit.differences,
    }));
  return `${JSON.stringify({
    one: { file: one.path, ...comparison.one },
    other: { file: other.path, ...comparison.other },
    same: areSame(comparison),
    fields: comparison.fields,
    units,
  })}\n`;
}

/** Listing and reading in bulk, as worker threads do it: hostile folders cost a line in the log each, and nothing else. */

import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, unlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { blockOf, type FileBlock, fileAt } from "../../server/src/corpus/file-list-chunk.ts";
import { type FileUri, fileName } from "../../server/src/corpus/file-uri.ts";
import { PackedCableIndex } from "../../server/src/corpus/packed-index.ts";
import { uriOfPath } from "../../server/src/host/disk.ts";
import { DiskReader, listDisk } from "../../server/src/host/disk-bulk.ts";
import { resultOf } from "../support/result-of.ts";

const CABLE = `R 020900Z AUG 09
FM AMEMBASSY RIGA
TO RUEHC/SECSTATE WASHDC 8243

UNCLAS RIGA 099012

TAGS: PGOV
SUBJECT: PORT TALKS
REF: TALLINN 99066

1. (U) Text.
`;

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "reftel-bulk-"));
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function list(): { readonly blocks: readonly FileBlock[]; readonly complaints: readonly string[] } {
  const blocks: FileBlock[] = [];
  const complaints: string[] = [];
  listDisk(
    { folder: uriOfPath(root), prefix: "", include: ["**/*.txt"], exclude: ["**/node_modules/**"] },
    (block) => blocks.push(block),
    (problem) => complaints.push(problem),
  );
  return { blocks, complaints };
}

function filesIn(blocks: readonly FileBlock[]): readonly FileUri[] {
  return blocks.flatMap((block) => Array.from({ length: block.size }, (_, index) => fileAt(block, index)));
}

/** What an index holds of the folder, and why files were left out. */
function indexed() {
  const { blocks, complaints } = list();
  const index = new PackedCableIndex();
  const reader = new DiskReader();
  const reasons: string[] = [...complaints];
  for (const block of blocks) {
    const batch = reader.read(block, null);
    reasons.push(...batch.skipped.map(({ index: at, reason }) => `${fileName(fileAt(block, at))} ${reason}`));
    resultOf(index.take(block, batch, new Set()));
  }
  return { index, reasons };
}

test("cables are read in folders of any depth and under any name", () => {
  mkdirSync(join(root, "deep", "down"), { recursive: true });
  mkdirSync(join(root, "node_modules"));
  for (const name of ["a.txt", "b (é) 100%.txt", "deep/down/c.txt", "node_modules/d.txt"]) {
    writeFileSync(join(root, name), CABLE);
  }
  writeFileSync(join(root, "notes.txt"), "No cable.");
  const { index, reasons } = indexed();
  expect([...index.files()].map(fileName).sort()).toEqual(["a.txt", "b (é) 100%.txt", "c.txt"]);
  expect([index.others, reasons]).toEqual([1, []]);
});

// Windows lets only administrators make links, and has no names that are no text.
test.skipIf(process.platform === "win32")(
  "links in circles, huge and binary files and odd names are passed over",
  () => {
    writeFileSync(join(root, "a.txt"), CABLE);
    mkdirSync(join(root, "below"));
    symlinkSync(root, join(root, "below", "up"));
    symlinkSync(join(root, "self.txt"), join(root, "self.txt"));
    writeFileSync(join(root, "huge.txt"), "");
    truncateSync(join(root, "huge.txt"), 2 * 1024 ** 3);
    writeFileSync(join(root, "binary.txt"), Buffer.from([...Buffer.from(CABLE), 0, 1]));
    writeFileSync(join(root, "b.txt"), Buffer.from([...Buffer.from(CABLE), 0x1a, 0, 0]));
    symlinkSync("/", join(root, "below", "all"));
    symlinkSync(join(root, "a.txt"), join(root, "below", "same.txt"));
    mkdirSync(join(root, "folder.txt"));
    writeFileSync(Buffer.concat([Buffer.from(`${root}/`), Buffer.from([0xff, 0xfe]), Buffer.from(".txt")]), CABLE);
    const { index, reasons } = indexed();
    expect([...index.files()].map(fileName).sort()).toEqual(["a.txt", "b.txt"]);
    expect([...reasons].sort()).toEqual([
      "binary.txt is binary",
      "huge.txt is too large for a cable: 2048 MB",
      "\uFFFD\uFFFD.txt can't be read: its name is no text",
    ]);
  },
);

test("files that vanish between listing and reading, or become folders, are told of", () => {
  for (const name of ["a.txt", "b.txt", "c.txt"]) writeFileSync(join(root, name), CABLE);
  const { blocks } = list();
  const [block = blockOf([])] = blocks;
  unlinkSync(join(root, "b.txt"));
  unlinkSync(join(root, "c.txt"));
  mkdirSync(join(root, "c.txt"));
  const index = new PackedCableIndex();
  const left = resultOf(index.take(block, new DiskReader().read(block, null), new Set()));
  expect([left.missing.map(fileName), left.folders.map(fileName), [...index.files()].map(fileName)]).toEqual([
    ["b.txt"],
    ["c.txt"],
    ["a.txt"],
  ]);
});

test("a head that is longer than what is read first is read all the same", () => {
  const long = CABLE.replace("1. (U) Text.", `1. (U) ${"Words and words. ".repeat(2000)}`);
  writeFileSync(join(root, "long.txt"), long);
  const addressees = Array.from(
    { length: 150 },
    (_, index) => `RUEHBJ/AMEMBASSY BEIJING AND ITS OFFICES IN THE WHOLE COUNTRY ${1000 + index}`,
  ).join("\n");
  writeFileSync(join(root, "crowded.txt"), CABLE.replace("8243\n", `8243\nINFO ${addressees}\n`));
  const { index } = indexed();
  expect([...index.files()].map((file) => index.summaryOf(file)?.subject)).toEqual(["PORT TALKS", "PORT TALKS"]);
});

test("only files whose size or time is another are read again", () => {
  for (const name of ["a.txt", "b.txt"]) writeFileSync(join(root, name), CABLE);
  const { blocks } = list();
  expect(filesIn(blocks)).toHaveLength(2);
  const [block = blockOf([])] = blocks;
  const reader = new DiskReader();
  const index = new PackedCableIndex();
  resultOf(index.take(block, reader.read(block, null), new Set()));
  writeFileSync(join(root, "b.txt"), CABLE.replace("PORT TALKS", "OTHER TALKS"));
  const seen = new Uint8Array(index.rows);
  const batch = reader.read(block, index.stampsOf(block, seen));
  resultOf(index.take(block, batch, new Set()));
  expect([...seen]).toEqual([1, 1]);
  expect([...index.files()].map((file) => index.summaryOf(file)?.subject).sort()).toEqual([
    "OTHER TALKS",
    "PORT TALKS",
  ]);
});

/** Rows of files that change while they are read, of heads without an end or without a text, and of wide characters: the row of their own text, or none. */

import fs, { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { parseCable } from "../../server/src/cable/parse.ts";
import { blockOf } from "../../server/src/corpus/file-list-chunk.ts";
import { type IndexRecord, toIndexRecord } from "../../server/src/corpus/index-record.ts";
import { PackedCableIndex } from "../../server/src/corpus/packed-index.ts";
import { uriOfPath } from "../../server/src/host/disk.ts";
import { DiskReader } from "../../server/src/host/disk-bulk.ts";
import { resultOf } from "../support/result-of.ts";

/** What happens to files right after their sizes were looked at. */
const meanwhile = { happens: (): void => {} };

const { fstatSync } = fs;

const HEAD = `R 020900Z AUG 09
FM AMEMBASSY RIGA
TO RUEHC/SECSTATE WASHDC 8243

UNCLAS RIGA 099012

TAGS: PGOV
SUBJECT: PORT TALKS
REF: TALLINN 99066

`;
const CABLE = `${HEAD}1. (U) Text.\n`;
const OTHER = CABLE.replace("099012", "099013").replace("PORT TALKS", "FISH TALKS").replace("99066", "99067");

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "reftel-odd-"));
  meanwhile.happens = () => {};
  fs.fstatSync = ((descriptor: number) => {
    const stats = fstatSync(descriptor);
    meanwhile.happens();
    return stats;
  }) as typeof fstatSync;
  syncBuiltinESMExports();
});

afterEach(() => {
  fs.fstatSync = fstatSync;
  syncBuiltinESMExports();
  rmSync(root, { recursive: true, force: true });
});

/** The rows of files that one reader reads one after the other. */
function rowsOf(files: Readonly<Record<string, string | Buffer>>): (IndexRecord | null)[] {
  const uris = Object.entries(files).map(([name, content]) => {
    writeFileSync(join(root, name), content);
    return uriOfPath(join(root, name));
  });
  const block = blockOf(uris);
  const index = new PackedCableIndex();
  resultOf(index.take(block, new DiskReader().read(block, null), new Set()));
  return uris.map((uri) => index.summaryOf(uri));
}

function rowOf(text: string, name: string): IndexRecord | null {
  return toIndexRecord(parseCable(text, name));
}

test.each([
  ["a short file", CABLE],
  ["one that is longer than what is read at once", CABLE + "2. (U) Ships came and went.\n".repeat(4000)],
])("a file that shrinks while it is read has the row of what is left: %s", (_, text) => {
  for (const left of [0, 1, 40, HEAD.indexOf("TAGS"), HEAD.indexOf("REF"), HEAD.length, text.length - 1]) {
    // Every file of the block is cut as soon as it was looked at; the one before it has left its bytes in the reader's buffer.
    let looked = 0;
    meanwhile.happens = () => {
      if (++looked === 2) truncateSync(join(root, "b.txt"), left);
    };
    const [before, shrunk, after] = rowsOf({ "a.txt": OTHER + text, "b.txt": text, "c.txt": OTHER });
    expect(shrunk).toEqual(rowOf(text.slice(0, left), "b.txt"));
    expect([before, after]).toEqual([rowOf(OTHER + text, "a.txt"), rowOf(OTHER, "c.txt")]);
  }
});

test("a file that grows while it is read has a row of what it had", () => {
  let looked = 0;
  meanwhile.happens = () => {
    if (++looked === 1) writeFileSync(join(root, "a.txt"), HEAD.replace("REF: ", "REF: A. RIGA 99001; B. "));
  };
  const [grown, next] = rowsOf({ "a.txt": HEAD.slice(0, HEAD.indexOf("REF")), "b.txt": OTHER });
  expect(grown?.citations).toEqual([]);
  expect(next).toEqual(rowOf(OTHER, "b.txt"));
});

test("a head without an end has the row that the whole text has", () => {
  const addressees = "RUEHBJ/AMEMBASSY BEIJING 1234\n".repeat(350_000);
  const endless = CABLE.slice(0, CABLE.indexOf("\n\n") + 1) + addressees;
  const [row, next] = rowsOf({ "a.txt": endless, "b.txt": CABLE });
  expect(row).toEqual(rowOf(endless, "a.txt"));
  expect(next?.subject).toBe("PORT TALKS");
});

test("a trailer without a head is no cable, and gives the file before it nothing", () => {
  const trailer = `Message Attributes
Automatic Decaptioning: X
Capture Date: 01 JAN 1994
Document Number: 1974RIGA09901
Subject: INVENTED FEES
TAGS: PGOV
`;
  const [cable, alone] = rowsOf({ "a.txt": CABLE, "b.txt": trailer });
  expect(alone).toEqual(rowOf(trailer, "b.txt"));
  expect(cable).toEqual(rowOf(CABLE, "a.txt"));
});

test.each([
  ["little-endian", Buffer.from(`\uFEFF${CABLE}`, "utf16le")],
  ["big-endian", Buffer.from(`\uFEFF${CABLE}`, "utf16le").swap16()],
])("a cable in UTF-16 has its row: %s", (_, bytes) => {
  const [wide, cut, plain] = rowsOf({ "a.txt": bytes, "b.txt": bytes.subarray(0, -1), "c.txt": OTHER });
  expect(wide).toEqual(rowOf(CABLE, "a.txt"));
  expect(cut?.subject).toBe("PORT TALKS");
  expect(plain).toEqual(rowOf(OTHER, "c.txt"));
});

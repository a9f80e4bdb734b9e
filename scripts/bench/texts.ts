/** Real cables as a measure: a folder of their texts, and a folder of copies of them with other serials, as large as is asked. */

import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, extname, join } from "node:path";
import { parseCable, parseHead } from "../../server/src/cable/parse.ts";
import { toRecord } from "../../server/src/cable/to-record.ts";
import { toIndexRecord } from "../../server/src/corpus/index-record.ts";
import { BatchWriter } from "../../server/src/corpus/record-batch.ts";
import { ByteSource } from "../../server/src/host/byte-source.ts";
import { type Figure, quantile } from "./figure.ts";
import { roundsFor } from "./rounds.ts";

/** Rises when what is made changes, so that folders of before are not taken for it. */
const VERSION = 1;

/** Serials of copies lie this far apart, so that they don't meet those of other files. */
const APART = 7_919;

export interface TextFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** The cables of a folder and of those in it, by name. */
export async function textsOf(folder: string): Promise<readonly TextFile[]> {
  const names = (await readdir(folder, { recursive: true })).filter((name) =>
    [".txt", ".cable"].includes(extname(name)),
  );
  return Promise.all(
    names.sort().map(async (name) => ({ name: basename(name), bytes: await readFile(join(folder, name)) })),
  );
}

const WARM_UP = 3_000;
const MEASURED = 1_500;
const MOST_FOR_ROW = 40;
const LEAST_SPEED = 60;

/** How fast the cables of a folder become rows and records, on one core, warm; and how often a row needed no more than the head. */
export async function textFigures(folder: string): Promise<Figure[]> {
  const files = await textsOf(folder);
  const of = `, ${files.length} cables of ${basename(folder)}`;
  const source = new ByteSource();
  const batch = new BatchWriter();
  const stamp = { size: 0, modified: 0 };
  let cables = 0;
  let alone = 0;
  const toRow = ({ name, bytes }: TextFile): void => {
    const cable = parseHead(source.of(bytes), name);
    const row = toIndexRecord(cable);
    if (row === null) return;
    batch.addCable(row, stamp);
    cables++;
    if (!cable.hasReadWhole()) alone++;
  };
  const rowRounds = roundsFor(WARM_UP, MEASURED, () => {
    files.forEach(toRow);
    batch.finish();
  });
  const perRow = quantile(rowRounds, 0.5) / files.length;
  const texts = files.map(({ name, bytes }) => ({ name, text: bytes.toString() }));
  const characters = texts.reduce((sum, { text }) => sum + text.length, 0);
  const recordRounds = roundsFor(WARM_UP, MEASURED, () => {
    for (const { name, text } of texts) toRecord(parseCable(text, name), name);
  });
  const speed = characters / quantile(recordRounds, 0.5);
  return [
    {
      what: `A row from its bytes${of}`,
      measured: `${perRow.toFixed(1)} µs`,
      promised: `at most ${MOST_FOR_ROW} µs`,
      kept: perRow <= MOST_FOR_ROW,
    },
    {
      what: `Rows that needed no more than the head${of}`,
      measured: `${((alone / cables) * 100).toFixed(1)} %`,
      promised: null,
      kept: true,
    },
    {
      what: `Whole records${of}`,
      measured: `${speed.toFixed(0)} MB/s`,
      promised: `at least ${LEAST_SPEED} MB/s`,
      kept: speed >= LEAST_SPEED,
    },
  ];
}

/** A folder of so many copies of the cables of another, made where it is not there yet; each copy has a serial of its own. */
export async function copiesFolder(texts: string, size: number): Promise<string> {
  const files = await textsOf(texts);
  if (files.length === 0) throw new Error(`there are no cables in ${texts}`);
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  const folder = join(tmpdir(), `reftel-texts-${basename(texts)}-${files.length}-${bytes}-${size}-v${VERSION}`);
  if (existsSync(folder)) return folder;
  const part = `${folder}.${process.pid}.part`;
  await rm(part, { recursive: true, force: true });
  for (let made = 0; made < size; made += files.length) {
    const copy = made / files.length;
    const place = join(part, String(copy).padStart(4, "0"));
    await mkdir(place, { recursive: true });
    for (const file of files.slice(0, size - made)) {
      const { name, text } = withOtherSerial(file, copy);
      await writeFile(join(place, name), text, "latin1");
    }
  }
  await rename(part, folder);
  return folder;
}

/** A cable under the serial of its copy, wherever the number stands as one: with its zeros, or its last four digits on a `DE` line. */
function withOtherSerial({ name, bytes }: TextFile, copy: number): { readonly name: string; readonly text: string } {
  const text = bytes.toString("latin1");
  const serial = parseHead(new ByteSource().of(bytes), name).partialMrn.serial;
  if (serial === null || copy === 0) return { name, text };
  const other = (width: number): string => {
    const digits = String(serial + copy * APART).padStart(width, "0");
    return digits.slice(Math.max(0, digits.length - Math.max(width, 4)));
  };
  const last = String(serial % 10_000).padStart(4, "0");
  const printed = new RegExp(`(?<![0-9])0{0,6}${serial}(?![0-9])|(?<=DE R[A-Z]{3,7} #)${last}(?![0-9])`, "g");
  const replaced = (from: string): string => from.replace(printed, (number) => other(number.length));
  return { name: replaced(name), text: replaced(text) };
}

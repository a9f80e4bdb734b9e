/** Opens what sources are packed in: `.zip`, `.gz` and PDF, also one in another. Nothing is unpacked onto the disk. */

import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { createGunzip, createInflateRaw } from "node:zlib";
import { checksumOf } from "./checksum.ts";
import { LARGEST_PDF, textOfPdf } from "./disk-pdf.ts";
import { type ZipEntry, zipEntries } from "./disk-zip.ts";
import { type ImportSource, UnreadableSource } from "./importer.ts";

/** What unpacks to more than this many times its size is no text. */
const MOST_GROWTH = 200;

/** In bytes: below this nothing is a bomb. */
const HARMLESS = 16 * 1024 * 1024;

/** An archive in an archive in an archive is looked into; what lies deeper is not. */
const DEEPEST = 3;

type Packing = "zip" | "gzip" | "pdf";

const SIGNATURES: readonly (readonly [Packing, readonly number[]])[] = [
  ["zip", [0x50, 0x4b, 0x03, 0x04]],
  ["zip", [0x50, 0x4b, 0x05, 0x06]],
  ["gzip", [0x1f, 0x8b]],
  ["pdf", [0x25, 0x50, 0x44, 0x46]],
];

/** The source itself; of one that is packed, what is in it. What can't be opened becomes a source that says so when it is read. */
export async function* unpacked(source: ImportSource, path: string): AsyncGenerator<ImportSource> {
  const packing = packingOf(await headOf(path));
  if (packing === null) yield source;
  else if (packing === "zip") yield* zipped(source, path);
  else if (packing === "gzip") yield* opened(source, packing, 1);
  else yield pdfSource(source);
}

async function headOf(path: string): Promise<Uint8Array> {
  try {
    const handle = await open(path, "r");
    try {
      const bytes = new Uint8Array(4);
      await handle.read(bytes, 0, bytes.length, 0);
      return bytes;
    } finally {
      await handle.close();
    }
  } catch {
    // Who reads the source tells why.
    return new Uint8Array(0);
  }
}

function packingOf(head: Uint8Array): Packing | null {
  return SIGNATURES.find(([, bytes]) => bytes.every((byte, index) => head[index] === byte))?.[0] ?? null;
}

async function* zipped(source: ImportSource, path: string): AsyncGenerator<ImportSource> {
  let entries: readonly ZipEntry[];
  try {
    entries = await zipEntries(path);
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
    yield unreadable(source, error);
    return;
  }
  if (entries.length === 0) {
    yield unreadable(source, new UnreadableSource("is an archive with nothing in it"));
    return;
  }
  for (const entry of entries) {
    const inner: ImportSource = {
      name: `${source.name}/${entry.name}`,
      size: entry.size,
      named: source.named && entries.length === 1,
      bytes: () => entryBytes(path, entry),
    };
    yield* looked(inner, 1);
  }
}

/** A source of which it is not known yet what it is. */
async function* looked(source: ImportSource, depth: number): AsyncGenerator<ImportSource> {
  let head = new Uint8Array(0);
  try {
    for await (const part of source.bytes()) {
      head = new Uint8Array(part.subarray(0, 4));
      break;
    }
  } catch (error) {
    if (!(error instanceof UnreadableSource)) throw error;
    yield unreadable(source, error);
    return;
  }
  const packing = packingOf(head);
  if (packing === null) yield source;
  else yield* opened(source, packing, depth);
}

async function* opened(source: ImportSource, packing: Packing, depth: number): AsyncGenerator<ImportSource> {
  if (packing === "pdf") {
    yield pdfSource(source);
  } else if (packing === "gzip" && depth < DEEPEST) {
    yield* looked({ ...source, size: null, bytes: () => gunzipped(source) }, depth + 1);
  } else {
    yield unreadable(source, new UnreadableSource("is an archive in an archive: unpack it first"));
  }
}

function unreadable(source: ImportSource, error: UnreadableSource): ImportSource {
  return {
    ...source,
    // What was packed was meant to be read.
    named: true,
    // biome-ignore lint/correctness/useYield: a source that fails before its first byte has none to give.
    async *bytes(): AsyncGenerator<Uint8Array> {
      throw error;
    },
  };
}

function pdfSource(source: ImportSource): ImportSource {
  return {
    ...source,
    async *bytes() {
      const bytes = await collected(source, LARGEST_PDF);
      yield new TextEncoder().encode(await textOfPdf(bytes, source.name));
    },
  };
}

async function collected(source: ImportSource, most: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of source.bytes()) {
    length += part.length;
    if (length > most) throw new UnreadableSource(`is larger than ${most / 1024 / 1024} MB`);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

async function* gunzipped(source: ImportSource): AsyncGenerator<Uint8Array> {
  let packed = 0;
  const counted = async function* (): AsyncGenerator<Uint8Array> {
    for await (const part of source.bytes()) {
      packed += part.length;
      yield part;
    }
  };
  yield* inflated(Readable.from(counted()).pipe(createGunzip()), () => packed);
}

/** The parts of a stream that unpacks, as long as it does not grow as no text does. */
async function* inflated(stream: AsyncIterable<unknown>, packed: () => number): AsyncGenerator<Uint8Array> {
  let size = 0;
  try {
    for await (const part of stream) {
      if (!(part instanceof Uint8Array)) continue;
      size += part.length;
      if (size > HARMLESS && size > packed() * MOST_GROWTH) {
        throw new UnreadableSource(`unpacks to more than ${MOST_GROWTH} times its size, as no text does: not taken`);
      }
      yield part;
    }
  } catch (error) {
    if (error instanceof UnreadableSource) throw error;
    throw new UnreadableSource("is damaged: it can't be unpacked");
  }
}

async function* entryBytes(
  path: string,
  { start, packedSize, size, checksum, isDeflated }: ZipEntry,
): AsyncGenerator<Uint8Array> {
  if (packedSize === 0) return;
  let sum = 0;
  const file = createReadStream(path, { start, end: start + packedSize - 1 });
  let length = 0;
  const stream = isDeflated ? file.pipe(createInflateRaw()) : file;
  file.on("error", (error) => stream.destroy(error));
  try {
    for await (const part of inflated(stream, () => packedSize)) {
      length += part.length;
      if (length > size) throw new UnreadableSource("is larger than the archive says");
      sum = checksumOf(part, sum);
      yield part;
    }
    if (length < size || sum !== checksum) throw new UnreadableSource("is damaged: its checksum does not hold");
  } finally {
    file.destroy();
    stream.destroy();
  }
}

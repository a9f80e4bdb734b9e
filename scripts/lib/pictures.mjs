// Writes pictures as PNG files of 256 colours, which are a third as large: one picture, or several joined to a moving one (an animated PNG,
// which every browser shows). What Chromium takes is read here; no packer of pictures is needed.
import { crc32, deflateSync, inflateSync } from "node:zlib";

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** @typedef {{ type: string, data: Buffer }} Chunk */

/** Pixels of three bytes each, row by row. @typedef {{ width: number, height: number, pixels: Buffer }} Picture */

/** How many colours a palette holds. */
const COLOURS = 256;

/** Bytes of a pixel: red, green and blue. */
const DEPTH = 3;

/**
 * The chunks of a PNG file, in order.
 * @param {Buffer} png
 * @returns {Chunk[]}
 */
export function chunksOf(png) {
  if (!png.subarray(0, SIGNATURE.length).equals(SIGNATURE)) throw new Error("not a PNG file");
  const chunks = [];
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at);
    chunks.push({ type: png.toString("latin1", at + 4, at + 8), data: png.subarray(at + 8, at + 8 + length) });
    at += 12 + length;
  }
  return chunks;
}

/**
 * A PNG file of three bytes a pixel, as Chromium writes them.
 * @param {Buffer} png
 * @returns {Picture}
 */
export function readPng(png) {
  const chunks = chunksOf(png);
  const header = chunks.find(({ type }) => type === "IHDR")?.data;
  if (header === undefined || header[8] !== 8 || header[9] !== 2) throw new Error("not a PNG file of true colours");
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const packed = inflateSync(Buffer.concat(chunks.flatMap(({ type, data }) => (type === "IDAT" ? [data] : []))));
  const row = width * DEPTH;
  const pixels = Buffer.alloc(height * row);
  for (let y = 0; y < height; y++) {
    const filter = packed[y * (row + 1)];
    for (let x = 0; x < row; x++) {
      const left = x >= DEPTH ? byte(pixels, y * row + x - DEPTH) : 0;
      const above = y > 0 ? byte(pixels, (y - 1) * row + x) : 0;
      const corner = y > 0 && x >= DEPTH ? byte(pixels, (y - 1) * row + x - DEPTH) : 0;
      const told = [0, left, above, (left + above) >> 1, nearest(left, above, corner)][filter ?? 0] ?? 0;
      pixels[y * row + x] = (byte(packed, y * (row + 1) + 1 + x) + told) & 0xff;
    }
  }
  return { width, height, pixels };
}

/**
 * A PNG file of 256 colours: a picture, or several of one size, one after the other, over and over.
 * @param {readonly { picture: Picture, milliseconds: number }[]} frames each with how long it is shown where there are several.
 */
export function writePng(frames) {
  const first = frames[0]?.picture;
  if (first === undefined) throw new Error("a file without pictures");
  const { width, height } = first;
  if (frames.some(({ picture }) => picture.width !== width || picture.height !== height)) {
    throw new Error("the pictures differ in size");
  }
  const palette = paletteOf(frames.map(({ picture }) => picture));
  const whole = [
    SIGNATURE,
    chunk("IHDR", Buffer.concat([numbers(width, height), Buffer.from([8, 3, 0, 0, 0])])),
    chunk("PLTE", Buffer.from(palette.flatMap((colour) => [colour >> 16, (colour >> 8) & 0xff, colour & 0xff]))),
  ];
  if (frames.length > 1) whole.push(chunk("acTL", numbers(frames.length, 0)));
  const indexOf = finder(palette);
  let sequence = 0;
  for (const [index, { picture, milliseconds }] of frames.entries()) {
    if (frames.length > 1) {
      const times = Buffer.from([milliseconds >> 8, milliseconds & 0xff, 1000 >> 8, 1000 & 0xff, 0, 0]);
      whole.push(chunk("fcTL", Buffer.concat([numbers(sequence++, width, height, 0, 0), times])));
    }
    const data = packed(picture, indexOf);
    // The first picture is the file's own, for who knows nothing of the others.
    whole.push(index === 0 ? chunk("IDAT", data) : chunk("fdAT", Buffer.concat([numbers(sequence++), data])));
  }
  whole.push(chunk("IEND", Buffer.alloc(0)));
  return Buffer.concat(whole);
}

/**
 * The colours that stand most often. The edges of letters have many more, each so rare that its neighbour does.
 * @param {readonly Picture[]} pictures
 */
function paletteOf(pictures) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const { pixels } of pictures) {
    for (let at = 0; at < pixels.length; at += DEPTH) {
      const colour = pixels.readUIntBE(at, DEPTH);
      counts.set(colour, (counts.get(colour) ?? 0) + 1);
    }
  }
  const all = [...counts].sort(([, one], [, other]) => other - one);
  return all.slice(0, COLOURS).map(([colour]) => colour);
}

/**
 * Finds the place of the colour that is most like a colour.
 * @param {readonly number[]} palette
 * @returns {(colour: number) => number}
 */
function finder(palette) {
  const known = new Map(palette.map((colour, place) => [colour, place]));
  return (colour) => {
    const before = known.get(colour);
    if (before !== undefined) return before;
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (const [place, other] of palette.entries()) {
      const [red, green, blue] = [16, 8, 0].map((shift) => ((colour >> shift) & 0xff) - ((other >> shift) & 0xff));
      const distance = (red ?? 0) ** 2 + (green ?? 0) ** 2 + (blue ?? 0) ** 2;
      if (distance < least) [best, least] = [place, distance];
    }
    known.set(colour, best);
    return best;
  };
}

/**
 * @param {Picture} picture
 * @param {(colour: number) => number} indexOf
 */
function packed({ width, height, pixels }, indexOf) {
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      rows[y * (width + 1) + 1 + x] = indexOf(pixels.readUIntBE((y * width + x) * DEPTH, DEPTH));
    }
  }
  return deflateSync(rows, { level: 9, memLevel: 9 });
}

/** Paeth's: of three neighbours the one that is nearest to where they point. @param {number} left @param {number} above @param {number} corner */
function nearest(left, above, corner) {
  const pointed = left + above - corner;
  const [toLeft, toAbove, toCorner] = [left, above, corner].map((one) => Math.abs(pointed - one));
  if ((toLeft ?? 0) <= (toAbove ?? 0) && (toLeft ?? 0) <= (toCorner ?? 0)) return left;
  return (toAbove ?? 0) <= (toCorner ?? 0) ? above : corner;
}

/** @param {Buffer} buffer @param {number} at */
function byte(buffer, at) {
  return buffer[at] ?? 0;
}

/** @param {number[]} values */
function numbers(...values) {
  const buffer = Buffer.alloc(4 * values.length);
  for (const [index, value] of values.entries()) buffer.writeUInt32BE(value, 4 * index);
  return buffer;
}

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const named = Buffer.concat([Buffer.from(type, "latin1"), data]);
  return Buffer.concat([numbers(data.length), named, numbers(crc32(named))]);
}

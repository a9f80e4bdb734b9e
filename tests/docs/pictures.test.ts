/** The pictures of the README and the walkthrough: how they are packed, and that they are light to load. */

import { readdirSync, readFileSync, statSync } from "node:fs";
import { crc32, deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { chunksOf, readPng, writePng } from "../../scripts/lib/pictures.mjs";

const number = (value: number): Buffer => {
  const buffer = Buffer.alloc(4);
  buffer.writeUInt32BE(value);
  return buffer;
};

/** A PNG file of true colours whose rows are packed by a filter each: the bytes behind its number. */
function trueColours(width: number, rows: readonly (readonly number[])[]): Buffer {
  const chunk = (type: string, data: Buffer): Buffer => {
    const named = Buffer.concat([Buffer.from(type), data]);
    return Buffer.concat([number(data.length), named, number(crc32(named))]);
  };
  return Buffer.concat([
    Buffer.from("\x89PNG\r\n\x1a\n", "latin1"),
    chunk("IHDR", Buffer.concat([number(width), number(rows.length), Buffer.from([8, 2, 0, 0, 0])])),
    chunk("IDAT", deflateSync(Buffer.from(rows.flat()))),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

const picture = (...pixels: readonly number[]) => ({
  width: pixels.length / 3,
  height: 1,
  pixels: Buffer.from(pixels),
});

test("a file of true colours is read by each of PNG's filters", () => {
  const { width, height, pixels } = readPng(
    trueColours(2, [
      [0, 10, 20, 30, 40, 50, 60],
      [1, 10, 20, 30, 1, 1, 1],
      [2, 1, 1, 1, 2, 2, 2],
      [3, 5, 5, 5, 6, 6, 6],
      [4, 1, 1, 1, 255, 0, 1],
    ]),
  );
  expect([width, height]).toEqual([2, 5]);
  expect([...pixels]).toEqual([
    ...[10, 20, 30, 40, 50, 60],
    ...[10, 20, 30, 11, 21, 31],
    ...[11, 21, 31, 13, 23, 33],
    ...[10, 15, 20, 17, 25, 32],
    ...[11, 16, 21, 16, 25, 33],
  ]);
});

describe("a picture of 256 colours", () => {
  test("has its colours in a palette, the most frequent first, and is no moving one", () => {
    const chunks = chunksOf(writePng([{ picture: picture(1, 2, 3, 9, 9, 9, 9, 9, 9), milliseconds: 0 }]));
    expect(chunks.map(({ type }) => type)).toEqual(["IHDR", "PLTE", "IDAT", "IEND"]);
    expect([...(chunks[1]?.data ?? [])]).toEqual([9, 9, 9, 1, 2, 3]);
  });

  test("shows the nearest colour for one that has no place", () => {
    const grey = Array.from({ length: 256 }, (_, shade) => [shade, shade, shade, shade, shade, shade]).flat();
    const whole = picture(...grey, 100, 100, 103);
    const chunks = chunksOf(writePng([{ picture: whole, milliseconds: 0 }]));
    expect(chunks.find(({ type }) => type === "PLTE")?.data.length).toBe(256 * 3);
  });
});

describe("pictures joined to a moving one", () => {
  const chunks = chunksOf(
    writePng([
      { picture: picture(1, 2, 3), milliseconds: 500 },
      { picture: picture(4, 5, 6), milliseconds: 700 },
    ]),
  );

  test("are the file's own picture and one after it, numbered in order, each shown as long as is said", () => {
    expect(chunks.map(({ type }) => type)).toEqual(["IHDR", "PLTE", "acTL", "fcTL", "IDAT", "fcTL", "fdAT", "IEND"]);
    expect(chunks.flatMap(({ type, data }) => (/^f/.test(type) ? [data.readUInt32BE(0)] : []))).toEqual([0, 1, 2]);
    const seconds = chunks.flatMap(({ type, data }) =>
      type === "fcTL" ? [data.readUInt16BE(20) / data.readUInt16BE(22)] : [],
    );
    expect(seconds).toEqual([0.5, 0.7]);
  });

  test("must be of one size, and be there", () => {
    const frames = [picture(1, 2, 3), picture(1, 2, 3, 4, 5, 6)].map((one) => ({ picture: one, milliseconds: 1 }));
    expect(() => writePng(frames)).toThrow("differ in size");
    expect(() => writePng([])).toThrow("without pictures");
    expect(() => chunksOf(Buffer.from("GIF89a.."))).toThrow("not a PNG");
  });
});

test("the README begins with a moving one that shows four things, and is light to load", () => {
  const [path = ""] = /(?<=^!\[[^\]]+\]\()[^)]+/m.exec(readFileSync("README.md", "utf8")) ?? [];
  const file = readFileSync(path);
  expect(chunksOf(file).filter(({ type }) => type === "fcTL")).toHaveLength(4);
  expect(file.length).toBeLessThan(400_000);
});

test("the walkthrough shows preview, graph, timeline and Cables view, each below 80 KB", () => {
  const folder = "media/walkthrough";
  const pictures = readdirSync(folder).filter((name) => name.endsWith(".png"));
  expect(pictures.sort()).toEqual(["cables.png", "graph.png", "preview.png", "timeline.png"]);
  expect(pictures.filter((name) => statSync(`${folder}/${name}`).size > 80_000)).toEqual([]);
});

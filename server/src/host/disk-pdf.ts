/** The text of a PDF, page after page. What is hostile or has no text is told of in a line. */

import { inflateSync } from "node:zlib";
import { layOut, type PlacedText } from "../sources/page-layout.ts";
import { UnreadableSource } from "./importer.ts";

/** In bytes. */
export const LARGEST_PDF = 256 * 1024 * 1024;

/** More pages than this are no file of cables. */
const MOST_PAGES = 5000;

/** In bytes: what a part of a PDF may grow to. A page in colour, as scanned, has 30 MB. */
const LARGEST_PART = 96 * 1024 * 1024;

/** Letters that a page has at least where it has text: a stamp on a scan has fewer. */
const FEWEST_LETTERS = 20;

/** The text; `name` is that of the file, for the line that says how a scan is made readable. */
export async function textOfPdf(bytes: Uint8Array, name: string): Promise<string> {
  refuseBombs(bytes);
  const { getDocumentProxy } = await import("../libraries/pdf.ts");
  let pages: readonly string[];
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0, isEvalSupported: false });
    try {
      if (pdf.numPages > MOST_PAGES) {
        throw new UnreadableSource(
          `has ${pdf.numPages.toLocaleString("en-US")} pages, which is more than cables have: not taken`,
        );
      }
      pages = await pagesOf(pdf);
    } finally {
      await pdf.destroy();
    }
  } catch (error) {
    if (error instanceof UnreadableSource) throw error;
    const isLocked = error instanceof Error && error.name === "PasswordException";
    throw new UnreadableSource(isLocked ? "is locked by a password" : "is a damaged PDF");
  }
  const letters = pages.reduce((sum, page) => sum + page.replace(/\s/g, "").length, 0);
  if (letters < FEWEST_LETTERS * pages.length) {
    const other = name.replace(/\.pdf$/i, "");
    throw new UnreadableSource(
      `has pictures of pages and no text; readable once this is run: ocrmypdf ${quoted(name)} ${quoted(`${other}-text.pdf`)}`,
    );
  }
  return `${pages.join("\n\n")}\n`;
}

interface Pdf {
  readonly numPages: number;
  getPage(
    number: number,
  ): Promise<{ getTextContent(): Promise<{ readonly items: readonly object[] }>; cleanup(): unknown }>;
}

async function pagesOf(pdf: Pdf): Promise<readonly string[]> {
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(layOut(items.flatMap(placedText)));
    page.cleanup();
  }
  return pages;
}

/** What runs up or down a page, such as a stamp on its margin, is left out. */
function placedText(item: object): readonly PlacedText[] {
  if (!("str" in item && "transform" in item && "width" in item && "height" in item)) return [];
  const { str, transform, width, height } = item;
  if (typeof str !== "string" || typeof width !== "number" || typeof height !== "number" || !Array.isArray(transform))
    return [];
  const [scale, turn, , , x, y] = transform.map(Number);
  if (x === undefined || y === undefined || Math.abs(turn ?? 0) > Math.abs(scale ?? 0)) return [];
  return [{ text: str, x, y, width, height: height || Math.abs(scale ?? 0) }];
}

const STREAM = Buffer.from("stream");

/** A few bytes that unpack to gigabytes are found before anything makes room for them. */
function refuseBombs(bytes: Uint8Array): void {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = buffer.indexOf(STREAM); at >= 0; at = buffer.indexOf(STREAM, at + STREAM.length)) {
    let start = at + STREAM.length;
    if (buffer[start] === 13) start++;
    if (buffer[start] !== 10) continue;
    start++;
    // The first byte of what `FlateDecode` packs.
    if ((buffer[start] ?? 0) !== 0x78 && (buffer[start] ?? 0) !== 0x58 && (buffer[start] ?? 0) !== 0x48) continue;
    const end = buffer.indexOf("endstream", start);
    try {
      inflateSync(buffer.subarray(start, end < 0 ? buffer.length : end), { maxOutputLength: LARGEST_PART });
    } catch (error) {
      if (error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE") {
        throw new UnreadableSource("has a part that unpacks to more than a page can be: not taken");
      }
    }
    if (end > 0) at = end;
  }
}

/** As a shell takes it. */
function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

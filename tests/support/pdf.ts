/** Makes PDFs of lines of text, as archives print cables: Courier, a page each list of lines. */

import { deflateSync } from "node:zlib";

export interface PdfOptions {
  /** Content of every page in place of text. */
  readonly content?: Buffer;
}

const LEADING = 12;
const TOP = 740;
const LEFT = 60;
const SIZE = 10;

/** A PDF with so many pages; a page of no lines has no text, as a scan has none. */
export function pdfOf(pages: readonly (readonly string[])[], { content }: PdfOptions = {}): Buffer {
  const objects: Buffer[] = [];
  const add = (head: string, stream?: Buffer): void => {
    const body =
      stream === undefined
        ? Buffer.from(head)
        : Buffer.concat([Buffer.from(`${head}\nstream\n`), stream, Buffer.from("\nendstream")]);
    objects.push(body);
  };
  const kids = pages.map((_, index) => `${4 + index * 2} 0 R`).join(" ");
  add("<< /Type /Catalog /Pages 2 0 R >>");
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`);
  add("<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>");
  for (const [index, lines] of pages.entries()) {
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents ${5 + index * 2} 0 R /Resources << /Font << /F1 3 0 R >> >> >>`,
    );
    const packed = content ?? deflateSync(Buffer.from(textOperators(lines)));
    add(`<< /Length ${packed.length} /Filter /FlateDecode >>`, packed);
  }
  let position = 9;
  const offsets: number[] = [];
  const parts: Buffer[] = [Buffer.from("%PDF-1.4\n")];
  for (const [index, object] of objects.entries()) {
    offsets.push(position);
    const part = Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from("\nendobj\n")]);
    parts.push(part);
    position += part.length;
  }
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  parts.push(
    Buffer.from(
      `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${position}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/** Blanks at the beginning of a line are left out of its words: it begins further to the right, as programs print it. */
function textOperators(lines: readonly string[]): string {
  const letter = SIZE * 0.6;
  return lines
    .flatMap((line, index) => {
      const words = line.trim();
      if (words === "") return [];
      const x = LEFT + (line.length - line.trimStart().length) * letter;
      const text = words.replace(/[\\()]/g, "\\$&");
      return [`BT /F1 ${SIZE} Tf ${x} ${TOP - index * LEADING} Td (${text}) Tj ET`];
    })
    .join("\n");
}

/** How a text is divided: its lines without page furniture, the fields of its head, where its text begins, and where that ends. */

import type { SourceText } from "../text/source-text.ts";
import type { Form, Signs, Trailer } from "./forms/form.ts";
import { FORMS } from "./forms/index.ts";
import { markFurniture } from "./furniture/furniture.ts";
import { ScannedHeader } from "./header/header.ts";
import { claimHeader } from "./header/line-kinds.ts";
import type { HeaderRead } from "./header/raw-field.ts";
import { scanHeader } from "./header/scan-header.ts";
import { SourceLines } from "./source-lines.ts";
import type { PageBreak } from "./tree.ts";

export interface Layout {
  readonly source: SourceText;
  /** The lines of head and trailer have their kinds; those of the text have none yet. */
  readonly lines: SourceLines;
  readonly form: Form;
  readonly header: HeaderRead;
  /** In document order, the heading of the first page among them. */
  readonly pageBreaks: readonly PageBreak[];
  readonly trailer: Trailer | null;
  /** The first line of the text, and the first after it. */
  readonly bodyLine: number;
  readonly endLine: number;
}

/** As much of a text's beginning as forms are recognised by. */
const HEAD = 6000;

/** Divides a text. Nothing is read of any value yet. */
export function layOut(source: SourceText): Layout {
  const lines = new SourceLines(source);
  const pageBreaks = markFurniture(lines);
  const scan = scanHeader(lines);
  const form = recogniseForm(scan.signs, source.text);
  const trailer = form.readTrailer?.(lines) ?? null;
  const endLine = trailer?.line ?? lines.count;
  const typed = form.readHeader?.(lines, endLine);
  const textLine = typed === undefined ? claimHeader(lines, scan.fields) : null;
  const header = typed ?? new ScannedHeader(lines, scan, textLine ?? scan.bodyLine, () => trailer);
  return { source, lines, form, header, pageBreaks, trailer, bodyLine: Math.min(header.bodyLine, endLine), endLine };
}

function recogniseForm(signs: Signs, text: string): Form {
  const head = text.slice(0, HEAD);
  let best: Form | undefined;
  let most = 0;
  for (const form of FORMS) {
    const strength = form.recognise(signs, head, text);
    if (best === undefined || strength > most) {
      best = form;
      most = strength;
    }
  }
  if (best === undefined) throw new Error("there are no forms");
  return best;
}

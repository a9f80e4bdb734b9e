/** How a text is divided: its lines without page furniture, the fields of its head, where its text begins, and where that ends. */

import type { SourceText } from "../text/source-text.ts";
import type { Form, FormText, Signs, Trailer } from "./forms/form.ts";
import { FORMS } from "./forms/index.ts";
import { furnitureTeller } from "./furniture/furniture.ts";
import { findClassifiedByInText } from "./header/classified-by-in-text.ts";
import { ScannedHeader } from "./header/header.ts";
import { claimHeader } from "./header/line-kinds.ts";
import type { HeaderRead } from "./header/raw-field.ts";
import { scanHeader } from "./header/scan-header.ts";
import { repairedBeginning } from "./repair/repair.ts";
import { SourceLines } from "./source-lines.ts";
import type { TextSource } from "./text-source.ts";
import type { PageBreak } from "./tree.ts";

/** As much as the values of the head need. */
export interface HeadLayout {
  /** The text that was read: of a head alone, no more than its beginning. */
  readonly source: SourceText;
  readonly lines: SourceLines;
  readonly form: Form;
  readonly header: HeaderRead;
  /** What the form prints after the text; null where there is nothing. */
  readonly trailer: () => Trailer | null;
  /** The first page break that has the station and the serial. */
  readonly numberedPage: () => PageBreak | null;
}

export interface Layout extends HeadLayout {
  /** In document order, the heading of the first page among them. */
  readonly pageBreaks: readonly PageBreak[];
  /** The first line of the text, and the first after it. */
  readonly bodyLine: number;
  readonly endLine: number;
}

/** Divides a text. The lines of head and trailer have their kinds then; those of the text have none yet, and no value is read. */
export function layOut(source: SourceText, document: TextSource): Layout {
  const pageBreaks: PageBreak[] = [];
  const lines = new SourceLines(source, furnitureTeller(pageBreaks));
  const scan = scanHeader(lines);
  const form = recogniseForm(scan.signs, {
    head: () => source.text.slice(0, HEAD),
    includes: (words) => document.includes(words),
  });
  const trailer = form.readTrailer?.(lines) ?? null;
  const endLine = trailer?.line ?? lines.count;
  const typed = form.readHeader?.(lines, endLine);
  const header = typed ?? scannedHeader();
  const numberedPage = (): PageBreak | null => pageBreaks.find(isNumbered) ?? null;
  const bodyLine = Math.min(header.bodyLine, endLine);
  return { source, lines, form, header, pageBreaks, trailer: () => trailer, numberedPage, bodyLine, endLine };

  function scannedHeader(): HeaderRead {
    const bodyLine = claimHeader(lines, scan.fields) ?? scan.bodyLine;
    // Looked for at once: the reader of the text takes captions out of the lines that are looked at.
    const isInHead = scan.fields.some(({ key }) => key === "classifiedBy");
    const inText = isInHead ? null : findClassifiedByInText(lines, bodyLine);
    return new ScannedHeader(lines, scan, bodyLine, { trailer: () => trailer, classifiedInText: () => inText });
  }
}

/** So much of a text is looked at first, in UTF-16 units or bytes: nearly all heads end before. Where one does not, more is. */
const FIRST_LOOK = 2048;

/** How much more each further look takes in. */
const MORE = 4;

/**
 * Divides as much of a text as its head needs, by the same scan. `whole` is asked for the layout of the whole text where a form has no head
 * that could be read alone, or where something is asked that the head alone does not tell.
 */
export function layOutHead(document: TextSource, whole: () => Layout): HeadLayout {
  for (let units = FIRST_LOOK; ; units *= MORE) {
    const { text, isCut } = document.first(units);
    const source = repairedBeginning(text, isCut);
    if (source === null) return whole();
    const pageBreaks: PageBreak[] = [];
    const lines = new SourceLines(source, furnitureTeller(pageBreaks), isCut);
    const scan = scanHeader(lines);
    if (lines.wasPassed) continue;
    const form = recogniseForm(scan.signs, {
      head: () => whole().source.text.slice(0, HEAD),
      includes: (words) => document.includes(words),
    });
    if (!form.hasHeadAlone) return whole();
    const bodyLine = claimHeader(lines, scan.fields) ?? scan.bodyLine;
    const trailer = (): Trailer | null => (form.readTrailer === undefined ? null : whole().trailer());
    const header = new ScannedHeader(lines, scan, bodyLine, {
      trailer,
      classifiedInText: () => whole().header.header.classifiedBy,
    });
    const numberedPage = (): PageBreak | null => {
      for (let line = 0; !pageBreaks.some(isNumbered) && lines.has(line); line++);
      return lines.wasPassed ? whole().numberedPage() : (pageBreaks.find(isNumbered) ?? null);
    };
    return { source, lines, form, header, trailer, numberedPage };
  }
}

function isNumbered({ station, serial }: PageBreak): boolean {
  return station !== null && serial !== null;
}

/** As much of a text's beginning as forms are recognised by. */
const HEAD = 6000;

function recogniseForm(signs: Signs, text: FormText): Form {
  let best: Form | undefined;
  let most = 0;
  for (const form of FORMS) {
    const strength = form.recognise(signs, text);
    if (best === undefined || strength > most) {
      best = form;
      most = strength;
    }
  }
  if (best === undefined) throw new Error("there are no forms");
  return best;
}

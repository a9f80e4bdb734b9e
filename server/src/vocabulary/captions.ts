/** Captions: what a word under the classification line, such as `SIPDIS`, tells the reader to do or not to do. */

import captionTable from "./data/captions.json?raw";
import { lazy } from "./lazy.ts";
import type { CaptionRow, Confidence } from "./rows.ts";
import { table } from "./table.ts";

/** The rows as shipped. */
export const captionRows: () => readonly CaptionRow[] = table(captionTable);

/** A caption and its meaning. */
export interface Caption {
  readonly code: string;
  /** `distribution`, `channel`, `control`, …: the table's own word. */
  readonly kind: string;
  /** Null where the caption is known to exist and its meaning is not. */
  readonly title: string | null;
  readonly meaning: string | null;
  readonly note: string | null;
  readonly source: string;
  readonly confidence: Confidence;
}

export interface CaptionLookup {
  readonly codes: readonly string[];
  /** A caption as typed: in any case, with spaced letters (`C O R R E C T E D  C O P Y`), with strokes after it (`STADIS//////`). */
  find(typed: string): Caption | undefined;
}

/** The word of a row's code that stands for anything: `FOR xxx ONLY`. */
const PLACEHOLDER = "xxx";

export function createCaptionLookup(rows: readonly CaptionRow[]): CaptionLookup {
  const byCode = new Map<string, CaptionRow>();
  const framed: { readonly before: string; readonly after: string; readonly row: CaptionRow }[] = [];
  for (const row of rows) {
    const [before, after] = row.code.split(PLACEHOLDER);
    if (before !== undefined && after !== undefined) framed.push({ before, after, row });
    else byCode.set(lettersOf(row.code), row);
  }
  return {
    codes: rows.map((row) => row.code),
    find(typed) {
      const text = typed.trim().toUpperCase().replace(/\s+/g, " ");
      const row =
        byCode.get(lettersOf(text)) ??
        framed.find(
          ({ before, after }) =>
            text.length > before.length + after.length && text.startsWith(before) && text.endsWith(after),
        )?.row;
      if (row === undefined) return undefined;
      return {
        code: row.code,
        kind: row.kind,
        title: row.title ?? null,
        meaning: row.meaning ?? null,
        note: row.note ?? null,
        source: row.source,
        confidence: row.confidence ?? "high",
      };
    },
  };
}

/** Spaced letters and words run together alike, so captions are compared by their letters alone. */
function lettersOf(text: string): string {
  return text.toUpperCase().replace(/[^A-Z]/g, "");
}

/** The captions of the vocabulary as shipped. */
export const defaultCaptions: () => CaptionLookup = lazy(() => createCaptionLookup(captionRows()));

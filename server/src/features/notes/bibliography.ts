/** The bibliography of a note: an item of CSL JSON for each cable that it cites, by the key that the note has for it. */

import { type CanonicalMrn, mrnOfFileName } from "../../cable/mrn.ts";
import type { CableDocument } from "../../corpus/workspace.ts";
import { findStation } from "../../vocabulary/stations.ts";
import { type CslItem, cslItem } from "../citing/csl-json.ts";
import { personalName } from "../citing/names.ts";
import { citationParts } from "../citing/parts.ts";
import { type NoteCitation, noteCitations } from "./note-citations.ts";
import { noteText } from "./note-text.ts";

export interface Bibliography {
  /** Each key once, in order of the numbers. */
  readonly items: readonly CslItem[];
  /** Cables that are not there: of them an item says no more than the number does. */
  readonly missing: readonly CanonicalMrn[];
}

/** `open` as of `QuotationSources`. */
export async function bibliographyOf(
  note: string,
  isMarkdown: boolean,
  open: (mrn: CanonicalMrn) => Promise<readonly CableDocument[]>,
): Promise<Bibliography> {
  const text = noteText(note, isMarkdown);
  const keys = new Map<string, CanonicalMrn>();
  for (const citation of noteCitations(text)) keys.set(keyOf(citation, text.text), citation.mrn);
  const items: CslItem[] = [];
  const missing = new Set<CanonicalMrn>();
  for (const [key, mrn] of [...keys].sort(([one], [other]) => (one < other ? -1 : 1))) {
    const [document] = await open(mrn);
    const parts = document === undefined ? null : citationParts(document.tree);
    if (parts === null || parts.words.sender === "") {
      missing.add(mrn);
      const item = itemOfNumber(key, mrn);
      if (item !== null) items.push(item);
    } else items.push(cslItem(parts, key));
  }
  return { items, missing: [...missing] };
}

/** A key as the note spells it, for Pandoc takes no other; of a number written out the canonical one. */
function keyOf({ isKey, mrn, mrnSpan }: NoteCitation, text: string): string {
  return isKey ? text.slice(mrnSpan.start, mrnSpan.end).replace(/^-?@\{?|\}$/g, "") : mrn;
}

/** What a number says by itself: whose it is, and of which year. */
function itemOfNumber(id: string, mrn: CanonicalMrn): CslItem | null {
  const parts = mrnOfFileName(mrn);
  if (parts === null) return null;
  const station = findStation(parts.station);
  const number = `${String(parts.year % 100).padStart(2, "0")} ${station?.name ?? parts.station} ${parts.serial}`;
  return {
    id,
    type: "report",
    genre: "Telegram",
    title: `Telegram ${parts.serial}`,
    author: [{ literal: personalName(station?.post ?? parts.station) }],
    issued: { "date-parts": [[parts.year]] },
    number,
  };
}

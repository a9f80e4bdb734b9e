/** Which cable a reference without a year means: the one place where the index may tell another year than the citing cable's. */

import { type CanonicalMrn, canonicalMrn, fullYear, type Mrn } from "../cable/mrn.ts";
import type { CableTree } from "../cable/tree.ts";
import { mrnKey, mrnOfKey } from "./columns/mrn-key.ts";
import type { IndexRecord } from "./index-record.ts";
import type { SerialSeries } from "./serial-series.ts";

/** A number as an entry and its cable tell it. */
export interface CitedNumber {
  readonly mrn: CanonicalMrn;
  readonly yearInferred: boolean;
}

/** The cable that cites: the year of its references without one, and when it was sent, in minutes since 1970. Null where not known. */
export interface CitingCable {
  readonly year: number | null;
  readonly sent: number | null;
}

/**
 * Why that cable is meant: `cited` as the entry tells; `there`: only that of the year before is in the workspace; `serials`: the station had
 * not yet given that serial in the citing cable's year.
 */
export type MeantBy = "cited" | "there" | "serials";

export interface MeantCable {
  readonly mrn: CanonicalMrn;
  readonly by: MeantBy;
}

/** What is asked of the cables that are known. */
export interface KnownCables {
  has(mrn: CanonicalMrn): boolean;
  /** The serials of a station in a year of two digits. */
  seriesOf(station: string, year: number): SerialSeries;
}

/**
 * The cable that a reference means. Where its year is printed nowhere it is that of the citing cable, unless the station's serials around that
 * day rule it out, or it is not there and that of the year before is.
 */
export function meantCable(cited: CitedNumber, citing: CitingCable, known: KnownCables): MeantCable {
  const asCited: MeantCable = { mrn: cited.mrn, by: "cited" };
  if (!cited.yearInferred || citing.year === null) return asCited;
  const key = mrnKey(cited.mrn);
  // Of its own station's series the year before is told already.
  if (key.year < 0 || key.year !== citing.year % 100) return asCited;
  const before = { ...key, year: (key.year + 99) % 100 };
  const mrn = mrnOfKey(before);
  const { sent } = citing;
  const state = sent === null ? "unknown" : known.seriesOf(key.station, key.year).stateOf(key.serial, sent);
  if (state === "given") return asCited;
  if (known.has(cited.mrn) && state !== "not yet") return asCited;
  if (known.has(mrn)) return { mrn, by: "there" };
  if (state !== "not yet") return asCited;
  const endOfYear = Date.UTC(citing.year, 0, 1) / 60_000 - 1;
  const isPossible = known.seriesOf(key.station, before.year).stateOf(key.serial, endOfYear) !== "not yet";
  return isPossible ? { mrn, by: "serials" } : asCited;
}

/** The cable that cites, as its tree tells it. */
export function citingCable({ partialMrn, header }: Pick<CableTree, "partialMrn" | "header">): CitingCable {
  const dtg = header.dtg?.value;
  const sent = dtg === undefined ? null : Date.UTC(dtg.year, dtg.month - 1, dtg.day, dtg.hour, dtg.minute) / 60_000;
  return { year: partialMrn.year, sent };
}

/** The cable that cites, as its summary tells it: the year of its date, else of its number. */
export function citingOf({ mrn, sent }: Pick<IndexRecord, "mrn" | "sent">): CitingCable {
  if (sent !== null) return { year: new Date(sent * 60_000).getUTCFullYear(), sent };
  const digits = mrn === null ? -1 : mrnKey(mrn).year;
  return { year: digits < 0 ? null : fullYear(digits), sent: null };
}

/** An entry or a mention that may cite a cable by its number. */
export interface MayCite {
  readonly mrn: Mrn | null;
  readonly yearInferred: boolean;
}

/** Answers which cable a reference means; see `CableIndex.meant`. */
export interface Meaning {
  meant(cited: CitedNumber, citing: CitingCable): MeantCable;
}

/** Where no other cable is known: each reference means what it and its cable tell. */
export const AS_CITED: Meaning = { meant: ({ mrn }) => ({ mrn, by: "cited" }) };

/** What an entry or a mention of a cable means; null where it cites no cable by its number. */
export function meantBy(
  cited: MayCite,
  tree: CableTree,
  index: Meaning,
): (MeantCable & { readonly parts: Mrn }) | null {
  if (cited.mrn === null) return null;
  const meant = index.meant({ mrn: canonicalMrn(cited.mrn), yearInferred: cited.yearInferred }, citingCable(tree));
  return { ...meant, parts: meant.by === "cited" ? cited.mrn : { ...cited.mrn, year: cited.mrn.year - 1 } };
}

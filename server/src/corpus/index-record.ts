/** What the index keeps of one cable: enough to find it by its MRN and to say what it cites. */

import { type CanonicalMrn, canonicalMrn } from "../cable/mrn.ts";
import type { ClassificationLevel } from "../cable/record.ts";
import type { CableTree, CalendarDay, DateTimeGroup, LineRange } from "../cable/tree.ts";
import type { Span } from "../text/span.ts";

/**
 * A stretch of a file that is not at hand. The index keeps these and no offsets, so that an answer about thousands of files need not read
 * them again for their line breaks.
 */
export type RecordedPlace = LineRange;

/** One REF entry that cites a cable, and where it stands in the citing file. */
export interface CitationSummary {
  /** As told from the entry and its cable alone. */
  readonly mrn: CanonicalMrn;
  /** Whether its year is printed nowhere: then other cables may show that another year is meant. */
  readonly yearInferred: boolean;
  readonly place: RecordedPlace;
}

/** What the index keeps of one file that holds a cable. */
export interface IndexRecord {
  /** Null for a cable without one, which can cite but not be cited. */
  readonly mrn: CanonicalMrn | null;
  /** Minutes since 1970 in UTC by the date-time group, or the beginning of the typist's day; null where it lacks both. */
  readonly sent: number | null;
  readonly classification: ClassificationLevel | null;
  readonly subject: string | null;
  /** Where the cable is pointed at: its subject, else its classification line, else its beginning. */
  readonly place: RecordedPlace;
  /** In order, once each. */
  readonly tags: readonly string[];
  /** From the first TAG to the last; the text's beginning where there is none. */
  readonly tagsPlace: RecordedPlace;
  /** In document order. */
  readonly citations: readonly CitationSummary[];
}

const BEGINNING: Span = { start: 0, end: 0 };

/** The summary of a parsed cable; null for a text that is not plainly one, which is no part of the corpus. */
export function toIndexRecord(tree: CableTree): IndexRecord | null {
  return tree.plainlyCable ? summaryOf(tree) : null;
}

/** The summary of any text that somebody says is a cable, a fragment, too. */
export function summaryOf(tree: CableTree): IndexRecord {
  const citations: CitationSummary[] = [];
  for (const entry of tree.references) {
    if (entry.mrn === null) continue;
    citations.push({
      mrn: canonicalMrn(entry.mrn),
      yearInferred: entry.yearInferred,
      place: tree.rangeOf(entry.span),
    });
  }
  const { dtg, date, subject, classification, classificationLine, tags } = tree.header;
  return {
    mrn: tree.mrn === null ? null : canonicalMrn(tree.mrn),
    sent: dtg !== null ? minutesSince1970(dtg.value) : date === null ? null : midnight(date.value),
    classification: classification?.value ?? null,
    subject: subject?.value ?? null,
    place: tree.rangeOf(subject?.span ?? classificationLine?.span ?? BEGINNING),
    tags: [...new Set(tags.map(({ value }) => value))],
    tagsPlace: tree.rangeOf({
      start: tags[0]?.span.start ?? 0,
      end: tags[tags.length - 1]?.span.end ?? 0,
    }),
    citations,
  };
}

/** Whether two summaries say the same: then an edit costs the index nothing. */
export function sameSummary(one: IndexRecord | null, other: IndexRecord | null): boolean {
  if (one === null || other === null) return one === other;
  return (
    one.mrn === other.mrn &&
    one.sent === other.sent &&
    one.classification === other.classification &&
    one.subject === other.subject &&
    samePlace(one.place, other.place) &&
    one.tags.length === other.tags.length &&
    one.tags.every((tag, index) => tag === other.tags[index]) &&
    samePlace(one.tagsPlace, other.tagsPlace) &&
    one.citations.length === other.citations.length &&
    one.citations.every((citation, index) => {
      const twin = other.citations[index];
      return (
        twin !== undefined &&
        citation.mrn === twin.mrn &&
        citation.yearInferred === twin.yearInferred &&
        samePlace(citation.place, twin.place)
      );
    })
  );
}

function samePlace(one: RecordedPlace, other: RecordedPlace): boolean {
  return (
    one.line === other.line &&
    one.character === other.character &&
    one.endLine === other.endLine &&
    one.endCharacter === other.endCharacter
  );
}

/** Of a day without an hour: its beginning. */
function midnight({ year, month, day }: CalendarDay): number {
  return Date.UTC(year, month - 1, day) / 60_000;
}

function minutesSince1970(dtg: DateTimeGroup): number {
  return Date.UTC(dtg.year, dtg.month - 1, dtg.day, dtg.hour, dtg.minute) / 60_000;
}

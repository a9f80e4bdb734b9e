/** What the editor shows beside an open cable: its details, what it cites, what cites it, and its paragraphs. */

import { type CanonicalMrn, canonicalMrn } from "../cable/mrn.ts";
import type { ClassificationLevel, PrecedenceName, ReferenceKind } from "../cable/record.ts";
import type { CableTree, OutlineNode, Paragraph, ReferenceEntry } from "../cable/tree.ts";
import { sentText } from "../cable/values/calendar-day.ts";
import type { CableHit, CableIndex } from "../corpus/cable-index.ts";
import type { FileUri } from "../corpus/file-uri.ts";
import type { IndexRecord, RecordedPlace } from "../corpus/index-record.ts";
import { meantBy } from "../corpus/meant-cable.ts";
import type { CableDocument } from "../corpus/workspace.ts";
import type { Span } from "../text/span.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";
import { printable } from "./hovers/support/printable.ts";
import { labelOfEntry } from "./labels.ts";
import { paragraphName } from "./outline.ts";

export interface CableCard {
  readonly mrn: CanonicalMrn | null;
  readonly subject: string | null;
  /** The date-time group in normal form, and as an ISO instant. */
  readonly dtg: string | null;
  readonly sent: string | null;
  readonly from: string | null;
  readonly precedence: PrecedenceName | null;
  readonly classification: ClassificationLevel | null;
  readonly captions: readonly string[];
  /** With their meanings at the cable's date; null where the vocabulary has none. */
  readonly tags: readonly { readonly code: string; readonly title: string | null }[];
  /** The entries of the REF line, in document order. */
  readonly cites: readonly CitedCard[];
  /** Newest first. */
  readonly citedBy: { readonly cables: readonly CitingCard[]; readonly total: number };
  /** In document order. */
  readonly paragraphs: readonly ParagraphCard[];
}

export interface CitedCard {
  readonly label: string | null;
  readonly kind: ReferenceKind;
  /** As printed. */
  readonly text: string;
  readonly mrn: CanonicalMrn | null;
  readonly span: Span;
  /** The files of the cited cable; none for one that is not in the workspace, or is no cable. */
  readonly hits: readonly CableHit[];
}

export interface CitingCard {
  readonly mrn: CanonicalMrn | null;
  readonly subject: string | null;
  readonly classification: ClassificationLevel | null;
  readonly file: FileUri;
  /** The entry that cites. */
  readonly place: RecordedPlace;
}

export interface ParagraphCard {
  /** The true number; null for a paragraph without one. */
  readonly number: number | null;
  /** As the outline names it. */
  readonly name: string;
  readonly span: Span;
}

/** More of them nobody looks through; the list of references has more. */
const MOST_CITING = 500;
/** A REF line with more entries is none. */
const MOST_CITED = 500;
const MOST_PARAGRAPHS = 5000;

export function cableCard({ tree }: CableDocument, index: CableIndex, vocabulary: Vocabulary): CableCard {
  const { header } = tree;
  const mrn = tree.mrn === null ? null : canonicalMrn(tree.mrn);
  const dtg = header.dtg?.value ?? null;
  return {
    mrn,
    subject: header.subject === null ? null : printable(header.subject.value),
    dtg: dtg?.text ?? null,
    sent: sentText(header),
    from: header.from === null ? null : printable(header.from.value),
    precedence: header.precedence?.value ?? null,
    classification: header.classification?.value ?? null,
    captions: [...new Set(header.captions.map(({ value }) => value))],
    tags: [...new Set(header.tags.map(({ value }) => value))].map((code) => ({
      code,
      title: vocabulary.tags.find(code, dtg)?.meaning.title ?? null,
    })),
    cites: tree.references.slice(0, MOST_CITED).map((entry) => cited(tree, entry, index)),
    citedBy: citedBy(mrn, index),
    paragraphs: paragraphsOf(tree.outline)
      .slice(0, MOST_PARAGRAPHS)
      .map((paragraph) => ({
        number: paragraph.number,
        name: printable(paragraphName(tree, paragraph)),
        span: paragraph.span,
      })),
  };
}

function cited(tree: CableTree, entry: ReferenceEntry, index: CableIndex): CitedCard {
  const mrn = meantBy(entry, tree, index)?.mrn ?? null;
  return {
    label: entry.label ?? (tree.references.length > 1 ? labelOfEntry(tree, entry) : null),
    kind: entry.kind,
    text: printable(entry.text),
    mrn,
    span: entry.span,
    hits: mrn === null ? [] : index.hitsOf(mrn),
  };
}

function citedBy(mrn: CanonicalMrn | null, index: CableIndex): CableCard["citedBy"] {
  if (mrn === null) return { cables: [], total: 0 };
  const cables = new Map<CanonicalMrn | FileUri, CitingCard>();
  for (const { file, place } of index.citationsOf(mrn, MOST_CITING).citations) {
    const summary: IndexRecord | null = index.summaryOf(file);
    // Several files of one cable are one.
    const cable = summary?.mrn ?? file;
    if (cables.has(cable)) continue;
    cables.set(cable, {
      mrn: summary?.mrn ?? null,
      subject: summary?.subject ?? null,
      classification: summary?.classification ?? null,
      file,
      place,
    });
  }
  return { cables: [...cables.values()], total: index.citingCables(mrn) };
}

function paragraphsOf(nodes: readonly OutlineNode[]): readonly Paragraph[] {
  return nodes.flatMap((node) => (node.kind === "paragraph" ? [node] : paragraphsOf(node.children)));
}

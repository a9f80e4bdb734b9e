/** Which citations of a note a quotation is to be held against: what stands behind it, in its footnote, or before it. */

import type { NoteCitation } from "../notes/note-citations.ts";
import type { NoteText } from "../notes/note-text.ts";
import type { Quotation } from "./quotations.ts";

/** The citations beside a quotation, those it most likely belongs to first; one group cites several cables for one thing. */
export interface NearCitations {
  readonly groups: readonly (readonly NoteCitation[])[];
}

/** Citations at one place of a note, though they may be written elsewhere: in a footnote. */
interface CitationGroup {
  readonly start: number;
  readonly end: number;
  readonly citations: readonly NoteCitation[];
}

const FOOTNOTE_MARK = /\[\^([^\]\s]{1,60})\](?!:)/g;

/** What may stand between citations of one group. */
const WITHIN_GROUP = /^(?:\][,;])?[\s,;&]*(?:(?:and|see also|see|cf\.?)\s)?$/;

/** What may stand between a quotation and the citation that is plainly its own. */
const PLAINLY_OWN = /^["“”»'’.,;:!?…]{0,4}\s{0,2}[([—–-]{0,2}\s?(?:\^\w{1,20})?$/;

/** A block quotation's citation in the paragraph behind it stands at its beginning. */
const SOURCE_LINE = /^[\s>*_]*(?:[—–([]|--|Source\b|@)/i;

/** Finds for each quotation what is near, in one pass over the note. */
export class NearbyCitations {
  readonly #note: NoteText;
  /** For each block, its groups in order. */
  readonly #groups: readonly (readonly CitationGroup[])[];

  constructor(note: NoteText, citations: readonly NoteCitation[]) {
    this.#note = note;
    const byBlock = note.blocks.map((): NoteCitation[] => []);
    let block = 0;
    for (const citation of citations) {
      while (block < note.blocks.length && (note.blocks[block]?.end ?? 0) <= citation.span.start) block++;
      byBlock[block]?.push(citation);
    }
    const footnotes = new Map<string, readonly NoteCitation[]>();
    for (const [index, { footnote }] of note.blocks.entries()) {
      if (footnote !== null) footnotes.set(footnote, byBlock[index] ?? []);
    }
    this.#groups = note.blocks.map(({ start, end }, index) => {
      const own = grouped(byBlock[index] ?? [], note.prose);
      const noted = [...note.prose.slice(start, end).matchAll(FOOTNOTE_MARK)].flatMap((match): CitationGroup[] => {
        const cited = footnotes.get(match[1] ?? "") ?? [];
        const at = start + match.index;
        return cited.length === 0 ? [] : [{ start: at, end: at + match[0].length, citations: cited }];
      });
      return [...own, ...noted].sort((one, other) => one.start - other.start);
    });
  }

  /** None where nothing is cited near. */
  of({ span, block, isBlock }: Quotation): NearCitations {
    const groups = this.#groups[block] ?? [];
    const behind = groups.find(({ start }) => start >= span.end);
    const before = groups.findLast(({ end }) => end <= span.start);
    const between = behind === undefined ? "" : this.#note.prose.slice(span.end, behind.start);
    if (behind !== undefined && PLAINLY_OWN.test(between)) return { groups: [behind.citations] };
    if (isBlock) return this.#ofBlock(block, behind ?? groups[groups.length - 1]);
    const isOtherSentence = /[.?!]["”’)]?\s+[A-Z“"]/.test(between);
    const inOrder = isOtherSentence ? [before, behind] : [behind, before];
    return { groups: inOrder.flatMap((group) => (group === undefined ? [] : [group.citations])) };
  }

  #ofBlock(block: number, own: CitationGroup | undefined): NearCitations {
    if (own !== undefined) return { groups: [own.citations] };
    const next = this.#groups[block + 1]?.[0];
    const { start = 0 } = this.#note.blocks[block + 1] ?? {};
    const isSource = next !== undefined && SOURCE_LINE.test(this.#note.prose.slice(start, next.start + 1));
    const previous = this.#groups[block - 1]?.at(-1);
    const inOrder = isSource ? [next, previous] : [previous];
    return { groups: inOrder.flatMap((group) => (group === undefined ? [] : [group.citations])) };
  }
}

function grouped(citations: readonly NoteCitation[], prose: string): readonly CitationGroup[] {
  const groups: { start: number; end: number; citations: NoteCitation[] }[] = [];
  for (const citation of citations) {
    const last = groups[groups.length - 1];
    if (last !== undefined && WITHIN_GROUP.test(prose.slice(last.end, citation.span.start))) {
      last.citations.push(citation);
      last.end = citation.span.end;
    } else groups.push({ start: citation.span.start, end: citation.span.end, citations: [citation] });
  }
  return groups;
}

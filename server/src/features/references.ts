/** Who refers to a thing: the mentions of a label in its cable, the cables that cite a cable. */

import { type CanonicalMrn, canonicalMrn } from "../cable/mrn.ts";
import type { CableTree } from "../cable/tree.ts";
import type { FileUri } from "../corpus/file-uri.ts";
import type { RecordedPlace } from "../corpus/index-record.ts";
import { meantBy } from "../corpus/meant-cable.ts";
import type { CableDocument, CableWorkspace } from "../corpus/workspace.ts";
import { touches } from "../text/span.ts";
import { entriesOfMention } from "./labels.ts";
import { type Occurrence, occurrencesOf } from "./occurrences.ts";
import { type CableSymbol, symbolAt } from "./symbol-at.ts";

/** The most that is answered about a cable: beyond it nobody reads on, and the answer would be slow. */
export const MOST_REFERENCES = 2000;

export interface Reference {
  readonly file: FileUri;
  readonly place: RecordedPlace;
}

/** What was found, and how much there is: `total` is larger where the answer was cut to `MOST_REFERENCES`. */
export interface References {
  readonly references: readonly Reference[];
  readonly total: number;
  /** Whether the answer hangs on the index, so that one that is still being built may not know all. */
  readonly fromIndex: boolean;
  /** The cable that was asked about, which notes may cite, too; null where it was something else. */
  readonly cable: CanonicalMrn | null;
}

/**
 * References of what stands at an offset. Of a label (at the entry's label or in a mention): its entry, where declarations are asked
 * for, and its mentions in the document. Of a cable (at its subject, its own MRN, a REF entry or an MRN in prose): the REF
 * entries of the workspace that cite it, newest first. Of a TAG: the cables that carry it. Of a paragraph: its mark and mentions. Null in plain prose.
 */
export function referencesAt(
  document: CableDocument,
  offset: number,
  workspace: CableWorkspace,
  { includeDeclaration }: { readonly includeDeclaration: boolean },
): References | null {
  const object = symbolAt(document.tree, offset);
  if (object === null) return carriersOfTagAt(document, offset, workspace);
  const cable = cableOf(document.tree, object, workspace);
  if (cable !== null) {
    const { citations, total } = workspace.index.citationsOf(cable, MOST_REFERENCES);
    return { references: citations, total, fromIndex: true, cable };
  }
  const found = occurrencesOf(document.tree, object).filter(({ declares }) => includeDeclaration || !declares);
  return {
    references: found.slice(0, MOST_REFERENCES).map((occurrence) => inDocument(document, occurrence)),
    total: found.length,
    fromIndex: false,
    cable: null,
  };
}

/**
 * All cables that carry the TAG at an offset, newest first; null where there is no TAG. In the document itself the TAG; in others all their
 * TAGS, of which the index knows no single place.
 */
function carriersOfTagAt({ file, tree }: CableDocument, offset: number, { index }: CableWorkspace): References | null {
  const tag = tree.header.tags.find(({ span }) => touches(span, offset));
  if (tag === undefined) return null;
  const { citations, total } = index.carrying(tag.value, MOST_REFERENCES);
  const references = citations.map((citation) =>
    citation.file === file ? { file, place: tree.rangeOf(tag.span) } : citation,
  );
  return { references, total, fromIndex: true, cable: null };
}

/** The cable that an object stands for as a whole; null where it is a label, a paragraph, or a cable without an MRN. */
function cableOf(tree: CableTree, object: CableSymbol, { index }: CableWorkspace): CanonicalMrn | null {
  switch (object.kind) {
    case "subject":
    case "own-mrn":
      return tree.mrn === null ? null : canonicalMrn(tree.mrn);
    case "entry":
      return meantBy(object.entry, tree, index)?.mrn ?? null;
    case "mention": {
      const { mention } = object;
      if (mention.kind !== "mrn" || mention.mrn === null) return null;
      // An MRN that the REF line has too is a mention of that entry; any other stands for the cable itself.
      return entriesOfMention(tree, mention).length > 0 ? null : (meantBy(mention, tree, index)?.mrn ?? null);
    }
    case "entry-label":
    case "mentioned-label":
    case "mentioned-paragraph":
    case "paragraph-mark":
      return null;
  }
}

function inDocument(document: CableDocument, occurrence: Occurrence): Reference {
  return { file: document.file, place: document.tree.rangeOf(occurrence.span) };
}

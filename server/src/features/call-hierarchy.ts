/** Who cites whom as a tree that editors show: outgoing is what a cable cites, incoming what cites it. */

import { type CanonicalMrn, canonicalMrn } from "../cable/mrn.ts";
import type { CableHit, CableIndex } from "../corpus/cable-index.ts";
import type { FileUri } from "../corpus/file-uri.ts";
import type { IndexRecord, RecordedPlace } from "../corpus/index-record.ts";
import { type MayCite, meantBy } from "../corpus/meant-cable.ts";
import type { CableDocument, CableWorkspace } from "../corpus/workspace.ts";
import type { Span } from "../text/span.ts";
import { entriesOfMention, entriesWithLabel } from "./labels.ts";
import { MOST_REFERENCES } from "./references.ts";
import { symbolAt } from "./symbol-at.ts";

/** One cable of the tree, in one of its files: go to definition offers them all. */
export interface CitationItem {
  readonly mrn: CanonicalMrn | null;
  /** The cable's number, or what names it without one. */
  readonly name: string;
  /** Its subject; of a cable that is not in the workspace, that. */
  readonly detail: string;
  readonly file: FileUri;
  readonly place: RecordedPlace;
}

/** A cable that cites or is cited, and the REF entries that say so, in the citing item's file. */
export interface CitationStep {
  readonly item: CitationItem;
  readonly entries: readonly RecordedPlace[];
}

export const NOT_HERE = "not in the workspace";

/** The cables that what stands at an offset means: the cable itself, or those that an entry or a mention cites. Empty in prose. */
export function preparedAt(
  document: CableDocument,
  offset: number,
  workspace: CableWorkspace,
): readonly CitationItem[] {
  const { tree } = document;
  const object = symbolAt(tree, offset);
  if (object === null) return [];
  switch (object.kind) {
    case "subject":
    case "own-mrn":
      return [itemOfDocument(document)];
    case "entry":
    case "entry-label":
      return citedItems(document, [object.entry], workspace);
    case "mentioned-label":
      return citedItems(
        document,
        object.labels.flatMap((label) => entriesWithLabel(tree, label)),
        workspace,
      );
    case "mention": {
      const entries = entriesOfMention(tree, object.mention);
      if (entries.length > 0 || object.mention.mrn === null) return citedItems(document, entries, workspace);
      return citedItems(document, [object.mention], workspace);
    }
    case "mentioned-paragraph":
    case "paragraph-mark":
      return [];
  }
}

/**
 * What a cable cites, each cable once, by the order of its REF line; of a cable in several files what any of them cites. A cable that
 * is not in the workspace points at its REF entry and says so.
 */
export function citedBy(item: CitationItem, workspace: CableWorkspace): readonly CitationStep[] {
  const { index } = workspace;
  const cited = new Map<CanonicalMrn, { readonly first: Entry; readonly own: RecordedPlace[] }>();
  for (const file of filesOf(item, index)) {
    const summary = index.summaryOf(file);
    if (summary === null || summary.mrn !== item.mrn) continue;
    for (const { mrn, place } of index.citedIn(file)) {
      const known = cited.get(mrn) ?? { first: { file, place }, own: [] };
      if (file === item.file) known.own.push(place);
      cited.set(mrn, known);
    }
  }
  return [...cited].map(([mrn, { first, own }]) => ({
    item: itemOf(mrn, first, workspace),
    // What only another file of the cable cites is shown from where the cable itself is.
    entries: own.length > 0 ? own : [index.summaryOf(item.file)?.place ?? item.place],
  }));
}

/** What cites a cable, newest first, each cable once: of one in several files the first that does. */
export function citing(item: CitationItem, { index }: CableWorkspace): readonly CitationStep[] {
  if (item.mrn === null) return [];
  const steps = new Map<CanonicalMrn | FileUri, { readonly item: CitationItem; readonly entries: RecordedPlace[] }>();
  for (const { file, place } of index.citationsOf(item.mrn, MOST_REFERENCES).citations) {
    const summary = index.summaryOf(file);
    if (summary === null) continue;
    const cable = summary.mrn ?? file;
    const known = steps.get(cable);
    if (known === undefined) steps.set(cable, { item: itemOfSummary(file, summary), entries: [place] });
    else if (known.item.file === file) known.entries.push(place);
  }
  return [...steps.values()];
}

/** A REF entry of a file. */
interface Entry {
  readonly file: FileUri;
  readonly place: RecordedPlace;
}

/** All files of the cable that an item stands for, its own first. */
function filesOf({ file, mrn }: CitationItem, index: CableIndex): readonly FileUri[] {
  return mrn === null ? [file] : [file, ...index.filesOf(mrn).filter((other) => other !== file)];
}

function citedItems(
  document: CableDocument,
  entries: readonly (MayCite & { readonly span: Span })[],
  workspace: CableWorkspace,
): readonly CitationItem[] {
  return entries.flatMap((cited) => {
    const meant = meantBy(cited, document.tree, workspace.index);
    if (meant === null) return [];
    const entry = { file: document.file, place: document.tree.rangeOf(cited.span) };
    return [itemOf(meant.mrn, entry, workspace)];
  });
}

/** A cable as one item, in the first of its files; where there is none, the entry that cites it. */
function itemOf(mrn: CanonicalMrn, entry: Entry, { index }: CableWorkspace): CitationItem {
  const [hit] = index.hitsOf(mrn);
  return hit === undefined ? { mrn, name: mrn, detail: NOT_HERE, ...entry } : itemOfHit(hit);
}

function itemOfHit({ mrn, subject, file, place }: CableHit): CitationItem {
  return { mrn, name: mrn ?? subject ?? WITHOUT_NUMBER, detail: subject ?? "", file, place };
}

function itemOfSummary(file: FileUri, { mrn, subject, place }: IndexRecord): CitationItem {
  return { mrn, name: mrn ?? subject ?? WITHOUT_NUMBER, detail: subject ?? "", file, place };
}

function itemOfDocument({ file, tree }: CableDocument): CitationItem {
  const { subject, classificationLine } = tree.header;
  const mrn = tree.mrn === null ? null : canonicalMrn(tree.mrn);
  return {
    mrn,
    name: mrn ?? subject?.value ?? WITHOUT_NUMBER,
    detail: subject?.value ?? "",
    file,
    place: tree.rangeOf(subject?.span ?? classificationLine?.span ?? { start: 0, end: 0 }),
  };
}

const WITHOUT_NUMBER = "cable without a number";

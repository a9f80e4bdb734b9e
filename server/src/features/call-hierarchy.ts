/** Who cites whom as a tree that editors show: outgoing is what a cable cites, incoming what cites it. */

import { type CanonicalMrn, canonicalMrn, type Mrn } from "../cable/mrn.ts";
import type { CableTree } from "../cable/tree.ts";
import type { CableHit } from "../corpus/cable-index.ts";
import type { FileUri } from "../corpus/file-uri.ts";
import { type CableSummary, type RecordedPlace, recordedPlace } from "../corpus/summary.ts";
import type { CableDocument, CableWorkspace } from "../corpus/workspace.ts";
import { entriesOfMention, entriesWithLabel } from "./labels.ts";
import { objectAt } from "./object-at.ts";
import { MOST_REFERENCES } from "./references.ts";

/** One cable of the tree, in one file. */
export interface CitationItem {
  readonly mrn: CanonicalMrn | null;
  /** The cable's number, or what names it without one. */
  readonly name: string;
  /** Its subject; of a cable that is not in the workspace, that. */
  readonly detail: string;
  readonly file: FileUri;
  readonly place: RecordedPlace;
}

/** A cable that cites or is cited, and the REF entries that say so, in the file of the citing one. */
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
  const object = objectAt(tree, offset);
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
      return citedItems(document, [{ mrn: object.mention.mrn, span: object.mention.span }], workspace);
    }
    case "mentioned-paragraph":
    case "paragraph-mark":
      return [];
  }
}

/** What a cable cites, by the order of its REF line. A cable that is not in the workspace points at its REF entry and says so. */
export function citedBy(item: CitationItem, workspace: CableWorkspace): readonly CitationStep[] {
  const summary = workspace.index.summaryOf(item.file);
  if (summary === null || summary.mrn !== item.mrn) return [];
  const places = new Map<CanonicalMrn, RecordedPlace[]>();
  for (const { mrn, place } of summary.citations) places.set(mrn, [...(places.get(mrn) ?? []), place]);
  return [...places].flatMap(([mrn, entries]) =>
    itemsOf(mrn, { file: item.file, place: entries[0] ?? item.place }, workspace).map((cited) => ({
      item: cited,
      entries,
    })),
  );
}

/** What cites a cable, newest first. */
export function citing(item: CitationItem, workspace: CableWorkspace): readonly CitationStep[] {
  if (item.mrn === null) return [];
  const byFile = new Map<FileUri, RecordedPlace[]>();
  for (const { file, place } of workspace.index.citationsOf(item.mrn, MOST_REFERENCES).citations) {
    byFile.set(file, [...(byFile.get(file) ?? []), place]);
  }
  return [...byFile].flatMap(([file, entries]) => {
    const summary = workspace.index.summaryOf(file);
    return summary === null ? [] : [{ item: itemOfSummary(file, summary), entries }];
  });
}

function citedItems(
  document: CableDocument,
  entries: readonly { readonly mrn: Mrn | null; readonly span: CableTree["references"][number]["span"] }[],
  workspace: CableWorkspace,
): readonly CitationItem[] {
  return entries.flatMap(({ mrn, span }) => {
    if (mrn === null) return [];
    const entry = { file: document.file, place: recordedPlace(document.tree.lines, span) };
    return itemsOf(canonicalMrn(mrn), entry, workspace);
  });
}

/** All files of a cable; where there is none, the entry that cites it. */
function itemsOf(
  mrn: CanonicalMrn,
  entry: { readonly file: FileUri; readonly place: RecordedPlace },
  workspace: CableWorkspace,
): readonly CitationItem[] {
  const hits = workspace.index.hitsOf(mrn);
  return hits.length > 0 ? hits.map(itemOfHit) : [{ mrn, name: mrn, detail: NOT_HERE, ...entry }];
}

function itemOfHit({ mrn, subject, file, place }: CableHit): CitationItem {
  return { mrn, name: mrn ?? subject ?? WITHOUT_NUMBER, detail: subject ?? "", file, place };
}

function itemOfSummary(file: FileUri, { mrn, subject, place }: CableSummary): CitationItem {
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
    place: recordedPlace(tree.lines, subject?.span ?? classificationLine?.span ?? { start: 0, end: 0 }),
  };
}

const WITHOUT_NUMBER = "cable without a number";

/** Where a citation leads: the cited cable in the workspace, its REF entry, or the paragraphs it names. */

import type { CableTree, Mention, ReferenceEntry } from "../cable/tree.ts";
import { type MayCite, meantBy } from "../corpus/meant-cable.ts";
import type { CableDocument, CableWorkspace, IndexedCable } from "../corpus/workspace.ts";
import type { Span } from "../text/span.ts";
import { entriesOfMention, entriesWithLabel } from "./labels.ts";
import { type CableSymbol, paragraphMark, paragraphsNumbered, symbolAt } from "./symbol-at.ts";

/** A place to go to in a text that is at hand: `span` is the whole thing, `selectionSpan` what names it and where the cursor goes. */
export interface DocumentTarget {
  readonly document: CableDocument;
  readonly span: Span;
  readonly selectionSpan: Span;
}

/** A place to go to: in a text that is at hand, or a cable where the index has it. */
export type Target = DocumentTarget | IndexedCable;

/** Where to go from `origin`, which an editor underlines; never an empty list of targets. */
export interface Definition {
  readonly origin: Span;
  readonly targets: readonly Target[];
}

/**
 * The definition of what stands at an offset, by the contract. Of a label in a mention or of a REF entry it is that cable in the
 * workspace (all its files). Of a mention whose cable is not there it is the REF entry; of `para 3` those paragraphs, of `para 2 ref A`
 * paragraph 2 of cable A. Null where nothing leads anywhere.
 */
export async function definitionAt(
  document: CableDocument,
  offset: number,
  workspace: CableWorkspace,
): Promise<Definition | null> {
  const object = symbolAt(document.tree, offset);
  if (object === null) return null;
  const targets = await targetsOf(object, document, workspace);
  return targets.length === 0 ? null : { origin: object.span, targets };
}

/** What stands for a cable as a whole: its subject line, else its classification line, else its first line of text. */
export function cableTarget(document: CableDocument): DocumentTarget {
  const { header } = document.tree;
  if (header.subject !== null) {
    const subject = header.subject.span;
    const field = header.fields.find(({ span }) => span.start <= subject.start && span.end >= subject.end);
    return { document, span: field?.span ?? subject, selectionSpan: subject };
  }
  const span = header.classificationLine?.span ?? firstLineOfText(document.tree);
  return { document, span, selectionSpan: span };
}

/** A REF entry with its label. */
export function entryTarget(document: CableDocument, entry: ReferenceEntry): DocumentTarget {
  return { document, span: entrySpan(entry), selectionSpan: entry.span };
}

/** From the label of an entry, where it stands before the text, to the end of the text. */
export function entrySpan(entry: ReferenceEntry): Span {
  return {
    start: Math.min(entry.labelSpan?.start ?? entry.span.start, entry.span.start),
    end: Math.max(entry.labelSpan?.end ?? entry.span.end, entry.span.end),
  };
}

async function targetsOf(
  object: CableSymbol,
  document: CableDocument,
  workspace: CableWorkspace,
): Promise<readonly Target[]> {
  const { tree } = document;
  switch (object.kind) {
    case "entry":
    case "entry-label":
      return cableTargets(object.entry, [], document, workspace);
    case "mentioned-label": {
      const entries = object.labels.flatMap((label) => entriesWithLabel(tree, label));
      return citedTargets(entries, numbersOf(object.mention), document, workspace);
    }
    case "mentioned-paragraph":
      return paragraphTargets(object.mention, object.numbers, document, workspace);
    case "mention":
      return mentionTargets(object.mention, document, workspace);
    case "subject":
    case "own-mrn":
    case "paragraph-mark":
      return [];
  }
}

async function mentionTargets(
  mention: Mention,
  document: CableDocument,
  workspace: CableWorkspace,
): Promise<readonly Target[]> {
  if (mention.kind === "paragraph") return paragraphTargets(mention, numbersOf(mention), document, workspace);
  const entries = entriesOfMention(document.tree, mention);
  if (mention.kind !== "mrn" || mention.mrn === null) return citedTargets(entries, [], document, workspace);
  const cables = await cableTargets(mention, [], document, workspace);
  return cables.length > 0 ? cables : entries.map((entry) => entryTarget(document, entry));
}

/** Paragraphs of this cable, or of those that the mention names along with them. */
async function paragraphTargets(
  mention: Mention,
  numbers: readonly number[],
  document: CableDocument,
  workspace: CableWorkspace,
): Promise<readonly Target[]> {
  if (!mention.external) return numberedTargets(document, numbers);
  return citedTargets(entriesOfMention(document.tree, mention), numbers, document, workspace);
}

/** For each entry the cable that it cites (its paragraphs of these numbers), or the entry where that is not in the workspace. */
async function citedTargets(
  entries: readonly ReferenceEntry[],
  numbers: readonly number[],
  document: CableDocument,
  workspace: CableWorkspace,
): Promise<readonly Target[]> {
  const targets = await Promise.all(
    entries.map(async (entry) => {
      const cables = await cableTargets(entry, numbers, document, workspace);
      return cables.length > 0 ? cables : [entryTarget(document, entry)];
    }),
  );
  return targets.flat();
}

/** All files of a cable: their paragraphs of these numbers, or the cable as a whole where none is asked for or there. */
async function cableTargets(
  cited: MayCite,
  numbers: readonly number[],
  { tree }: CableDocument,
  workspace: CableWorkspace,
): Promise<readonly Target[]> {
  const canonical = meantBy(cited, tree, workspace.index)?.mrn;
  if (canonical === undefined) return [];
  if (numbers.length > 0) {
    const documents = await workspace.open(canonical);
    const paragraphs = documents.flatMap((document) => numberedTargets(document, numbers));
    return paragraphs.length > 0 ? paragraphs : documents.map(cableTarget);
  }
  return (await workspace.locate(canonical)).map((cable) => ("place" in cable ? cable : cableTarget(cable)));
}

function numberedTargets(document: CableDocument, numbers: readonly number[]): readonly Target[] {
  return numbers.flatMap((number) =>
    paragraphsNumbered(document.tree, number).map((paragraph) => ({
      document,
      span: paragraph.span,
      selectionSpan: paragraphMark(document.tree, paragraph),
    })),
  );
}

function numbersOf(mention: Mention): readonly number[] {
  return mention.numbers.map(({ value }) => value);
}

function firstLineOfText(tree: CableTree): Span {
  const line = Math.max(
    tree.lineKinds.findIndex((kind) => kind !== "blank"),
    0,
  );
  return { start: tree.lines.start(line), end: tree.lines.end(line) };
}

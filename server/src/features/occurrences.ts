/** Where one cable says the same thing: the entry and mentions of a label, the mark and mentions of a paragraph, its own MRN. */

import { canonicalMrn } from "../cable/mrn.ts";
import type { CableTree, Mention, ReferenceEntry } from "../cable/tree.ts";
import type { Span } from "../text/span.ts";
import { entriesOfMention, entriesWithLabel, labelOfEntry } from "./labels.ts";
import { type CableSymbol, ownMrnSpans, paragraphsNumbered } from "./symbol-at.ts";

/** One place that says it; the declaring one is the REF entry, the paragraph's mark, or the MRN in the classification line. */
export interface Occurrence {
  readonly span: Span;
  readonly declares: boolean;
}

/** All places in the document that say what `object` says, its own included, in document order. */
export function occurrencesOf(tree: CableTree, object: CableSymbol): readonly Occurrence[] {
  switch (object.kind) {
    case "entry":
    case "entry-label":
      return occurrencesOfEntries(tree, [object.entry]);
    case "mentioned-label": {
      const entries = object.labels.flatMap((label) => entriesWithLabel(tree, label));
      return entries.length > 0
        ? occurrencesOfEntries(tree, entries)
        : inOrder(occurrencesOfLabels(tree, new Set(object.labels)));
    }
    case "mentioned-paragraph":
      return object.mention.external ? [] : occurrencesOfParagraphs(tree, object.numbers);
    case "mention": {
      const { mention } = object;
      if (mention.kind === "paragraph" && !mention.external) {
        return occurrencesOfParagraphs(
          tree,
          mention.numbers.map(({ value }) => value),
        );
      }
      if (mention.kind === "mrn") return occurrencesOfMrn(tree, mention);
      return occurrencesOfEntries(tree, entriesOfMention(tree, mention));
    }
    case "paragraph-mark":
      return object.paragraph.number === null ? [] : occurrencesOfParagraphs(tree, [object.paragraph.number]);
    case "own-mrn": {
      const declaring = tree.header.classificationLine?.serial?.span.start;
      return ownMrnSpans(tree).map((span) => ({
        span,
        declares: declaring !== undefined && span.start <= declaring && declaring < span.end,
      }));
    }
    case "subject":
      return [];
  }
}

function occurrencesOfEntries(tree: CableTree, entries: readonly ReferenceEntry[]): readonly Occurrence[] {
  const meant = new Set(entries);
  const declaring = entries.map((entry) => ({ span: entry.labelSpan ?? entry.span, declares: true }));
  const labels = new Set(entries.map((entry) => labelOfEntry(tree, entry)));
  const unlabelled = tree.mentions
    .filter(({ kind, labels: named }) => named.length === 0 && (kind === "reftel" || kind === "mrn"))
    .filter((mention) => entriesOfMention(tree, mention).some((entry) => meant.has(entry)))
    .map(({ span }) => ({ span, declares: false }));
  return inOrder([...declaring, ...occurrencesOfLabels(tree, labels), ...unlabelled]);
}

function occurrencesOfLabels(tree: CableTree, labels: ReadonlySet<string>): readonly Occurrence[] {
  return tree.mentions.flatMap((mention) =>
    mention.labels.filter(({ value }) => labels.has(value)).map(({ span }) => ({ span, declares: false })),
  );
}

function occurrencesOfMrn(tree: CableTree, mention: Mention): readonly Occurrence[] {
  const entries = entriesOfMention(tree, mention);
  if (entries.length > 0) return occurrencesOfEntries(tree, entries);
  if (mention.mrn === null) return [];
  const wanted = canonicalMrn(mention.mrn);
  return tree.mentions
    .filter(({ kind, mrn }) => kind === "mrn" && mrn !== null && canonicalMrn(mrn) === wanted)
    .map(({ span }) => ({ span, declares: false }));
}

function occurrencesOfParagraphs(tree: CableTree, numbers: readonly number[]): readonly Occurrence[] {
  const wanted = new Set(numbers);
  const marks = [...wanted]
    .flatMap((number) => paragraphsNumbered(tree, number))
    .flatMap(({ markSpan }) => (markSpan === null ? [] : [{ span: markSpan, declares: true }]));
  const mentioned = tree.mentions
    .filter(({ kind, external }) => kind === "paragraph" && !external)
    .flatMap((mention) => mention.numbers.filter(({ value }) => wanted.has(value)))
    .map(({ span }) => ({ span, declares: false }));
  return inOrder([...marks, ...mentioned]);
}

/** Sorted, and each place once: the labels of a range all stand at the same one. */
function inOrder(occurrences: readonly Occurrence[]): readonly Occurrence[] {
  const sorted = [...occurrences].sort(
    ({ span: one }, { span: other }) => one.start - other.start || one.end - other.end,
  );
  return sorted.filter(({ span }, index) => {
    const before = sorted[index - 1]?.span;
    return before === undefined || before.start !== span.start || before.end !== span.end;
  });
}

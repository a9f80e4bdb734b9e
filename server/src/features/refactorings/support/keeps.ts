/** Tells whether a cable that was written anew still says what it said: the promise that every refactoring is held to. */

import { canonicalMrn } from "../../../cable/mrn.ts";
import type { CableTree, Mention, ReferenceEntry } from "../../../cable/tree.ts";
import { bodyWords } from "../../fixes/keeps.ts";
import { entriesOfMention } from "../../labels.ts";
import { paragraphsOf } from "../../symbol-at.ts";

/**
 * Whether `after` has every word, TAG and reference of `before`, as many numbered paragraphs and `addedParagraphs` more, and mentions that
 * lead to the same entries as before. Marks, and what mentions print, are what refactorings are there to change.
 */
export function stillSays(before: CableTree, after: CableTree, addedParagraphs: number): boolean {
  return (
    isSame(tagsOf(before), tagsOf(after)) &&
    isSame(entriesOf(before), entriesOf(after)) &&
    isSame(wordsOf(before), wordsOf(after)) &&
    isSame(mentionsOf(before), mentionsOf(after)) &&
    before.header.subject?.value === after.header.subject?.value &&
    numberedIn(before) + addedParagraphs === numberedIn(after)
  );
}

function tagsOf({ header }: CableTree): readonly string[] {
  return header.tags.map(({ value }) => value);
}

function entriesOf({ references }: CableTree): readonly string[] {
  return references.map(nameOf).sort();
}

/** Without the year: where none is printed it is that of the cable's own date, which may be what changes. */
function nameOf({ kind, mrn, text }: ReferenceEntry): string {
  return `${kind} ${mrn?.station} ${mrn?.serial} ${text.replace(/\s+/g, " ")}`;
}

/**
 * All words outside mentions, but for those that close a summary; as one text, for a word that was broken at its hyphen may be whole
 * now.
 */
function wordsOf(tree: CableTree): string {
  const pieces: string[] = [];
  let at = 0;
  for (const { span } of tree.mentions) {
    if (span.start < at) continue;
    pieces.push(tree.lines.text.slice(at, span.start), " ".repeat(span.end - span.start));
    at = span.end;
  }
  pieces.push(tree.lines.text.slice(at));
  return bodyWords(tree, pieces.join(""))
    .filter((word) => !/^(?:END|SUMMARY)$/i.test(word))
    .join("");
}

/** What each mention leads to; one of paragraphs only says that it is one. */
function mentionsOf(tree: CableTree): readonly unknown[] {
  // Many mentions lead to the same entries, which are written out once: each mention has the number of its list.
  const lists = new Map<string, number>();
  const numbers = new Map<string, number>();
  const numberOf = (mention: Mention): number => {
    const { mrn } = mention;
    const asked = `${mention.kind} ${mention.labels.map(({ value }) => value).join(" ")} ${mrn === null ? "" : canonicalMrn(mrn)}`;
    const known = numbers.get(asked);
    if (known !== undefined) return known;
    const list = JSON.stringify(entriesOfMention(tree, mention).map(nameOf).sort());
    const number = lists.get(list) ?? lists.size;
    lists.set(list, number);
    numbers.set(asked, number);
    return number;
  };
  const mentions = tree.mentions.map((mention) => [mention.kind, mention.external, numberOf(mention)]);
  return [...mentions, [...lists.keys()]];
}

function numberedIn({ outline }: CableTree): number {
  return paragraphsOf(outline).filter(({ number }) => number !== null).length;
}

function isSame(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

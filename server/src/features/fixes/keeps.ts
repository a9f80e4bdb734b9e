/** Tells whether a cable still says all that it said: the promise that every fix made unasked is held to. */

import { canonicalMrn } from "../../cable/mrn.ts";
import type { CableTree, LineKind } from "../../cable/tree.ts";
import { paragraphsOf } from "../symbol-at.ts";

const NO_TEXT: ReadonlySet<LineKind> = new Set(["blank", "continuation", "page", "marking", "banner", "rule"]);
const WORD = /[\p{L}\p{N}]+/gu;
const LINK_TARGET = /\]\([^)\s]{0,300}\)/g;
const BREAK = /<br ?\/?>/gi;

/** What a cable says, for comparison with another reading of it. */
export interface Said {
  readonly tags: ReadonlySet<string>;
  /** The header, the references, the outline and the words of the paragraphs, written out. */
  readonly rest: string;
}

export function saidIn(tree: CableTree): Said {
  return {
    tags: new Set(tree.header.tags.map(({ value }) => value)),
    rest: JSON.stringify([headerOf(tree), referencesOf(tree), outlineOf(tree), bodyWords(tree)]),
  };
}

/** Whether a cable has every TAG, reference, paragraph, heading and word of what was said before, in order, and says the same in its header. */
export function keeps(before: Said, after: Said): boolean {
  return before.rest === after.rest && [...before.tags].every((tag) => after.tags.has(tag));
}

/**
 * The words of the paragraphs, in order, without marks and page furniture. `shown` is a text of the same length in place of the cable's own,
 * for those who blank out what is not to count.
 */
export function bodyWords(tree: CableTree, shown: string = tree.lines.text): readonly string[] {
  const { lines, lineKinds } = tree;
  return paragraphsOf(tree.outline).flatMap(({ textStart, span }) => {
    let text = "";
    const last = lines.lineAt(span.end);
    for (let line = lines.lineAt(textStart); line <= last; line++) {
      if (NO_TEXT.has(lineKinds[line] ?? "blank")) continue;
      text += ` ${shown.slice(Math.max(lines.start(line), textStart), Math.min(lines.end(line), span.end))}`;
    }
    return wordsOf(text);
  });
}

function headerOf({ header, mrn, summary, signature }: CableTree): readonly unknown[] {
  return [
    mrn === null ? null : canonicalMrn(mrn),
    header.dtg?.value.text,
    header.from?.value,
    [...header.to, ...header.info].map(({ routing, name }) => `${routing?.value}/${name.value}`),
    header.classification?.value,
    header.captions.map(({ value }) => value),
    header.passing.map(({ value }) => wordsOf(value)),
    header.executiveOrder?.declassifyOn?.value,
    header.classifiedBy?.name?.value,
    header.persons.map(({ value }) => value),
    wordsOf(header.subject?.value ?? ""),
    wordsOf(summary?.value ?? ""),
    signature?.value,
  ];
}

function referencesOf({ references }: CableTree): readonly unknown[] {
  return references.map(({ label, kind, mrn, text }) => [
    label,
    kind,
    mrn === null ? null : canonicalMrn(mrn),
    wordsOf(text),
  ]);
}

function outlineOf({ outline }: CableTree): readonly unknown[] {
  return outline.map((node) =>
    node.kind === "section"
      ? [wordsOf(node.title), node.children.map((child) => (child.kind === "paragraph" ? child.number : child.title))]
      : node.number,
  );
}

function wordsOf(text: string): readonly string[] {
  return text.replace(LINK_TARGET, "]").replace(BREAK, " ").match(WORD) ?? [];
}

/** The outline of a cable: header, references, sections and paragraphs, signature, as an editor shows them. */

import type { CableHeader, CableTree, HeaderField, LineKind, OutlineNode, Paragraph } from "../cable/tree.ts";
import type { Span } from "../text/span.ts";
import { entrySpan } from "./definition.ts";
import { headerSpan } from "./header-span.ts";
import { paragraphMark } from "./symbol-at.ts";

export type OutlineKind = "header" | "field" | "references" | "reference" | "section" | "paragraph" | "signature";

/** One line of the outline with what is below it. */
export interface OutlineItem {
  readonly kind: OutlineKind;
  /** What is read: one line, never empty. */
  readonly name: string;
  /** The whole thing: holds all children, touches no sibling. */
  readonly span: Span;
  /** What names it, within `span`: its mark or heading. */
  readonly selectionSpan: Span;
  /** In document order. */
  readonly children: readonly OutlineItem[];
}

/** The most of a paragraph's text that its name shows, in characters. */
const LONGEST_PARAGRAPH_NAME = 40;

/** The most of a header field's value or of a REF entry that its name shows. */
const LONGEST_VALUE = 60;

/** Lines that hold a paragraph's text; all others inside its span are page furniture. */
const TEXT_LINES: ReadonlySet<LineKind> = new Set<LineKind>(["paragraph", "text", "notice"]);

/** The outline in document order. Empty for a text in which nothing of a cable was found. */
export function outlineOf(tree: CableTree): readonly OutlineItem[] {
  return arranged(
    [
      ...headerItems(tree),
      ...referenceItems(tree),
      ...tree.outline.map((node) => nodeItem(tree, node)),
      ...signatureItems(tree),
    ],
    { start: 0, end: tree.lines.text.length },
  );
}

/**
 * Text cut at a word to at most `limit` characters, then `…`; as it is where it is no longer than that. What would stand oddly
 * before the `…` (a comma, a dash) goes too.
 */
export function cutAtWord(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const space = text.lastIndexOf(" ", limit);
  let end = space > 0 ? space : limit;
  if (space <= 0 && (text.codePointAt(end - 1) ?? 0) > 0xffff) end--;
  while (end > 1 && ",;:.-–— ".includes(text.charAt(end - 1))) end--;
  return `${text.slice(0, end)}…`;
}

/** The header as one item. Fields behind the REF line (`Classified By`) stand beside it, so that siblings don't overlap. */
function headerItems(tree: CableTree): readonly OutlineItem[] {
  const fields = tree.header.fields
    .filter(({ name }) => Object.hasOwn(LISTED_FIELDS, name))
    .map((field) => fieldItem(tree.header, field));
  const span = headerSpan(tree);
  if (span === null) return fields;
  const firstLineEnd = tree.lines.end(tree.lines.lineAt(span.start));
  const item: OutlineItem = {
    kind: "header",
    name: "Header",
    span,
    selectionSpan: { start: span.start, end: Math.min(firstLineEnd, span.end) },
    children: fields.filter((field) => field.span.start < span.end),
  };
  return [item, ...fields.filter((field) => field.span.start >= span.end)];
}

/**
 * The fields that the outline lists, by their names in the tree, with how each reads; null: as printed. Lines of the
 * transmission (routing, station line) and passing instructions are left out: nobody looks for them by name.
 */
const LISTED_FIELDS: Readonly<Record<string, (header: CableHeader) => string | null>> = {
  From: ({ from }) => from?.value ?? null,
  To: ({ to }) => addressees(to),
  Info: ({ info }) => addressees(info),
  DTG: ({ dtg }) => dtg?.value.text ?? null,
  Classification: ({ classification }) => classification?.value ?? null,
  Captions: ({ captions }) => list(captions),
  TAGS: ({ tags }) => list(tags),
  Subject: ({ subject }) => subject?.value ?? null,
  "E.O.": ({ executiveOrder }) => {
    if (executiveOrder?.number == null) return null;
    const { number, value } = executiveOrder;
    return value === null || value.value === "" ? number.value : `${number.value}: ${value.value}`;
  },
  MRN: () => null,
  Number: () => null,
  "Classified By": ({ classifiedBy }) => classifiedBy?.name?.value ?? null,
};

function fieldItem(header: CableHeader, field: HeaderField): OutlineItem {
  const value = LISTED_FIELDS[field.name]?.(header) ?? field.value.value;
  return {
    kind: "field",
    name: named(field.name, cutAtWord(oneLine(value), LONGEST_VALUE)),
    span: field.span,
    selectionSpan: field.nameSpan,
    children: [],
  };
}

function addressees(all: CableHeader["to"]): string | null {
  const only = all[0];
  if (only === undefined) return null;
  return all.length === 1 ? only.name.value : `${all.length} addressees`;
}

function list(values: readonly { readonly value: string }[]): string | null {
  return values.length === 0 ? null : [...new Set(values.map(({ value }) => value))].join(", ");
}

function referenceItems(tree: CableTree): readonly OutlineItem[] {
  // `Reference: n/a` is a line, but there is nothing to list.
  if (tree.referencesSpan === null || tree.references.length === 0) return [];
  const children = tree.references.map((entry): OutlineItem => {
    const label = entry.label === null ? "" : `${entry.label}.`;
    return {
      kind: "reference",
      name: named(label, cutAtWord(oneLine(entry.text), LONGEST_VALUE)),
      span: entrySpan(entry),
      selectionSpan: entry.span,
      children: [],
    };
  });
  const span = tree.referencesSpan;
  const firstLineEnd = tree.lines.end(tree.lines.lineAt(span.start));
  const selectionSpan = { start: span.start, end: Math.min(firstLineEnd, span.end) };
  return [{ kind: "references", name: "References", span, selectionSpan, children }];
}

function nodeItem(tree: CableTree, node: OutlineNode): OutlineItem {
  if (node.kind === "section") {
    return {
      kind: "section",
      name: oneLine(node.title) || "—",
      span: node.span,
      selectionSpan: node.titleSpan,
      children: node.children.map((child) => nodeItem(tree, child)),
    };
  }
  return {
    kind: "paragraph",
    name: paragraphName(tree, node),
    span: node.span,
    selectionSpan: paragraphMark(tree, node),
    children: [],
  };
}

/** `¶3 (SBU) Zhejiang government officials, however…`, or `¶ (U) This message is…` without a number. */
export function paragraphName(tree: CableTree, paragraph: Paragraph): string {
  const portion = paragraph.portion === null ? "" : `(${paragraph.portion.value})`;
  const text = beginningOfText(tree, paragraph, LONGEST_PARAGRAPH_NAME + 1);
  return named(`¶${paragraph.number ?? ""}`, portion, cutAtWord(text, LONGEST_PARAGRAPH_NAME));
}

/** The first lines of a paragraph's text on one line, without page furniture, until more than `enough` characters are together. */
export function beginningOfText(tree: CableTree, { textStart, span }: Paragraph, enough: number): string {
  let text = "";
  const lastLine = tree.lines.lineAt(span.end);
  for (let line = tree.lines.lineAt(textStart); line <= lastLine && text.length <= enough; line++) {
    const start = Math.max(tree.lines.start(line), textStart);
    // A line of megabytes is not looked at whole: blanks apart, its beginning is enough.
    const end = Math.min(tree.lines.end(line), span.end, start + enough * 16);
    const isText = start === textStart || TEXT_LINES.has(tree.lineKinds[line] ?? "text");
    if (isText) text = oneLine(`${text} ${tree.lines.text.slice(start, end)}`);
  }
  return text;
}

function signatureItems({ signature }: CableTree): readonly OutlineItem[] {
  if (signature === null) return [];
  const { value, span } = signature;
  return [{ kind: "signature", name: named("Signature", oneLine(value)), span, selectionSpan: span, children: [] }];
}

/**
 * Items in document order, each within its parent and behind its sibling. Readers of damaged texts may see two fields in one
 * place; an editor that is told of ranges which cross shows no outline at all.
 */
function arranged(items: readonly OutlineItem[], parent: Span): readonly OutlineItem[] {
  const ordered = [...items].sort((one, other) => one.span.start - other.span.start || one.span.end - other.span.end);
  let free = parent.start;
  return ordered.map((item) => {
    const span = within(item.span, { start: free, end: parent.end });
    free = span.end;
    return { ...item, span, selectionSpan: within(item.selectionSpan, span), children: arranged(item.children, span) };
  });
}

function within(span: Span, bounds: Span): Span {
  const start = Math.min(Math.max(span.start, bounds.start), bounds.end);
  return { start, end: Math.min(Math.max(span.end, start), bounds.end) };
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function named(...parts: readonly string[]): string {
  return parts.filter((part) => part !== "").join(" ");
}

/** A copy of a cable as it is compared: subject, headings and paragraphs, each on one line, free of page furniture; and the whole as one text. */

import { joinLines, widthOf } from "../../cable/clean-text/blocks.ts";
import { BodyText } from "../../cable/clean-text/body-text.ts";
import { canonicalMrn } from "../../cable/mrn.ts";
import type { CableTree, OutlineNode } from "../../cable/tree.ts";
import { withoutEntities } from "../../text/entities.ts";
import type { Span } from "../../text/span.ts";
import { isOnlyCodes, type Redaction, redactionsIn } from "./redactions.ts";

/** What is compared as one. */
export interface CopyUnit {
  readonly kind: "subject" | "heading" | "paragraph";
  readonly number: number | null;
  /** As printed, without its parentheses; null where it has none. */
  readonly portion: string | null;
  readonly text: string;
  readonly redactions: readonly Redaction[];
  /** In the document. */
  readonly span: Span;
}

/** The units of a cable in reading order. */
export function copyUnits(tree: CableTree): readonly CopyUnit[] {
  const body = new BodyText(tree);
  const width = widthOf(body.lines({ start: 0, end: tree.lines.text.length }));
  const unit = (kind: CopyUnit["kind"], span: Span, number: number | null, portion: string | null): CopyUnit => {
    const lines = body.lines(span).filter(({ isRule }) => !isRule);
    const { text, pieces } = joinLines(lines, 0, width);
    const own = pieces.map(({ start, length }) => ({ start, end: start + length }));
    const stamped = stampedCodes(tree, span).map((line): Redaction => {
      const next = pieces.find(({ at }) => body.source.documentOffset(at) > line);
      const at = Math.max(0, (next?.start ?? text.length + 1) - 1);
      return { kind: "exemption-code", start: at, end: at };
    });
    const redactions = [...redactionsIn(text, own), ...stamped].sort((one, other) => one.start - other.start);
    return { kind, number, portion, text: text.replaceAll("\n", " "), redactions, span };
  };
  const units: CopyUnit[] = [];
  if (tree.header.subject !== null) {
    units.push(unit("subject", tree.header.subject.span, null, tree.header.subjectPortion?.value ?? null));
  }
  const add = (nodes: readonly OutlineNode[]): void => {
    for (const node of nodes) {
      if (node.kind === "section") {
        units.push(unit("heading", node.titleSpan, null, null));
        add(node.children);
      } else {
        const span = { start: node.textStart, end: node.span.end };
        units.push(unit("paragraph", span, node.number, node.portion?.value ?? null));
      }
    }
  };
  add(tree.outline);
  return units.filter(({ text }) => text !== "");
}

/** Where lines in a stretch begin that were taken for a release's marks, and hold nothing but codes of exemption: they stand for words. */
function stampedCodes({ lines, lineKinds }: CableTree, { start, end }: Span): readonly number[] {
  const found: number[] = [];
  for (let line = lines.lineAt(start) + 1; line < lines.count && lines.start(line) < end; line++) {
    const kind = lineKinds[line];
    if (kind !== "marking" && kind !== "banner") continue;
    if (isOnlyCodes(lines.text.slice(lines.start(line), lines.end(line)))) found.push(lines.start(line));
  }
  return found;
}

/** The copy as one text to be read beside another: what the header says, and each unit on a line. Ends with a line break. */
export function copyText(tree: CableTree): string {
  const { header, mrn, references, signature } = tree;
  const head = [
    mrn === null ? null : canonicalMrn(mrn),
    [header.classification, ...header.captions].flatMap((one) => one?.value ?? []).join(" ") || null,
    header.dtg?.value.text ?? null,
    header.from === null ? null : `FROM: ${header.from.value}`,
    ...header.to.map(({ name }) => `TO: ${name.value}`),
    ...header.info.map(({ name }) => `INFO: ${name.value}`),
    header.executiveOrder === null
      ? null
      : `E.O. ${[header.executiveOrder.number?.value, header.executiveOrder.value?.value].filter((one) => one !== undefined).join(": ")}`,
    header.tags.length === 0 ? null : `TAGS: ${header.tags.map(({ value }) => value).join(", ")}`,
    ...copyUnits(tree)
      .filter(({ kind }) => kind === "subject")
      .map(({ text }) => `SUBJECT: ${text}`),
    ...references.map(({ label, text }) => `REF: ${label === null ? "" : `${label}. `}${withoutEntities(text)}`),
  ];
  const text = copyUnits(tree)
    .filter(({ kind }) => kind !== "subject")
    .map(unitLine);
  const foot = signature === null ? [] : [withoutEntities(signature.value)];
  const lines = head.flatMap((line) => (line === null ? [] : [line.replace(/\s+/g, " ")]));
  return `${[lines.join("\n"), ...text, ...foot].join("\n\n")}\n`;
}

/** `3. (SBU) Zhejiang government officials …` */
function unitLine({ number, portion, text }: CopyUnit): string {
  return [number === null ? "" : `${number}.`, portion === null ? "" : `(${portion})`, text]
    .filter((part) => part !== "")
    .join(" ");
}

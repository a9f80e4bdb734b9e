/** Makes the record of a tree: plain values, lines and characters instead of offsets. */

import { type ParagraphText, paragraphTexts } from "./clean-text/paragraph-text.ts";
import { canonicalMrn } from "./mrn.ts";
import type {
  AddresseeRecord,
  CableRecord,
  MentionRecord,
  OutlineRecord,
  ParagraphTextRecord,
  ReferenceRecord,
} from "./record.ts";
import type { Addressee, CableTree, OutlineNode } from "./tree.ts";
import { sentText } from "./values/calendar-day.ts";

/** The record of `reftel json`. `file` is the path as given. */
export function toRecord(tree: CableTree, file: string): CableRecord {
  const { header } = tree;
  const { year, station, serial } = tree.partialMrn;
  const dtg = header.dtg?.value ?? null;
  const classifiedBy = header.classifiedBy;
  return {
    file,
    form: tree.form,
    mrn: tree.mrn === null ? null : canonicalMrn(tree.mrn),
    year,
    station,
    serial,
    transmissionId: header.transmissionId?.value ?? null,
    precedence: header.precedence?.value ?? null,
    dtg: dtg?.text ?? null,
    sent: sentText(header),
    from: header.from?.value ?? null,
    to: header.to.map(addresseeRecord),
    info: header.info.map(addresseeRecord),
    distribution: header.distribution.map(({ role, office, copies }) => ({
      role,
      office: office.value,
      copies: copies?.value ?? null,
    })),
    classification: header.classification?.value ?? null,
    captions: unique(header.captions.map((caption) => caption.value)),
    transmissionSections:
      header.classificationLine === null ? null : (header.classificationLine.section?.value.total ?? 1),
    passing: header.passing.map((line) => line.value),
    executiveOrder: header.executiveOrder?.number?.value ?? null,
    declassifyOn: header.executiveOrder?.declassifyOn?.value ?? null,
    classifiedBy:
      classifiedBy?.name == null
        ? null
        : {
            name: classifiedBy.name.value,
            title: classifiedBy.title?.value ?? null,
            reasons: classifiedBy.reasons.map((reason) => reason.value),
          },
    tags: unique(header.tags.map((tag) => tag.value)),
    persons: header.persons.map((person) => person.value),
    subject: header.subject?.value ?? null,
    subjectPortion: header.subjectPortion?.value ?? null,
    references: tree.references.map(
      (entry): ReferenceRecord => ({
        label: entry.label,
        kind: entry.kind,
        mrn: entry.mrn === null ? null : canonicalMrn(entry.mrn),
        yearInferred: entry.yearInferred,
        text: entry.text,
        ...tree.rangeOf(entry.span),
      }),
    ),
    summary: tree.summary?.value ?? null,
    outline: tree.outline.map((node) => outlineRecord(tree, node)),
    paragraphs: paragraphTexts(tree).map((one) => paragraphRecord(tree, one)),
    mentions: tree.mentions.map(
      (mention): MentionRecord => ({
        kind: mention.kind,
        text: mention.text,
        labels: mention.labels.map((label) => label.value),
        numbers: mention.numbers.map((number) => number.value),
        mrn: mention.mrn === null ? null : canonicalMrn(mention.mrn),
        external: mention.external,
        ...tree.rangeOf(mention.span),
      }),
    ),
    pageBreaks: tree.pageBreaks.map(({ span }) => {
      const line = tree.lines.lineAt(span.start);
      return { line, character: span.start - tree.lines.start(line) };
    }),
    signedBy: tree.signature?.value ?? null,
  };
}

function addresseeRecord({ routing, name, precedence, serial, exempt }: Addressee): AddresseeRecord {
  return {
    routing: routing?.value ?? null,
    name: name.value,
    precedence: precedence?.value ?? null,
    serial: serial?.value ?? null,
    exempt,
  };
}

function outlineRecord(tree: CableTree, node: OutlineNode): OutlineRecord {
  const start = node.kind === "section" ? node.titleSpan.start : node.span.start;
  const line = tree.lines.lineAt(start);
  return {
    kind: node.kind,
    number: node.kind === "paragraph" ? node.number : null,
    portion: node.kind === "paragraph" ? (node.portion?.value ?? null) : null,
    title: node.kind === "section" ? node.title : null,
    line,
    character: start - tree.lines.start(line),
    endLine: tree.lines.lineAt(Math.max(node.span.end - 1, start)),
    children: node.kind === "section" ? node.children.map((child) => outlineRecord(tree, child)) : [],
  };
}

function paragraphRecord(tree: CableTree, { paragraph, sections, text }: ParagraphText): ParagraphTextRecord {
  const { span, number, portion } = paragraph;
  return {
    number,
    portion: portion?.value ?? null,
    section: sections.at(-1)?.title ?? null,
    text,
    line: tree.lines.lineAt(span.start),
    endLine: tree.lines.lineAt(Math.max(span.end - 1, span.start)),
  };
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

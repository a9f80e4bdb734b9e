/** Makes the rows of a cable: what each table holds of it. */

import { paragraphTexts } from "../../cable/clean-text/paragraph-text.ts";
import { canonicalMrn } from "../../cable/mrn.ts";
import type { Addressee, CableTree, Mention } from "../../cable/tree.ts";
import { isoInstant } from "../../cable/values/date-time-group.ts";
import { entriesOfMention } from "../labels.ts";
import type { Cell, Row, TableRows } from "./columns.ts";

/** What a row says of the cable besides what stands in its text. */
export interface CableFileId {
  /** The hash of the text. */
  readonly id: string;
  /** The path. */
  readonly file: string;
}

/** The rows of one cable without the cells that all of them begin with, so that these go from thread to thread once and not with each row. */
export interface CableRows {
  /** The cells that every row begins with. */
  readonly of: Row;
  readonly rows: TableRows;
}

/** The rows with all their cells, in the order of `TABLES`. */
export function wholeRows({ of, rows }: CableRows): TableRows {
  const whole = (cells: readonly Row[]): readonly Row[] => cells.map((row) => [...of, ...row]);
  return {
    cables: whole(rows.cables),
    paragraphs: whole(rows.paragraphs),
    citations: whole(rows.citations),
    mentions: whole(rows.mentions),
    addressees: whole(rows.addressees),
    distribution: whole(rows.distribution),
    tags: whole(rows.tags),
    persons: whole(rows.persons),
  };
}

/** The rows of one cable, in document order. */
export function cableRows(tree: CableTree, { id, file }: CableFileId): CableRows {
  const mrn = tree.mrn === null ? null : canonicalMrn(tree.mrn);
  return { of: [id, mrn, file, tree.partialMrn.year], rows: rowsOfParts(tree) };
}

function rowsOfParts(tree: CableTree): TableRows {
  const { header, partialMrn, lines } = tree;
  const rowsOf = <T>(all: readonly T[], cells: (one: T) => Row): readonly Row[] =>
    all.map((one, index) => [index + 1, ...cells(one)]);
  const lineOf = (offset: number): number => lines.lineAt(offset) + 1;
  const paragraphs = paragraphTexts(tree);
  const paragraphAt = (offset: number): Cell => {
    const found = paragraphs.findIndex(({ paragraph: { span } }) => span.start <= offset && offset < span.end);
    return found < 0 ? null : found + 1;
  };
  const tags = unique(header.tags);
  const persons = header.persons.map(({ value }) => value);
  return {
    cables: [
      [
        partialMrn.station,
        partialMrn.serial,
        tree.form,
        ...sectionCells(tree),
        header.transmissionId?.value ?? null,
        header.precedence?.value ?? null,
        header.dtg?.value.text ?? null,
        header.dtg === null ? null : isoInstant(header.dtg.value),
        header.from?.value ?? null,
        header.classification?.value ?? null,
        unique(header.captions),
        header.passing.map(({ value }) => value),
        header.executiveOrder?.number?.value ?? null,
        header.executiveOrder?.declassifyOn?.value ?? null,
        header.classifiedBy?.name?.value ?? null,
        header.classifiedBy?.name == null ? null : (header.classifiedBy.title?.value ?? null),
        header.classifiedBy?.name == null ? [] : header.classifiedBy.reasons.map(({ value }) => value),
        tags,
        persons,
        header.subject?.value ?? null,
        header.subjectPortion?.value ?? null,
        tree.summary?.value ?? null,
        tree.signature?.value ?? null,
        paragraphs.length,
        lines.text.length,
      ],
    ],
    paragraphs: rowsOf(paragraphs, ({ paragraph, sections, text }) => [
      paragraph.number,
      paragraph.portion?.value ?? null,
      sections.at(-1)?.title ?? null,
      text,
      lineOf(paragraph.span.start),
    ]),
    citations: rowsOf(tree.references, ({ label, kind, mrn: cited, yearInferred, text, span }) => [
      label,
      kind,
      cited === null ? null : canonicalMrn(cited),
      yearInferred,
      text,
      lineOf(span.start),
    ]),
    mentions: rowsOf(tree.mentions, (mention) => [
      paragraphAt(mention.span.start),
      mention.kind,
      mention.text,
      mention.labels.map(({ value }) => value),
      mention.numbers.map(({ value }) => value),
      citedMrns(tree, mention),
      mention.external,
      lineOf(mention.span.start),
    ]),
    addressees: rowsOf(
      [...header.to.map((one) => ({ role: "TO", one })), ...header.info.map((one) => ({ role: "INFO", one }))],
      ({ role, one }) => [role, ...addresseeCells(one)],
    ),
    distribution: rowsOf(header.distribution, ({ role, office, copies }) => [
      role,
      office.value,
      copies?.value ?? null,
    ]),
    tags: rowsOf(tags, (tag) => [tag]),
    persons: rowsOf(persons, (name) => [name]),
  };
}

/** Which transmission section the text begins with, and how many there are; the first is what a text has by itself. */
function sectionCells({ header: { classificationLine: line } }: CableTree): Row {
  if (line === null) return [null, null];
  const section = line.section?.value;
  return section === undefined ? [1, 1] : [section.number, section.total];
}

function addresseeCells({ routing, name, precedence, serial, exempt }: Addressee): Row {
  return [routing?.value ?? null, name.value, precedence?.value ?? null, serial?.value ?? null, exempt];
}

/** The cables that a mention leads to, each once: a septel and a paragraph of this cable lead to none. */
function citedMrns(tree: CableTree, mention: Mention): readonly string[] {
  if (mention.mrn !== null) return [canonicalMrn(mention.mrn)];
  if (mention.kind === "septel") return [];
  const entries = entriesOfMention(tree, mention);
  return [...new Set(entries.flatMap(({ mrn }) => (mrn === null ? [] : [canonicalMrn(mrn)])))];
}

function unique(values: readonly { readonly value: string }[]): readonly string[] {
  return [...new Set(values.map(({ value }) => value))];
}

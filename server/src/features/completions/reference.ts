/** Offers cables of the workspace for the REF line, by station, number and words of their subjects. */

import { canonicalMrn } from "../../cable/mrn.ts";
import type { CableTree } from "../../cable/tree.ts";
import type { CableHit } from "../../corpus/cable-index.ts";
import { mrnKey } from "../../corpus/columns/mrn-key.ts";
import type { Vocabulary } from "../../vocabulary/vocabulary.ts";
import type { HoverPart } from "../hovers/hover.ts";
import { labelAtPosition } from "../labels.ts";
import { type CompletionContext, type CompletionProvider, type Proposal, proposal } from "./completion.ts";
import { explanationOf } from "./support/explanation.ts";
import { ownStation } from "./support/own-station.ts";
import { valueStartOnLine } from "./support/typed-word.ts";

/** More are not offered at once: who sees them types on. */
const MOST = 40;

/** Of a subject so many characters are shown beside the number: a longer one would take its room. The explanation has it whole. */
const LONGEST_SUBJECT = 36;

/** What parts one entry from the next. */
const SEPARATOR = /[;,]|\bAND\b/gi;

/** `A. `, `(A) `, `B) ` before what is typed. */
const LABEL = /^\(?[A-Za-z]{1,2}[.)](?:[ \t]+|$)/;

export const reference: CompletionProvider = {
  kind: "reference",
  rank: 1,
  at(context) {
    const { drafting, tree, offset, workspace } = context;
    if (drafting.field?.row.field !== "references" || tree.form === "genadmin") return null;
    const from = valueStartOnLine(context);
    if (from > offset) return null;
    const typedLine = tree.lines.text.slice(from, offset);
    const entryAt = lastEntry(typedLine);
    const entry = typedLine.slice(entryAt);
    const label = LABEL.exec(entry)?.[0] ?? "";
    const query = entry.slice(label.length).trim();
    const start = from + entryAt;
    const search = query === "" ? (ownStation(context) ?? "") : query;
    const own = tree.mrn === null ? null : canonicalMrn(tree.mrn);
    const others = tree.references.filter(({ span }) => span.start < start || span.start > offset);
    const cited = new Set(others.flatMap(({ mrn }) => (mrn === null ? [] : [canonicalMrn(mrn)])));
    // In a draft without a date, an entry without a year has no number yet: it is known by its words.
    const printed = new Set(others.map(({ text }) => text));
    const hits = workspace.index
      .search(search, MOST * 2)
      .filter(({ mrn }) => mrn !== null && mrn !== own && !cited.has(mrn))
      .filter(({ mrn }, index, all) => all.findIndex((one) => one.mrn === mrn) === index)
      .slice(0, MOST);
    const prefix = label !== "" ? label : nextLabel(tree, start, offset);
    return {
      span: { start, end: offset },
      proposals: hits
        .flatMap((hit) => proposalOf(hit, prefix, entry, context))
        .filter((one) => !printed.has(one.label)),
      isIncomplete: true,
    };
  },
  async explain(key, { workspace }) {
    const hit = workspace.index.search(key, 1)[0];
    if (hit?.mrn === null || hit?.mrn === undefined) return null;
    const [document] = await workspace.open(hit.mrn);
    const header = document?.tree.header;
    const part: HoverPart = {
      kind: "statement",
      subject: hit.mrn,
      what: header?.dtg?.value.text ?? "cable of the workspace",
      lines: [hit.subject, document?.tree.summary?.value ?? null].filter((line) => line !== null),
    };
    return explanationOf(part);
  },
};

function proposalOf(
  { mrn, subject }: CableHit,
  prefix: string,
  typed: string,
  { tree, vocabulary, date }: CompletionContext,
): readonly Proposal[] {
  if (mrn === null) return [];
  const { year, station, serial } = mrnKey(mrn);
  const ownYear = (tree.partialMrn.year ?? date.year) % 100;
  // A reference without a year is of the cable's own year.
  const printed = `${year === ownYear ? "" : `${String(year).padStart(2, "0")} `}${stationName(station, vocabulary)} ${serial}`;
  return [
    proposal({
      label: printed,
      kind: "reference",
      detail: subject === null ? null : shortened(subject),
      text: `${prefix}${printed}`,
      // The index has compared; nothing that is typed need stand in the number.
      filter: typed === "" ? `${prefix}${printed}` : typed,
      key: mrn,
    }),
  ];
}

/** Cut behind a word where there is one. */
function shortened(subject: string): string {
  if (subject.length <= LONGEST_SUBJECT) return subject;
  const kept = subject.slice(0, LONGEST_SUBJECT);
  const blank = kept.lastIndexOf(" ");
  return `${kept.slice(0, blank > 0 ? blank : LONGEST_SUBJECT).trimEnd()}…`;
}

/** `LA PAZ` */
function stationName(station: string, { stations }: Vocabulary): string {
  return stations.byId(station)?.name ?? station;
}

/** Where the entry that is being typed begins in what is typed of the line. */
function lastEntry(typed: string): number {
  let at = 0;
  for (const { index, 0: separator } of typed.matchAll(SEPARATOR)) at = index + separator.length;
  // A label begins an entry, too, where nothing but blanks parts it from the one before: `A. STATE 1 B. `.
  for (const match of typed.slice(at).matchAll(/(?<=[ \t\d)])\(?[A-Z][.)](?=[ \t]|$)/g)) {
    if (match.index > 0) at += match.index;
    break;
  }
  while (at < typed.length && /\s/.test(typed.charAt(at))) at++;
  return at;
}

/** The label that an entry typed at `start` bears, in the style of those before it; none where those bear none. */
function nextLabel(tree: CableTree, start: number, offset: number): string {
  // An entry that ends behind `start` goes on into what is being typed, for nobody has said yet where it ends.
  const others = tree.references.filter(({ span }) => span.start < start || span.start > offset);
  const first = others[0];
  if (first === undefined) return `${labelAtPosition(0)}. `;
  if (first.label === null || first.labelSpan === null) return "";
  const before = others.filter(({ span }) => span.start < start).length;
  const { text } = tree.lines;
  const opening = text.charAt(first.labelSpan.start - 1) === "(" ? "(" : "";
  const printed = opening + text.slice(first.labelSpan.start, first.span.start);
  return printed.replace(/[A-Za-z0-9]{1,2}/, labelAtPosition(before));
}

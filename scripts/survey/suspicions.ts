/**
 * What is suspicious in the record of a cable, held against its text. It is a field whose line stands in the text and whose value does not
 * stand in the record, a number that skips, a heading that reads like a sentence. A suspicion is a question, not a fault: the text
 * itself may be so.
 */

import type { CableRecord, OutlineRecord } from "../../server/src/cable/record.ts";

/** What may be suspicious. */
export type SuspicionKind =
  | "TAGS line without TAGS"
  | "no subject"
  | "long subject"
  | "REF line without references"
  | "unknown reference"
  | "number skips"
  | "no signer"
  | "heading reads like text"
  | "mention of a label that is not there"
  | "paragraph of nothing but a rule";

/** One suspicion, with the words that raised it. */
export interface Suspicion {
  readonly kind: SuspicionKind;
  readonly words: string;
}

const LONGEST_SUBJECT = 250;
const LONGEST_HEADING = 80;

/** How many lines of a text are looked through for the lines of its header. */
const HEAD_LINES = 90;

/** More numbers than this between two paragraphs were cut out, or belong to another document. */
const MOST_SKIPPED = 3;

/** All that is suspicious in one record; empty where nothing is. */
export function suspicionsOf(record: CableRecord, text: string): readonly Suspicion[] {
  const lines = text.split("\n").map((line) => line.trim());
  const head = lines.slice(0, HEAD_LINES);
  const paragraphs = flat(record.outline).filter(({ kind }) => kind === "paragraph");
  return [
    ...tagsSuspicions(record, head),
    ...subjectSuspicions(record, head),
    ...referenceSuspicions(record, head),
    ...numberSuspicions(paragraphs, lines),
    ...signerSuspicions(record, lines),
    ...headingSuspicions(record),
    ...mentionSuspicions(record),
    ...ruleSuspicions(paragraphs, lines),
  ];
}

function flat(nodes: readonly OutlineRecord[]): readonly OutlineRecord[] {
  return nodes.flatMap((node) => [node, ...flat(node.children)]);
}

function tagsSuspicions({ tags }: CableRecord, head: readonly string[]): readonly Suspicion[] {
  const line = head.find((one) => /^TAGS? ?[:;] ?[A-Z]{2}/.test(one));
  return line === undefined || tags.length > 0 ? [] : [{ kind: "TAGS line without TAGS", words: line }];
}

function subjectSuspicions({ subject }: CableRecord, head: readonly string[]): readonly Suspicion[] {
  if (subject !== null && subject.length > LONGEST_SUBJECT) return [{ kind: "long subject", words: subject }];
  const line = head.find((one) => /^SUBJ(?:ECT)? ?[:;]/i.test(one));
  return subject !== null || line === undefined ? [] : [{ kind: "no subject", words: line }];
}

function referenceSuspicions({ references }: CableRecord, head: readonly string[]): readonly Suspicion[] {
  const line = head.find((one) => /^REFS? ?[:;] ?\S/.test(one) && !/: ?(?:N\/?A|NONE|NIL)\b/i.test(one));
  if (references.length === 0) {
    return line === undefined ? [] : [{ kind: "REF line without references", words: line }];
  }
  return references
    .filter(({ kind }) => kind === "unknown")
    .map(({ text }) => ({ kind: "unknown reference", words: text }));
}

/** Numbers that the outline lacks between two others, or before the first, although the text has them at the head of a line. */
function numberSuspicions(paragraphs: readonly OutlineRecord[], lines: readonly string[]): readonly Suspicion[] {
  const found: Suspicion[] = [];
  let last: OutlineRecord | null = null;
  for (const paragraph of paragraphs) {
    if (paragraph.number === null) continue;
    const before = last?.number ?? 0;
    const missing = paragraph.number - before - 1;
    if (missing > 0 && missing <= MOST_SKIPPED) {
      for (let number = before + 1; number < paragraph.number; number++) {
        const mark = new RegExp(`^(?:¶ ?)?${number} ?[.),:]? ?(?:\\(|[A-Z])`);
        const line = lines.slice(last?.line ?? 0, paragraph.line).find((one) => mark.test(one));
        if (line !== undefined) found.push({ kind: "number skips", words: line });
      }
    }
    last = paragraph;
  }
  return found;
}

/** The last line of text is a surname, and nobody signed. */
function signerSuspicions({ signedBy, form }: CableRecord, lines: readonly string[]): readonly Suspicion[] {
  if (signedBy !== null || form === "genadmin") return [];
  const last = lines.filter((line) => line !== "").slice(-4);
  const name = last.find(
    (line) =>
      /^[A-Z][A-Z'’-]{2,15}$/.test(line) &&
      !/^(?:N{3,4}|BT|SECRET|CONFIDENTIAL|UNCLASSIFIED|UNCLAS|UNQUOTE|END)$/.test(line),
  );
  return name === undefined ? [] : [{ kind: "no signer", words: name }];
}

function headingSuspicions({ outline }: CableRecord): readonly Suspicion[] {
  return flat(outline).flatMap(({ kind, title }): readonly Suspicion[] => {
    if (kind !== "section" || title === null) return [];
    const endsInStop = /[a-z]\.$/.test(title) && !/\b(?:etc|vs|inc|jr|sr|u\.s)\.$/i.test(title);
    const isSmall = /^[a-z]/.test(title) && !/^(?:e-|i[A-Z]|al-|de |x{4})/.test(title);
    return title.length > LONGEST_HEADING || endsInStop || isSmall
      ? [{ kind: "heading reads like text", words: title }]
      : [];
  });
}

function mentionSuspicions({ mentions, references }: CableRecord): readonly Suspicion[] {
  const labels = new Set(references.flatMap(({ label }) => (label === null ? [] : [label])));
  if (labels.size === 0) return [];
  return mentions
    .filter(({ kind, labels: cited }) => kind === "label" && cited.some((label) => !labels.has(label)))
    .map(({ text }) => ({ kind: "mention of a label that is not there", words: text }));
}

function ruleSuspicions(paragraphs: readonly OutlineRecord[], lines: readonly string[]): readonly Suspicion[] {
  return paragraphs
    .filter(
      ({ line, endLine }) =>
        line === endLine && /^(?:(?:¶ ?)?\d{1,3}\. ?)?(?:\([A-Z/]+\) ?)?[-=_*~ ]{3,}$/.test(lines[line] ?? ""),
    )
    .map(({ line }) => ({ kind: "paragraph of nothing but a rule", words: lines[line] ?? "" }));
}

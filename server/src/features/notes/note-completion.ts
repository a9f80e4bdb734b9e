/** What may be typed in a note: numbers of cables behind an `@` or their beginnings, and paragraphs behind a number. */

import { paragraphTexts } from "../../cable/clean-text/paragraph-text.ts";
import type { CableWorkspace } from "../../corpus/workspace.ts";
import type { Span } from "../../text/span.ts";
import { printable } from "../hovers/support/printable.ts";
import type { Note } from "./note.ts";

/** One thing to be typed in place of `span`. */
export interface NoteCompletion {
  readonly label: string;
  readonly detail: string | null;
  readonly text: string;
  readonly span: Span;
}

const MOST = 50;

/** A key, or the beginning of a number: two digits and capitals at least. */
const TYPED_KEY = /(?:^|[\s[(;-])(@[A-Za-z0-9]{0,30})$/;
const TYPED_NUMBER = /(?:^|[\s(“"])((?:(?:19|20)\d\d|\d\d) ?[A-Z]{2,20}(?: [A-Z]{2,20}){0,2} ?\d{0,7})$/;

/** A sign or a word for a paragraph right behind a citation. */
const TYPED_PARAGRAPH = /[,;]?\s?(?:¶{1,2}|paras?\.?)\s?(\d{0,3})$/;

/** Whether the index is to be asked again as typing goes on. */
export interface NoteCompletions {
  readonly items: readonly NoteCompletion[];
  readonly isIncomplete: boolean;
}

const NOTHING: NoteCompletions = { items: [], isIncomplete: false };

export async function noteCompletions(note: Note, offset: number, workspace: CableWorkspace): Promise<NoteCompletions> {
  const before = note.text.prose.slice(Math.max(0, offset - 80), offset);
  const paragraph = TYPED_PARAGRAPH.exec(before);
  if (paragraph !== null) {
    const start = offset - (paragraph[1] ?? "").length;
    return paragraphItems(note, offset - paragraph[0].length, { start, end: offset }, workspace);
  }
  const key = TYPED_KEY.exec(before)?.[1];
  const typed = key ?? TYPED_NUMBER.exec(before)?.[1];
  if (typed === undefined) return NOTHING;
  const span = { start: offset - typed.length, end: offset };
  const query = typed.replace("@", "");
  // An `@` alone offers the newest.
  const hits = query === "" ? [] : workspace.index.search(query, MOST);
  const items = hits.flatMap(({ mrn, subject }): NoteCompletion[] => {
    if (mrn === null) return [];
    const label = key === undefined ? mrn : `@${mrn}`;
    return [{ label, detail: subject === null ? null : printable(subject, 80), text: label, span }];
  });
  const seen = new Set<string>();
  return { items: items.filter(({ label }) => !seen.has(label) && seen.add(label)), isIncomplete: true };
}

/** As much of a paragraph as tells it from others. */
const BEGINNING = 60;

async function paragraphItems(
  { citations }: Note,
  end: number,
  span: Span,
  workspace: CableWorkspace,
): Promise<NoteCompletions> {
  const citation = citations.find(({ mrnSpan }) => mrnSpan.end === end);
  const [document] = citation === undefined ? [] : await workspace.open(citation.mrn);
  if (document === undefined) return NOTHING;
  const items = paragraphTexts(document.tree).flatMap(({ paragraph: { number }, text }): NoteCompletion[] =>
    number === null ? [] : [{ label: String(number), detail: printable(text, BEGINNING), text: String(number), span }],
  );
  return { items: items.slice(0, 200), isIncomplete: false };
}

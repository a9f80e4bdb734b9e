/** Finds the notes of the workspace that cite a cable: those that are open as they stand there, the others as they were read last. */

import { type CanonicalMrn, mrnOfFileName } from "../cable/mrn.ts";
import type { UpdatableCableIndex } from "../corpus/cable-index.ts";
import type { FileUri } from "../corpus/file-uri.ts";
import type { RecordedPlace } from "../corpus/index-record.ts";
import { type Note, readNote } from "../features/notes/note.ts";
import { LineTable } from "../text/line-table.ts";
import type { Span } from "../text/span.ts";
import type { OpenNotes } from "./notes.ts";

/** A citation in a note. */
export interface CitedInNote {
  readonly file: FileUri;
  readonly place: RecordedPlace;
}

/** More files of Markdown are not read for one question. */
const MOST_FILES = 2_000;

export async function citedInNotes(
  mrn: CanonicalMrn,
  {
    notes,
    index,
    read,
  }: {
    readonly notes: OpenNotes;
    readonly index: UpdatableCableIndex;
    readonly read: (file: FileUri) => Promise<string | null>;
  },
): Promise<readonly CitedInNote[]> {
  const found: CitedInNote[] = [];
  const open = new Set<FileUri>();
  for (const document of notes.all()) {
    open.add(document.file);
    collect(notes.noteOf(document), document.lines, mrn, found);
  }
  const serial = String(mrnOfFileName(mrn)?.serial ?? mrn);
  let files = 0;
  for (const file of index.knownFiles()) {
    if (!file.toLowerCase().endsWith(".md") || open.has(file) || index.summaryOf(file) !== null) continue;
    if (++files > MOST_FILES) break;
    const text = await read(file);
    // Whatever spelling a note has for the number, its digits stand in it.
    if (text?.includes(serial) === true) collect(readNote(file, text), new LineTable(text), mrn, found);
  }
  return found;
}

function collect({ file, citations }: Note, lines: LineTable, mrn: CanonicalMrn, found: CitedInNote[]): void {
  for (const citation of citations) {
    if (citation.mrn === mrn) found.push({ file, place: placeOf(lines, citation.span) });
  }
}

function placeOf(lines: LineTable, { start, end }: Span): RecordedPlace {
  const line = lines.lineAt(start);
  const endLine = lines.lineAt(end);
  return { line, character: start - lines.start(line), endLine, endCharacter: end - lines.start(endLine) };
}

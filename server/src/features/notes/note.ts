/** A note as the editor's questions need it: its text and the cables that it cites, read once a version. */

import type { FileUri } from "../../corpus/file-uri.ts";
import { type NoteCitation, noteCitations } from "./note-citations.ts";
import { type NoteText, noteText } from "./note-text.ts";

export interface Note {
  readonly file: FileUri;
  readonly text: NoteText;
  /** In order. */
  readonly citations: readonly NoteCitation[];
}

export function readNote(file: FileUri, whole: string): Note {
  const text = noteText(whole, true);
  return { file, text, citations: noteCitations(text) };
}

/** The citation at an offset, its end included; null where none is. */
export function citationAt({ citations }: Note, offset: number): NoteCitation | null {
  return citations.find(({ span }) => span.start <= offset && offset <= span.end) ?? null;
}

/** What people hold many cables in, and how each kind of it is cut into cables as its text arrives. */

/** Where something stands in a source. Both are counted from 1, as people count. */
export interface SourcePlace {
  readonly line: number;
  /** In rows; null in other sources. */
  readonly record: number | null;
}

/** A text that a source holds as one cable's. */
export interface FoundCable {
  readonly found: "cable";
  /** Lines parted by `\n`. */
  readonly text: string;
  /** What the source calls it: `06FREDBURG99`, as printed; null where it says nothing. */
  readonly id: string | null;
  readonly place: SourcePlace;
}

/** What can't be taken, and why, in words that read on after its place: `record 3, line 40: has no text`. */
export interface NotTaken {
  readonly found: "nothing";
  readonly reason: string;
  readonly place: SourcePlace;
}

export type Finding = FoundCable | NotTaken;

/** Cuts one source. Its memory is bounded by `LARGEST_CABLE`, however the source is damaged. */
export interface Cutter {
  /** Takes the next part of the text and answers what is whole by now. */
  push(text: string): readonly Finding[];
  /** The text has ended: answers what is left. */
  finish(): readonly Finding[];
}

/** One kind of source. */
export interface SourceKind {
  /** As people read it: `rows of a public release`. */
  readonly name: string;
  /** Whether a source is of this kind, by the beginning of its text. The first kind that says so has it. */
  recognises(head: string): boolean;
  /** `head` is what it was recognised by; the text is pushed whole nevertheless. */
  cutter(head: string): Cutter;
}

/** In UTF-16 units. What goes on for longer is no cable: a quote was never closed, or nothing parts its cables. */
export const LARGEST_CABLE = 8 * 1024 * 1024;

/** As much of a source as kinds are recognised by, in UTF-16 units. */
export const SOURCE_HEAD = 64 * 1024;

/** A part of a text with plain line breaks, without blank lines before it and blanks behind it. */
export function tidied(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/^\n+/, "").trimEnd();
}

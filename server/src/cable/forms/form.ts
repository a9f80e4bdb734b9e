/** What a form of cable tells the reader: the lines that open its header fields and the signs by which it is known. */

import type { Located } from "../../text/span.ts";
import type { HeaderRead } from "../header/raw-field.ts";
import type { FormName } from "../record.ts";
import type { SourceLines } from "../source-lines.ts";
import type { Addressee } from "../tree.ts";
import type { FieldKey } from "./field-key.ts";

/** One way in which a line opens a field. */
export interface FieldOpening {
  readonly key: FieldKey;
  /**
   * What such a line begins with, in either case: one or two characters each, blanks between. The gate before `match` is
   * asked, so that no line of addressees or of prose is tried for every field.
   */
  readonly begins: string;
  /**
   * Asked at a line's first character that is not blank (`at`), with the end of the line. Answers the offset where the field's value
   * begins (`at` itself where the whole line is the value), or -1 where the line opens no such field.
   */
  readonly match: (text: string, at: number, end: number) => number;
  /** Believed only where the lines above make a header: the keyword alone is an everyday word. */
  readonly onlyInHeader?: true;
}

/** How often each kind of line was met in the head of a text. */
export type Signs = ReadonlyMap<FieldKey, number>;

/** A text as far as forms are recognised by it; signs go first, for these take longer. */
export interface FormText {
  /** The beginning of the text, for what is not a line of its own. */
  readonly head: () => string;
  /** Whether some words stand anywhere in the text. */
  readonly includes: (words: string) => boolean;
}

/** The fields that some forms print behind the text. */
export interface Trailer {
  /** The first line that is not of the text. */
  readonly line: number;
  /** By their printed names, in document order. */
  readonly attributes: readonly TrailerAttribute[];
  /** The signature, where the form prints it as a field; null where it stands in the text. */
  readonly signature: Located<string> | null;
  /** Addressees that the form prints behind the text; none where it prints them in the head. */
  readonly info?: readonly Addressee[];
  readonly exempt?: readonly Addressee[];
}

export interface TrailerAttribute {
  readonly name: string;
  readonly value: Located<string>;
}

export interface Form {
  readonly name: FormName;
  readonly openings: readonly FieldOpening[];
  /**
   * How strongly the signs speak for this form, from 0 (not at all). The highest wins; of equals, the earlier in the list.
   */
  readonly recognise: (signs: Signs, text: FormText) => number;
  /** Whether the values of the head can be read without the lines after it. */
  readonly hasHeadAlone: boolean;
  /** Messages of this form bear no signature: the last line of the text is text, however like a name it looks. */
  readonly unsigned?: true;
  /** Messages of this form have no message reference number of a station. */
  readonly unnumbered?: true;
  /** Finds what stands behind the text in this form: fields that a machine printed there. Null where there is nothing. */
  readonly readTrailer?: (scan: SourceLines) => Trailer | null;
  /** Reads the head itself, up to line `end` at most, where lines do not open fields as in the other forms. */
  readonly readHeader?: (scan: SourceLines, end: number) => HeaderRead;
}

/** Where an opening may stand, if not everywhere. */
interface OpeningOptions {
  readonly onlyInHeader?: true;
}

/** An opening by a keyword: `pattern` is sticky and ends where the value begins. */
export function byKeyword(key: FieldKey, begins: string, pattern: RegExp, options: OpeningOptions = {}): FieldOpening {
  return { key, begins, match: (text, at) => endOfMatch(pattern, text, at), ...options };
}

/** An opening by the look of the whole line: `pattern` is sticky and the line itself is the value. */
export function byLine(key: FieldKey, begins: string, pattern: RegExp, options: OpeningOptions = {}): FieldOpening {
  return { key, begins, match: (text, at) => (endOfMatch(pattern, text, at) === -1 ? -1 : at), ...options };
}

/** Where the match of a sticky pattern ends that begins at `at`; -1 where none does. */
function endOfMatch(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : -1;
}

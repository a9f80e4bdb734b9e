/** What is known of the place where a numbered paragraph begins. */

import type { PortionMark } from "../values/portion-mark.ts";

/** A numbered paragraph's mark. Offsets are of the scan's text. */
export interface ParagraphMark {
  /** Index into the body's lines. */
  readonly index: number;
  readonly number: number;
  /** Whether the printed digits begin with a `1` that was the paragraph sign. */
  readonly swallowed: boolean;
  readonly digitsStart: number;
  readonly digitsEnd: number;
  /** Behind the number, its dot and its portion mark. */
  readonly textStart: number;
  readonly portion: PortionMark | null;
}

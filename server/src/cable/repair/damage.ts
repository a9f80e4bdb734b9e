/** What a kind of damage is: how a copy came to differ from the cable as sent, as edits that take the damage off. */

import type { Edit } from "../../text/source-text.ts";

export interface Damage {
  /** In kebab case, for settings and messages. */
  readonly name: string;
  /**
   * The edits that take this damage off the text, in document order, without overlap; none where it is not there. Words are
   * never changed: edits only take off marks, put back a paragraph sign, a line break, or the character that a reference stands for.
   */
  readonly edits: (text: string) => Edit[];
}

/** An edit that turns the blanks at `[start, end)` into a line break. */
export function lineBreak(start: number, end: number): Edit {
  return { start, end, replacement: "\n" };
}

/** An edit that takes `[start, end)` off. */
export function deletion(start: number, end: number): Edit {
  return { start, end, replacement: "" };
}

/** Makes fixes: edits of a text with what they do. */

import type { Edit } from "../../../text/source-text.ts";
import type { Span } from "../../../text/span.ts";
import type { Fix } from "../rule.ts";

/** The one right answer, its edits one by one or as lists. */
export function certain(title: string, ...edits: readonly (Edit | readonly Edit[])[]): readonly Fix[] {
  return [{ title, edits: edits.flat(), sureness: "certain" }];
}

/** One answer among several, or one that a person should decide on. */
export function choice(title: string, ...edits: readonly Edit[]): Fix {
  return { title, edits, sureness: "choice" };
}

export function replace({ start, end }: Span, replacement: string): Edit {
  return { start, end, replacement };
}

export function insert(at: number, replacement: string): Edit {
  return { start: at, end: at, replacement };
}

/** `A, B or C`; at most `most` of them. */
export function orList(words: readonly string[], most = 5): string {
  const shown = words.slice(0, most);
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} or ${shown[shown.length - 1]}`;
}

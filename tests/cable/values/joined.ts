/** Makes the joined text of a value out of a string, as the walk over a header does, so that its spans are offsets in the string. */

import { JoinedText } from "../../../server/src/text/joined-text.ts";
import { SourceText } from "../../../server/src/text/source-text.ts";
import type { Located, Span } from "../../../server/src/text/span.ts";

export function joined(text: string): JoinedText {
  const pieces: Span[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    pieces.push({ start, end: start + line.length });
    start += line.length + 1;
  }
  return new JoinedText(SourceText.plain(text), pieces);
}

/** What a span covers. */
export function printed(text: string, { span }: { readonly span: Span }): string {
  return text.slice(span.start, span.end);
}

export function valueIn<T>(located: Located<T> | null | undefined): T | null {
  return located?.value ?? null;
}

export function valuesIn<T>(located: readonly Located<T>[]): readonly T[] {
  return located.map(({ value }) => value);
}

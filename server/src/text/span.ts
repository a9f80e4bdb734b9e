/** A stretch of a text, in UTF-16 offsets. */

/** From `start` up to, not including, `end`; both are UTF-16 offsets into the document's text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** A value together with where it stands in the document. The value may be cleaned up; the span covers what is printed. */
export interface Located<T> {
  readonly value: T;
  readonly span: Span;
}

/** Whether `offset` lies in the span; its end counts too, as a cursor behind the last character belongs to it. */
export function touches(span: Span, offset: number): boolean {
  return offset >= span.start && offset <= span.end;
}

/** The values that stand at one span together, as those of a range (`A-C`) do; in the order of the list, in which they lie side by side. */
export function groupBySpan<T>(
  all: readonly Located<T>[],
): readonly { readonly span: Span; readonly values: readonly T[] }[] {
  const groups: { span: Span; values: T[] }[] = [];
  for (const { value, span } of all) {
    const last = groups[groups.length - 1];
    if (last !== undefined && last.span.start === span.start) last.values.push(value);
    else groups.push({ span, values: [value] });
  }
  return groups;
}

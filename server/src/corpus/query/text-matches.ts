/** Where the words of a query stand in a cable: by paragraph, each place with the line around it. */

import type { CableTree, OutlineNode, Paragraph } from "../../cable/tree.ts";
import type { Span } from "../../text/span.ts";
import type { AskedCable } from "./cable-test.ts";
import { type Phrase, phrasePattern } from "./words.ts";

/** A line of a cable in which words of the query stand. */
export interface TextMatch {
  /** The true number of the paragraph; null outside of numbered ones. */
  readonly paragraph: number | null;
  /** `(C)`; null where none is printed. */
  readonly portion: string | null;
  /** The heading above, or the name of the field of the head; null where there is none. */
  readonly heading: string | null;
  /** The line without the blanks around it, cut where it is very long. */
  readonly text: string;
  /** Where the words stand in `text`, in order. */
  readonly marks: readonly Span[];
  /** Where the first of them stands in the document. */
  readonly span: Span;
}

/** The lines of a cable in which words of a query stand, at most `limit`, and how many there are in all. */
export interface TextMatches {
  readonly matches: readonly TextMatch[];
  readonly total: number;
}

/** Of a longer line this much is shown, around its first words. In UTF-16 units. */
const LONGEST_LINE = 240;
const BEFORE = 60;

/** Nobody reads more places of one cable. */
const MOST_PLACES = 1000;

export function textMatches(cable: AskedCable, phrases: readonly Phrase[], limit: number): TextMatches {
  const { tree, running } = cable;
  const places: Span[] = [];
  for (const phrase of phrases) {
    for (const match of running.text.matchAll(phrasePattern(phrase))) {
      if (places.length >= MOST_PLACES) break;
      places.push(running.span(match.index, match.index + match[0].length));
    }
  }
  places.sort((one, other) => one.start - other.start || other.end - one.end);
  const byLine = new Map<number, Span[]>();
  for (const place of places) {
    const line = tree.lines.lineAt(place.start);
    const list = byLine.get(line);
    if (list === undefined) byLine.set(line, [place]);
    else list.push(place);
  }
  const matches = [...byLine].slice(0, limit).map(([line, spans]) => matchOf(tree, line, spans));
  return { matches, total: byLine.size };
}

function matchOf(tree: CableTree, line: number, spans: readonly Span[]): TextMatch {
  const [first = { start: 0, end: 0 }] = spans;
  const start = tree.lines.start(line);
  const whole = tree.lines.text.slice(start, tree.lines.start(line + 1)).trimEnd();
  const indent = whole.length - whole.trimStart().length;
  const from = whole.length - indent > LONGEST_LINE ? Math.max(indent, first.start - start - BEFORE) : indent;
  const text = whole.slice(from, from + LONGEST_LINE);
  const marks: Span[] = [];
  for (const span of spans) {
    const mark = {
      start: Math.max(span.start - start - from, marks[marks.length - 1]?.end ?? 0),
      end: Math.min(span.end - start - from, text.length),
    };
    if (mark.start < mark.end) marks.push(mark);
  }
  const { paragraph, heading } = placeOf(tree, first.start);
  return {
    paragraph: paragraph?.number ?? null,
    portion: paragraph?.portion?.value ?? null,
    heading: heading ?? fieldAt(tree, first.start),
    text,
    marks,
    span: first,
  };
}

/** The innermost paragraph that holds an offset, and the heading above it. */
function placeOf(
  tree: CableTree,
  offset: number,
): { readonly paragraph: Paragraph | null; readonly heading: string | null } {
  let nodes: readonly OutlineNode[] = tree.outline;
  let heading: string | null = null;
  for (;;) {
    const node = nodes.find(({ span }) => span.start <= offset && offset < span.end);
    if (node === undefined) return { paragraph: null, heading };
    if (node.kind === "paragraph") return { paragraph: node, heading };
    heading = node.title;
    nodes = node.children;
  }
}

function fieldAt(tree: CableTree, offset: number): string | null {
  const field = tree.header.fields.find(({ span }) => span.start <= offset && offset < span.end);
  if (field !== undefined) return field.name;
  const { referencesSpan } = tree;
  return referencesSpan !== null && referencesSpan.start <= offset && offset < referencesSpan.end ? "References" : null;
}

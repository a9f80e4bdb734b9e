/** A cable's text as it is printed, character by character, with colours: for a fenced block of a Markdown page. */

import type { ClassificationLevel } from "../../cable/record.ts";
import type { CableTree, OutlineNode } from "../../cable/tree.ts";
import { portionLevel } from "../../cable/values/portion-mark.ts";
import { pushAll } from "../../text/arrays.ts";
import type { Span } from "../../text/span.ts";
import { paragraphsOf } from "../symbol-at.ts";
import { type Child, element, html } from "./elements.ts";
import { LEVEL_CLASSES } from "./levels.ts";

/** What a piece of the text is. The style sheet `media/markdown.css` has a colour for each, under `reftel-` and the name. */
export type SourceColour =
  | "field"
  | "level"
  | "caption"
  | "tag"
  | "subject"
  | "citation"
  | "mark"
  | "portion"
  | "heading"
  | "furniture"
  | "signature";

interface ColouredSpan {
  readonly span: Span;
  readonly colour: SourceColour;
  /** Of a classification or a portion mark. */
  readonly level?: ClassificationLevel;
}

/** The inside of a code block: every character of the text, escaped, and spans with classes around the pieces that have a colour and their level. */
export function colouredSource(tree: CableTree): string {
  const { text } = tree.lines;
  const children: Child[] = [];
  let at = 0;
  for (const { span, colour, level } of colouredSpans(tree)) {
    if (span.start < at || span.end <= span.start) continue;
    const names = level === undefined ? `reftel-${colour}` : `reftel-${colour} reftel-${LEVEL_CLASSES[level]}`;
    children.push(text.slice(at, span.start));
    children.push(element("span", { class: names }, text.slice(span.start, span.end)));
    at = span.end;
  }
  children.push(text.slice(at));
  return children.map(html).join("");
}

/** In document order. Of two that begin at one place the longer stands first, and hides the other. */
function colouredSpans(tree: CableTree): readonly ColouredSpan[] {
  const { header, references, mentions, outline, signature } = tree;
  const all: ColouredSpan[] = [];
  const add = (colour: SourceColour, spans: readonly (Span | null | undefined)[]): void => {
    for (const span of spans) if (span) all.push({ span, colour });
  };
  add("furniture", furnitureSpans(tree));
  // A line that nothing but its form names, as the date-time group, is its own name.
  const named = header.fields.filter(({ nameSpan, value }) => nameSpan.end <= value.span.start);
  add(
    "field",
    named.map(({ nameSpan }) => withoutBlanks(tree, nameSpan)),
  );
  const level = header.classificationLine?.level;
  if (level !== undefined) all.push({ span: level.span, colour: "level", level: level.value });
  add(
    "caption",
    header.captions.map(({ span }) => span),
  );
  add(
    "tag",
    header.tags.map(({ span }) => span),
  );
  add("subject", [header.subject?.span]);
  add(
    "citation",
    [...references, ...mentions].map(({ span }) => span),
  );
  add("heading", headingSpans(outline));
  add("signature", [signature?.span]);
  for (const { markSpan, portion } of paragraphsOf(outline)) {
    add("mark", [markSpan]);
    const portionMark = portion === null ? null : portionLevel(portion.value);
    if (portion !== null && portionMark !== null)
      all.push({ span: portion.span, colour: "portion", level: portionMark });
  }
  return all.sort((one, other) => one.span.start - other.span.start || other.span.end - one.span.end);
}

function withoutBlanks({ lines: { text } }: CableTree, { start, end }: Span): Span {
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

/** Lines that are no text: continuation lines, page headings, markings, banners. */
function furnitureSpans({ lines, lineKinds }: CableTree): readonly Span[] {
  return lineKinds.flatMap((kind, line) =>
    kind === "continuation" || kind === "page" || kind === "marking" || kind === "banner"
      ? [{ start: lines.start(line), end: lines.end(line) }]
      : [],
  );
}

function headingSpans(nodes: readonly OutlineNode[]): readonly Span[] {
  const spans: Span[] = [];
  for (const node of nodes) {
    if (node.kind !== "section") continue;
    spans.push(node.titleSpan);
    pushAll(spans, headingSpans(node.children));
  }
  return spans;
}

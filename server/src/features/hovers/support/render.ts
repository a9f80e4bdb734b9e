/** Hovers as people read them: in Markdown for editors that show it, as plain text for those that don't. */

import { escapeMarkdown } from "../../../text/markdown.ts";
import { hostOf } from "../../../text/web-address.ts";
import { renderExplanationMarkdown, renderExplanationText } from "../../../vocabulary/render.ts";
import type { HoverPart, Statement } from "../hover.ts";
import { printable } from "./printable.ts";

/** The parts one below the other, a rule between them. No text in them can become a link, an image, HTML or any other mark; addresses of archives are links. */
export function renderMarkdown(parts: readonly HoverPart[]): string {
  return parts
    .map((part) => (part.kind === "statement" ? statementMarkdown(part) : renderExplanationMarkdown(part)))
    .join("\n\n---\n\n");
}

/** The same without marks; without a line break at the end. */
export function renderPlain(parts: readonly HoverPart[]): string {
  return parts
    .map((part) =>
      (part.kind === "statement" ? statementText(part) : renderExplanationText(part, "in short")).trimEnd(),
    )
    .join("\n\n");
}

function statementMarkdown({ subject, what, lines, items = [], links = [], sources = [] }: Statement): string {
  const shown = (text: string): string => escapeMarkdown(printable(text));
  const paragraphs = [`**${shown(subject)}** · ${shown(what)}`, ...lines.map(shown)];
  if (items.length > 0) paragraphs.push(items.map((item) => `- ${shown(item)}`).join("\n"));
  if (links.length > 0) {
    paragraphs.push(`In archives: ${links.map((address) => `[${shown(hostOf(address))}](<${address}>)`).join(" · ")}`);
  }
  if (sources.length > 0) paragraphs.push(`*Source: ${shown(sources.join("; "))}*`);
  return paragraphs.join("\n\n");
}

function statementText({ subject, what, lines, items = [], links = [], sources = [] }: Statement): string {
  return [
    `${printable(subject)}: ${what}`,
    ...lines.map((line) => `  ${printable(line)}`),
    ...items.map((item) => `  - ${printable(item)}`),
    ...links.map((address) => `  ${address}`),
    ...(sources.length > 0 ? [`  Source: ${printable(sources.join("; "))}`] : []),
  ].join("\n");
}

/** A collection as one file of Markdown: contents, each cable as it reads, citations as links, and what is missing. */

import { escapeMarkdown } from "../../text/markdown.ts";
import { markdownPage } from "../rendering/markdown.ts";
import type { Collection } from "./collection.ts";
import { detailsOf, nameOf } from "./html-collection.ts";
import type { ReadCable } from "./read-collection.ts";

/** The parts of the file, one after the other, so that no more than one cable is held. */
export async function* markdownCollection(
  collection: Collection,
  cables: AsyncIterable<ReadCable>,
): AsyncGenerator<string> {
  const contents = collection.cables.map((cable) => {
    const details = detailsOf(cable);
    return `- [${escapeMarkdown(nameOf(cable))}](#${cable.id})${details === "" ? "" : ` (${escapeMarkdown(details)})`}`;
  });
  yield `# ${escapeMarkdown(collection.title)}\n\n${escapeMarkdown(collection.facts())}\n\n## Contents\n\n${contents.join("\n")}\n`;
  const address = (mrn: Parameters<Collection["idOf"]>[0]): string | null => {
    const id = collection.idOf(mrn);
    return id === null ? null : `#${id}`;
  };
  // The place is named by itself: what headings are called differs from one renderer to the next.
  for await (const { cable, reading } of cables) {
    yield `\n---\n\n<a id="${cable.id}"></a>\n\n${markdownPage(reading, { depth: 1, address })}`;
  }
  const missing = collection.missing();
  if (missing.length === 0) return;
  const names = new Map(collection.cables.map((cable) => [cable.id, cable.mrn ?? cable.id]));
  const lines = missing.map(({ mrn, citedBy }) => {
    const citing = citedBy.map((id) => `[${escapeMarkdown(names.get(id) ?? id)}](#${id})`);
    return `- **${escapeMarkdown(mrn)}** cited by ${citing.join(", ")}`;
  });
  yield `\n---\n\n## Cited, and not among these cables\n\n${lines.join("\n")}\n`;
}

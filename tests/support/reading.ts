/** Readings of small cables, printed, for tests. */

import { citedCables } from "../../server/src/features/cited-cables.ts";
import { printBlocks } from "../../server/src/features/rendering/html.ts";
import { markdownPage } from "../../server/src/features/rendering/markdown.ts";
import { citedBy, readingOf } from "../../server/src/features/rendering/read.ts";
import type { RenderedCable } from "../../server/src/features/rendering/reading.ts";
import { defaultVocabulary } from "../../server/src/vocabulary/vocabulary.ts";
import { MemoryWorkspace } from "./workspace.ts";

interface File {
  readonly name: string;
  readonly text: string;
}

export interface ReadCable {
  readonly reading: RenderedCable;
  /** Each block's HTML. */
  readonly blocks: readonly string[];
  readonly markdown: string;
}

/** The first file as it is read, the others being in its workspace. */
export async function readCable(first: File, ...others: readonly File[]): Promise<ReadCable> {
  const workspace = new MemoryWorkspace([first, ...others]);
  const document = workspace.document(first.name);
  const meaning = workspace.index;
  const cited = await citedCables(citedBy(document.tree, meaning), workspace);
  const reading = readingOf(document, { vocabulary: defaultVocabulary, cited, meaning, isIndexing: false });
  return {
    reading,
    blocks: printBlocks(reading.blocks, document.tree.lines, "page").map(({ html }) => html),
    markdown: markdownPage(reading),
  };
}

/** HTML without its cards and without what only they need, so that it can be read; a line for each block-level element. */
export function readable(html: string): string {
  return withoutCards(html)
    .replace(/ tabindex="0"| aria-describedby="[^"]*"| role="list"/g, "")
    .replace(/<(\/?)(table|tbody|tr|ul|li|div|h\d|details|summary)\b/g, "\n<$1$2")
    .replace(/<p\b/g, "\n<p")
    .replace(/\n<\/(li|tr|h\d|summary)/g, "</$1")
    .replace(/^\n/, "");
}

/** Cards are elements that hold no other card: each ends where as many spans are closed as were opened. */
function withoutCards(html: string): string {
  let out = "";
  let at = 0;
  for (;;) {
    const start = html.indexOf('<span class="card"', at);
    if (start < 0) return unwrapped(out + html.slice(at));
    out += html.slice(at, start);
    let depth = 0;
    let end = start;
    do {
      const next = /<\/?span\b/g;
      next.lastIndex = end;
      const tag = next.exec(html);
      if (tag === null) throw new Error("a card does not end");
      depth += tag[0] === "<span" ? 1 : -1;
      end = html.indexOf(">", tag.index) + 1;
    } while (depth > 0);
    at = end;
  }
}

/** What holds a thing and its card holds the thing alone, once the card is gone. */
function unwrapped(html: string): string {
  return html.replace(/<span class="told">(<(a|span)\b[^>]*>(?:(?!<\/\2>).)*<\/\2>)<\/span>/gs, "$1");
}

/** Hovers of small cables as readable text, for tests. */

import { type Hover, hoverAt } from "../../server/src/features/hover.ts";
import { defaultVocabulary, type Vocabulary } from "../../server/src/vocabulary/vocabulary.ts";
import { fixture } from "./fixture.ts";
import { MemoryWorkspace } from "./workspace.ts";

export interface HoverOptions {
  readonly vocabulary?: Vocabulary;
  readonly isIndexing?: boolean;
  readonly archives?: readonly string[];
}

/** The hover at the cursor of a fixture. */
export async function hoverOf(source: string, options: HoverOptions = {}): Promise<Hover | null> {
  const { files, open } = fixture(source);
  const workspace = new MemoryWorkspace(files);
  return hoverAt(workspace.document(open.name), open.cursor, {
    vocabulary: options.vocabulary ?? defaultVocabulary,
    workspace,
    isIndexing: options.isIndexing ?? false,
    archives: options.archives ?? [],
  });
}

/**
 * What is explained, in double brackets, and its Markdown below. Sources are left out (`*Source: …*`) so that a better source
 * for a row breaks no test of a hover; `nothing` where there is none.
 */
export async function hover(source: string, options: HoverOptions = {}): Promise<string> {
  const found = await hoverOf(source, options);
  if (found === null) return "nothing";
  const { text } = fixture(source).open;
  const markdown = found.markdown.replace(/\*Source: .*\*$/gm, "*Source: …*");
  return `[[${text.slice(found.span.start, found.span.end)}]]\n\n${markdown}`;
}

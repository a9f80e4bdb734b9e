/** What the extension hands to other extensions and to its tests. */

import type { IndexStatus } from "../../server/src/host/indexer.ts";
import type { IndexStatusParams } from "../../server/src/lsp/protocol.ts";
import type { MarkdownReader } from "./features/markdown-fences.ts";

export interface ReftelExports {
  /** Called by the editor's own Markdown extension: gives its preview colours for fenced blocks of cables. */
  extendMarkdownIt<Reader extends MarkdownReader>(reader: Reader): Reader;
  /**
   * How far the index of the workspace's cables is; starts the server where it does not run yet. With `wait` it answers when the index is up
   * to date with all that is known now.
   */
  indexStatus(params?: IndexStatusParams): Promise<IndexStatus>;
}

/** Fenced blocks of cables in the editor's Markdown preview: their text with colours, which the server gives. */

import type { BaseLanguageClient } from "vscode-languageclient";
import { ColouredSourceRequest } from "../../../server/src/lsp/protocol.ts";

/** What is used of markdown-it, the editor's reader of Markdown. */
export interface MarkdownReader {
  readonly options: { highlight?: Highlight | null };
}

/** Answers the inside of a code block as HTML; nothing where it has no colours for the language. */
type Highlight = (code: string, language: string, attributes: string) => string;

/** The same names as of the grammar that colours such blocks in the editor. */
const CABLE_FENCE = /^(?:cable|telegram)(?=[:,{?]|$)/i;

/** So many blocks keep their colours. A page with more gets those of the others anew each time it is drawn. */
const MOST_KEPT = 500;

/** Longer blocks stay without colours, so that typing in a note never waits for a book in it. */
const LONGEST = 200_000;

/**
 * Colours for fenced blocks. The preview asks and can't wait: a block is shown plain at first, and the preview is drawn again once the server
 * has answered. Where it has no answer the block stays plain.
 */
export class MarkdownFences {
  readonly #client: () => Promise<Pick<BaseLanguageClient, "sendRequest">>;
  readonly #redraw: () => unknown;
  /** Null for a text that the server has no colours for. */
  readonly #known = new Map<string, string | null>();
  readonly #asked = new Set<string>();

  /** `redraw` has the preview drawn again. */
  constructor(client: () => Promise<Pick<BaseLanguageClient, "sendRequest">>, redraw: () => unknown) {
    this.#client = client;
    this.#redraw = redraw;
  }

  /** What the editor calls with its reader of Markdown, by the manifest's `markdown.markdownItPlugins`. */
  extend<Reader extends MarkdownReader>(reader: Reader): Reader {
    const { highlight } = reader.options;
    reader.options.highlight = (code, language, attributes) =>
      (CABLE_FENCE.test(language) ? this.#colours(code) : null) ?? highlight?.(code, language, attributes) ?? "";
    return reader;
  }

  #colours(text: string): string | null {
    const known = this.#known.get(text);
    if (known === undefined && text.length <= LONGEST && !this.#asked.has(text)) {
      this.#asked.add(text);
      void this.#ask(text);
    }
    return known ?? null;
  }

  async #ask(text: string): Promise<void> {
    let answer: string | null = null;
    try {
      const client = await this.#client();
      answer = (await client.sendRequest(ColouredSourceRequest, { text }))?.html ?? null;
    } catch {
      // Who has no server has been told why; the block stays plain.
    }
    this.#asked.delete(text);
    const [oldest] = this.#known.keys();
    if (this.#known.size >= MOST_KEPT && oldest !== undefined) this.#known.delete(oldest);
    this.#known.set(text, answer);
    // One drawing for all that were asked for together.
    if (this.#asked.size === 0 && answer !== null) this.#redraw();
  }
}

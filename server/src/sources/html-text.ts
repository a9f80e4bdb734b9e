/** The text of a web page as a reader sees it: markup taken off, characters that are written as names or numbers put back. */

import { decodeEntities } from "../text/entities.ts";

/** Elements whose content is no text of the page. */
const UNSEEN: ReadonlySet<string> = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "svg",
  "head",
  "iframe",
  "object",
]);
/** Parts of a page around what it is about; without an end they are passed over like any other mark. */
const AROUND: ReadonlySet<string> = new Set(["nav", "footer", "aside", "button", "select"]);
/** Elements in which line breaks stand for themselves. */
const PREFORMATTED: ReadonlySet<string> = new Set(["pre", "code", "textarea", "xmp"]);
/** Elements that begin a line of their own. */
const BLOCKS: ReadonlySet<string> = new Set(
  "address article aside blockquote body center dd div dl dt fieldset footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody td tfoot th thead tr ul".split(
    " ",
  ),
);

/** A stretch of a page's text, in document order. */
export interface PageText {
  readonly text: string;
  /** From an element in which line breaks stand for themselves. */
  readonly preformatted: boolean;
  /** Such an element that has no end: the page is cut off. */
  readonly open: boolean;
}

/** A page's text, preformatted stretches apart from the rest. Scripts, styles and comments are no text. Linear in the page's length. */
export function pageText(html: string): readonly PageText[] {
  const reader = new PageReader();
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf("<", at);
    reader.text(html.slice(at, open < 0 ? html.length : open));
    if (open < 0) break;
    at = reader.markup(html, open);
  }
  return reader.finish();
}

class PageReader {
  readonly #stretches: PageText[] = [];
  #parts: string[] = [];
  /** Elements that have no end from here on: nobody looks for one again. */
  readonly #endless = new Set<string>();
  /** How deep in preformatted elements. */
  #depth = 0;

  text(raw: string): void {
    if (raw === "") return;
    if (this.#depth > 0) {
      this.#parts.push(decodeEntities(raw));
      return;
    }
    const flowing = raw.replace(/\s+/g, " ");
    // As browsers do: blanks at the beginning of a line are none.
    const text = this.#parts.at(-1) === "\n" ? flowing.trimStart() : flowing;
    if (text !== "") this.#parts.push(decodeEntities(text));
  }

  /** Takes the markup at a `<`; answers where it ends. */
  markup(html: string, open: number): number {
    if (html.startsWith("<!--", open)) return endOf(html, "-->", open + 4);
    TAG.lastIndex = open;
    const tag = TAG.exec(html);
    if (tag === null) {
      // No tag: a sign of its own, as people type it.
      if (!/^<[!?]/.test(html.slice(open, open + 2))) {
        this.#parts.push("<");
        return open + 1;
      }
      return endOf(html, ">", open);
    }
    const closing = tag[1] === "/";
    const name = (tag[2] ?? "").toLowerCase();
    const end = endOfTag(html, TAG.lastIndex);
    if (!closing && UNSEEN.has(name)) return name === "head" ? end : behindElement(html, name, end);
    if (!closing && AROUND.has(name) && !this.#endless.has(name)) {
      const behind = behindElement(html, name, end);
      if (behind < html.length) return behind;
      this.#endless.add(name);
    }
    if (PREFORMATTED.has(name)) this.#preformatted(closing);
    else if (name === "br") this.#parts.push("\n");
    else if (this.#depth === 0 && BLOCKS.has(name)) this.#parts.push("\n");
    else if (name === "p" || name === "div") this.#parts.push("\n");
    return end;
  }

  finish(): readonly PageText[] {
    this.#end(this.#depth > 0);
    return this.#stretches;
  }

  #preformatted(closing: boolean): void {
    if (closing) {
      if (this.#depth === 1) this.#end(false);
      this.#depth = Math.max(0, this.#depth - 1);
    } else {
      if (this.#depth === 0) this.#end(false);
      this.#depth++;
    }
  }

  #end(open: boolean): void {
    const text = this.#parts.join("");
    this.#parts = [];
    if (text.trim() !== "") this.#stretches.push({ text, preformatted: this.#depth > 0, open });
  }
}

const TAG = /<(\/?)([A-Za-z][A-Za-z0-9]{0,20})/y;

/** Behind the `>` of a tag; quoted values of attributes may hold one. A tag that does not end is all that is left. */
function endOfTag(html: string, from: number): number {
  const QUOTED_OR_END = /["'>]/g;
  let at = from;
  for (;;) {
    QUOTED_OR_END.lastIndex = at;
    const found = QUOTED_OR_END.exec(html);
    if (found === null) return html.length;
    if (found[0] === ">") return found.index + 1;
    const close = html.indexOf(found[0], found.index + 1);
    const end = html.indexOf(">", found.index + 1);
    // A quote that is closed nowhere near is a slip: the tag ends at its bracket.
    if (close < 0 || close - found.index > 2000) return end < 0 ? html.length : end + 1;
    at = close + 1;
  }
}

/** Behind the end of an element whose content is not looked at; the end of the page where it has none. */
function behindElement(html: string, name: string, from: number): number {
  const end = new RegExp(`</${name}\\s{0,20}>`, "gi");
  end.lastIndex = from;
  return end.exec(html) === null ? html.length : end.lastIndex;
}

function endOf(html: string, mark: string, from: number): number {
  const found = html.indexOf(mark, from);
  return found < 0 ? html.length : found + mark.length;
}

/** Prints blocks of a reading as HTML, each for itself, so that a page can change one and leave the others. */

import type { CanonicalMrn } from "../../cable/mrn.ts";
import type { LineTable } from "../../text/line-table.ts";
import { explanationLines } from "../../vocabulary/render.ts";
import type { HoverPart } from "../hovers/hover.ts";
import { printable } from "../hovers/support/printable.ts";
import {
  type Address,
  type Attributes,
  type Child,
  type Element,
  element,
  html,
  PLACEHOLDER,
  type Tag,
} from "./elements.ts";
import { LEVEL_CLASSES } from "./levels.ts";
import type { Block, CitationTarget, HeaderRow, Item, Part, Portion, ReadReference, Region, Run } from "./reading.ts";

/** Where links lead: to the editor, which is told the place that cites, or only to places of the page itself, or of the book it is part of. */
export type LinkStyle = "editor" | "page" | BookLinks;

/** How a cable stands among others. */
export interface BookLinks {
  /** What ids of this cable begin with, so that those of two never meet. */
  readonly prefix: string;
  /** Where another cable of the book stands; null for one that is not in it. */
  address(mrn: CanonicalMrn): Address | null;
  /** Whether what things mean is told in cards, which a reader of books has no pointer for. */
  readonly hasCards: boolean;
}

/** A block as HTML. Two with the same key are the same, wherever they stand. */
export interface PrintedBlock {
  readonly key: string;
  readonly region: Region;
  /** The lines of the document that it shows, 0-based; of the last the end counts. */
  readonly line: number;
  readonly endLine: number;
  readonly html: string;
}

/** The blocks in order. Ids and keys are made of what the blocks say, so that typing in one changes no other. */
export function printBlocks(blocks: readonly Block[], lines: LineTable, links: LinkStyle): readonly PrintedBlock[] {
  const seen = new Map<string, number>();
  return blocks.map((block) => {
    const line = lines.lineAt(block.span.start);
    const unnamed = html(new BlockPrinter(lines, line, links).print(block));
    const hash = hashOf(unnamed);
    const times = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, times);
    const key = times === 1 ? hash : `${hash}-${times}`;
    return {
      key,
      region: block.region,
      line,
      endLine: lines.lineAt(Math.max(block.span.end - 1, block.span.start)),
      html: unnamed.replaceAll(PLACEHOLDER, key),
    };
  });
}

const HEADINGS: readonly Tag[] = ["h2", "h3", "h4"];

class BlockPrinter {
  readonly #lines: LineTable;
  readonly #line: number;
  readonly #links: LinkStyle;
  readonly #prefix: string;
  #cards = 0;

  constructor(lines: LineTable, line: number, links: LinkStyle) {
    this.#lines = lines;
    this.#line = line;
    this.#links = links;
    this.#prefix = typeof links === "string" ? "" : links.prefix;
  }

  #idOf(target: CitationTarget): string {
    return `${this.#prefix}${idOf(target)}`;
  }

  print({ content }: Block): Element {
    switch (content.kind) {
      case "banner":
        return element(
          "div",
          { class: `banner ${LEVEL_CLASSES[content.level]}` },
          element("p", { class: "level" }, this.#runs(content.runs)),
          content.captions.length === 0
            ? []
            : [
                element(
                  "ul",
                  { class: "captions", role: "list" },
                  content.captions.map((runs) => element("li", {}, this.#runs(runs))),
                ),
              ],
        );
      case "title":
        return element(
          "div",
          { class: "title" },
          content.facts.length === 0 ? [] : [element("p", { class: "facts" }, content.facts.join(" · "))],
          element("h1", {}, content.text, content.portion === null ? [] : [" ", this.#portion(content.portion)]),
        );
      case "header":
        return this.#table("header", content.rows);
      case "references":
        return element(
          "div",
          { class: "references" },
          element("h2", {}, "References"),
          element(
            "ul",
            { role: "list" },
            content.references.map((reference, index) => this.#reference(reference, index)),
          ),
        );
      case "source":
        return element(
          "details",
          { class: "source" },
          element("summary", {}, "Header as transmitted"),
          element("pre", {}, content.text),
        );
      case "heading":
        return element(HEADINGS[Math.min(content.depth, HEADINGS.length - 1)] ?? "h4", {}, content.text);
      case "paragraph":
        return element(
          "div",
          {
            class: content.isSummary ? "paragraph abstract" : "paragraph",
            ...(content.isFirst ? { id: this.#idOf({ kind: "paragraph", number: content.number ?? 0 }) } : {}),
          },
          marks(
            content.number === null ? [] : [element("span", { class: "number" }, `${content.number}.`)],
            content.portion === null ? [] : [this.#portion(content.portion)],
          ),
          element(
            "div",
            { class: "said" },
            content.parts.map((part) => this.#part(part)),
          ),
        );
      case "notice":
        return element("p", { class: "notice" }, content.text);
      case "signature":
        return element("p", { class: "signature" }, content.text);
      case "attributes":
        return element(
          "div",
          { class: "attributes" },
          element("h2", {}, "Message attributes"),
          this.#table("header", content.rows),
        );
    }
  }

  #table(name: string, rows: readonly HeaderRow[]): Element {
    return element(
      "table",
      { class: name },
      element(
        "tbody",
        {},
        rows.map((row) =>
          element("tr", {}, element("th", { scope: "row" }, row.name), element("td", {}, this.#values(row))),
        ),
      ),
    );
  }

  #values({ layout, values }: HeaderRow): Element {
    const [only] = values;
    if (layout === "lines" && only !== undefined && values.length === 1) {
      return element("span", {}, this.#runs(only));
    }
    const items = values.map((runs) => element("li", {}, layout === "chips" ? this.#chip(runs) : this.#runs(runs)));
    return element("ul", { class: layout, role: "list" }, items);
  }

  /** A TAG with what it stands for beside it. */
  #chip(runs: readonly Run[]): readonly Child[] {
    return runs.map((run) => {
      if (run.kind !== "term") return this.#run(run);
      const [part] = run.parts;
      const title = part === undefined || part.kind === "statement" ? null : part.title;
      const shown = title === null ? [run.text] : [element("b", {}, run.text), ` ${title}`];
      return this.#told("term", shown, run.parts);
    });
  }

  #reference({ label, runs, cited }: ReadReference, index: number): Element {
    const said: Child[] = [];
    switch (cited.kind) {
      case "present":
        said.push(
          element("span", { class: "subject" }, cited.subject ?? "no subject"),
          element("span", { class: "details" }, cited.details),
        );
        break;
      case "absent":
        said.push(element("span", { class: "details" }, "not in this folder"));
        break;
      case "indexing":
        said.push(element("span", { class: "details" }, "still looking for it"));
        break;
      case "other":
        break;
    }
    return element(
      "li",
      { id: this.#idOf({ kind: "reference", index }), ...(cited.kind === "absent" ? { class: "absent" } : {}) },
      label === null ? [] : [element("span", { class: "number" }, `${label}.`), " "],
      element("span", { class: "cited" }, this.#runs(runs)),
      said.flatMap((child) => [" ", child]),
    );
  }

  #part(part: Part): Element {
    switch (part.kind) {
      case "prose":
        return element("p", {}, this.#runs(part.runs));
      case "items":
        return this.#items(part.items);
      case "table":
        return element("pre", { class: "table", tabindex: "0" }, part.text);
    }
  }

  #items(items: readonly Item[]): Element {
    return element(
      "ul",
      { class: "items", role: "list" },
      items.map(({ mark, runs, items: below }) =>
        element(
          "li",
          {},
          element("span", { class: "mark" }, /^[-*•·]/.test(mark) ? "–" : mark),
          " ",
          this.#runs(runs),
          below.length === 0 ? [] : [this.#items(below)],
        ),
      ),
    );
  }

  #runs(runs: readonly Run[]): readonly Child[] {
    return runs.flatMap((run, index) => {
      if (run.kind === "detail") return [" ", this.#run(run)];
      // A mark in front of a text stands apart from it.
      return (run.kind === "portion" || run.kind === "remark") && index < runs.length - 1
        ? [this.#run(run), " "]
        : [this.#run(run)];
    });
  }

  #run(run: Run): Child {
    switch (run.kind) {
      case "text":
        return run.text.includes("\n") ? element("span", {}, withBreaks(run.text)) : run.text;
      case "detail":
      case "remark":
        return element("span", { class: "details" }, run.text);
      case "term":
        return this.#told("term", [run.text], run.parts);
      case "citation":
        return this.#citation(run);
      case "portion":
        return this.#portion(run.portion);
    }
  }

  #citation({ text, parts, at, target, mrn }: Extract<Run, { readonly kind: "citation" }>): Child {
    const shown = withBreaks(text);
    const own = target === null ? null : (`#${this.#idOf(target)}` as const);
    const elsewhere = typeof this.#links === "string" || mrn === null ? null : this.#links.address(mrn);
    const place = elsewhere ?? own;
    if (this.#links !== "editor") {
      return place === null ? this.#told("term", shown, parts) : this.#told("citation", shown, parts, { href: place });
    }
    const line = this.#lines.lineAt(at);
    return this.#told("citation", shown, parts, {
      href: place ?? "#",
      "data-line": String(line - this.#line),
      "data-character": String(at - this.#lines.start(line)),
    });
  }

  #portion({ text, level, parts }: Portion): Child {
    const colour = level === null ? "" : ` ${LEVEL_CLASSES[level]}`;
    return this.#told(`portion${colour}`, [text], parts);
  }

  /** Something with a card that tells what it is, shown while the pointer or the focus is on it. */
  #told(name: string, shown: readonly Child[], parts: readonly HoverPart[], link: Attributes | null = null): Element {
    const hasCards = typeof this.#links === "string" || this.#links.hasCards;
    if (parts.length === 0 || !hasCards) return element(link === null ? "span" : "a", { class: name, ...link }, shown);
    this.#cards++;
    const id = `${this.#prefix}card-${PLACEHOLDER}-${this.#cards}`;
    const handle =
      link === null
        ? element("span", { class: name, tabindex: "0", "aria-describedby": id }, shown)
        : element("a", { class: name, ...link, "aria-describedby": id }, shown);
    return element("span", { class: "told" }, handle, card(id, parts));
  }
}

/** Number and portion mark, which stand in the margin. */
function marks(...all: readonly (readonly Child[])[]): readonly Child[] {
  const children = all.filter((one) => one.length > 0).flatMap((one, index) => (index === 0 ? one : [" ", ...one]));
  return children.length === 0 ? [] : [element("p", { class: "marks" }, children)];
}

function card(id: string, parts: readonly HoverPart[]): Element {
  return element("span", { class: "card", role: "tooltip", id }, parts.map(cardPart));
}

function cardPart(part: HoverPart): Element {
  const { name, what, lines, items, sources } = part.kind === "statement" ? statement(part) : explained(part);
  return element(
    "span",
    { class: "telling" },
    element("span", { class: "line" }, element("b", {}, name), ` · ${what}`),
    lines.map((line) => element("span", { class: "line" }, line)),
    items.map((item) => element("span", { class: "line item" }, item)),
    sources === "" ? [] : [element("span", { class: "line details" }, `Source: ${sources}`)],
  );
}

/** What a card shows of either sort of part. */
interface Telling {
  readonly name: string;
  readonly what: string;
  readonly lines: readonly string[];
  readonly items: readonly string[];
  readonly sources: string;
}

function statement(part: Extract<HoverPart, { readonly kind: "statement" }>): Telling {
  const shown = (text: string): string => printable(text);
  return {
    name: shown(part.subject),
    what: part.what,
    lines: part.lines.map(shown),
    items: (part.items ?? []).map(shown),
    sources: shown((part.sources ?? []).join("; ")),
  };
}

function explained(part: Exclude<HoverPart, { readonly kind: "statement" }>): Telling {
  const { code, kind, body, sources } = explanationLines(part);
  return { name: code, what: kind, lines: body, items: [], sources: sources ?? "" };
}

function idOf(target: CitationTarget): string {
  return target.kind === "reference" ? `reference-${target.index + 1}` : `paragraph-${target.number}`;
}

function withBreaks(text: string): readonly Child[] {
  return text.split("\n").flatMap((line, index): Child[] => (index === 0 ? [line] : [element("br", {}), line]));
}

/** A short name for a text: 53 bits of it, by cyrb53. Two texts of one cable that share it by chance would need a million blocks. */
function hashOf(text: string): string {
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 2654435761);
    other = Math.imul(other ^ unit, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(other ^ (other >>> 13), 3266489909);
  other = Math.imul(other ^ (other >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return (4294967296 * (2097151 & other) + (one >>> 0)).toString(36);
}

/** A reading as Markdown that every renderer shows alike: headings, a table for the header, lists, and blocks of code for what stands in columns. */

import type { CanonicalMrn } from "../../cable/mrn.ts";
import { escapeMarkdown } from "../../text/markdown.ts";
import type { Block, HeaderRow, Item, Part, Portion, ReadReference, RenderedCable, Run } from "./reading.ts";

/** How a cable stands among others in one file. */
export interface MarkdownBook {
  /** Ranks that its headings stand below those of a cable by itself. */
  readonly depth: number;
  /** Where another cable of the file stands, `#09SHANGHAI374`; null for one that is not in it. */
  address(mrn: CanonicalMrn): string | null;
}

/** The whole file, with a line break at its end. The header as it was transmitted comes last: it is for looking up. */
export function markdownPage({ blocks }: RenderedCable, book: MarkdownBook | null = null): string {
  const printer = new MarkdownPrinter(blocks, book);
  const isSource = ({ content }: Block): boolean => content.kind === "source";
  const inOrder = [...blocks.filter((block) => !isSource(block)), ...blocks.filter(isSource)];
  return `${inOrder.map((block) => printer.print(block)).join("\n\n")}\n`;
}

class MarkdownPrinter {
  readonly #references: readonly ReadReference[];

  readonly #book: MarkdownBook | null;

  constructor(blocks: readonly Block[], book: MarkdownBook | null) {
    this.#book = book;
    this.#references = blocks.flatMap(({ content }) => (content.kind === "references" ? content.references : []));
  }

  print({ content }: Block): string {
    switch (content.kind) {
      case "banner":
        return [`**${this.#runs(content.runs)}**`, ...content.captions.map((runs) => this.#runs(runs))].join(" · ");
      case "title": {
        const portion = content.portion === null ? "" : ` ${mark(content.portion)}`;
        const facts = content.facts.length === 0 ? "" : `\n\n${content.facts.map(escapeMarkdown).join(" · ")}`;
        return `${this.#heading(1)} ${escapeMarkdown(content.text)}${portion}${facts}`;
      }
      case "header":
        return this.#table(content.rows);
      case "references":
        return `${this.#heading(2)} References\n\n${content.references.map((reference) => this.#reference(reference)).join("\n")}`;
      case "source":
        return `${this.#heading(2)} Header as transmitted\n\n${fenced(content.text)}`;
      case "heading":
        return `${this.#heading(Math.min(content.depth, DEEPEST) + 2)} ${escapeMarkdown(content.text)}`;
      case "paragraph": {
        const number = content.number === null ? "" : `**${content.number}.** `;
        const portion = content.portion === null ? "" : `${mark(content.portion)} `;
        const parts = content.parts.map((part) => this.#part(part));
        // A fence or a list begins on a line of its own.
        return content.parts[0]?.kind === "prose"
          ? `${number}${portion}${parts.join("\n\n")}`
          : [`${number}${portion}`.trim(), ...parts].filter((text) => text !== "").join("\n\n");
      }
      case "notice":
        return escapeMarkdown(content.text);
      case "signature":
        return `*${escapeMarkdown(content.text)}*`;
      case "attributes":
        return `${this.#heading(2)} Message attributes\n\n${this.#table(content.rows)}`;
    }
  }

  #heading(rank: number): string {
    return "#".repeat(Math.min(rank + (this.#book?.depth ?? 0), 6));
  }

  #table(rows: readonly HeaderRow[]): string {
    const cell = (text: string): string => text.replaceAll("|", "\\|");
    const lines = rows.map(({ name, layout, values }) => {
      const isChips = layout === "chips";
      const printed = values.map((runs) => (isChips ? this.#chip(runs) : this.#runs(runs)).replace(/\s+/g, " ").trim());
      return `| ${cell(escapeMarkdown(name))} | ${cell(printed.join(isChips ? ", " : "<br>"))} |`;
    });
    return ["| | |", "| --- | --- |", ...lines].join("\n");
  }

  /** `PGOV (Internal Governmental Affairs)` */
  #chip(runs: readonly Run[]): string {
    return runs
      .map((run) => {
        if (run.kind !== "term") return this.#run(run);
        const [part] = run.parts;
        const title = part === undefined || part.kind === "statement" ? null : part.title;
        return title === null ? escapeMarkdown(run.text) : `${escapeMarkdown(run.text)} (${escapeMarkdown(title)})`;
      })
      .join("");
  }

  #reference({ label, runs, cited }: ReadReference): string {
    const name = `- ${label === null ? "" : `**${escapeMarkdown(label)}.** `}${this.#runs(runs)}`;
    switch (cited.kind) {
      case "present": {
        const subject = cited.subject === null ? "" : `: ${escapeMarkdown(cited.subject)}`;
        return `${name}${subject}${cited.details === "" ? "" : ` (${escapeMarkdown(cited.details)})`}`;
      }
      case "absent":
      case "indexing":
        return `${name} (not in this folder)`;
      case "other":
        return name;
    }
  }

  #part(part: Part): string {
    switch (part.kind) {
      case "prose":
        return this.#runs(part.runs);
      case "items":
        return this.#items(part.items, "");
      case "table":
        return fenced(part.text);
    }
  }

  #items(items: readonly Item[], indent: string): string {
    return items
      .map(({ mark: printed, runs, items: below }) => {
        const name = /^[-*•·]/.test(printed) ? "" : `${escapeMarkdown(printed)} `;
        const text = this.#runs(runs).replaceAll("\n", `\n${indent}  `);
        return `${indent}- ${name}${text}${below.length === 0 ? "" : `\n${this.#items(below, `${indent}  `)}`}`;
      })
      .join("\n");
  }

  #runs(runs: readonly Run[]): string {
    // Parts, joined once: a string that is looked at while it grows is copied each time.
    const printed: string[] = [];
    for (const run of runs) {
      const next = this.#run(run);
      if (next === "") continue;
      const last = printed.length - 1;
      const before = printed[last];
      // An exclamation mark in front of a link would make a picture of it.
      if (next.startsWith("[") && before?.endsWith("!")) printed[last] = `${before.slice(0, -1)}\\!`;
      printed.push(next);
    }
    return printed.join("");
  }

  #run(run: Run): string {
    switch (run.kind) {
      case "text":
      case "term":
        return shown(run.text);
      case "detail":
        return ` (${shown(run.text)})`;
      case "remark":
        return `(${shown(run.text)}) `;
      case "portion":
        return `${mark(run.portion)} `;
      case "citation": {
        const address = run.mrn === null ? null : (this.#book?.address(run.mrn) ?? null);
        if (address !== null) return `[${shown(run.text)}](${address})`;
        const cited = run.target?.kind === "reference" ? this.#references[run.target.index] : undefined;
        // Among others there are many places called References.
        return cited === undefined || this.#book !== null
          ? shown(run.text)
          : `[${shown(run.text)}](#references${titleOf(cited)})`;
      }
    }
  }
}

/** A heading of Markdown has six ranks, of which the title takes the first and what stands at the top of the text the second. */
const DEEPEST = 4;

/** What a link says when it is pointed at: what the REF line has, and the subject where it is known. */
function titleOf({ runs, cited }: ReadReference): string {
  const printed = runs.map((run) => (run.kind === "portion" ? "" : run.text)).join("");
  const told = cited.kind === "present" && cited.subject !== null ? `${printed}: ${cited.subject}` : printed;
  return ` "${escapeMarkdown(told).replaceAll('"', "&quot;")}"`;
}

function mark({ text }: Portion): string {
  return `(${escapeMarkdown(text)})`;
}

/** Text with its own line breaks, and the blanks at its ends, which part it from what is beside it. */
function shown(text: string): string {
  return text
    .split("\n")
    .map((line) => {
      const inner = escapeMarkdown(line.trim());
      const before = /^\s/.test(line) ? " " : "";
      const behind = inner !== "" && /\s$/.test(line) ? " " : "";
      return `${before}${inner}${behind}`;
    })
    .join("\\\n");
}

/** A block of code with a fence longer than any in it. */
function fenced(text: string): string {
  const longest = (text.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  const fence = "`".repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

/** The blocks on the page: those that stay are not touched, so that the focus, an open fold and the place stay with them. */

import type { ShownBlock } from "./messages.ts";
import type { Anchor } from "./scroll-map.ts";

const REGIONS = [
  ["head", "header"],
  ["text", "main"],
  ["foot", "footer"],
] as const;

export class Blocks {
  readonly #regions = new Map<ShownBlock["region"], HTMLElement>();
  #elements = new Map<string, HTMLElement>();
  #shown: readonly ShownBlock[] = [];
  #lineCount = 0;

  constructor(page: HTMLElement) {
    for (const [name, tag] of REGIONS) {
      const region = document.createElement(tag);
      region.id = name;
      region.className = "region";
      if (name === "text") region.tabIndex = -1;
      this.#regions.set(name, region);
      page.append(region);
    }
  }

  show(blocks: readonly ShownBlock[], lineCount: number): void {
    const elements = new Map<string, HTMLElement>();
    for (const { key, html } of blocks) {
      const element = html === undefined ? this.#elements.get(key) : elementOf(html);
      if (element !== undefined) elements.set(key, element);
    }
    for (const [name, region] of this.#regions) {
      const wanted = blocks.flatMap(({ key, region: own }) => (own === name ? (elements.get(key) ?? []) : []));
      replaceChildren(region, wanted);
    }
    this.#elements = elements;
    this.#shown = blocks;
    this.#lineCount = lineCount;
  }

  /** The first line of the block that holds an element; null where none does. */
  lineOf(element: Element): number | null {
    const block = this.#shown.find(({ key }) => this.#elements.get(key)?.contains(element));
    return block?.line ?? null;
  }

  /** Where lines of the document are on the page, both rising. */
  anchors(): readonly Anchor[] {
    const anchors: Anchor[] = [{ line: Math.max(this.#lineCount, 1), top: document.documentElement.scrollHeight }];
    let next = anchors[0]?.line ?? 0;
    for (const { key, line } of [...this.#shown].reverse()) {
      const element = this.#elements.get(key);
      // The head stands in the order of reading, which is not that of the lines: what is said in advance (banner, title) and what repeats it
      // all (the head as transmitted) is nowhere between its neighbours.
      if (element === undefined || line >= next || line === 0 || element.classList.contains("source")) continue;
      next = line;
      anchors.push({ line, top: element.getBoundingClientRect().top + window.scrollY });
    }
    anchors.push({ line: 0, top: 0 });
    return anchors.reverse();
  }
}

/** The server's printer has escaped every text in it; and the page's policy lets nothing in it run or load. */
function elementOf(html: string): HTMLElement | undefined {
  const template = document.createElement("template");
  template.innerHTML = html;
  const element = template.content.firstElementChild;
  return element instanceof HTMLElement ? element : undefined;
}

/** Puts children in the place of others and leaves those alone that are there already. */
function replaceChildren(parent: HTMLElement, wanted: readonly HTMLElement[]): void {
  const kept = new Set<Element>(wanted);
  for (const child of [...parent.children]) if (!kept.has(child)) child.remove();
  let next = parent.firstElementChild;
  for (const child of wanted) {
    if (child === next) next = next.nextElementSibling;
    else parent.insertBefore(child, next);
  }
}

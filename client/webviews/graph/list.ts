/** The cables of the graph as a list: for search, for the keyboard, and for those who don't see the picture. */

import { words } from "../support/l10n.ts";
import type { GraphModel, GraphNode } from "./model.ts";

export interface ListEvents {
  readonly select: (place: number) => void;
  readonly open: (place: number) => void;
  readonly grow: (place: number) => void;
}

/** So many entries are made in one go: two thousand at once would hold up a frame. */
const SLICE = 150;

export class CableList {
  readonly #box: HTMLElement;
  readonly #events: ListEvents;
  #shown: readonly number[] = [];
  #selected: number | null = null;
  #filling = 0;

  constructor(box: HTMLElement, events: ListEvents) {
    this.#box = box;
    this.#events = events;
    box.addEventListener("keydown", (event) => this.#key(event));
    box.addEventListener("click", (event) => {
      const place = placeOf(event.target);
      if (place !== null) events.select(place);
    });
    box.addEventListener("dblclick", (event) => {
      const place = placeOf(event.target);
      if (place !== null) events.open(place);
    });
  }

  /** Lists the cables at these places, in this order. */
  show(model: GraphModel, places: readonly number[]): void {
    this.#shown = places;
    const own = ++this.#filling;
    this.#box.replaceChildren();
    let at = 0;
    const fill = (): void => {
      if (own !== this.#filling) return;
      const slice = places.slice(at, at + SLICE);
      this.#box.append(...slice.flatMap((place) => entry(model.nodes[place], place) ?? []));
      at += SLICE;
      this.select(this.#selected, { reveal: false });
      if (at < places.length) requestAnimationFrame(fill);
    };
    fill();
  }

  select(place: number | null, { reveal }: { readonly reveal: boolean }): void {
    this.#box.querySelector('[aria-selected="true"]')?.setAttribute("aria-selected", "false");
    this.#selected = place;
    const chosen = place === null ? null : document.getElementById(idOf(place));
    chosen?.setAttribute("aria-selected", "true");
    if (chosen === null) this.#box.removeAttribute("aria-activedescendant");
    else this.#box.setAttribute("aria-activedescendant", chosen.id);
    if (reveal) chosen?.scrollIntoView({ block: "nearest" });
  }

  #key(event: KeyboardEvent): void {
    const at = this.#selected === null ? -1 : this.#shown.indexOf(this.#selected);
    const last = this.#shown.length - 1;
    const goals: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(at + 1, last),
      ArrowUp: Math.max(at - 1, 0),
      PageDown: Math.min(at + 10, last),
      PageUp: Math.max(at - 10, 0),
      Home: 0,
      End: last,
    };
    const goal = this.#shown[goals[event.key] ?? -1];
    if (goal !== undefined) this.#events.select(goal);
    else if (this.#selected !== null && event.key === "Enter") this.#events.open(this.#selected);
    else if (this.#selected !== null && (event.key === "+" || event.key === " ")) this.#events.grow(this.#selected);
    else return;
    event.preventDefault();
  }
}

function entry(node: GraphNode | undefined, place: number): HTMLElement | null {
  if (node === undefined) return null;
  const { cable } = node;
  const line = document.createElement("div");
  line.id = idOf(place);
  line.dataset.place = String(place);
  line.setAttribute("role", "option");
  line.setAttribute("aria-selected", "false");
  line.className = cable.at === null ? "absent" : "";
  const name = document.createElement("span");
  name.className = "name";
  name.textContent = cable.mrn ?? cable.subject ?? "—";
  const about = document.createElement("span");
  about.className = "about";
  about.textContent = [
    cable.sent?.slice(0, 10) ?? null,
    cable.classification,
    cable.at === null ? words("absent") : cable.mrn === null ? null : cable.subject,
    words("counts", cable.cites, cable.citedBy),
  ]
    .filter((part) => part !== null)
    .join(" · ");
  line.append(name, about);
  return line;
}

function idOf(place: number): string {
  return `cable-${place}`;
}

function placeOf(target: EventTarget | null): number | null {
  const line = target instanceof Element ? target.closest<HTMLElement>("[data-place]") : null;
  return line === null ? null : Number(line.dataset.place);
}

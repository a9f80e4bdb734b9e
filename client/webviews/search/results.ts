/** The cables that were found, with the words in their lines: one list for the eye, the keyboard and a screen reader. */

import { button, element } from "../support/elements.ts";
import { counted, words } from "../support/l10n.ts";
import type { SearchedCable } from "./messages.ts";

export interface ResultEvents {
  readonly open: (cable: SearchedCable, match: number | null) => void;
  readonly addToDossier: (cable: SearchedCable) => void;
}

/** Shows cables in a list. Of all its buttons one is reached by Tab; arrow keys, Home and End go to the others. */
export class ResultList {
  readonly #list: HTMLElement;
  readonly #events: ResultEvents;
  readonly #language: string;

  constructor(list: HTMLElement, language: string, events: ResultEvents) {
    this.#list = list;
    this.#events = events;
    this.#language = language;
    list.addEventListener("keydown", (event) => this.#key(event));
    list.addEventListener("focusin", ({ target }) => {
      if (target instanceof HTMLElement) this.#makeCurrent(target);
    });
  }

  get length(): number {
    return this.#list.childElementCount;
  }

  show(cables: readonly SearchedCable[]): void {
    this.#list.replaceChildren();
    this.add(cables);
  }

  add(cables: readonly SearchedCable[]): void {
    this.#list.append(...cables.map((cable) => this.#entry(cable)));
    const [first] = this.#stops();
    if (first !== undefined && this.#list.querySelector('[tabindex="0"]') === null) this.#makeCurrent(first);
  }

  focus(): void {
    this.#list.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
  }

  #entry(cable: SearchedCable): HTMLElement {
    const { mrn, subject, sent, station, classification, matches, lines, files } = cable;
    const name = mrn ?? words("noNumber");
    const head = stop(() => this.#events.open(cable, null), "cable");
    head.append(
      element("strong", {}, name),
      element(
        "span",
        { class: "about" },
        [
          sent === null ? null : this.#day(sent),
          station,
          classification,
          files.length > 1 ? words("copies", files.length) : null,
        ]
          .filter((part) => part !== null)
          .join(" · "),
      ),
      element("span", { class: "subject" }, subject ?? ""),
    );
    const add = stop(() => this.#events.addToDossier(cable), "add");
    add.append("+");
    add.title = words("addToDossier", name);
    add.setAttribute("aria-label", words("addToDossier", name));
    const places = matches.map((match, index) => {
      const place = stop(() => this.#events.open(cable, index), "match");
      const where =
        match.paragraph !== null
          ? `¶${match.paragraph}${match.portion === null ? "" : ` ${inParentheses(match.portion)}`}`
          : (match.heading ?? "");
      place.append(element("span", { class: "where" }, where), element("span", { class: "line" }, ...marked(match)));
      return element("li", {}, place);
    });
    const more =
      lines > matches.length
        ? [element("li", { class: "rest" }, counted("moreLines", lines - matches.length, lines - matches.length))]
        : [];
    const below =
      places.length === 0 ? [] : [element("ul", { "aria-label": words("places", name) }, ...places, ...more)];
    return element(
      "li",
      { class: "found" },
      element("div", { class: "head" }, head, ...(mrn === null ? [] : [add])),
      ...below,
    );
  }

  #day(sent: string): string {
    return new Intl.DateTimeFormat(this.#language, { dateStyle: "medium", timeZone: "UTC" }).format(new Date(sent));
  }

  #stops(): HTMLElement[] {
    return [...this.#list.querySelectorAll<HTMLElement>("button")];
  }

  #makeCurrent(stop: HTMLElement): void {
    for (const other of this.#list.querySelectorAll('[tabindex="0"]')) other.setAttribute("tabindex", "-1");
    stop.setAttribute("tabindex", "0");
  }

  #key(event: KeyboardEvent): void {
    const stops = this.#stops();
    const { activeElement } = document;
    const at = activeElement instanceof HTMLElement ? stops.indexOf(activeElement) : -1;
    const goals: Readonly<Record<string, number>> = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: stops.length - 1,
    };
    const goal = stops[goals[event.key] ?? -1];
    if (goal === undefined) return;
    goal.focus();
    event.preventDefault();
  }
}

function stop(act: () => void, name: string): HTMLButtonElement {
  return button("", act, { class: name, tabindex: "-1" });
}

/** The portion mark as it is printed. */
function inParentheses(portion: string): string {
  return portion.startsWith("(") ? portion : `(${portion})`;
}

/** The line with the words of the query marked. */
function marked({ text, marks }: SearchedCable["matches"][number]): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let at = 0;
  for (const [start, end] of marks) {
    parts.push(text.slice(at, start), element("mark", {}, text.slice(start, end)));
    at = end;
  }
  parts.push(text.slice(at));
  return parts;
}

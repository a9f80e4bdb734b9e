/** What the chosen cable is, and what can be done with it. */

import { button, element } from "../support/elements.ts";
import { words } from "../support/l10n.ts";
import type { GraphNode } from "./model.ts";

export interface CardEvents {
  readonly open: () => void;
  readonly grow: () => void;
  /** Makes the cable the middle of the graph. */
  readonly centre: () => void;
}

/** The lines of the card; without a cable, how to choose one. */
export function cardOf(node: GraphNode | undefined, events: CardEvents): readonly HTMLElement[] {
  if (node === undefined) return [element("p", { class: "hint" }, words("hint"))];
  const { cable, hidden } = node;
  const facts = [cable.sent?.replace("T", " ").replace(/:00Z$/, "Z") ?? null, cable.classification];
  const actions = [
    ...(cable.at === null ? [] : [button(words("open"), events.open, { class: "primary" })]),
    ...(hidden === 0 ? [] : [button(words("grow", hidden), events.grow)]),
    button(words("centre"), events.centre),
  ];
  return [
    element("h2", {}, cable.mrn ?? words("unnumbered")),
    ...(cable.subject === null ? [] : [element("p", { class: "subject" }, cable.subject)]),
    element(
      "p",
      {},
      facts.filter((fact) => fact !== null).join(" · ") || words(cable.at === null ? "absent" : "unmarked"),
    ),
    ...(cable.at === null && facts.some((fact) => fact !== null) ? [element("p", {}, words("absent"))] : []),
    element("p", {}, words("counts", cable.cites, cable.citedBy)),
    element("div", { class: "actions" }, ...actions),
  ];
}

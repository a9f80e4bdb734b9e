/** The page of the citation graph: picture, search, details of the chosen cable, and all cables as a list. */

import "./graph.css";
import { editor } from "../support/editor.ts";
import { button, element } from "../support/elements.ts";
import { counted, words } from "../support/l10n.ts";
import { onMessages } from "../support/messages.ts";
import { cardOf } from "./details.ts";
import { Stage } from "./graph-view.ts";
import { layOut } from "./layout.ts";
import { legendOf } from "./legend.ts";
import { CableList } from "./list.ts";
import type { GraphMessages } from "./messages.ts";
import { type GraphModel, graphModel } from "./model.ts";
import { svgOf } from "./svg.ts";

const search = element("input", { type: "search", placeholder: words("search"), "aria-label": words("search") });
const status = element("p", { class: "status", role: "status" });
const canvas = element("canvas", {
  tabindex: "0",
  role: "application",
  "aria-label": words("picture"),
  "aria-describedby": "keys",
});
const card = element("section", { class: "card", "aria-label": words("chosen"), "aria-live": "polite" });
const entries = element("div", { class: "entries", role: "listbox", tabindex: "0", "aria-label": words("list") });
const legend = element("ul");
const legendBox = element("details", { class: "legend" }, element("summary", {}, words("legend")), legend);
// On a narrow page the picture needs the room.
legendBox.open = matchMedia("(min-width: 641px)").matches;
const nothing = element("p", { class: "nothing" });

document.body.append(
  element(
    "header",
    {},
    element("h1", { class: "unseen" }, words("title")),
    search,
    status,
    button(words("fit"), () => stage.fit()),
    button("PNG", savePng, { "aria-label": words("png") }),
    button("SVG", saveSvg, { "aria-label": words("svg") }),
  ),
  element(
    "main",
    {},
    element(
      "div",
      { class: "picture" },
      element("div", { class: "stage" }, canvas, element("p", { id: "keys", class: "unseen" }, words("keys")), nothing),
      legendBox,
    ),
    element("div", { class: "side" }, card, entries),
  ),
);

let model: GraphModel | null = null;
let selected: number | null = null;
let received = 0;
/** Whether another cable's graph is to be shown: it stays so until one is, though a later message overtakes the first. */
let isAnother = false;
const stage = new Stage(canvas, { select: (place) => choose(place, "picture"), open, grow });
const list = new CableList(entries, { select: (place) => choose(place), open, grow });
showCard();

onMessages<GraphMessages>({
  graph: (message) => void receive(message),
  nothing: ({ text }) => {
    received++;
    document.body.dataset.state = "empty";
    nothing.textContent = text;
    status.textContent = "";
  },
});

search.addEventListener("input", applySearch);
search.addEventListener("keydown", ({ key }) => {
  const [first] = foundPlaces();
  if (key === "Enter" && first !== undefined) choose(nextFound() ?? first);
});
new MutationObserver(() => stage.repaint()).observe(document.documentElement, {
  attributes: true,
  attributeFilter: ["style"],
});
new MutationObserver(() => stage.repaint()).observe(document.body, { attributes: true, attributeFilter: ["class"] });
editor.postMessage({ kind: "ready" });

/** Shows a graph, piece by piece, so that no frame waits for all of it. A graph that comes meanwhile goes before. */
async function receive({ graph, grown, shown }: GraphMessages["graph"]): Promise<void> {
  editor.setState(shown);
  const own = ++received;
  isAnother ||= grown === null;
  const next = graphModel(graph);
  const layout = layOut(next);
  let step = layout.next();
  while (step.done !== true) {
    await othersTurn();
    if (own !== received) return;
    step = layout.next();
  }
  const id = selected === null ? null : (model?.nodes[selected]?.cable.id ?? null);
  model = next;
  selected = isAnother ? next.root : id === null ? null : (next.places.get(id) ?? null);
  stage.show(next, step.value, isAnother ? null : grown);
  isAnother = false;
  stage.select(selected, { reveal: false });
  nothing.textContent = "";
  document.body.dataset.state = "shown";
  status.textContent = [
    [
      counted("cables", next.nodes.length, next.nodes.length),
      counted("citations", next.edges.length, next.edges.length),
    ].join(", "),
    graph.isCut ? words("cut") : null,
    graph.indexing ? words("indexing") : null,
  ]
    .filter((part) => part !== null)
    .join(" · ");
  await othersTurn();
  if (own !== received) return;
  legend.replaceChildren(...(stage.scene === null ? [] : legendOf(stage.scene)));
  showCard();
  await othersTurn();
  if (own === received) applySearch();
}

function othersTurn(): Promise<void> {
  return new Promise((resume) => setTimeout(resume));
}

function choose(place: number | null, from: "picture" | "list" = "list"): void {
  selected = place;
  // What is below the pointer stays below it.
  stage.select(place, { reveal: from === "list" });
  list.select(place, { reveal: true });
  showCard();
}

function open(place: number): void {
  const id = model?.nodes[place]?.cable.id;
  if (id !== undefined) editor.postMessage({ kind: "open", id });
}

function grow(place: number): void {
  const node = model?.nodes[place];
  if (node !== undefined && node.hidden > 0) editor.postMessage({ kind: "grow", id: node.cable.id });
}

function showCard(): void {
  const place = selected;
  card.replaceChildren(
    ...cardOf(place === null ? undefined : model?.nodes[place], {
      open: () => (place === null ? undefined : open(place)),
      grow: () => (place === null ? undefined : grow(place)),
      centre: () => {
        const id = place === null ? undefined : model?.nodes[place]?.cable.id;
        if (id !== undefined) editor.postMessage({ kind: "centre", id });
      },
    }),
  );
}

/** The cables that hold all words of the search, by date as in the picture. */
function foundPlaces(): readonly number[] {
  if (model === null) return [];
  const { nodes } = model;
  const wanted = search.value
    .toUpperCase()
    .split(/\s+/)
    .filter((word) => word !== "");
  return nodes
    .map((_, place) => place)
    .filter((place) => {
      const cable = nodes[place]?.cable;
      const text = [cable?.mrn, cable?.subject, cable?.classification].join(" ").toUpperCase();
      return wanted.every((word) => text.includes(word));
    })
    .sort((one, other) => (nodes[one]?.day ?? 0) - (nodes[other]?.day ?? 0));
}

function nextFound(): number | undefined {
  const found = foundPlaces();
  return selected === null ? found[0] : found[found.indexOf(selected) + 1];
}

function applySearch(): void {
  if (model === null) return;
  const found = foundPlaces();
  stage.mark(search.value.trim() === "" ? null : new Set(found));
  list.show(model, found);
  list.select(selected, { reveal: true });
}

function savePng(): void {
  const data = stage.png();
  if (data !== null) editor.postMessage({ kind: "savePng", data });
}

function saveSvg(): void {
  if (stage.scene === null || model === null) return;
  const root = model.nodes[model.root]?.cable;
  const title = words("pictureOf", root?.mrn ?? root?.subject ?? "");
  editor.postMessage({ kind: "saveSvg", text: svgOf(stage.scene, stage.palette, title) });
}

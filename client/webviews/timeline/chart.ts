/** One row of bars over time, for the eye, the pointer and the keyboard. */

import { button, element } from "../support/elements.ts";
import { counted } from "../support/l10n.ts";
import { type Bin, binName, scaleTop } from "./bins.ts";

export interface ChartEvents {
  /** Chooses the cables of a stretch of time. */
  readonly list: (bin: Bin) => void;
  /** Shows this stretch of time alone. */
  readonly zoom: (bin: Bin) => void;
  readonly status: (text: string) => void;
}

export interface Row {
  readonly name: string;
  readonly about: string | null;
  readonly cables: number;
  readonly sums: readonly number[];
}

const SVG = "http://www.w3.org/2000/svg";
const language = document.documentElement.lang || "en";

/** A row with its name; the first one is higher and has the years below it. */
export function chartRow(row: Row, bins: readonly Bin[], isFirst: boolean, events: ChartEvents): HTMLElement {
  const top = scaleTop(row.sums.reduce((most, sum) => Math.max(most, sum), 0));
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${Math.max(1, bins.length)} 100`);
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  const bars = bins.map((_, at) => bar(at, ((row.sums[at] ?? 0) / top) * 100));
  svg.append(...bars);
  const chart = element("div", {
    class: "chart",
    role: "slider",
    tabindex: "0",
    "aria-label": counted("row", row.cables, row.name, row.cables),
    "aria-valuemin": "0",
    "aria-valuemax": String(Math.max(0, bins.length - 1)),
  });
  chart.append(svg);
  let cursor = Math.max(0, row.sums.indexOf(Math.max(...row.sums)));
  const say = (at: number): string => {
    const bin = bins[at];
    const sum = row.sums[at] ?? 0;
    return bin === undefined ? "" : counted("bar", sum, binName(bin, language), sum);
  };
  const show = (at: number): void => {
    bars[cursor]?.classList.remove("here");
    cursor = at;
    bars[cursor]?.classList.add("here");
    chart.setAttribute("aria-valuenow", String(cursor));
    chart.setAttribute("aria-valuetext", say(cursor));
    events.status(`${row.name} · ${say(cursor)}`);
  };
  chart.setAttribute("aria-valuenow", String(cursor));
  chart.setAttribute("aria-valuetext", say(cursor));
  const at = (event: PointerEvent): number => {
    const { left, width } = chart.getBoundingClientRect();
    return Math.min(bins.length - 1, Math.max(0, Math.floor(((event.clientX - left) / width) * bins.length)));
  };
  let dragged: number | null = null;
  const mark = (from: number | null, to: number): void =>
    bars.forEach((one, place) => {
      one.classList.toggle("chosen", from !== null && place >= Math.min(from, to) && place <= Math.max(from, to));
    });
  chart.addEventListener("pointerdown", (event) => {
    dragged = at(event);
    chart.setPointerCapture(event.pointerId);
  });
  chart.addEventListener("pointermove", (event) => {
    show(at(event));
    if (dragged !== null && dragged !== cursor) mark(dragged, cursor);
  });
  chart.addEventListener("pointerup", (event) => {
    const end = at(event);
    const start = dragged ?? end;
    dragged = null;
    mark(null, 0);
    const [one, other] = [bins[Math.min(start, end)], bins[Math.max(start, end)]];
    if (one === undefined || other === undefined) return;
    if (start === end) events.list(one);
    else events.zoom({ from: one.from, to: other.to });
  });
  chart.addEventListener("keydown", (event) => {
    const goals: Readonly<Record<string, number>> = {
      ArrowRight: cursor + 1,
      ArrowLeft: cursor - 1,
      PageDown: cursor + 12,
      PageUp: cursor - 12,
      Home: 0,
      End: bins.length - 1,
    };
    const goal = goals[event.key];
    const bin = bins[cursor];
    if (goal !== undefined) show(Math.min(bins.length - 1, Math.max(0, goal)));
    else if (event.key === "Enter" && bin !== undefined) events.list(bin);
    else if (event.key === "+" && bin !== undefined) {
      events.zoom({ from: bins[Math.max(0, cursor - 6)]?.from ?? bin.from, to: bins[cursor + 6]?.to ?? bin.to });
    } else return;
    event.preventDefault();
  });
  const first = bins[0];
  const last = bins.at(-1);
  const all = first === undefined || last === undefined ? null : { from: first.from, to: last.to };
  return element(
    "div",
    { class: isFirst ? "row first" : "row" },
    element(
      "div",
      { class: "name" },
      element("strong", {}, row.name),
      element("span", {}, row.about ?? ""),
      ...(all === null
        ? []
        : [
            button(row.cables.toLocaleString(language), () => events.list(all), {
              class: "count",
              "aria-label": counted("listOf", row.cables, row.name, row.cables),
            }),
          ]),
    ),
    element(
      "div",
      { class: "plot" },
      chart,
      element("span", { class: "top", "aria-hidden": "true" }, top.toLocaleString(language)),
    ),
  );
}

function bar(at: number, height: number): SVGRectElement {
  const rect = document.createElementNS(SVG, "rect");
  // What is there is seen, however little it is.
  const shown = height === 0 ? 0 : Math.max(height, 2);
  rect.setAttribute("x", String(at + 0.08));
  rect.setAttribute("width", "0.84");
  rect.setAttribute("y", String(100 - shown));
  rect.setAttribute("height", String(shown));
  return rect;
}

/** The years below the bars: as many as have room. */
export function yearsAxis(bins: readonly Bin[]): HTMLElement {
  const starts = bins.flatMap(({ from, to }, at) => {
    const year = Math.ceil(from / 12);
    return year * 12 <= to ? [{ at, year }] : [];
  });
  const every = [1, 2, 5, 10, 20].find((step) => starts.length / step <= 12) ?? 50;
  const labels = starts
    .filter(({ year }) => year % every === 0)
    .map(({ at, year }) => {
      const label = element("span", {}, String(year));
      label.style.left = `${(at / bins.length) * 100}%`;
      return label;
    });
  return element("div", { class: "years", "aria-hidden": "true" }, ...labels);
}

/** The page of the timeline: filters, bars by month, the same as a table, and the cables behind a bar. */

import "./timeline.css";
import { editor } from "../support/editor.ts";
import { button, element } from "../support/elements.ts";
import { counted, words } from "../support/l10n.ts";
import { onMessages } from "../support/messages.ts";
import { type Bin, binName, binsOf, sumsOf } from "./bins.ts";
import { chartRow, type Row, yearsAxis } from "./chart.ts";
import type { CableRow, TimelineAnswer, TimelineMessages } from "./messages.ts";

/** So many bars can be told apart and hit. */
const MOST_BARS = 120;

/** In milliseconds: who types is not asked after every letter. */
const PAUSE = 150;

const language = document.documentElement.lang || "en";
const text = (name: string, list?: string): HTMLInputElement =>
  element("input", {
    type: list === undefined ? "search" : "text",
    "aria-label": words(name),
    placeholder: words(name),
    ...(list === undefined ? {} : { list }),
  });
const wordsField = text("words");
const tagField = text("tag", "tags");
const stationField = text("station", "stations");
const level = choice(
  "classification",
  ["", "UNCLASSIFIED", "LIMITED OFFICIAL USE", "CONFIDENTIAL", "SECRET", "TOP SECRET"],
  (value) => value || words("anyClassification"),
);
const by = choice("by", ["", "station", "tag", "classification"], (value) => words(`by.${value}`));
const tags = element("datalist", { id: "tags" });
const stations = element("datalist", { id: "stations" });
const whole = button(words("allYears"), () => zoom(null));
const status = element("p", { class: "status", role: "status" });
const pointed = element("p", { class: "pointed", "aria-hidden": "true" });
const charts = element("div", { class: "charts" });
const table = element("div", { class: "table", tabindex: "0", role: "region", "aria-label": words("table") });
const tableBox = element("details", {}, element("summary", {}, words("table")), table);
const listTitle = element("h2");
const list = element("ul");
const listBox = element("section", { class: "list", "aria-label": words("list") }, listTitle, list);

document.body.append(
  element(
    "header",
    {},
    element("h1", { class: "unseen" }, words("title")),
    wordsField,
    tagField,
    stationField,
    level,
    by,
    whole,
    tags,
    stations,
  ),
  element("main", {}, element("div", { class: "time" }, status, charts, pointed, tableBox), listBox),
);

let range: Bin | null = restore();
let answer: TimelineAnswer | null = null;
let timer: ReturnType<typeof setTimeout> | undefined;

for (const field of [wordsField, tagField, stationField, level, by]) {
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
}
onMessages<TimelineMessages>({
  timeline: (message) => {
    answer = message.answer;
    show();
  },
  values: (message) => {
    fill(tags, message.tags);
    fill(stations, message.stations);
  },
  cables: (message) => showList(message.title, message.cables, message.total),
});
ask();

function choice(name: string, values: readonly string[], label: (value: string) => string): HTMLSelectElement {
  return element(
    "select",
    { "aria-label": words(name) },
    ...values.map((value) => element("option", { value }, label(value))),
  );
}

function fill(datalist: HTMLDataListElement, groups: TimelineMessages["values"]["tags"]): void {
  const named = groups.filter(({ value }) => value !== null);
  datalist.replaceChildren(
    ...named.map(({ value, title, cables }) =>
      element("option", { value: String(value) }, [title, cables].filter((part) => part !== null).join(" · ")),
    ),
  );
}

/** What the fields say now. */
function filter(): Readonly<Record<string, string | number | null>> {
  return {
    words: wordsField.value,
    tag: tagField.value.trim().toUpperCase(),
    station: stationField.value.trim().toUpperCase(),
    classification: level.value,
    by: by.value,
    from: range?.from ?? null,
    to: range?.to ?? null,
  };
}

function ask(): void {
  editor.setState(filter());
  editor.postMessage({ kind: "ask", ...filter() });
}

/** Puts into the fields what they said before the window was reloaded; answers the time that was shown alone. */
function restore(): Bin | null {
  const state = editor.getState();
  const before = new Map<string, unknown>(typeof state === "object" && state !== null ? Object.entries(state) : []);
  for (const [name, field] of [
    ["words", wordsField],
    ["tag", tagField],
    ["station", stationField],
    ["classification", level],
    ["by", by],
  ] as const) {
    const value = before.get(name);
    if (typeof value === "string") field.value = value;
  }
  const [from, to] = [before.get("from"), before.get("to")];
  return typeof from === "number" && typeof to === "number" ? { from, to } : null;
}

function zoom(bin: Bin | null): void {
  range = bin;
  ask();
}

/** The cables of a stretch of time, of all rows or of one group. */
function askList(bin: Bin, group: string | null, title: string): void {
  editor.postMessage({
    kind: "list",
    ...filter(),
    from: bin.from,
    to: bin.to,
    isGroup: group !== null,
    group: group ?? "",
    title,
  });
}

function show(): void {
  if (answer === null) return;
  const { first, counts, total, undated, groups, allGroups, indexing } = answer;
  whole.hidden = range === null;
  const start = range?.from ?? first ?? 0;
  const end = range?.to ?? (first ?? 0) + counts.length - 1;
  const bins = first === null ? [] : binsOf(start, end, MOST_BARS);
  status.textContent = [
    counted("total", total, total.toLocaleString(language)),
    undated > 0 ? words("undated", undated.toLocaleString(language)) : null,
    allGroups > groups.length ? words("largest", groups.length, allGroups) : null,
    indexing ? words("indexing") : null,
  ]
    .filter((part) => part !== null)
    .join(" · ");
  const sums = (of: readonly number[]): readonly number[] => sumsOf(bins, first ?? 0, of);
  const all: Row = { name: words("all"), about: null, cables: total, sums: sums(counts) };
  const rows = groups.map((group): Row & { readonly key: string } => ({
    key: group.value === null ? "" : String(group.value),
    name: group.value === null ? words("without") : String(group.value),
    about: group.title,
    cables: group.cables,
    sums: sums(group.counts),
  }));
  const events = (name: string, key: string | null) => ({
    list: (bin: Bin) => askList(bin, key, `${name} · ${binName(bin, language)}`),
    zoom,
    status: (line: string) => {
      pointed.textContent = line;
    },
  });
  charts.replaceChildren(
    ...(bins.length === 0
      ? [element("p", { class: "nothing" }, words("nothing"))]
      : [
          chartRow(all, bins, true, events(all.name, null)),
          yearsAxis(bins),
          ...rows.map((row) => chartRow(row, bins, false, events(row.name, row.key))),
        ]),
  );
  pointed.textContent = words("hint");
  showTable(bins, [all, ...rows]);
}

/** The same numbers for who does not see the bars. */
function showTable(bins: readonly Bin[], rows: readonly Row[]): void {
  const head = element(
    "tr",
    {},
    element("th", { scope: "col" }, words("time")),
    ...rows.map(({ name }) => element("th", { scope: "col" }, name)),
  );
  const lines = bins.flatMap((bin, at) =>
    rows.some(({ sums }) => (sums[at] ?? 0) > 0)
      ? [
          element(
            "tr",
            {},
            element("th", { scope: "row" }, binName(bin, language)),
            ...rows.map(({ sums }) => element("td", {}, String(sums[at] ?? 0))),
          ),
        ]
      : [],
  );
  table.replaceChildren(element("table", {}, element("thead", {}, head), element("tbody", {}, ...lines)));
}

function showList(title: string, cables: readonly CableRow[], total: number): void {
  listTitle.textContent =
    total > cables.length ? words("first", title, cables.length, total) : counted("allOf", total, title, total);
  list.replaceChildren(
    ...cables.map(({ mrn, subject, sent, classification, uri }) => {
      const name = mrn ?? subject ?? "—";
      const about = [sent?.slice(0, 10), classification, mrn === null ? null : subject]
        .filter((part) => part != null)
        .join(" · ");
      const link = button("", () => editor.postMessage({ kind: "open", uri }));
      link.append(element("strong", {}, name), element("span", {}, about));
      return element("li", {}, link);
    }),
  );
  listBox.classList.add("shown");
}

/** The page of the search: a query, what is wrong with it, what it found by cable, and facets to narrow it by. */

import "./search.css";
import { editor } from "../support/editor.ts";
import { button, element } from "../support/elements.ts";
import { counted, words } from "../support/l10n.ts";
import { onMessages } from "../support/messages.ts";
import type { SearchAnswer, SearchFacet, SearchMessages } from "./messages.ts";
import { fieldOf, replaced, toggled } from "./query-edit.ts";
import { ResultList } from "./results.ts";

const language = document.documentElement.lang || "en";
const FACETS: readonly SearchFacet[] = ["year", "station", "tag", "classification"];
/** By which field of the query a facet is narrowed. */
const FIELDS: Readonly<Record<SearchFacet, string>> = {
  year: "year",
  station: "from",
  tag: "tag",
  classification: "class",
};
/** Groups of a facet that are shown before the others are asked for. */
const MOST_SHOWN = 8;

const query = element("input", {
  type: "search",
  "aria-label": words("query"),
  placeholder: words("query"),
  spellcheck: "false",
});
const sort = element(
  "select",
  { "aria-label": words("sort") },
  ...["date", "fit"].map((value) => element("option", { value }, words(`sort.${value}`))),
);
const stop = button(words("stop"), () => editor.postMessage({ kind: "stop" }));
const save = button(words("save"), () => editor.postMessage({ kind: "save", query: query.value }));
const problems = element("div", { class: "problems", role: "alert" });
const status = element("p", { class: "status", role: "status" });
const progress = element("progress", { "aria-label": words("progress") });
const facets = element("aside", { "aria-label": words("facets") });
const results = element("ul", { class: "results", "aria-label": words("results") });
const more = button(words("more"), () => editor.postMessage({ kind: "more", from: list.length, sort: sort.value }));
const hint = element("p", { class: "hint" }, words("hint"));

document.body.append(
  element(
    "header",
    {},
    element("h1", { class: "unseen" }, words("title")),
    query,
    sort,
    button(words("search"), ask),
    stop,
    save,
  ),
  element("div", { class: "told" }, problems, status, progress),
  element("main", {}, facets, element("section", { "aria-label": words("results") }, hint, results, more)),
);

const list = new ResultList(results, language, {
  open: (cable, match) => {
    const position = match === null ? cable.position : cable.matches[match]?.position;
    if (position !== undefined) editor.postMessage({ kind: "open", uri: cable.uri, ...position });
  },
  addToDossier: ({ mrn }) => editor.postMessage({ kind: "dossier", mrn }),
});
let isEarly = false;
show(false);
more.hidden = true;
restore();

query.addEventListener("keydown", (event) => {
  if (event.key === "Enter") ask();
  if (event.key === "ArrowDown") {
    list.focus();
    event.preventDefault();
  }
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && !stop.hidden) editor.postMessage({ kind: "stop" });
});
sort.addEventListener("change", ask);

onMessages<SearchMessages>({
  query: (message) => {
    query.value = message.query;
    ask();
  },
  progress: ({ progress: { done, total, found, cables } }) => {
    if (stop.hidden) return;
    progress.max = Math.max(1, total);
    progress.value = done;
    status.textContent = words(
      "looked",
      found.toLocaleString(language),
      done.toLocaleString(language),
      total.toLocaleString(language),
    );
    if (cables !== undefined && isEarly && sort.value === "date") list.show(cables);
  },
  answer: ({ answer }) => {
    show(false);
    isEarly = false;
    if (answer !== null) showAnswer(answer);
  },
  page: ({ cables }) => {
    list.add(cables);
    if (cables.length === 0) more.hidden = true;
  },
});

function ask(): void {
  const asked = query.value.trim();
  editor.setState({ query: asked, sort: sort.value });
  problems.replaceChildren();
  save.disabled = asked === "";
  if (asked === "") {
    list.show([]);
    facets.replaceChildren();
    status.textContent = "";
    hint.hidden = false;
    more.hidden = true;
    return;
  }
  hint.hidden = true;
  isEarly = true;
  show(true);
  progress.removeAttribute("value");
  status.textContent = words("searching");
  editor.postMessage({ kind: "ask", query: asked, sort: sort.value });
}

/** Shows that a search is under way, or is not. */
function show(isSearching: boolean): void {
  stop.hidden = !isSearching;
  progress.hidden = !isSearching;
}

function showAnswer(answer: SearchAnswer): void {
  const { cables, total, meanings, unread, isWhole, indexing } = answer;
  showProblems(answer);
  list.show(cables);
  more.hidden = cables.length >= total;
  showFacets(answer);
  status.textContent =
    answer.problems.length > 0
      ? ""
      : [
          total === 0 ? words("nothing") : counted("total", total, total.toLocaleString(language)),
          ...meanings.map(({ typed, meaning }) => words("means", typed, meaning)),
          isWhole ? null : words("stopped"),
          unread > 0 ? counted("unread", unread, unread) : null,
          indexing ? words("indexing") : null,
        ]
          .filter((part) => part !== null)
          .join(" · ");
}

function showProblems({ problems: all }: SearchAnswer): void {
  problems.replaceChildren(
    ...all.map(({ message, start, end, suggestions }) => {
      const line = element("p", {}, words("problem", start + 1, message), " ");
      for (const name of suggestions) {
        line.append(
          button(name, () => {
            query.value = replaced(query.value, start, end, name);
            query.focus();
            ask();
          }),
          " ",
        );
      }
      return line;
    }),
  );
  const [first] = all;
  if (first !== undefined && document.activeElement === query) query.setSelectionRange(first.start, first.end);
}

function showFacets({ facets: all, total }: SearchAnswer): void {
  facets.replaceChildren(
    ...(total === 0 ? [] : FACETS).map((facet) => {
      const groups = all[facet].filter(({ value }) => value !== null);
      const entries = groups.map(({ value, title, cables }) => {
        const field = fieldOf(FIELDS[facet], String(value).toLowerCase());
        const isOn = toggled(query.value, field).length < query.value.length;
        const chosen = button("", () => {
          query.value = toggled(query.value, field);
          ask();
        });
        chosen.setAttribute("aria-pressed", String(isOn));
        if (title !== null) chosen.title = title;
        chosen.append(
          element(
            "span",
            { class: "value" },
            String(value),
            ...(title === null ? [] : [element("span", { class: "title" }, title)]),
          ),
          element("span", { class: "count" }, cables.toLocaleString(language)),
        );
        return element("li", {}, chosen);
      });
      const rest = entries.slice(MOST_SHOWN);
      const shown = element("ul", {}, ...entries.slice(0, MOST_SHOWN));
      const box = element("section", {}, element("h2", {}, words(`facet.${facet}`)), shown);
      if (rest.length > 0) {
        const all = button(words("allOf", rest.length), () => {
          shown.append(...rest);
          all.remove();
        });
        box.append(all);
      }
      return box;
    }),
  );
}

/** Asks again what was asked before the window was reloaded. */
function restore(): void {
  const state = editor.getState();
  const before = new Map<string, unknown>(typeof state === "object" && state !== null ? Object.entries(state) : []);
  const [asked, order] = [before.get("query"), before.get("sort")];
  if (order === "fit" || order === "date") sort.value = order;
  if (typeof asked === "string" && asked !== "") query.value = asked;
  editor.postMessage({ kind: "ready" });
  ask();
  query.focus();
}

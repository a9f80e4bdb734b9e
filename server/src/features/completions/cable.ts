/** Offers whole cables of each form, where nothing is typed yet. */

import type { CableIndex } from "../../corpus/cable-index.ts";
import type { Vocabulary } from "../../vocabulary/vocabulary.ts";
import { cableGroups } from "../cable-list.ts";
import { type CompletionContext, type CompletionProvider, type Moment, proposal } from "./completion.ts";
import type { CableTemplate } from "./support/cable-template.ts";
import CABLE_TEMPLATES from "./support/cable-templates.json" with { type: "json" };
import { declassificationForms, orderInForce } from "./support/executive-order.ts";

export const cable: CompletionProvider = {
  kind: "cable",
  rank: 0,
  at(context) {
    const { tree, drafting } = context;
    const typed = tree.lines.text.trim();
    // Nothing but the word that asks for one.
    if (typed.length > 24 || !/^[A-Za-z, ]*$/.test(typed) || drafting.before.trim() !== typed) return null;
    const known = knownOf(context);
    return {
      span: { start: drafting.lineStart, end: drafting.lineEnd },
      proposals: CABLE_TEMPLATES.filter(({ label }) => label.startsWith(typed.toLowerCase())).map((template) => {
        const snippet = filledIn(template, known);
        return proposal({
          label: template.label,
          kind: "cable",
          detail: template.title,
          text: withoutPlaces(snippet),
          snippet,
          key: template.label,
        });
      }),
      isIncomplete: false,
    };
  },
  async explain(key) {
    const template = CABLE_TEMPLATES.find(({ label }) => label === key);
    if (template === undefined) return null;
    const text = withoutPlaces(filledIn(template, PLACEHOLDERS));
    return { markdown: `\`\`\`cable\n${text}\n\`\`\``, plain: text };
  },
};

/** What a cable that is begun hangs on. */
type Beginning = Pick<CompletionContext, "tree" | "vocabulary" | "now">;

/** A whole cable to begin with. */
export interface NewCable {
  readonly label: string;
  readonly title: string;
  /** In the syntax of snippets. */
  readonly snippet: string;
}

/** A cable of each form to begin with. Where its station is not known, those of the index are offered, the one with most cables first. */
export function newCables(beginning: Beginning, index: CableIndex | null): readonly NewCable[] {
  const known = knownOf(beginning);
  const isKnown = index === null || beginning.tree.partialMrn.station !== null;
  const offered = isKnown ? [] : stationsOf(index, beginning.vocabulary);
  return CABLE_TEMPLATES.map((template) => ({
    label: template.label,
    title: template.title,
    snippet: withChoices(filledIn(template, known), offered),
  }));
}

/** So many stations are offered at once: a longer list is slower to read than a name is to type. */
const MOST_STATIONS = 12;

/** The names of the stations with the most cables, those first. */
function stationsOf(index: CableIndex, vocabulary: Vocabulary): readonly string[] {
  return [...cableGroups({}, "station", index, vocabulary).groups]
    .sort((one, other) => other.cables - one.cables)
    .flatMap(({ value }) => (typeof value === "string" ? [vocabulary.stations.byId(value)?.name ?? value] : []))
    .slice(0, MOST_STATIONS);
}

/** The place for the station as a choice, what is not among them first; where it comes again it says the same. */
function withChoices(snippet: string, offered: readonly string[]): string {
  if (offered.length === 0) return snippet;
  const choice = [PLACEHOLDERS.station, ...offered].map((name) => name.replace(/[\\,|]/g, "\\$&")).join(",");
  return snippet.replace(STATION_PLACE, `\${1|${choice}|}`).replaceAll(STATION_PLACE, "$1");
}

/** What stands for what is not known. */
const PLACEHOLDERS = {
  order: "13526",
  declassification: "DECL: mm/dd/yyyy",
  dtg: "ddhhmmZ MON yy",
  date: "Mon d, yyyy",
  year: "yy",
  station: "STATION",
  serial: "000000",
  post: "AMEMBASSY STATION",
};

/** In templates of a form that prints its station it is the first place. */
const STATION_PLACE = `\${1:${PLACEHOLDERS.station}}`;

/** What is known of the cable to be, by the names that templates have for it. */
function knownOf({ tree, vocabulary, now }: Beginning): Readonly<Record<string, string>> {
  const { station, serial } = tree.partialMrn;
  const today = { vocabulary, date: now };
  const order = orderInForce(today);
  const known = station === null ? undefined : vocabulary.stations.byId(station);
  return {
    order,
    declassification: declassificationForms(order, now)[0]?.text ?? "N/A",
    dtg: dateTimeGroup(now),
    date: longDay(now),
    year: String(now.year % 100).padStart(2, "0"),
    station: known?.name ?? station ?? PLACEHOLDERS.station,
    serial: serial === null ? PLACEHOLDERS.serial : String(serial).padStart(6, "0"),
    post: known?.post ?? PLACEHOLDERS.post,
  };
}

function filledIn({ lines }: CableTemplate, known: Readonly<Record<string, string>>): string {
  return lines
    .join("\n")
    .replace(/\{(order|declassification|dtg|date|year|station|serial|post)\}/g, (whole, name: string) => {
      return known[name] ?? whole;
    });
}

/** The text of a snippet, as it is before anything is filled in. */
function withoutPlaces(snippet: string): string {
  return snippet.replace(/\$\{\d{1,3}:([^}]{0,500})\}/g, "$1").replace(/\$\d/g, "");
}

const MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];

/** `231410Z NOV 26` */
function dateTimeGroup({ year, month, day, hour, minute }: Moment): string {
  return `${two(day)}${two(hour)}${two(minute)}Z ${MONTHS[month - 1] ?? ""} ${two(year % 100)}`;
}

/** `Nov 23, 2026` */
function longDay({ year, month, day }: Moment): string {
  const name = MONTHS[month - 1] ?? "";
  return `${name.charAt(0)}${name.slice(1).toLowerCase()} ${day}, ${year}`;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

/** Offers whole cables of each form, where nothing is typed yet. */

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

/** A cable of each form to begin with. */
export function newCables(beginning: Beginning): readonly NewCable[] {
  const known = knownOf(beginning);
  return CABLE_TEMPLATES.map((template) => ({
    label: template.label,
    title: template.title,
    snippet: filledIn(template, known),
  }));
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

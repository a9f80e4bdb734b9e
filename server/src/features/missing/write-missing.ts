/** A list of missing cables as people take it away: a table to read, rows for a spreadsheet, letters to the archives. */

import type { CanonicalMrn } from "../../cable/mrn.ts";
import { fullYear } from "../../cable/mrn.ts";
import { mrnKey } from "../../corpus/columns/mrn-key.ts";
import type { MissingCable } from "../../corpus/facets/missing-cables.ts";
import type { LikelyDays } from "../../corpus/serial-series.ts";
import { csvRow } from "../../text/csv.ts";
import { defaultStations } from "../../vocabulary/stations.ts";
import { ARCHIVES } from "./archives.ts";

/** Columns of the table and of the rows. */
const TITLES = [
  "MRN",
  "As typed",
  "Year",
  "Station",
  "Serial",
  "Before",
  "Cited by",
  "Citing cables",
  "Likely days",
] as const;

/** What is shown of one missing cable, in the order of `TITLES`. */
function valuesOf(cable: MissingCable): readonly string[] {
  const { year, station, serial } = partsOf(cable.mrn);
  return [
    cable.mrn,
    typed(cable.mrn),
    year === null ? "" : String(year),
    station,
    serial === null ? "" : String(serial),
    cable.before === null ? "" : isoDay(cable.before),
    String(cable.citing),
    cable.citers.map(typed).join("; ") + (cable.citing > cable.citers.length && cable.citers.length > 0 ? "; …" : ""),
    cable.likely === null ? "" : daysOf(cable.likely),
  ];
}

/** Wider cells are not waited for: one long list of citing cables would move all others out of sight. */
const WIDEST = 40;

/** A Markdown document, its columns below each other as it stands; `total` is larger than the list where that was cut. */
export function missingMarkdown(cables: readonly MissingCable[], total: number): string {
  const head = `# Missing references\n\n${
    total === 0
      ? "Every cable that is cited is there.\n"
      : `${plural(total, "cable is", "cables are")} cited and not there${
          total > cables.length ? `; the ${cables.length.toLocaleString("en-US")} most cited are shown` : ""
        }. *Before*: the day on which the first cable that cites it was sent. *Likely days*: by the numbers and dates of its station’s other cables.\n`
  }`;
  if (cables.length === 0) return head;
  const rows: (readonly string[])[] = [TITLES, ...cables.map((cable) => valuesOf(cable).map(cell))];
  const widths = TITLES.map((_, column) =>
    rows.reduce((widest, values) => Math.max(widest, Math.min(values[column]?.length ?? 0, WIDEST)), 3),
  );
  const line = (values: readonly string[]): string =>
    `| ${values.map((value, column) => value.padEnd(widths[column] ?? 0)).join(" | ")} |\n`;
  const [titles, ...others] = rows.map(line);
  return `${head}\n${titles}${line(widths.map((width) => "-".repeat(width)))}${others.join("")}`;
}

/** RFC 4180 with a header row. A value that a spreadsheet would run as a formula begins with an apostrophe. */
export function missingCsv(cables: readonly MissingCable[]): string {
  const rows: (readonly string[])[] = [TITLES, ...cables.map(valuesOf)];
  return rows.map(csvRow).join("");
}

/** A letter to each archive that may keep some of the cables, ready to be pasted; "" where nothing is missing. */
export function missingRequests(cables: readonly MissingCable[]): string {
  const letters: string[] = [];
  for (const { name, from, to, letter } of ARCHIVES) {
    const asked = cables.filter(({ mrn }) => {
      const { year } = partsOf(mrn);
      return year !== null && year >= from && year <= to;
    });
    if (asked.length === 0) continue;
    const list = asked.map((cable, index) => `${index + 1}. ${lineOf(cable)}`).join("\n");
    const filled = letter
      .replace("{count}", () => plural(asked.length, "cable", "cables"))
      .replace("{list}", () => list);
    letters.push(`## ${name}\n\n${filled}`);
  }
  return letters.join("\n");
}

/** `09 SHANGHAI 57 (Consulate Shanghai …; before 2009-08-28; cited in 09 SHANGHAI 374)` */
function lineOf(cable: MissingCable): string {
  const post = defaultStations().byId(partsOf(cable.mrn).station)?.post ?? null;
  const remarks = [
    ...(post === null ? [] : [post]),
    ...sentRemarks(cable),
    ...(cable.citers[0] === undefined ? [] : [`cited in ${cable.citers.slice(0, 3).map(typed).join(", ")}`]),
  ];
  return typed(cable.mrn) + (remarks.length === 0 ? "" : ` (${remarks.join("; ")})`);
}

/** What is known of the day, nearest first: by the station's other numbers, else by the first cable that cites it. */
function sentRemarks({ likely, before }: MissingCable): readonly string[] {
  if (likely !== null)
    return [`sent about ${isoDay(likely.likely)}, between ${daysOf(likely).replace(" – ", " and ")}`];
  return before === null ? [] : [`sent before or on ${isoDay(before)}`];
}

/** `2009-08-03 – 2009-08-05`; one day alone where both are the same. */
export function daysOf({ from, to }: LikelyDays): string {
  const [first, last] = [isoDay(from), isoDay(to)];
  return first === last ? first : `${first} – ${last}`;
}

function partsOf(mrn: CanonicalMrn): {
  readonly year: number | null;
  readonly station: string;
  readonly serial: number | null;
} {
  const { year, station, serial } = mrnKey(mrn);
  return { year: year < 0 ? null : fullYear(year), station, serial: serial < 0 ? null : serial };
}

/** `09 SHANGHAI 57`, with a station's blanks where it is known. */
function typed(mrn: CanonicalMrn): string {
  const { year, station, serial } = mrnKey(mrn);
  if (year < 0) return mrn;
  return `${String(year).padStart(2, "0")} ${defaultStations().byId(station)?.name ?? station} ${serial}`;
}

function isoDay(minutes: number): string {
  return new Date(minutes * 60_000).toISOString().slice(0, 10);
}

/** A station may be any letters of any text: nothing in a cell is markup. */
function cell(value: string): string {
  return value.replace(/[\\|`*_<>[\]]/g, "\\$&").replace(/\s+/g, " ");
}

function plural(count: number, one: string, many: string): string {
  return `${count.toLocaleString("en-US")} ${count === 1 ? one : many}`;
}

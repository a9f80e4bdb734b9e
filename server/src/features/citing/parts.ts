/** What a citation says of a cable, taken from its tree: who to whom, when, under which number, and where it is kept. */

import { canonicalMrn } from "../../cable/mrn.ts";
import type { CableTree, OutlineNode, Paragraph } from "../../cable/tree.ts";
import { withoutEntities } from "../../text/entities.ts";
import type { Span } from "../../text/span.ts";
import { LONG_MONTHS } from "../../vocabulary/date.ts";
import { defaultStations, findStation } from "../../vocabulary/stations.ts";
import { DATE_FIELD, personalName, titleCase } from "./names.ts";
import { type CitationPart, COLLECTIONS } from "./styles.ts";

/** A day, month 1–12. */
export interface CitedDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The parts of a citation, and the raw values that machine-readable styles want. */
export interface CitationParts {
  readonly words: Readonly<Record<CitationPart, string>>;
  readonly day: CitedDay | null;
  readonly year: number | null;
  /** As printed, on one line, without the stop behind it. */
  readonly title: string | null;
  readonly tags: readonly string[];
}

const MONTH_AND_DAY = new RegExp(
  `\\b(${LONG_MONTHS.join("|")})\\.? {1,3}(\\d{1,2})\\b(?:,? {1,3}((?:19|20)\\d\\d))?`,
  "i",
);
const FOIA_CASE = /Case No\.?,? {0,3}([FMO]-\d{4}-\d{3,6})/;
const FOIA_DOCUMENT = /Doc(?:ument)? No\.?,? {0,3}(C\d{6,9})/;

const AIRGRAM_NUMBER = /\bA-(\d{1,4})\b/;

/** As much of a text as a date or a case number stands in. */
const HEAD = 6000;

/** The parts of a cable's citation. `selection` is cited by its paragraphs; `accessed` is a day in words. */
export function citationParts(
  tree: CableTree,
  { selection = null, accessed = "" }: { readonly selection?: Span | null; readonly accessed?: string } = {},
): CitationParts {
  const { header, mrn, partialMrn } = tree;
  const day = dayOf(tree);
  const airgram = isAirgram(tree);
  const year = mrn?.year ?? day?.year ?? partialMrn.year;
  const serial = partialMrn.serial ?? typedNumber(tree);
  const station = partialMrn.station;
  const stationName = station === null ? null : (defaultStations().byId(station)?.name ?? station);
  const typedMrn = mrn === null || stationName === null ? "" : `${twoDigits(mrn.year)} ${stationName} ${mrn.serial}`;
  const to = header.to[0]?.name.value ?? null;
  const sender = senderWords(header.from?.value ?? null, stationName);
  const recipient = to === null ? "" : personalName(to);
  const film = attribute(tree, "Film Number");
  const onFilm = film !== null && (airgram || /MICROFILM/i.test(attribute(tree, "Locator") ?? ""));
  const subject = header.subject === null ? null : withoutEntities(header.subject.value);
  return {
    words: {
      mrn: mrn === null ? "" : canonicalMrn(mrn),
      typedMrn,
      sender,
      recipient,
      serial: (airgram ? airgramNumber(tree) : null) ?? (serial === null ? "" : String(serial)),
      kind: airgram ? "Airgram" : "Telegram",
      subject: subject === null ? "" : withoutStop(singleQuotes(subject)),
      date: day !== null ? dayWords(day) : year === null ? "" : String(year),
      locator: selection === null ? "" : locator(tree, selection),
      document: onFilm ? film : documentWords(tree, typedMrn),
      // Airgrams were never electronic: they are among the printouts.
      collection: collectionOf(year, onFilm ? film : airgram ? "P" : null),
      accessed,
      origin: originWords(sender, recipient, stationName),
      film: film ?? "",
      release: releaseWords(tree),
      shortDate: day === null ? "" : `${SHORT_DATES[day.month - 1]} ${day.day}, ${day.year}`,
      dayFirst:
        day === null ? (year === null ? "" : String(year)) : `${day.day} ${SHORT_DATES[day.month - 1]} ${day.year}`,
      post: sender.replace(/^(Embassy|Consulate|Legation|Mission) (?!to\b)/, "$1 in "),
    },
    day,
    year,
    title: subject === null ? null : withoutStop(subject),
    tags: [...new Set(header.tags.map(({ value }) => value))],
  };
}

/** A day as citations print it. */
export function dayWords({ year, month, day }: CitedDay): string {
  return `${LONG_MONTHS[month - 1] ?? ""} ${day}, ${year}`;
}

/** `para. 3`, `paras. 3–5`: the numbered paragraphs that a selection touches; "" where it touches none. */
function locator(tree: CableTree, { start, end }: Span): string {
  const numbers = paragraphsOf(tree.outline)
    .filter(({ span }) => span.start < Math.max(end, start + 1) && start <= span.end)
    .flatMap(({ number }) => (number === null ? [] : [number]));
  const [first] = numbers;
  const last = numbers.at(-1);
  if (first === undefined || last === undefined) return "";
  return first === last ? `para. ${first}` : `paras. ${first}–${last}`;
}

function paragraphsOf(nodes: readonly OutlineNode[]): readonly Paragraph[] {
  return nodes.flatMap((node) => (node.kind === "paragraph" ? [node] : paragraphsOf(node.children)));
}

/** Of the date-time group; a typewritten telegram has month and day beside its number or the day on which it was received. */
function dayOf(tree: CableTree): CitedDay | null {
  const dtg = tree.header.dtg?.value;
  if (dtg !== undefined) return { year: dtg.year, month: dtg.month, day: dtg.day };
  if (tree.form !== "typewritten" && !isAirgram(tree)) return null;
  const head = tree.lines.text.slice(0, HEAD);
  const number = tree.header.fields.find(({ name }) => name === "Number");
  const after =
    number === undefined ? null : MONTH_AND_DAY.exec(head.slice(number.span.start, number.span.start + 200));
  const [, month = "", day, printedYear] = after ?? MONTH_AND_DAY.exec(head) ?? [];
  const year = printedYear === undefined ? tree.partialMrn.year : Number(printedYear);
  const index = LONG_MONTHS.findIndex((name) => name.toLowerCase() === month.toLowerCase());
  return year === null || index < 0 ? null : { year, month: index + 1, day: Number(day) };
}

/** The number of a telegram that is no MRN: those of a pair of posts, before 1973. */
function typedNumber(tree: CableTree): number | null {
  const value = tree.header.fields.find(({ name }) => name === "Number")?.value.value ?? "";
  const digits = /^\d{1,6}/.exec(value)?.[0];
  return digits === undefined ? null : Number(digits);
}

function isAirgram(tree: CableTree): boolean {
  return /\bAIRGRAM\b/.test(tree.lines.text.slice(0, 1000));
}

/** `A-99`: airgrams are numbered apart from telegrams. */
function airgramNumber(tree: CableTree): string | null {
  const digits = AIRGRAM_NUMBER.exec(tree.lines.text.slice(0, HEAD))?.[1];
  return digits === undefined ? null : `A-${digits}`;
}

function attribute(tree: CableTree, name: string): string | null {
  const value = tree.header.attributes.find((one) => one.name === name)?.value.value ?? "";
  return /^(?:n\/a)?$/i.test(value) ? null : value;
}

/** How the archive or office that keeps the cable finds it. */
function documentWords(tree: CableTree, typedMrn: string): string {
  const number = attribute(tree, "Document Number");
  if (number !== null) return number;
  return [typedMrn, releaseWords(tree)].filter((part) => part !== "").join(", ");
}

/** The case and the number under which it was released. */
function releaseWords({ lines: { text } }: CableTree): string {
  const foia = FOIA_CASE.exec(text)?.[1];
  const document = FOIA_DOCUMENT.exec(text)?.[1];
  return [
    ...(foia === undefined ? [] : [`FOIA Case ${foia}`]),
    ...(document === undefined ? [] : [`Doc. No. ${document}`]),
  ].join(", ");
}

/** Months as notes shorten them. */
const SHORT_DATES: readonly string[] = LONG_MONTHS.map((month) =>
  month.length <= 4 ? month : month === "September" ? "Sept." : `${month.slice(0, 3)}.`,
);

/** `From Bonn`; the Department's telegrams are told by where they went. */
function originWords(sender: string, recipient: string, stationName: string | null): string {
  const place = (words: string): string => words.replace(/^(?:Embassy|Consulate|Legation|Mission) (?!to\b)/, "");
  if (sender === "") return "";
  if (sender !== "Department of State") return `From ${stationName === null ? place(sender) : titleCase(stationName)}`;
  return recipient === "" ? "From the Department of State" : `to ${place(recipient)}`;
}

/** A title is followed by a stop or a comma of the citation's own. That of an abbreviation stays: `U.S.` */
function withoutStop(title: string): string {
  return /(?:\.\S{0,3}|\s\S)\.$/.test(title) ? title : title.replace(/\.$/, "");
}

function collectionOf(year: number | null, film: string | null): string {
  if (year === null) return "";
  const row = COLLECTIONS.find(
    (one) => year >= one.from && year <= one.to && (one.film === undefined || film?.startsWith(one.film) === true),
  );
  return row?.text ?? "";
}

function senderWords(printed: string | null, stationName: string | null): string {
  const from = printed?.replace(DATE_FIELD, "") ?? null;
  if (from !== null && !/^[A-Za-z .'-]+$/.test(from.trim())) return personalName(from);
  const station = findStation(from ?? stationName ?? "");
  // A place alone says nothing of the post; the vocabulary does.
  return personalName(
    from !== null && /^(?:AM|US|SEC|AIT|DEPT)/i.test(from) ? from : (station?.post ?? from ?? stationName ?? ""),
  );
}

/** Quotation marks inside a quoted title are single ones. */
function singleQuotes(text: string): string {
  let open = false;
  return text.replace(/["“”]/g, (mark) => {
    open = mark === '"' ? !open : mark === "“";
    return open ? "‘" : "’";
  });
}

function twoDigits(year: number): string {
  return String(year % 100).padStart(2, "0");
}

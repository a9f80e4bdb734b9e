/** Hovers on the figures of the station line, `#0374/01 2400903`: serial, transmission section, day and time of filing. */

import type { CableTree, StationLine } from "../../cable/tree.ts";
import type { Span } from "../../text/span.ts";
import { type CableDate, dayOfYear, longDate } from "../../vocabulary/date.ts";
import { explainFormatLine } from "../../vocabulary/explain.ts";
import { clockTime, weekdayOf } from "../../vocabulary/local-time.ts";
import type { HoverProvider } from "./hover.ts";
import { printedAt, spannedAt } from "./support/words.ts";

const FORMAT_LINE = 3;

export const stationLine: HoverProvider = {
  kind: "station-line",
  basis: "part",
  at({ tree, vocabulary, sentOn, date }, offset) {
    const line = tree.header.stationLine;
    if (line === null) return null;
    const { text } = tree.lines;
    const span = figuresSpan(line, text);
    if (span === null || spannedAt([{ span }], offset) === undefined) return null;
    const format = vocabulary.headerLines.byNumber(FORMAT_LINE);
    return {
      span,
      parts: [
        {
          kind: "statement",
          subject: printedAt(text, span),
          what: "station serial number and time of filing",
          lines: [],
          // Where only the year is known, the middle of it is as far from New Year as can be.
          items: figures(line, tree, sentOn ?? (date === null ? null : { ...date, month: 7 })),
        },
        ...(format === undefined ? [] : [explainFormatLine(format, "DE", date)]),
      ],
    };
  },
};

/** From the `#` before the serial to the last digit. */
function figuresSpan({ serial, section, filed }: StationLine, text: string): Span | null {
  const parts = [serial, section, filed].flatMap((part) => (part === null ? [] : [part.span]));
  const first = parts[0];
  const last = parts[parts.length - 1];
  if (first === undefined || last === undefined) return null;
  return { start: text.charAt(first.start - 1) === "#" ? first.start - 1 : first.start, end: last.end };
}

function figures({ serial, section, filed }: StationLine, tree: CableTree, near: CableDate | null): readonly string[] {
  const printed = (span: Span): string => printedAt(tree.lines.text, span);
  const items: string[] = [];
  if (serial !== null) {
    const own = tree.mrn !== null && tree.mrn.serial % 10_000 === serial.value % 10_000;
    items.push(
      `${printed(serial.span)}: the station's serial number${own ? `, the end of the message number ${tree.mrn.serial}` : ""}`,
    );
  }
  if (section !== null) {
    const total = tree.header.classificationLine?.section?.value.total;
    items.push(
      `${printed(section.span)}: transmission section ${section.value}${total === undefined ? "" : ` of ${total}`}`,
    );
  }
  if (filed !== null) {
    const { dayOfYear: number, ...time } = filed.value;
    const day = near === null ? null : filedOn(number, near);
    const when =
      day === null ? `day ${number} of the year` : `day ${number} of ${day.year}, ${weekdayOf(day)} ${longDate(day)},`;
    items.push(`${printed(filed.span)}: filed on ${when} at ${clockTime(time)} UTC`);
  }
  return items;
}

/** The first and last days of a year: a cable dated on one side of New Year may have been filed on the other. */
const FIRST_DAYS = 7;
const LAST_DAYS = 359;

/** The day of that number in the year of the date-time group, or in the one next to it where New Year lies between. */
function filedOn(number: number, near: CableDate): CableDate | null {
  const isNearEnd = near.month === 12 && near.day > 31 - FIRST_DAYS;
  const isNearStart = near.month === 1 && near.day <= FIRST_DAYS;
  if (isNearEnd && number <= FIRST_DAYS) return dayOfYear(near.year + 1, number);
  if (isNearStart && number >= LAST_DAYS) return dayOfYear(near.year - 1, number);
  return dayOfYear(near.year, number);
}

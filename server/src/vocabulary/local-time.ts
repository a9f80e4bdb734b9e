/** Local time: what the clock on the wall of a post showed when a cable was sent, by the rules of that year. */

import type { CableDate } from "./date.ts";
import type { StationTimeZone } from "./timezones.ts";

/** A wall clock's reading. */
export interface LocalTime {
  readonly date: CableDate;
  readonly hour: number;
  readonly minute: number;
  /** `Friday`. */
  readonly weekday: string;
  /** `EDT` where the zone has such a name in English, else the offset, `UTC+8`. */
  readonly abbreviation: string;
  /** East of Greenwich is positive. */
  readonly offsetMinutes: number;
}

export const WEEKDAYS: readonly string[] = [
  "Sunday",
  "Monday",
  "Tuesday",
  "Wednesday",
  "Thursday",
  "Friday",
  "Saturday",
];

const MINUTE = 60_000;
const MINUTES_OF_HOUR = 60;

/** `Friday` of 28 August 2009. Years from 1 to 99 are those years, not 19xx. */
export function weekdayOf({ year, month, day }: CableDate): string {
  const midnight = new Date(0);
  midnight.setUTCFullYear(year, month - 1, day);
  return WEEKDAYS[midnight.getUTCDay()] ?? "";
}

/**
 * The local time of an instant (`2009-08-28T09:03:00Z`) in a time zone, or null where the instant is none or neither
 * name of the zone is known here.
 */
export function localTime(instant: string, zone: StationTimeZone): LocalTime | null {
  const milliseconds = Date.parse(instant);
  if (Number.isNaN(milliseconds)) return null;
  const format = formatOf(zone.zone) ?? (zone.olderName === null ? null : formatOf(zone.olderName));
  if (format === null) return null;
  const parts = new Map(format.formatToParts(milliseconds).map(({ type, value }) => [type, value]));
  const number = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.get(type));
  const date = { year: number("year"), month: number("month"), day: number("day") };
  const hour = number("hour");
  const minute = number("minute");
  const wall = Date.UTC(date.year, date.month - 1, date.day, hour, minute);
  const offsetMinutes = Math.round((wall - Math.floor(milliseconds / MINUTE) * MINUTE) / MINUTE);
  const name = parts.get("timeZoneName") ?? "";
  return {
    date,
    hour,
    minute,
    weekday: parts.get("weekday") ?? "",
    abbreviation: /^[A-Z]{2,5}$/.test(name) && name !== "GMT" ? name : offsetName(offsetMinutes),
    offsetMinutes,
  };
}

/** `UTC+8`, `UTC-3:30`, `UTC`. */
export function offsetName(offsetMinutes: number): string {
  if (offsetMinutes === 0) return "UTC";
  const size = Math.abs(offsetMinutes);
  const minutes = size % MINUTES_OF_HOUR;
  const hours = (size - minutes) / MINUTES_OF_HOUR;
  const sign = offsetMinutes < 0 ? "-" : "+";
  return `UTC${sign}${hours}${minutes === 0 ? "" : `:${String(minutes).padStart(2, "0")}`}`;
}

/** `17:03`. */
export function clockTime({ hour, minute }: { readonly hour: number; readonly minute: number }): string {
  return `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
}

const formats = new Map<string, Intl.DateTimeFormat | null>();

/** Making a format is slow and a format is immutable, so each zone's is made once; null for a zone unknown here. */
function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = makeFormat(zone);
  formats.set(zone, made);
  return made;
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | null {
  try {
    return new Intl.DateTimeFormat("en-US", {
      timeZone,
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      weekday: "long",
      hour: "numeric",
      minute: "numeric",
      timeZoneName: "short",
    });
  } catch {
    // A zone name that this version of the time zone database does not have.
    return null;
  }
}

/** Dates of cables as the vocabulary needs them: plain values, without a clock or a time zone. */

/** A day. Months are 1 to 12. */
export interface CableDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** The date that `text` writes as `2009-08-28`, `2009-08` or `2009` (then the first day), or null where it is none. */
export function parseCableDate(text: string): CableDate | null {
  const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (parts === null) return null;
  const date = { year: Number(parts[1]), month: Number(parts[2] ?? 1), day: Number(parts[3] ?? 1) };
  return isDate(date) ? date : null;
}

/** Whether the month and day exist in that year. */
export function isDate({ year, month, day }: CableDate): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** `2009-08-28`. Two such texts compare as their dates do. */
export function isoDate({ year, month, day }: CableDate): string {
  return `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The Gregorian calendar's rule. */
export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** 28 to 31; 0 for a month that does not exist. */
export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

const DAYS_IN_MONTH: readonly number[] = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** The `day`-th day of the year (1 is 1 January), as the sending station's line counts them; null where the year has no such day. */
export function dayOfYear(year: number, day: number): CableDate | null {
  let left = day;
  for (let month = 1; month <= 12; month++) {
    const days = daysInMonth(year, month);
    if (left >= 1 && left <= days) return { year, month, day: left };
    left -= days;
  }
  return null;
}

/** How many days into the year a date is: 1 for 1 January. */
export function dayOfYearOf({ year, month, day }: CableDate): number {
  let days = day;
  for (let before = 1; before < month; before++) days += daysInMonth(year, before);
  return days;
}

/** As date-time groups write them. */
export const SHORT_MONTHS: readonly string[] = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ");

/** As dates write them that are written out. */
export const LONG_MONTHS: readonly string[] = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

/** `28 August 2009`. */
export function longDate({ year, month, day }: CableDate): string {
  return `${day} ${LONG_MONTHS[month - 1] ?? ""} ${year}`;
}

/** `28 August 2009` of `2009-08-28`; a text that is no date is returned as it is. */
export function longDateOf(iso: string): string {
  const date = parseCableDate(iso);
  return date === null ? iso : longDate(date);
}

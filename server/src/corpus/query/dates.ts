/** Years, months and days as a query has them, and ranges of them: `2009`, `2009-05`, `2009-05-28`, `2009-05..2009-08`, `..1979`. */

import type { NumberRange } from "./condition.ts";

/** A stretch of time in minutes since 1970 in UTC, its last minute included. */
interface Stretch {
  readonly from: number;
  readonly to: number;
}

const DATE = /^((?:18|19|20)\d\d)(?:-(0?[1-9]|1[0-2])(?:-(0?[1-9]|[12]\d|3[01]))?)?$/;

/** The minutes that a date or range of dates means; null where it is none. */
export function sentRange(typed: string): NumberRange | null {
  const ends = endsOf(typed);
  if (ends === null) return null;
  const from = ends.from === "" ? null : stretchOf(ends.from);
  const to = ends.to === "" ? null : stretchOf(ends.to);
  if ((from === null && ends.from !== "") || (to === null && ends.to !== "")) return null;
  return { from: from?.from ?? null, to: to?.to ?? null };
}

/** The years of a year or range of years, four digits each; null where it is none. */
export function yearRange(typed: string): NumberRange | null {
  const ends = endsOf(typed);
  if (ends === null) return null;
  for (const end of [ends.from, ends.to]) if (end !== "" && !/^(?:18|19|20)\d\d$/.test(end)) return null;
  return { from: ends.from === "" ? null : Number(ends.from), to: ends.to === "" ? null : Number(ends.to) };
}

/** Both ends of a range as typed, empty for an open one. */
function endsOf(typed: string): { readonly from: string; readonly to: string } | null {
  const parts = typed.split("..").map((part) => part.trim());
  const [from = "", to = from] = parts;
  return parts.length > 2 || (from === "" && to === "") ? null : { from, to };
}

function stretchOf(date: string): Stretch | null {
  const [, year, month, day] = DATE.exec(date) ?? [];
  if (year === undefined) return null;
  const from = minutes(Number(year), Number(month ?? 1), Number(day ?? 1));
  if (day !== undefined && new Date(from * 60_000).getUTCDate() !== Number(day)) return null;
  const behind =
    month === undefined
      ? minutes(Number(year) + 1, 1, 1)
      : day === undefined
        ? minutes(Number(year), Number(month) + 1, 1)
        : from + 24 * 60;
  return { from, to: behind - 1 };
}

function minutes(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 60_000;
}

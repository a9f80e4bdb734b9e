/** Periods as the tables have them: `1973-76`, `1973-1976`, `1974`, `to 1972`, `from 1974`. */

/** Whether a year is in the period. False where the text is none. */
export function isInPeriod(period: string, year: number): boolean {
  const [, first, last] = /^(\d{4})(?:-(\d{2}|\d{4}))?$/.exec(period) ?? [];
  if (first !== undefined) {
    const end = last === undefined ? first : last.length === 2 ? `${first.slice(0, 2)}${last}` : last;
    return year >= Number(first) && year <= Number(end);
  }
  const [, side, limit] = /^(to|from) (\d{4})$/.exec(period) ?? [];
  if (limit === undefined) return false;
  return side === "to" ? year <= Number(limit) : year >= Number(limit);
}

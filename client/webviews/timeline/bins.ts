/** Months put together to as many bars as can be told apart, and what stretch of time each one is. */

export interface Bin {
  /** Months: year × 12 + month − 1; both included. */
  readonly from: number;
  readonly to: number;
}

/** In months: a month, a quarter, half a year, a year, five years. */
const WIDTHS: readonly number[] = [1, 3, 6, 12, 60];

/** The bars for the months from `first` to `last`: the narrowest of which there are no more than `most`; each begins where such a stretch of the calendar does. */
export function binsOf(first: number, last: number, most: number): readonly Bin[] {
  const width = WIDTHS.find((one) => Math.floor(last / one) - Math.floor(first / one) < most) ?? 60;
  const bins: Bin[] = [];
  for (let from = Math.floor(first / width) * width; from <= last; from += width)
    bins.push({ from, to: from + width - 1 });
  return bins;
}

/** How many fall into each bar: `counts` are those of the months from `first` on. */
export function sumsOf(bins: readonly Bin[], first: number, counts: readonly number[]): readonly number[] {
  return bins.map(({ from, to }) => {
    let sum = 0;
    for (let month = Math.max(from, first); month <= Math.min(to, first + counts.length - 1); month++) {
      sum += counts[month - first] ?? 0;
    }
    return sum;
  });
}

/** What a bar is called: `August 2009`, `July – September 2009`, `2009`, `2005 – 2009`. */
export function binName({ from, to }: Bin, language: string): string {
  const [fromYear, toYear] = [Math.floor(from / 12), Math.floor(to / 12)];
  if (to - from === 11 && from % 12 === 0) return String(fromYear);
  if (to - from > 11) return `${fromYear} – ${toYear}`;
  const format = new Intl.DateTimeFormat(language, { month: "long", timeZone: "UTC" });
  const name = (month: number): string => format.format(new Date(Date.UTC(2000, month % 12, 1)));
  return from === to ? `${name(from)} ${fromYear}` : `${name(from)} – ${name(to)} ${toYear}`;
}

/** A round number not below the highest bar, for the scale. */
export function scaleTop(highest: number): number {
  if (highest <= 5) return Math.max(1, highest);
  const power = 10 ** Math.floor(Math.log10(highest));
  return [1, 2, 3, 4, 6, 8, 10].map((step) => step * power).find((top) => top >= highest) ?? highest;
}

/** Calendar months as plain numbers, so that a quarter of a million dates are sorted into them without an object each. */

const MINUTES_OF_A_DAY = 1440;

/** A month of a year as one number: years of the Christian era times twelve, and 0 for January to 11 for December. */
export type MonthNumber = number;

/** The month in which a minute (counted since 1970 in UTC) lies. */
export function monthOfMinutes(minutes: number): MonthNumber {
  // Years that begin in March have their odd day at the end, and a cycle of 400 of them repeats for ever
  // (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", civil_from_days).
  const days = Math.floor(minutes / MINUTES_OF_A_DAY) + 719_468;
  const era = Math.floor(days / 146_097);
  const dayOfEra = days - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  return (era * 400 + yearOfEra) * 12 + monthFromMarch + 2;
}

export function monthNumber(year: number, month: number): MonthNumber {
  return year * 12 + month - 1;
}

export function yearOfMonth(month: MonthNumber): number {
  return Math.floor(month / 12);
}

/** Rows of comma-separated values (RFC 4180) that no spreadsheet takes for formulas. */

/** One row with its line break. */
export function csvRow(values: readonly string[]): string {
  return `${values.map(csvValue).join(",")}\r\n`;
}

/** A value, quoted where it must be; what a spreadsheet would calculate stands behind an apostrophe. */
export function csvValue(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

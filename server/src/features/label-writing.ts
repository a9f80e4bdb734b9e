/** How other labels are written where some are printed: a letter alone, or a range, which need not be one any more. */

/** What to print in place of a stretch that names labels, when they are called otherwise; `labels` holds one at least. */
export function writtenLabels(printed: string, labels: readonly string[]): string {
  return labels.length === 1 ? inCaseOf(printed, labels[0] ?? "") : rangeLike(printed, labels);
}

/** `ref a` stays small. */
export function inCaseOf(before: string, label: string): string {
  return before === before.toLowerCase() && before !== before.toUpperCase() ? label.toLowerCase() : label;
}

/** `A-C` with other letters: a range where they still are one, else a list. */
function rangeLike(printed: string, labels: readonly string[]): string {
  const sorted = [...labels].sort((one, other) => one.length - other.length || (one < other ? -1 : 1));
  const cased = sorted.map((label) => inCaseOf(printed, label));
  const first = cased[0] ?? "";
  const last = cased[cased.length - 1] ?? "";
  const between = /^[A-Za-z]{1,2}([^A-Za-z][\s\S]*[^A-Za-z]|[^A-Za-z])[A-Za-z]{1,2}$/.exec(printed)?.[1] ?? "-";
  const isRange = sorted.every((label, index) => index === 0 || isNext(sorted[index - 1] ?? "", label));
  if (isRange) return first + between + last;
  const [open, close] = /[)\]][\s\S]{0,99}[([]/.test(between) ? [" (", ")"] : [" ", ""];
  return `${cased.slice(0, -1).join(`${close},${open}`)}${close} and${open}${last}`;
}

function isNext(one: string, other: string): boolean {
  return (
    one.length === other.length &&
    one.slice(0, -1) === other.slice(0, -1) &&
    other.charCodeAt(other.length - 1) === one.charCodeAt(one.length - 1) + 1
  );
}

/** One line of the table of figures. */

export interface Figure {
  readonly what: string;
  readonly measured: string;
  /** What was promised, in words; null for what is only of interest. */
  readonly promised: string | null;
  readonly kept: boolean;
}

/** The value below which a share (0 to 1) of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export function milliseconds(value: number): string {
  return `${value.toFixed(1)} ms`;
}

/** The one clock below the programs: features are told the moment, and know none themselves. */

import type { Moment } from "../features/completions/completion.ts";

/** Now, in UTC, as date-time groups are written. */
export function now(): Moment {
  const date = new Date();
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    day: date.getUTCDate(),
    hour: date.getUTCHours(),
    minute: date.getUTCMinutes(),
  };
}

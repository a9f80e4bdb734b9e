/** The serials of a station in a year by the days on which they were given: they rise with time. */

/** Whether a serial was given by a day: surely, surely not yet, or nobody knows. */
export type SerialState = "given" | "not yet" | "unknown";

/** Numbers are given in the order of drafting, not of sending: so many minutes may lie between. */
const SLACK = 3 * 24 * 60;
const DAY = 24 * 60;

/** A serial so many days old tells how far the series can have come since; an older one tells too little. */
const LONGEST_VIEW = 30;

/** A station's busiest days have so many times its usual number. */
const BUSIEST = 4;
/** What a series may be ahead whatever its pace. */
const LEAST_AHEAD = 50;

/** The days between which a serial was given, and the likeliest instant; in minutes since 1970. */
export interface LikelyDays {
  readonly from: number;
  readonly to: number;
  readonly likely: number;
}

/** Cables that lie further apart tell too little of what was sent between them, in days. */
const WIDEST_GAP = 60;

/** A cable of the series; `sent` in minutes since 1970. */
export interface NumberedCable {
  readonly serial: number;
  readonly sent: number;
}

export class SerialSeries {
  readonly #cables: readonly NumberedCable[];
  #bySerial: readonly NumberedCable[] | null = null;
  readonly #sent: readonly number[];
  /** The highest serial up to each cable, and the lowest from it on. */
  readonly #highest: readonly number[];
  readonly #lowest: readonly number[];

  /** `cables` in any order; `sent` in minutes since 1970. */
  constructor(cables: readonly NumberedCable[]) {
    this.#cables = cables;
    const sorted = [...cables].sort((one, other) => one.sent - other.sent);
    this.#sent = sorted.map(({ sent }) => sent);
    let highest = 0;
    this.#highest = sorted.map(({ serial }) => {
      highest = Math.max(highest, serial);
      return highest;
    });
    let lowest = Number.POSITIVE_INFINITY;
    const lows = sorted.map(() => 0);
    for (let at = sorted.length - 1; at >= 0; at--) {
      lowest = Math.min(lowest, sorted[at]?.serial ?? lowest);
      lows[at] = lowest;
    }
    this.#lowest = lows;
  }

  /** All its serials, rising, each once. */
  get serials(): readonly number[] {
    return [...new Set(this.#cables.map(({ serial }) => serial))].sort((one, other) => one - other);
  }

  /** Whether a serial was given by an instant. */
  stateOf(serial: number, by: number): SerialState {
    const after = this.#firstAfter(by + SLACK);
    const highest = this.#highest[after - 1] ?? 0;
    if (highest >= serial) return "given";
    if ((this.#lowest[after] ?? Number.POSITIVE_INFINITY) <= serial) return "not yet";
    const last = this.#sent[after - 1];
    if (last === undefined || by - last > LONGEST_VIEW * DAY) return "unknown";
    const newYear = Date.UTC(new Date(last * 60_000).getUTCFullYear(), 0, 1) / 60_000;
    const aDay = highest / Math.max(1, (last - newYear) / DAY);
    const ahead = BUSIEST * aDay * (Math.max(0, by - last) + SLACK) * (1 / DAY) + LEAST_AHEAD;
    return serial > highest + ahead ? "not yet" : "unknown";
  }

  /**
   * When a serial was given, by the cables on both sides of it: nearer to the one whose number is nearer. Null where one side has none, or where
   * they lie too far apart. `before`: the instant by which it was given at the latest, where that is known.
   */
  likelyDays(serial: number, before: number | null): LikelyDays | null {
    // Copies of one cable may differ in their times: the order in which files were read must not show.
    this.#bySerial ??= [...this.#cables].sort((one, other) => one.serial - other.serial || one.sent - other.sent);
    const cables = this.#bySerial;
    let behind = 0;
    let high = cables.length;
    while (behind < high) {
      const middle = (behind + high) >> 1;
      if ((cables[middle]?.serial ?? 0) < serial) behind = middle + 1;
      else high = middle;
    }
    const lower = cables[behind - 1];
    const upper = cables[behind];
    if (lower === undefined || upper === undefined || upper.serial === serial) return null;
    // Numbers are given in the order of drafting: the later one may have been sent first.
    const from = Math.min(lower.sent, upper.sent);
    const latest = Math.max(lower.sent, upper.sent);
    const to = before === null ? latest : Math.min(latest, before);
    if (latest - from > WIDEST_GAP * DAY || to < from) return null;
    const share = (serial - lower.serial) / (upper.serial - lower.serial);
    const likely = lower.sent + share * (upper.sent - lower.sent);
    return { from, to, likely: Math.round(Math.min(Math.max(likely, from), to)) };
  }

  /** The place of the first cable sent after an instant. */
  #firstAfter(instant: number): number {
    let low = 0;
    let high = this.#sent.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#sent[middle] ?? 0) <= instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

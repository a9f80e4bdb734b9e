/** Hovers on the date-time group: the day of the week, and what the clocks showed at the sender's station and in Washington. */

import { isoInstant } from "../../cable/values/date-time-group.ts";
import { longDate } from "../../vocabulary/date.ts";
import { clockTime, localTime, offsetName, weekdayOf } from "../../vocabulary/local-time.ts";
import { type StationTimeZone, WASHINGTON } from "../../vocabulary/timezones.ts";
import type { HoverContext, HoverProvider } from "./hover.ts";
import { stationOf } from "./support/station.ts";
import { spannedAt } from "./support/words.ts";

export const dateTimeGroup: HoverProvider = {
  kind: "date-time-group",
  basis: "part",
  at(context, offset) {
    const { dtg } = context.tree.header;
    if (dtg === null || spannedAt([dtg], offset) === undefined) return null;
    const time = dtg.value;
    const clocks = clocksOf(context, isoInstant(time));
    return {
      span: dtg.span,
      parts: [
        {
          kind: "statement",
          subject: time.text,
          what: "date-time group",
          lines: [`${weekdayOf(time)}, ${longDate(time)}, ${clockTime(time)} UTC (Z, the zone of Greenwich).`],
          items: clocks.map(({ item }) => item),
          sources:
            clocks.length === 0
              ? []
              : [`time zones ${clocks.map(({ zone }) => zone).join(" and ")} by the rules of ${time.year} (IANA)`],
        },
      ],
    };
  },
};

interface Clock {
  readonly item: string;
  readonly zone: string;
}

/** The clock of the sender, then that of Washington; one where both are the same. */
function clocksOf(context: HoverContext, instant: string): readonly Clock[] {
  const station = stationOf(context);
  const own = station === null ? undefined : context.vocabulary.timeZones.find(station.id);
  const clocks: Clock[] = [];
  const add = (place: string, zone: StationTimeZone): void => {
    const local = localTime(instant, zone);
    if (local === null) return;
    const offset = offsetName(local.offsetMinutes);
    const name = local.abbreviation === offset ? offset : `${local.abbreviation}, ${offset}`;
    clocks.push({
      item: `${place}: ${local.weekday}, ${longDate(local.date)}, ${clockTime(local)} (${name})`,
      zone: zone.zone,
    });
  };
  if (station !== null && own !== undefined && own.zone !== WASHINGTON.zone) add(placeName(station.name), own);
  add("Washington", WASHINGTON);
  return clocks;
}

/** `Rio de Janeiro` of `RIO DE JANEIRO`. */
function placeName(name: string): string {
  return name
    .toLowerCase()
    .replace(/\p{L}+/gu, (word, at: number) =>
      at > 0 && SMALL_WORDS.has(word) ? word : word.charAt(0).toUpperCase() + word.slice(1),
    );
}

const SMALL_WORDS: ReadonlySet<string> = new Set(["de", "of", "au", "es", "la", "the"]);

/** Finds a day or time of filing in the DE line that does not fit the date-time group. */

import { dayOfYearOf, isLeapYear } from "../../vocabulary/date.ts";
import { EVERY_FORM, type Rule } from "./rule.ts";
import { choice, replace } from "./support/fix.ts";

const MINUTES_A_DAY = 24 * 60;

export const filingTimeDiffers: Rule = {
  code: "filing-time-differs",
  area: "header",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "warning",
  publishedSeverity: "info",
  title: "The day of the year and the time in the DE line are those of the date-time group, or a little later.",
  why: "The station files a message when it is released or soon after. In 1,114 of 1,121 published cables the day is the same; a day apart, one of the two is a slip.",
  source: "ACP 127(G) 129",
  check({ tree: { header }, text }) {
    const filed = header.stationLine?.filed ?? null;
    if (filed === null || header.dtg === null) return [];
    const { year, month, day, hour, minute } = header.dtg.value;
    const dayOfYear = dayOfYearOf({ year, month, day });
    const days = isLeapYear(year) ? 366 : 365;
    // Filed in January what bears a date of December.
    let daysLater = filed.value.dayOfYear - dayOfYear;
    if (daysLater < -days / 2) daysLater += days;
    const later = daysLater * MINUTES_A_DAY + (filed.value.hour - hour) * 60 + filed.value.minute - minute;
    if (later >= 0 && later < MINUTES_A_DAY) return [];
    const rightDay = String(dayOfYear).padStart(3, "0");
    const message =
      daysLater === 0
        ? `Filed before its own date-time group, ${header.dtg.value.text}.`
        : `Day ${filed.value.dayOfYear} of the year is not the day of ${header.dtg.value.text}, which is day ${rightDay}.`;
    const right = rightDay + text.slice(filed.span.start + 3, filed.span.end);
    const fixes = daysLater === 0 ? [] : [choice(`Write ${right}`, replace(filed.span, right))];
    return [{ span: filed.span, message, fixes }];
  },
};

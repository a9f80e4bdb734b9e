/** Finds date-time groups that name no instant: `R 282503Z AUG 09`. */

import type { DateTimeGroup } from "../../cable/tree.ts";
import type { Located } from "../../text/span.ts";
import { daysInMonth, SHORT_MONTHS } from "../../vocabulary/date.ts";
import { EVERY_FORM, type Finding, type Rule } from "./rule.ts";
import type { UnreadDateTimeGroup } from "./support/date-time-groups.ts";
import { unreadDateTimeGroup } from "./support/date-time-groups.ts";
import { choice, replace } from "./support/fix.ts";

export const dateTimeGroupMalformed: Rule = {
  code: "date-time-group-malformed",
  area: "header",
  forms: EVERY_FORM,
  draftsOnly: false,
  severity: "error",
  publishedSeverity: "info",
  title: "A date-time group is day, hour and minute in six figures, Z, month and year: 280903Z AUG 09.",
  why: "Everything that sorts or dates cables reads the group; one that names no instant leaves the cable without a date.",
  source: "ACP 127(G) 151",
  check({ tree, text }) {
    const read = tree.header.dtg;
    if (read !== null) return faultOfRead(text.slice(read.span.start, read.span.end), read);
    const group = unreadDateTimeGroup(tree);
    const fault = group === null ? null : faultOf(group);
    return group === null || fault === null
      ? []
      : [{ span: group.span, message: `This date-time group can not be read: ${fault}.` }];
  },
};

/** One that is read all the same: it lacks the Z, or has another zone. */
function faultOfRead(printed: string, { value, span }: Located<DateTimeGroup>): readonly Finding[] {
  const zone = /^\d{6}[ \t]*([A-Z]?)(?=[ \t]|[A-Z]{3})/i.exec(printed)?.[1]?.toUpperCase();
  if (zone === undefined || zone === "Z") return [];
  const fault = zone === "" ? "the Z is missing" : `the zone is Z, not ${zone}`;
  return [
    {
      span,
      message: `This date-time group is not as it should be: ${fault}.`,
      fixes: [choice(`Write ${value.text}`, replace(span, value.text))],
    },
  ];
}

/** What is wrong with it; null where nothing is, so that the fault is in the letters before it. */
function faultOf({ digits, zone, month, year }: UnreadDateTimeGroup): string | null {
  if (digits.length !== 6) return `day, hour and minute are six figures, not ${digits.length}`;
  if (zone !== "Z") return zone === "" ? "the Z is missing" : `the zone is Z, not ${zone}`;
  const number = SHORT_MONTHS.indexOf(month.slice(0, 3)) + 1;
  if (number === 0) return `${month} is no month`;
  if (year.length !== 2 && year.length !== 4) return year === "" ? "the year is missing" : `${year} is no year`;
  const [day, hour, minute] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)].map(Number);
  if ((hour ?? 0) > 23) return `there is no hour ${digits.slice(2, 4)}`;
  if ((minute ?? 0) > 59) return `there is no minute ${digits.slice(4)}`;
  const fullYear = year.length === 4 ? Number(year) : Number(year) + (Number(year) >= 66 ? 1900 : 2000);
  if (day === 0 || (day ?? 0) > daysInMonth(fullYear, number)) return `${month} has no day ${digits.slice(0, 2)}`;
  return null;
}

/** Sets the date-time group of a draft to now, and the time of filing in the DE line along with it. */

import type { Edit } from "../../text/source-text.ts";
import { dayOfYearOf, SHORT_MONTHS } from "../../vocabulary/date.ts";
import { unreadDateTimeGroup } from "../rules/support/date-time-groups.ts";
import type { Refactoring } from "./refactoring.ts";
import type { Instant, RefactoringContext } from "./support/context.ts";

export const dateTimeGroupNow: Refactoring = {
  name: "date-time-group-now",
  offers(context) {
    const { now } = context.wishes;
    const place = now === null ? null : placeOfGroup(context);
    if (now === null || place === null) return [];
    const group = groupOf(now);
    return [
      {
        title: `Set the date-time group to now, ${group}`,
        choice: "",
        addedParagraphs: 0,
        edits: () =>
          [...filedEdits(context, now), { ...place, replacement: place.before + group + place.after }]
            .sort((one, other) => one.start - other.start)
            .map(({ start, end, replacement }) => ({ start, end, replacement })),
      },
    ];
  },
};

interface Place {
  readonly start: number;
  readonly end: number;
  readonly before: string;
  readonly after: string;
}

/** Where the group stands, read or not; else above the line FM. Null in what an archive or a wrapper laid out, and without a header. */
function placeOfGroup({ tree, lineBreak }: RefactoringContext): Place | null {
  const { header, form, lines } = tree;
  if (form === "smart" || form === "typewritten" || form === "archive") return null;
  const span = header.dtg?.span ?? unreadDateTimeGroup(tree)?.span ?? null;
  if (span !== null) return { ...span, before: "", after: "" };
  if (header.from === null) return null;
  const start = lines.start(lines.lineAt(header.from.span.start));
  return { start, end: start, before: "R ", after: lineBreak };
}

/** `280903Z AUG 09` */
function groupOf({ year, month, day, hour, minute }: Instant): string {
  return `${two(day)}${two(hour)}${two(minute)}Z ${SHORT_MONTHS[month - 1] ?? ""} ${two(year % 100)}`;
}

function filedEdits({ tree }: RefactoringContext, now: Instant): readonly Edit[] {
  const filed = tree.header.stationLine?.filed ?? null;
  if (filed === null) return [];
  const day = String(dayOfYearOf(now)).padStart(3, "0");
  return [{ ...filed.span, replacement: `${day}${two(now.hour)}${two(now.minute)}` }];
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}

/** Finds 1973–79 telegrams that seem to have been sent before they were drafted, or months after. */

import { isDate } from "../../vocabulary/date.ts";
import type { Rule } from "./rule.ts";
import { linesOfKind, spanIn } from "./support/lines.ts";

const DRAFTED = /DRAFTED BY\b[^\n]{0,60}?[ :](\d{1,2})[/-](\d{1,2})[/-](\d{2})(?!\d)/;
const DAY = 86_400_000;
const LONGEST = 60;

export const draftDateDiffers: Rule = {
  code: "draft-date-differs",
  area: "header",
  forms: ["archive"],
  draftsOnly: false,
  severity: "warning",
  publishedSeverity: "hint",
  title: "A telegram is drafted on the day it is sent or some days before.",
  why: "The date in the line DRAFTED BY and the date-time group check each other: a draft of a later day than its sending is a figure misread.",
  source: "Archive telegrams of 1974 and 1979",
  check({ tree, sentOn }) {
    if (sentOn === null) return [];
    for (const line of linesOfKind(tree, ["distribution", "transmission"])) {
      const match = DRAFTED.exec(line.text);
      if (match === null) continue;
      const [month, day, year] = [match[1], match[2], match[3]].map(Number);
      if (month === undefined || day === undefined || year === undefined) return [];
      const drafted = { year: 1900 + year, month, day };
      if (!isDate(drafted)) return [];
      const days = (Date.UTC(sentOn.year, sentOn.month - 1, sentOn.day) - Date.UTC(drafted.year, month - 1, day)) / DAY;
      if (days >= 0 && days <= LONGEST) return [];
      const printed = `${match[1]}/${match[2]}/${match[3]}`;
      const start = match.index + match[0].length - printed.length;
      const when = days < 0 ? "after it was sent" : `${days} days before it was sent`;
      return [{ span: spanIn(line, start, printed.length), message: `Drafted ${when}, by its date-time group.` }];
    }
    return [];
  },
};

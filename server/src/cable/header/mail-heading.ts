/** The heading of the e-mail that a cable was sent on with: its `From:` and `Subject:` are not the cable's. */

import type { SourceLines } from "../source-lines.ts";

/** A field of a heading as mail programs print it. */
const FIELD = /^(?:From|Sent|Date|To|Cc|Bcc|Subject|Importance|Attachments?|Reply-To) ?:/i;

/** Who sent it by address, or when by the day of the week: no form of cable prints either. */
const SHOWS_MAIL =
  /^(?:From ?: [^\n]{0,80}[\w.+-]@[\w-]|(?:Sent|Date) ?: ?(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?,)/i;

/** Fewer fields are no heading. */
const FEWEST_FIELDS = 3;

/** Headings stand above the cable, one above the other: not further down than this, in lines. */
const LONGEST_COVER = 60;

/** The first line below the last such heading at the beginning of a text; 0 where a text begins with something else. */
export function endOfMailHeadings(lines: SourceLines): number {
  const first = lines.nextText(0, LONGEST_COVER);
  if (!lines.has(first) || !FIELD.test(lines.content(first))) return 0;
  let end = 0;
  for (let line = first; line < LONGEST_COVER && lines.has(line); line++) {
    if (!FIELD.test(lines.content(line))) continue;
    const heading = headingAt(lines, line);
    if (heading.isMail) end = heading.endLine;
    line = heading.endLine - 1;
  }
  return end;
}

/** What begins at a line that is a field: it goes on to the last field above a blank line. */
function headingAt(lines: SourceLines, start: number): { readonly endLine: number; readonly isMail: boolean } {
  let fields = 0;
  let isShown = false;
  let endLine = start;
  for (let line = start; line < start + LONGEST_COVER && lines.has(line) && !lines.isBlank(line); line++) {
    const text = lines.content(line);
    if (SHOWS_MAIL.test(text)) isShown = true;
    if (!FIELD.test(text)) continue;
    fields++;
    endLine = line + 1;
  }
  return { endLine, isMail: isShown && fields >= FEWEST_FIELDS };
}

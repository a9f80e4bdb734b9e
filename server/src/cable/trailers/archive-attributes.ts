/** The attributes that the State Archiving System prints behind a telegram of 1973–79, and how to find them. */

import type { Located } from "../../text/span.ts";
import type { Trailer, TrailerAttribute } from "../forms/form.ts";
import type { SourceLines } from "../source-lines.ts";
import { onOneLine } from "../values/chars.ts";

/** Only a known name opens an attribute: long values wrap to the margin and may hold colons of their own. */
export const ARCHIVE_ATTRIBUTES: readonly string[] = [
  "Automatic Decaptioning",
  "Capture Date",
  "Channel Indicators",
  "Current Classification",
  "Concepts",
  "Control Number",
  "Copy",
  "Draft Date",
  "Sent Date",
  "Decaption Date",
  "Decaption Note",
  "Disposition Action",
  "Disposition Approved on Date",
  "Disposition Authority",
  "Disposition Case Number",
  "Disposition Comment",
  "Disposition Date",
  "Disposition Event",
  "Disposition History",
  "Disposition Reason",
  "Disposition Remarks",
  "Document Number",
  "Document Source",
  "Document Unique ID",
  "Drafter",
  "Enclosure",
  "Executive Order",
  "Errors",
  "Expiration",
  "Film Number",
  "Format",
  "From",
  "Handling Restrictions",
  "Image Path",
  "ISecure",
  "Legacy Key",
  "Line Count",
  "Litigation Code IDs",
  "Litigation Codes",
  "Litigation History",
  "Locator",
  "Message ID",
  "Office",
  "Original Classification",
  "Original Handling Restrictions",
  "Original Previous Classification",
  "Original Previous Handling Restrictions",
  "Page Count",
  "Previous Channel Indicators",
  "Previous Classification",
  "Previous Handling Restrictions",
  "Reference",
  "Retention",
  "Review Action",
  "Review Authority",
  "Review Comment",
  "Review Content Flags",
  "Review Date",
  "Review Event",
  "Review Exemptions",
  "Review History",
  "Review Markings",
  "Review Media Identifier",
  "Review Referrals",
  "Review Release Date",
  "Review Release Event",
  "Review Transfer Date",
  "Review Withdrawn Fields",
  "SAS ID",
  "Secure",
  "Status",
  "Subject",
  "TAGS",
  "To",
  "Type",
  "vdkvgwkey",
  "Markings",
];

const KNOWN: ReadonlySet<string> = new Set(ARCHIVE_ATTRIBUTES);
const LONGEST_NAME = Math.max(...ARCHIVE_ATTRIBUTES.map((name) => name.length));
const TITLE = /^(?:#{1,6} )?Message Attributes$/;
const WORDS = "Message Attributes";
const LONGEST_TITLE = "###### Message Attributes".length;

/** Exports to Markdown have the attributes as a list, under names that are shortened. */
const LONGEST_SIGN = 8;
const LIST_SIGNS = "-*+";
const LIST_SIGN = /^[-*+][ \t]{1,6}/;
const LISTED: ReadonlySet<string> = new Set([
  "Classification",
  "Date",
  "Declassified",
  "TAGs",
  "Tags",
  "Drafted by",
  "References",
]);

/** The attributes, each value on one line; null where the text has none. Their lines are claimed as the trailer. */
export function readArchiveAttributes(scan: SourceLines): Trailer | null {
  const title = lastTitle(scan);
  if (title < 0) return null;
  const attributes: TrailerAttribute[] = [];
  let open: { name: string; start: number; line: number } | null = null;
  const close = (end: number): void => {
    if (open === null) return;
    const last = Math.max(scan.previousText(end), open.line);
    const value = scan.join(open.line, last + 1, Math.min(open.start, scan.end(open.line)));
    attributes.push({
      name: open.name,
      value: { value: onOneLine(value.text), span: value.span(0, value.text.length) },
    });
    open = null;
  };
  for (let line = title + 1; line < scan.count; line++) {
    if (scan.isBlank(line) || scan.isFurniture(line)) continue;
    const sign = LIST_SIGNS.includes(scan.text.charAt(scan.first(line)))
      ? LIST_SIGN.exec(scan.text.slice(scan.first(line), Math.min(scan.end(line), scan.first(line) + LONGEST_SIGN)))
      : null;
    const first = scan.first(line) + (sign?.[0].length ?? 0);
    const head = scan.text.slice(first, Math.min(scan.end(line), first + LONGEST_NAME + 1));
    const name = head.slice(0, Math.max(head.indexOf(":"), 0));
    if (!KNOWN.has(name) && (sign === null || !LISTED.has(name))) continue;
    close(line);
    let start = first + name.length + 1;
    while (start < scan.end(line) && scan.text.charCodeAt(start) === 32) start++;
    open = { name, start, line };
  }
  close(scan.count);
  scan.claim(title, scan.count, "trailer");
  return { line: title, attributes, signature: null };
}

/** The last line that is their title; -1 where there is none. */
function lastTitle(scan: SourceLines): number {
  const { text } = scan;
  for (let at = text.lastIndexOf(WORDS); at >= 0; at = at === 0 ? -1 : text.lastIndexOf(WORDS, at - 1)) {
    const line = scan.lineAt(at);
    if (scan.length(line) <= LONGEST_TITLE && TITLE.test(scan.content(line))) return line;
  }
  return -1;
}

/** The value of an attribute; null where it is missing, empty or `n/a`. */
export function attributeValue(attributes: readonly TrailerAttribute[], name: string): Located<string> | null {
  const found = attributes.find((attribute) => attribute.name === name);
  return found === undefined || /^(?:n\/a)?$/i.test(found.value.value) ? null : found.value;
}

/** The codes in the archive's list of TAGS, which has names and words beside them: `PFOR, BL, (DOE, JANE), ANDES PACT`. */
export function attributeTags({ value, span }: Located<string>): readonly Located<string>[] {
  return value
    .replace(/\([^()]{0,80}\)/g, "")
    .split(/[,;]/)
    .map((tag) => tag.trim())
    .filter((tag) => /^[A-Z0-9-]{2,8}$/.test(tag))
    .map((tag) => ({ value: tag, span }));
}

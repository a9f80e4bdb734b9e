/** The lines by which one cable of many in a text is told from the next. */

import type { FieldKey } from "../cable/forms/field-key.ts";
import { openingOf } from "../cable/header/opened-field.ts";
import { SourceLines } from "../cable/source-lines.ts";
import { readClassificationLine, readMarking } from "../cable/values/classification-line.ts";
import { SourceText } from "../text/source-text.ts";

/** What a line says about where a cable begins or ends. */
export type LineSign =
  /** May be the first line of a cable. `number` is the serial that it names, where it names one. */
  | { readonly kind: "opening"; readonly key: OpeningKey; readonly number: number | null }
  /** A field that stands below the lines that open a cable. */
  | { readonly kind: "field" }
  /** A paragraph: the header is over. */
  | { readonly kind: "paragraph" }
  /** Parts cables: a row of signs, a page's title. `id` is the number that it names. A rule of hyphens is more likely a heading's. */
  | { readonly kind: "separator"; readonly id: string | null; readonly sure: boolean }
  /** The last line of a transmission. */
  | { readonly kind: "end" }
  /** The title of the archive's attributes, which stand behind the text. */
  | { readonly kind: "attributes" };

export type OpeningKey = "page" | "notice" | Extract<FieldKey, (typeof OPENING_FIELDS)[number]>;

const OPENING_FIELDS = [
  "transmissionId",
  "routing",
  "distribution",
  "dtg",
  "classification",
  "textBegins",
  "mrn",
  "typedTitle",
] as const;

const CONTENT_FIELDS: ReadonlySet<FieldKey> = new Set<FieldKey>(["executiveOrder", "tags", "subject", "references"]);

const LONGEST_LINE = 300;
const FIRST_PAGE = /^PAGE[ \t]+0{0,2}1[ \t]+[A-Z][A-Z .'-]{1,30}?[ \t]*(\d{3,6})(?!\d)/;
const NOTICE = /^This record is a partial extract of the original cable/;
const END = /^(?:N{3,4}(?:[A-Z]{8})?|<< END OF DOCUMENT >>)$/;
const ATTRIBUTES = /^Message Attributes$/;
/** What Markdown and mail put before a line. */
const MARKDOWN = /^[>|*# ]{1,12}(?=[A-Z])/;
const HYPHENS = /^[- ]*$/;
const PARAGRAPH = /^(?:¶ ?)?\d{1,2}\.[ \t]{0,3}[(A-Z"]/;

/** A number as catalogues and file names have it. */
const ID = String.raw`(?:19|20)?\d\d[ _]?[A-Z]{2,}(?:[ _][A-Z]{2,}){0,3}[ _]?\d{1,6}(?:_[a-z])?`;

/** Rows of signs, with or without a cable's number or a file's name between them, and the titles of catalogues' pages. */
const SEPARATORS: readonly RegExp[] = [
  /^([=*#_~+-])\1{9,}$/,
  /^(?:[-=*#~] ?){10,100}$/,
  /^[=*#~<>-]{2,}8<[-=]{2,}$/,
  new RegExp(
    `^[=*#~>-]{1,}[ \\t]{0,3}(?:FILE:? ?|CABLE:? ?)?(?<id>${ID})(?:\\.[A-Z]{2,6})?[ \\t]{0,3}[=*#~<-]{0,100}$`,
    "i",
  ),
  new RegExp(`^(?:Viewing cable|Canonical ID:|Reference ID:?)[ \\t]{1,9}(?<id>${ID})\\b`, "i"),
];

/** What a line of a source says; null for a line of text. */
export function signOf(line: string): LineSign | null {
  const trimmed = line.trim();
  if (trimmed === "" || trimmed.length > LONGEST_LINE) return null;
  const text = MARKDOWN.test(trimmed) ? trimmed.replace(MARKDOWN, "").replaceAll("**", "") : trimmed;
  if (END.test(text)) return { kind: "end" };
  if (ATTRIBUTES.test(text)) return { kind: "attributes" };
  const page = FIRST_PAGE.exec(text);
  if (page !== null) return { kind: "opening", key: "page", number: Number(page[1]) };
  if (NOTICE.test(text)) return { kind: "opening", key: "notice", number: null };
  for (const pattern of SEPARATORS) {
    const match = pattern.exec(trimmed);
    if (match !== null) return { kind: "separator", id: match.groups?.id ?? null, sure: !HYPHENS.test(trimmed) };
  }
  return fieldSign(text) ?? (PARAGRAPH.test(text) ? { kind: "paragraph" } : null);
}

function fieldSign(text: string): LineSign | null {
  const scan = new SourceLines(SourceText.plain(text));
  const key = openingOf(scan, 0, () => false)?.key;
  if (key === undefined) return null;
  if (CONTENT_FIELDS.has(key)) return { kind: "field" };
  if (key === "classification") {
    const line = readClassificationLine(scan.join(0, 1));
    // Without a number it may be the marking of any page.
    if (line?.station == null || line.serial === null) return null;
    return { kind: "opening", key, number: line.serial.value };
  }
  const opening = OPENING_FIELDS.find((one) => one === key);
  return opening === undefined ? null : { kind: "opening", key: opening, number: null };
}

/** What relays print above a message of the armed forces: its classification as a field, its precedence in full. */
const BANNER =
  /^(?:CLASSIFICATION ?: ?[A-Z ]{5,24}\/{0,2}|(?:UN)?CLAS(?:SIFIED)?\/\/|ROUTINE|PRIORITY|IMMEDIATE|FLASH)$/;

/** Marks that stand above the line that opens a cable, and are the cable's: classification, archive's banner, the day of the week. */
export function belongsToNextCable(line: string): boolean {
  const text = line.trim();
  return (
    /^(?:SBU|NOFORN|SENSITIVE)$/.test(text) ||
    /^(?:[A-Z][a-z]+ [A-Z]\. [A-Z][a-z]+ )?Declassified\/Released US Department of State/.test(text) ||
    /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day, \d\d? [A-Z][a-z]+ \d{4}/.test(text) ||
    /^Department of State$/.test(text) ||
    BANNER.test(text) ||
    (text.length <= 60 && readMarking(text) !== null)
  );
}

/** Whether a line announces that the text of another message follows. */
export function announcesQuotation(line: string): boolean {
  return /:$|\b(?:QUOTE|FOL(?:LOWING|G)?|RPT|REPEAT|BEGIN (?:TEXT|MESSAGE|CABLE)|TEXT (?:OF|FOLLOWS))\b/i.test(
    line.trim(),
  );
}

/** Whether a line parts what stands above it from what stands below, and belongs to neither. */
export function isSeparator(line: string): boolean {
  return signOf(line)?.kind === "separator";
}

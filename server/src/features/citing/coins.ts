/** A cable as a ContextObject in a span (COinS), by which reference managers take it from a page of HTML. */

import { isoDay } from "./bibtex.ts";
import type { CitationParts } from "./parts.ts";

/** Half of a character, which no address can hold. */
const LONE_HALF = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** The value of the span's `title`, not yet escaped for HTML; null for a cable that names no sender. */
export function contextObject({ words, day, year, title, tags }: CitationParts): string | null {
  if (words.sender === "") return null;
  const fields: readonly (readonly [string, string])[] = [
    ["ctx_ver", "Z39.88-2004"],
    ["rft_val_fmt", "info:ofi/fmt:kev:mtx:dc"],
    ["rft.type", "report"],
    ["rft.title", title ?? `${words.kind} ${words.serial}`.trim()],
    ["rft.creator", words.sender],
    ["rft.date", day === null ? String(year ?? "") : isoDay(day)],
    ["rft.identifier", words.typedMrn || words.serial],
    ["rft.source", words.collection],
    ...tags.map((tag) => ["rft.subject", tag] as const),
  ];
  return fields
    .filter(([, value]) => value !== "")
    .map(([name, value]) => `${name}=${encodeURIComponent(value.replace(LONE_HALF, "\ufffd"))}`)
    .join("&");
}

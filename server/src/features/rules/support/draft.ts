/** Tells a cable that is being drafted from a published copy. */

import type { CableTree, LineKind } from "../../../cable/tree.ts";
import { type CableDate, isoDate } from "../../../vocabulary/date.ts";

/** Kinds of line that only the machine, an archive or a releasing office puts in. */
const OF_COPIES: ReadonlySet<LineKind> = new Set(["continuation", "page", "banner", "trailer", "distribution"]);

/** Fields of which one at least tells that a text is a cable's beginning. */
const OF_DRAFTS: ReadonlySet<string> = new Set(["DTG", "From", "E.O.", "TAGS", "Subject"]);

/**
 * Whether a cable is a draft: it has no transmission header, no date-time group of a day that is over, and nothing of sending or publishing in it. Such are transmission sections, page marks,
 * release banners, paragraph signs, and what an export to Markdown left behind.
 * A text without a field of a header is a piece of something, of which nobody can tell. Where nobody knows the day, any date-time group counts as past.
 */
export function isDraft(tree: CableTree, today: CableDate | null): boolean {
  const { header, form, lines } = tree;
  if (form === "typewritten" || form === "archive") return false;
  if (header.classificationLine === null && !header.fields.some(({ name }) => OF_DRAFTS.has(name))) return false;
  const sentOn = header.dtg?.value ?? null;
  if (sentOn !== null && (today === null || isoDate(sentOn) < isoDate(today))) return false;
  // A wrapper of SMART shows when it was sent; one without a day is a piece of a print.
  if (form === "smart" ? sentOn === null : header.attributes.length > 0) return false;
  if (header.transmissionId !== null || header.stationLine !== null) return false;
  if (header.routingPrecedence !== null || header.securityLine !== null) return false;
  if (header.classificationLine?.section != null) return false;
  // What stands below a SMART text is its wrapper, not an archive's trailer.
  if (tree.lineKinds.some((kind) => OF_COPIES.has(kind) && !(kind === "trailer" && form === "smart"))) return false;
  return !/[¶]|\]\(#|\*\*[A-Z]|^This record is a partial extract/m.test(lines.text);
}

/** The same by what people set: `auto` asks the text. */
export function countsAsDraft(tree: CableTree, setting: "auto" | "always" | "never", today: CableDate | null): boolean {
  return setting === "auto" ? isDraft(tree, today) : setting === "always";
}

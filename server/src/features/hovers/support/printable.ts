/** Text of a cable made fit to be shown: on one line, of a bounded length, without characters that change what is around them. */

import { cutAtWord } from "../../outline.ts";

/** The most that is shown of one text: a paragraph's beginning is enough to know it by. */
const LONGEST = 600;

/** Control characters, marks that turn the direction of writing, invisible joiners and lone halves of a character. */
const UNPRINTABLE =
  /[\p{Cc}\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu;

/** `text` with its runs of blanks made one, cut at a word where it is longer than `limit` characters. */
export function printable(text: string, limit: number = LONGEST): string {
  // Nothing beyond the bound is looked at, so that a line of megabytes costs no more than a short one.
  const beginning = text.slice(0, limit * 4).replace(UNPRINTABLE, " ");
  return cutAtWord(beginning.replace(/\s+/g, " ").trim(), limit);
}

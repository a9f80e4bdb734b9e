/** Reads the blanks and hyphens of word processors and web pages as those that a clerk typed. */

/** Unicode's blanks that have a width, and the hyphens that it tells from the minus: each is one UTF-16 unit. */
const BLANKS = "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000";
const HYPHENS = "\u2010\u2011";

const ANY_BLANK = new RegExp(`[${BLANKS}]`, "g");
const ANY_HYPHEN = new RegExp(`[${HYPHENS}]`, "g");
const EACH = [...BLANKS, ...HYPHENS];

/** The text with plain blanks and hyphens. Every offset stays what it was. */
export function plainCharacters(text: string): string {
  // Looking for single characters is many times faster than a pattern, and nearly no text has one.
  return EACH.some((character) => text.includes(character))
    ? text.replace(ANY_BLANK, " ").replace(ANY_HYPHEN, "-")
    : text;
}

/** Characters that a web page writes as names or numbers, and what they stand for. */

import type { Edit } from "./source-text.ts";

/** The names that occur in pages of cables; others stay as they are printed. */
const NAMED: ReadonlyMap<string, string> = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
  ["nbsp", " "],
  ["para", "¶"],
  ["sect", "§"],
  ["middot", "·"],
  ["bull", "•"],
  ["hellip", "…"],
  ["ndash", "–"],
  ["mdash", "—"],
  ["lsquo", "‘"],
  ["rsquo", "’"],
  ["sbquo", "‚"],
  ["ldquo", "“"],
  ["rdquo", "”"],
  ["bdquo", "„"],
  ["laquo", "«"],
  ["raquo", "»"],
  ["deg", "°"],
  ["euro", "€"],
  ["pound", "£"],
  ["yen", "¥"],
  ["cent", "¢"],
  ["copy", "©"],
  ["reg", "®"],
  ["trade", "™"],
  ["frac12", "½"],
  ["frac14", "¼"],
  ["frac34", "¾"],
  ["agrave", "à"],
  ["aacute", "á"],
  ["acirc", "â"],
  ["atilde", "ã"],
  ["auml", "ä"],
  ["aring", "å"],
  ["aelig", "æ"],
  ["ccedil", "ç"],
  ["egrave", "è"],
  ["eacute", "é"],
  ["ecirc", "ê"],
  ["euml", "ë"],
  ["iacute", "í"],
  ["icirc", "î"],
  ["iuml", "ï"],
  ["ntilde", "ñ"],
  ["oacute", "ó"],
  ["ocirc", "ô"],
  ["otilde", "õ"],
  ["ouml", "ö"],
  ["oslash", "ø"],
  ["uacute", "ú"],
  ["ugrave", "ù"],
  ["ucirc", "û"],
  ["uuml", "ü"],
  ["szlig", "ß"],
  ["Aacute", "Á"],
  ["Auml", "Ä"],
  ["Ccedil", "Ç"],
  ["Eacute", "É"],
  ["Ntilde", "Ñ"],
  ["Oacute", "Ó"],
  ["Ouml", "Ö"],
  ["Oslash", "Ø"],
  ["Uuml", "Ü"],
]);

/** Characters written as `&amp;`, `&#182;` or `&#xB6;` put back. Names that are not known stay. */
export function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9A-Fa-f]{1,6})|([A-Za-z][A-Za-z0-9]{1,15}));?/g,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return NAMED.get(name) ?? whole;
      const code = decimal === undefined ? Number.parseInt(hex, 16) : Number(decimal);
      return characterOf(code) ?? whole;
    },
  );
}

/** What Windows has in the places of the control characters 80 to 9F, as pages mean them. */
const WINDOWS_80_TO_9F = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

function characterOf(code: number): string | null {
  if (code === 9 || code === 10 || code === 13) return code === 13 ? "" : String.fromCharCode(code);
  if (code < 32 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) return null;
  return code >= 0x80 && code <= 0x9f ? WINDOWS_80_TO_9F.charAt(code - 0x80) : String.fromCodePoint(code);
}

/** `&quot;` with its semicolon: without one it may be what a text says. */
const WHOLE = /&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,15});/g;

/**
 * The places of a text that is no web page where a copy left characters written so, each with what it stands for; in document order. Those
 * that stand for a line break or a control character are left as they are.
 */
export function entityEdits(text: string): Edit[] {
  const edits: Edit[] = [];
  for (const { 0: printed, index } of text.matchAll(WHOLE)) {
    const replacement = decodeEntities(printed);
    if (replacement !== printed && replacement >= " ") {
      edits.push({ start: index, end: index + printed.length, replacement });
    }
  }
  return edits;
}

/** A text that is no web page with such characters put back. */
export function withoutEntities(text: string): string {
  return text.replace(WHOLE, (printed) => {
    const character = decodeEntities(printed);
    return character >= " " ? character : printed;
  });
}

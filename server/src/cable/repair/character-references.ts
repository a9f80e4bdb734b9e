/** Damage by export to a page of the web: character references in place of characters, `&#8220;`, `&amp;`. */

import type { Edit } from "../../text/source-text.ts";
import { matchesOf } from "../values/chars.ts";
import type { Damage } from "./damage.ts";

const REFERENCE = /&(?:#(\d{2,6})|#[xX]([0-9A-Fa-f]{2,5})|([a-z]{2,6}|[A-Z][a-z]{3,6}));/g;

/** The names that occur in prose; others stay as they are. */
const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  para: "¶",
  sect: "§",
  ndash: "–",
  mdash: "—",
  lsquo: "‘",
  rsquo: "’",
  ldquo: "“",
  rdquo: "”",
  hellip: "…",
  eacute: "é",
  egrave: "è",
  aacute: "á",
  iacute: "í",
  oacute: "ó",
  uacute: "ú",
  ntilde: "ñ",
  ccedil: "ç",
  auml: "ä",
  ouml: "ö",
  uuml: "ü",
  Eacute: "É",
};

/** The highest character that there is. */
const LAST_CHARACTER = 0x10ffff;

export const characterReferences: Damage = {
  name: "character-references",
  edits: (text) => {
    if (!text.includes("&")) return [];
    const edits: Edit[] = [];
    for (const { index, 0: printed, 1: decimal, 2: hexadecimal, 3: name = "" } of matchesOf(REFERENCE, text)) {
      const code =
        decimal !== undefined ? Number(decimal) : hexadecimal !== undefined ? Number.parseInt(hexadecimal, 16) : 0;
      const character = code > 0 ? characterOf(code) : NAMED[name];
      if (character !== undefined) edits.push({ start: index, end: index + printed.length, replacement: character });
    }
    return edits;
  },
};

/** Undefined for controls and for what is no character of its own: such numbers stay as they are. */
function characterOf(code: number): string | undefined {
  const isCharacter = code >= 32 && code !== 127 && code <= LAST_CHARACTER && !(code >= 0xd800 && code <= 0xdfff);
  // The pages of the time took these numbers for those of Windows.
  return isCharacter && !(code > 127 && code < 160) ? String.fromCodePoint(code) : WINDOWS[code];
}

const WINDOWS: Readonly<Record<number, string>> = {
  145: "‘",
  146: "’",
  147: "“",
  148: "”",
  150: "–",
  151: "—",
  133: "…",
};

/** Hovers on abbreviations, captions and office symbols in the text and the subject: `POLOFF`, `IDPs`, `NOFORN`, `EAP/CM`. */

import type { CableTree, LineKind } from "../../cable/tree.ts";
import type { Located, Span } from "../../text/span.ts";
import { explainAcronym, explainCaption, explainOffice } from "../../vocabulary/explain.ts";
import type { Explanation } from "../../vocabulary/explanation.ts";
import type { HoverContext, HoverPart, HoverProvider } from "./hover.ts";
import { countriesOf, stationOf } from "./support/station.ts";
import { holds, lineSpan, wordAndPieces, wordAt } from "./support/words.ts";

/** Lines of text. */
const LINES: ReadonlySet<LineKind> = new Set<LineKind>(["text", "paragraph", "heading", "notice"]);

/**
 * Abbreviations that are English words too: nobody can tell which is meant in a line typed all in capitals, and in small letters
 * they are the word.
 */
const WORDS: ReadonlySet<string> = new Set(
  "AID AMB ARENA AU BASIC BIO BIT BOG CAPT CHARGE COB COIN COL COM CONS COP COS DAS DIP DOES EMB ENI EXT FAR FAS GEN GOD GOES GOOD GOT GOV HUB ICE INFO IT JAM LAB LEGAT LES LET LIC MAC MAP MAS MEM MIN MM MOD MODEM MT NAM PA PACE PAS PASS PISCES POST REDD REF RON ROE RS RUE SAG SALT SAR SHAPE SO SOF SOFA SOP START SUB SWIFT TEL TELEGRAM TIDE TIP TOR US WHO".split(
    " ",
  ),
);

/** How far around a word is looked for small letters. */
const NEIGHBOURHOOD = 200;

export const abbreviation: HoverProvider = {
  kind: "abbreviation",
  basis: "word",
  at(context, offset) {
    const { tree } = context;
    if (!isText(tree, offset)) return null;
    const { text } = tree.lines;
    const line = lineSpan(tree.lines, offset);
    const dotted = dottedAt(text, offset, line);
    const plain = dotted === null ? undefined : context.vocabulary.acronyms.find(dotted.value, countriesOf(context));
    if (dotted !== null && plain !== undefined) return { span: dotted.span, parts: [explainAcronym(plain)] };
    const word = wordAt(text, offset, /[\p{L}\p{N}&/'’+-]/u, line);
    if (word === null) return null;
    const inCapitals = isInCapitals(word.span, text, line);
    for (const piece of wordAndPieces(word, offset, "/-")) {
      const explanation = explainWord(piece, inCapitals, context);
      if (explanation !== undefined) {
        return { span: piece.span, parts: [...governmentOfSender(explanation.code, context), explanation] };
      }
    }
    return null;
  },
};

/** Initials with a point behind each, `U.S.` and `U.K`: their letters, and where they stand; null where there are none. */
function dottedAt(text: string, offset: number, line: Span): Located<string> | null {
  const start = Math.max(line.start, offset - MOST_DOTTED);
  const near = text.slice(start, Math.min(line.end, offset + MOST_DOTTED));
  for (const found of near.matchAll(/(?<![\p{L}\p{N}.])(?:[A-Z]\.){1,3}[A-Z](?![\p{L}\p{N}])\.?/gu)) {
    const span = { start: start + found.index, end: start + found.index + found[0].length };
    if (holds(span, offset)) return { value: found[0].replaceAll(".", ""), span };
  }
  return null;
}

/** Initials are no longer than this, in UTF-16 units. */
const MOST_DOTTED = 10;

function isText(tree: CableTree, offset: number): boolean {
  const kind = tree.lineKinds[tree.lines.lineAt(offset)];
  if (kind !== undefined && LINES.has(kind)) return true;
  const { subject } = tree.header;
  return subject !== null && holds(subject.span, offset);
}

/** `GOB` in a cable from Brasilia is likely Brazil's government, and not Bolivia's. */
function governmentOfSender(code: string, context: HoverContext): readonly HoverPart[] {
  const initial = /^GO([A-Z])$/.exec(code.toUpperCase())?.[1];
  const station = initial === undefined ? null : stationOf(context);
  const country = station?.country?.name;
  if (station === null || country === undefined || initial === undefined || !country.startsWith(initial)) return [];
  const line = `Likely the government of ${country}, where the sender is.`;
  return [{ kind: "statement", subject: code, what: "a government", lines: [line] }];
}

/** Whether nothing around the word on its line is in small letters. */
function isInCapitals(word: Span, text: string, line: Span): boolean {
  const start = Math.max(line.start, word.start - NEIGHBOURHOOD);
  return !/\p{Ll}/u.test(text.slice(start, Math.min(line.end, word.end + NEIGHBOURHOOD)));
}

function explainWord(printed: Located<string>, inCapitals: boolean, context: HoverContext): Explanation | undefined {
  const { vocabulary, tree, date } = context;
  const word = printed.value;
  const stem = word.toUpperCase().replace(/['’]?S?['’]?$/, "");
  const isWord = WORDS.has(word.toUpperCase()) || WORDS.has(stem);
  if (NUMERALS.has(word)) return undefined;
  if (isWord && (inCapitals || (word !== word.toUpperCase() && !isForm(printed, tree.lines.text)))) return undefined;
  const acronym = vocabulary.acronyms.find(word, { ...countriesOf(context), inPassing: false });
  if (acronym !== undefined && isNoMishap(word, acronym.abbreviation, inCapitals)) return explainAcronym(acronym);
  if (word.length < 2 || word !== word.toUpperCase()) return undefined;
  const caption = CAPTIONS.has(word) ? vocabulary.captions.find(word) : undefined;
  if (caption !== undefined) return explainCaption(caption);
  const office = vocabulary.offices.find(word, date);
  if (office === undefined || office.title === null) return undefined;
  return word.includes("/") || office.inText ? explainOffice(office) : undefined;
}

/**
 * Whether a word in capitals and small letters is the shorthand all the same: `Charge`, `Post` and `Amb` stand alone, in front
 * of a word in small letters that is no article; `Washington Post` and `Post Office` are names.
 */
function isForm({ value, span }: Located<string>, text: string): boolean {
  if (!FORMS.has(value)) return false;
  const before = text.slice(Math.max(0, span.start - NEIGHBOURHOOD), span.start);
  const behind = text.slice(span.end, span.end + NEIGHBOURHOOD);
  const isPartOfName =
    /\p{Lu}[\p{L}.]{0,200}[ \t]$/u.test(before) && !/(?:^|[\s(])(?:The|Our|Your|Acting|U\.?S\.?)[ \t]$/.test(before);
  return !isPartOfName && /^(?:['’]s)?[ \t\r\n,]+(?!(?:a|an|the|him|it|them|no|any)\b)[\p{Ll}]/u.test(behind);
}

/** Shorthand that is a word too, with one capital: told where it stands as a noun. */
const FORMS: ReadonlySet<string> = new Set(["Charge", "Post"]);

/** Numerals by the letters of an abbreviation: `Article IV` is not about immigrant visas. */
const NUMERALS: ReadonlySet<string> = new Set(["II", "III", "IV", "VI"]);

/**
 * An S in capitals is the ending of a plural only where all is in capitals (`NGOS`), and not behind two letters: `USGS` and `ICS`
 * are abbreviations of their own.
 */
function isNoMishap(word: string, abbreviation: string, inCapitals: boolean): boolean {
  const hasEnding = /S['’]?$/.test(word) && word.toUpperCase() !== abbreviation.toUpperCase();
  return !hasEnding || (inCapitals && abbreviation.length > 2);
}

/** Captions that mean themselves wherever they stand. */
const CAPTIONS: ReadonlySet<string> = new Set(
  "AIDAC EXDIS FOUO LIMDIS LOU NIACT NOCONTRACT NODIS NOFORN NOTAL ORCON SIPDIS SPECAT STADIS WNINTEL".split(" "),
);

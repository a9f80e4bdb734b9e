/** Recognises captions (`SENSITIVE`, `SIPDIS`, `NODIS`) and passing instructions (`DEPT FOR EAP/CM`). */

import type { JoinedText } from "../../text/joined-text.ts";
import type { Located } from "../../text/span.ts";
import { captionRows } from "../../vocabulary/captions.ts";
import { findStation } from "../../vocabulary/stations.ts";
import { PrefixSet, prefixKey } from "../line-dispatch.ts";
import { MemoisedPredicate } from "../memoised-predicate.ts";
import { capitalOf, endOfLine, isBlank, isDigit, located, skipBlanks, wordSet } from "./chars.ts";
import { LEVEL_HEADS, readLevel } from "./classification-level.ts";
import { matchSpacedWord, mayBeWithOneSlip, threeLetters } from "./letterspaced-words.ts";

/** The captions at the head of a line. */
export interface Captions {
  /** Normal forms (`CORRECTED COPY` for `C O R R E C T E D  C O P Y (ADDED TAGS)`), as often as they are printed. */
  readonly captions: readonly Located<string>[];
  /** The offset in the value's text behind the last one and what parts it from the rest. */
  readonly end: number;
}

/** Kinds of the vocabulary's rows that stand on caption lines; the others are notes on references, sources and precedence. */
const CAPTION_KINDS: ReadonlySet<string> = new Set([
  "distribution",
  "channel",
  "special handling",
  "control",
  "series",
  "instruction",
  "transmission",
]);

/** Rows of those kinds that are too short or too common to be known by their letters, or are a pattern. */
const NOT_BY_LETTERS: ReadonlySet<string> = new Set(["BU", "US", "ONLY", "FOR xxx ONLY", "LOU", "REL TO", "PROTECT"]);

/** Phrases that stand where captions do and are in no list of them. */
const MORE_CAPTIONS: readonly string[] = [
  "NOT FOR INTERNET DISTRIBUTION",
  "NOT FOR DISTRIBUTION OUTSIDE USG",
  "COUNTRY TEAM MESSAGE",
  "JOINT EMBASSY USAID MESSAGE",
  "SENSITIVE BUT UNCLASSIFIED",
  "FOR OFFICIAL USE ONLY",
  "LIMITED DISTRIBUTION",
  "SY CHANNEL",
];

/** Series whose telegrams bear a number of their own: `TOSEC 110023`. */
const NUMBERED_SERIES: ReadonlySet<string> = new Set(["TOSEC", "SECTO", "HAKTO", "TODEP"]);

/** Captions behind which a reason or correction is given in parentheses. */
const WITH_REASON = "CORRECTED COPY";

/** A caption of so many letters is still known when one of them is wrong. */
const LONG_ENOUGH_FOR_A_SLIP = 6;

interface CaptionWord {
  readonly caption: string;
  /** Capitals, without blanks. */
  readonly letters: string;
  readonly slips: number;
}

/** Index: the first letter's code, at 0 slips; with one slip also the second one's, for a first letter may be lost. */
const WORDS_BY_LETTER: readonly (readonly (readonly CaptionWord[] | undefined)[])[] = (() => {
  const codes = captionRows().filter(({ kind, code }) => CAPTION_KINDS.has(kind) && !NOT_BY_LETTERS.has(code));
  const words = [...codes.map(({ code }) => code), ...MORE_CAPTIONS].map((caption) => {
    const letters = caption.replace(/[^A-Z]/g, "");
    return { caption, letters, slips: letters.length >= LONG_ENOUGH_FOR_A_SLIP ? 1 : 0 };
  });
  words.sort((a, b) => b.letters.length - a.letters.length);
  return [0, 1].map((slips) => {
    const byLetter: CaptionWord[][] = [];
    for (const word of words.filter((one) => one.slips >= slips)) {
      for (const letter of new Set(word.letters.slice(0, slips + 1))) {
        const code = letter.charCodeAt(0);
        const list = byLetter[code] ?? [];
        list.push(word);
        byLetter[code] = list;
      }
    }
    return byLetter;
  });
})();

const NO_WORDS: readonly CaptionWord[] = [];

/** What may stand between captions and behind them: `STADIS//////`, `SIPDIS, NOFORN`. By unit. */
const SEPARATORS: readonly boolean[] = (() => {
  const separators = new Array<boolean>(256).fill(false);
  for (const separator of " \t\u00a0/,;.-*:|\"'") separators[separator.charCodeAt(0)] = true;
  return separators;
})();

/**
 * The captions at `from` of a line, a level before them passed over (`SECRET//NOFORN`); null where the line does not begin
 * with one. What follows them need not be a caption: see `end`.
 */
export function readCaptions(value: JoinedText, from = 0): Captions | null {
  const { text } = value;
  const found: Located<string>[] = [];
  const end = scanCaptions(text, from, (caption, start, behind) => found.push(located(value, caption, start, behind)));
  return found.length > 0 ? { captions: found, end } : null;
}

/** The heads of lines that captions may begin, or what may stand before them: the quick no for most lines of prose. */
export const CAPTION_HEADS = new PrefixSet((first, second) => {
  if (first === 0 || SEPARATORS[first] === true || LEVEL_HEADS.has(prefixKey(first, second))) return true;
  const letter = capitalOf(first);
  // A wrong letter is looked for in capitals only, as in `captionAt`.
  if (isSmall(second))
    return (WORDS_BY_LETTER[0]?.[letter] ?? NO_WORDS).some(
      ({ letters }) => letters.charCodeAt(1) === capitalOf(second),
    );
  return WORDS_BY_LETTER[0]?.[letter] !== undefined || WORDS_BY_LETTER[1]?.[letter] !== undefined;
});

/** Whether a line is nothing but captions. */
export function isCaptionLine(text: string): boolean {
  let count = 0;
  const end = scanCaptions(text, 0, () => count++);
  return count > 0 && end >= text.length;
}

function scanCaptions(
  text: string,
  from: number,
  found: (caption: string, start: number, end: number) => void,
): number {
  let at = skipSeparators(text, from);
  let isFirst = true;
  for (;;) {
    const word = captionAt(text, at);
    if (word === null) {
      const level = isFirst ? readLevel(text, at) : null;
      if (level === null || text.charAt(level.end) !== "/") return at;
      at = controlMarking(text, level.end, found) ?? skipSeparators(text, level.end);
      isFirst = false;
      continue;
    }
    isFirst = false;
    found(word.caption, at, word.end);
    at = skipSeparators(text, word.end);
  }
}

/** A control marking between two strokes and the next, or the line's end: `//FGI//`, `//REL TO USA, GBR`. */
const CONTROL_MARKING =
  /\/\/[ ]?((?:FGI|ORCON|IMCON|RELIDO|PROPIN|SI|TK|HCS|REL TO [A-Z]{3}(?:, ?[A-Z]{3,4}){0,9})(?: [A-Z]{3}){0,3})[ ]?(?=\/\/|$)/my;

/** Reads control markings from `at` on; where they end, or null where there is none. */
function controlMarking(
  text: string,
  at: number,
  found: (caption: string, start: number, end: number) => void,
): number | null {
  let end: number | null = null;
  CONTROL_MARKING.lastIndex = at;
  for (let match = CONTROL_MARKING.exec(text); match !== null; match = CONTROL_MARKING.exec(text)) {
    const [whole, marking = ""] = match;
    const start = match.index + whole.indexOf(marking, 2);
    found(marking, start, start + marking.length);
    end = match.index + whole.length;
    CONTROL_MARKING.lastIndex = end;
  }
  return end === null ? null : skipSeparators(text, end);
}

/** The caption at an offset and where it ends, its number or reason included; null where there is none. */
export function captionAt(text: string, at: number): { readonly caption: string; readonly end: number } | null {
  const first = text.charCodeAt(at);
  const letter = capitalOf(first);
  // A wrong letter is looked for in capitals only: in a line of prose the second letter is a small one.
  const mostSlips = isSmall(first) || isSmall(text.charCodeAt(at + 1)) ? 0 : 1;
  if (WORDS_BY_LETTER[0]?.[letter] === undefined && WORDS_BY_LETTER[1]?.[letter] === undefined) return null;
  const three = threeLetters(text, at);
  if (!mayBeginCaption(three)) return null;
  for (let slips = 0; slips <= mostSlips; slips++) {
    for (const { caption, letters } of WORDS_BY_LETTER[slips]?.[letter] ?? NO_WORDS) {
      if (!mayBeWithOneSlip(three, letters)) continue;
      const end = matchSpacedWord(text, at, letters, slips);
      if (end < 0) continue;
      if (!NUMBERED_SERIES.has(caption))
        return { caption, end: caption === WITH_REASON ? endOfReason(text, end) : end };
      const numberEnd = endOfSeriesNumber(text, end);
      if (numberEnd > 0) return { caption, end: numberEnd };
    }
  }
  return null;
}

/** Whether any caption can begin with three letters: five bits each, by which their codes in capitals are told apart. */
const CAPTION_BEGINNINGS = new MemoisedPredicate(1 << 15, (place) => {
  const [letter, second, third] = [place >> 10, (place >> 5) & 31, place & 31].map((bits) =>
    bits === 0 ? 0 : bits | 64,
  );
  const three = ((letter ?? 0) << 16) | ((second ?? 0) << 8) | (third ?? 0);
  return WORDS_BY_LETTER.some((words) => words[letter ?? 0]?.some(({ letters }) => mayBeWithOneSlip(three, letters)));
});

function mayBeginCaption(three: number): boolean {
  return three >= 0 && CAPTION_BEGINNINGS.has((((three >> 16) & 31) << 10) | (((three >> 8) & 31) << 5) | (three & 31));
}

function isSmall(code: number): boolean {
  return code >= 97 && code <= 122;
}

function endOfSeriesNumber(text: string, at: number): number {
  const start = skipBlanks(text, at);
  let end = start;
  while (isDigit(text.charCodeAt(end))) end++;
  return end > start && start > at ? end : -1;
}

/** Words that say what was corrected: `CORRECTED COPY CAPTION`, `CORRECTED COPY - TAGS ADDED`. */
const CORRECTED =
  /^[ \t]{0,3}\/\/[^\n]{1,70}$|^[ \t:,-]{1,6}(?:(?:CAPTIONS?|TAGS?|TEXT|SUBJECT|ADDRESSEES?|ADDED|ADDING|CHANGED?|CLASSIFICATION|PARAS?|PARAGRAPHS?|REFS?|LINES?|DATE|MRN|NUMBER|NEW|REASON|SLUG|PRECEDENCE|SECTION|FOR|TO|IN|OF|AND|THE|\d{1,2})(?:[ \t:,.;-]{1,3}|$)){1,12}$/i;

function endOfReason(text: string, at: number): number {
  const start = skipBlanks(text, at);
  const lineEnd = endOfLine(text, start);
  if (text.charAt(start) !== "(") return CORRECTED.test(text.slice(at, Math.min(lineEnd, at + 80))) ? lineEnd : at;
  const close = text.indexOf(")", start);
  return close < 0 || lineEnd < close ? at : close + 1;
}

function skipSeparators(text: string, at: number): number {
  let offset = at;
  while (SEPARATORS[text.charCodeAt(offset)] === true) offset++;
  return offset;
}

/** Agencies that messages are passed to or marked for, beside posts and office symbols. Capitals, `.` left out. */
const AGENCIES: ReadonlySet<string> = wordSet(`
  DEPT DEPARTMENT STATE SECSTATE NSC TREASURY COMMERCE JUSTICE LABOR INTERIOR ENERGY AGRICULTURE DEFENSE EDUCATION
  TRANSPORTATION USDA USDOC DOC DOE DOJ DOL DOD DOT DHS HHS HUD EPA FDA CDC NIH FAA TSA FBI DEA CIA DIA NSA NGA ATF
  ICE CBP USCIS CIS INS IRS SEC FCC FTC FERC NRC NOAA NASA NSF USGS USTR USAID AID USIA USICA OPIC EXIM TDA MCC OPM
  OMB ONDCP NCTC NCIX FRB FAS FCS USFCS USPTO PTO USITC JCS OSD SECDEF CJCS CINC EUCOM USEUCOM CENTCOM USCENTCOM
  PACOM USPACOM SOUTHCOM USSOUTHCOM AFRICOM USAFRICOM NORTHCOM STRATCOM SOCOM TRANSCOM USCINCPAC USCINCSO USCINCEUR
  CINCPAC CINCEUR CINCSO USNATO USUN USEU USOSCE USOECD USOAS USAU USUNESCO UNVIE UNVIENNA USMISSION USDEL USINT
  POSTS MISSION EMBASSY AMEMBASSY AMCONSUL CONSULATE CONSULATES CONGEN MISSIONS EMBASSIES WHITE HOUSE FED CODEL FAO
  WHA EAP EUR NEA SCA SA AF IO DRL PRM OES INL INR ISN PM VCI EB EEB CA DS FSI HR MED OBO RM IIP ECA PA PPD GTIP SCT
  WHITEHOUSE PEACE CORPS
`);

/** Words that may stand among the names before FOR or PASS. */
const CONNECTIVES: ReadonlySet<string> = wordSet(`
  AND OF ALSO PLEASE PLS THE FOR PASS TO ALL SENT BY ACTION INFO ONLY RELAY CAN WILL SHOULD
`);

/** Who a message is from or for, in lines that begin with that word. */
const PERSONS: ReadonlySet<string> = wordSet(`
  AMBASSADOR AMBASSADORS AMB CHARGE CDA DCM CONSUL CG MINISTER COUNSELOR USREP PERMREP REPRESENTATIVE POLAD
  SECRETARY UNDER ASSISTANT DEPUTY ACTING DIRECTOR CHIEF PRESIDENT SPECIAL GENERAL ADMIRAL MISSION EMBASSY POSTS ALL
  COUNTRY
`);

/** An office symbol: capitals with strokes, `EUR/WE`, `S/CT`, or a military staff's letter and number, `J-5`. */
const OFFICE = /^(?:[A-Z][A-Z0-9]{0,7}(?:\/[A-Z0-9&-]{1,10}){1,5}|[A-Z]-?\d{1,2})$/;

/** An office by all its steps, its room or desk number among them. */
const OFFICE_PATH = /^[A-Z0-9]{1,8}(?:\/[A-Z0-9&-]{1,10}){1,6}$/;

/** The word FOR or PASS this many words into the line, at most, makes it a passing instruction. */
const MOST_WORDS_BEFORE = 9;

/** One of these stands at the head of every passing line: most other lines need no closer look. */
const PASSING_WORD = /\b(?:FOR|PASS|FROM|RELAY|DELIVER|ATTN|ATTENTION)\b|\/[A-Z]/i;
const LONGEST_HEAD = 120;

/**
 * Whether a line of the header begins as passing instructions do: `DEPT FOR EUR/X`, `STATE PASS USTR`, `FOR EUR/WE`, `FROM
 * THE AMBASSADOR`, `ROME FOR DHS/ICE`. Made for lines between classification and E.O.; prose may begin so too.
 */
export function isPassingLine(text: string): boolean {
  if (!PASSING_WORD.test(text.length > LONGEST_HEAD ? text.slice(0, LONGEST_HEAD) : text)) return false;
  const words = leadingWords(text);
  const first = words[0];
  if (first === undefined) return false;
  switch (first.capitals) {
    case "FOR":
    case "FROM":
      return areFromOrFor(words);
    case "PASS":
    case "RELAY":
    case "DELIVER":
      return words[1] !== undefined && (first.typed === first.capitals || words[1].capitals === "TO");
    case "PLEASE":
    case "PLS":
      return words[1]?.capitals === "PASS" || words[2]?.capitals === "PASS";
    case "ATTN":
    case "ATTENTION":
      return true;
    case "ALSO":
      return words[1]?.capitals === "FOR" || words[1]?.capitals === "PASS";
  }
  // The verb is left out: `STATE INR/R/MR; IIP/R/MR`.
  if (AGENCIES.has(first.capitals) && OFFICE_PATH.test(words[1]?.typed ?? "")) return true;
  const verb = words.findIndex(({ capitals }, index) => index > 0 && (capitals === "FOR" || capitals === "PASS"));
  return verb > 0 && verb <= MOST_WORDS_BEFORE && areNames(words.slice(0, verb), words[verb + 1]);
}

interface LeadingWord {
  /** Without punctuation at its ends. */
  readonly typed: string;
  readonly capitals: string;
  /** What stands right behind it: a comma, a colon, or nothing. */
  readonly mark: string;
}

function leadingWords(text: string): readonly LeadingWord[] {
  const words: LeadingWord[] = [];
  let at = 0;
  while (at < text.length && words.length <= MOST_WORDS_BEFORE + 2) {
    while (at < text.length && (isBlank(text.charCodeAt(at)) || "\"'(*#>".includes(text.charAt(at)))) at++;
    let end = at;
    while (end < text.length && !isBlank(text.charCodeAt(end)) && text.charCodeAt(end) !== 10) end++;
    if (end === at) break;
    let behind = end;
    while (behind > at && ",;:.)\"'".includes(text.charAt(behind - 1))) behind--;
    if (behind > at) {
      const typed = text.slice(at, behind).replaceAll(".", "");
      words.push({ typed, capitals: typed.toUpperCase(), mark: text.charAt(behind).trim() });
    }
    at = end;
  }
  return words;
}

/**
 * Whether what follows FOR or FROM at the head of a line is an office, an agency or an officer, or somebody named to whom
 * somebody writes (`FOR DOE FROM ROE`), or a bare name. Sentences in capitals begin so too.
 */
function areFromOrFor(words: readonly LeadingWord[]): boolean {
  const next = words.slice(1);
  if (words[0]?.capitals === "FROM" && words[0].mark === ":") return false; // a field
  const isAddressee = ({ typed, capitals }: LeadingWord): boolean => {
    return PERSONS.has(capitals) || AGENCIES.has(capitals) || OFFICE.test(typed);
  };
  if (next.slice(0, 4).some(isAddressee) || (words[0]?.capitals === "FOR" && words[0].mark === ":")) return true;
  const inCapitals = words.every(({ typed, capitals }) => typed === capitals);
  const isPair = next.some(({ capitals }) => capitals === "FROM" || capitals === "FOR");
  return inCapitals && next[0]?.capitals !== "THE" && (words.length <= 3 ? next.length > 0 : isPair);
}

/** Whether the words before FOR or PASS name posts, agencies and offices. `next` is the word behind it. */
function areNames(words: readonly LeadingWord[], next: LeadingWord | undefined): boolean {
  const known = words.filter(({ typed, capitals }) => {
    return capitals.split("/").every((part) => AGENCIES.has(part)) || OFFICE.test(typed);
  });
  const others = words.filter((word) => !known.includes(word) && !CONNECTIVES.has(word.capitals));
  if (others.length === 0) return known.length > 0;
  // What has a colon is the name of a field, not of an addressee.
  if (others.some(({ mark }) => mark === ":")) return false;
  const name = others.map(({ capitals }) => capitals).join(" ");
  if (findStation(name) !== undefined || others.every(({ capitals }) => findStation(capitals) !== undefined))
    return true;
  // An unknown name in capitals, of a unit (`43 SW FOR DOE`) or before what is plainly an office.
  const inCapitals = words.every(({ typed, capitals }) => typed === capitals);
  const isUnit = words.length === 2 && /^\d{1,3}[A-Z]{0,3}$/.test(words[0]?.typed ?? "") && words[0]?.mark === "";
  const beforeOffice = next !== undefined && OFFICE.test(next.typed);
  return inCapitals && words.length <= 4 && (known.length > 0 || isUnit || beforeOffice);
}

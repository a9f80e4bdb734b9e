/** Tells what an entry of a REF line refers to when it is no numbered cable: an e-mail, a telcon, an airgram, a book. */

import type { ReferenceKind } from "../record.ts";

/** Words that tell a kind wherever they stand in an entry; the first row that matches decides. */
const KIND_WORDS: readonly { readonly kind: ReferenceKind; readonly pattern: RegExp }[] = [
  {
    kind: "web",
    pattern: /https?:\/\/|\bwww\.|\bweb-?\s?(?:site|page|link)\b|\b[\w-]{1,60}\.(?:gov|org|com|mil|int)(?:\/|\b)(?!@)/i,
  },
  { kind: "email", pattern: /\be[-‐‑–. ]{0,2}mail(?:s|ed)?\b|\bmail\s?message\b|\S@\S/i },
  { kind: "fax", pattern: /\b(?:tele)?fax(?:es|ed)?\b|\bfacsimiles?\b/i },
  {
    kind: "telcon",
    pattern:
      /\btele?[-. ]?con(?:s|v|vs|f|ference|versation|versations)?\b|\b(?:tele)?phone\s?(?:con|call|conversation|conv)s?\b|\bphone?cons?\b|\bfonecons?\b|\btelephone\b|\btelephonic\b/i,
  },
  { kind: "memo", pattern: /\bmemos?\b|\bmemcons?\b|\bmemorand(?:um|a|ums)\b|\bmem\s?con\b/i },
  {
    kind: "meeting",
    pattern:
      /\bmeetings?\b|\bmtgs?\b|\bconversations?\b|\bconvs?\b|\bdiscussions?\b|\bconsultations?\b|\bbriefings?\b|\bconferences?\b/i,
  },
  {
    kind: "letter",
    pattern: /\bletters?\b|\bltrs?\b|\bdip(?:lomatic)?\s?notes?\b|\bnotes?\s?verbales?\b|\bnote\s?no\b/i,
  },
  {
    kind: "book",
    pattern:
      /\b\d{1,2}\s?(?:FAM|FAH)\b|\b(?:FAM|FAH)[- ]\d|\bforeign\s?affairs\s?(?:manual|handbook)\b|\b(?:hand)?books?\b|\bmanuals?\b|\b\d{1,2}\s?(?:CFR|USC)\b|\bISBN\b/i,
  },
  {
    kind: "report",
    pattern:
      /\bS?IIRs?\b|\bTDX?[- ]?\d|\bTDCS\b|\breports?\b|\brpts?\b|\bsitreps?\b|\bspotreps?\b|\bFBIS\b|\bNIEs?\b|\bSPECAT\b|\bintsums?\b|\bbulletins?\b|\bassessments?\b|\bstud(?:y|ies)\b/i,
  },
];

/** Airgrams, which have numbers of their own: `A-199`, `CA-99`, `AIRGRAM 12`. */
const AIRGRAM = /\bairgrams?\b|(?:^|[\s(-])(?:CA|A|CERP)\s?[-–]\s?\d{1,5}\b/i;

/**
 * Series of telegrams between two parties or about one journey, whose numbers are no station's: `Deptel 286`,
 * `Department's 286`, `TOSEC 110023`. The number is looked for by the reader.
 */
const SERIES =
  /^(?:(?:DEP(?:T|ARTMENT)?|EMB(?:ASSY)?|CON(?:SULATE|GEN)?|MIS(?:SION)?|LEG(?:ATION)?|US(?:UN|RO)?|UR|YOUR|YR|OUR|MY|AM)[\s-]?(?:CIR(?:CULAR)?[\s-]?)?TEL(?:EGRAM|GRAM)?S?|DEP(?:T|ARTMENT)?['’]?S|EMB(?:ASSY)?['’]?S|CON(?:SULATE|GEN)['’]?S|MISSION['’]?S|LEGATION['’]?S|YOUR|OUR|MY|CIR(?:CULAR)?[\s-]?TEL(?:EGRAM)?S?|(?:DEPARTMENT|STATE|DEPT)?\s?CIRC(?:ULAR)?|CIRTELS?|TOSEC|SECTO|TODEP|DEPTO|HAKTO|TOHAK|PARTO|TOPAR|DELGA|GADEL|POLTO|TOPOL|DULTE|TEDUL|COLED|LEDCO|TOAID|AIDTO|TOUSIA|USITO|TOCEDAR|CEDTO|TOCED|TOMUS|MUSTO|TOISA|TOECA|ECATO|TOCOM|CODELTO|VPTO|TOVIP|VIPTO|WHTO|TOWH|TOFAP|FAPTO|ACTO|TOACT)[\s.,:#]{0,3}(?:TELEGRAM|CIRCULAR|CABLE)?[\s.,:#]{0,3}(?:NOS?|NUMBERS?)?[\s.:#]{0,3}(?=\d)(?!\d{1,2}[/-]\d{1,2}(?!\d))/i;

/** A message known by its date-time group, or called one. */
const DATE_TIME_GROUP = /\b\d{6}\s?Z\b/i;
const MESSAGE = /\bmsgs?\b|\bmessages?\b|\bDTG\b|\bcables?\b|\btelegrams?\b|\btels?\b/i;

/**
 * The number of an intelligence report, told by its form where its name is lost: `IIR 6 889 0272 08`; or of an item of the Open Source Center:
 * `EUP20090329950015`.
 */
const REPORT_NUMBER =
  /\b[A-Z]{2,5} \d \d{3} \d{4}(?!\d)|\b[A-Z]{2,3} ?(?:19|20)\d{2}[01]\d[0-3]\d\d{4,6}(?!\d)|\bOSC\b/;

/** An entry's kind is told within so many characters; what is longer is text that was taken for an entry. */
const LONGEST_ENTRY = 400;

/** The kind that a word of the entry tells, or null. */
export function kindByWord(text: string): ReferenceKind | null {
  const beginning = text.length > LONGEST_ENTRY ? text.slice(0, LONGEST_ENTRY) : text;
  for (const { kind, pattern } of KIND_WORDS) if (pattern.test(beginning)) return kind;
  return null;
}

/** The kind of an entry that is no numbered cable. `unknown` where nothing tells. */
export function kindOfEntry(text: string): ReferenceKind {
  if (SERIES.test(text)) return "series";
  const byWord = kindByWord(text);
  if (byWord !== null) return byWord;
  if (AIRGRAM.test(text)) return "airgram";
  if (DATE_TIME_GROUP.test(text) || MESSAGE.test(text)) return "message";
  return REPORT_NUMBER.test(text) ? "report" : "unknown";
}

/** How long the words of a series before its number are, 0 where `text` begins with none. */
export function seriesPrefix(text: string): number {
  return SERIES.exec(text)?.[0].length ?? 0;
}

/** Whether the entry is an airgram and not, say, an e-mail about one. */
export function isAirgram(text: string): boolean {
  return AIRGRAM.test(text) && kindByWord(text) === null;
}

/** Whether the entry is known by a date-time group. */
export function hasDateTimeGroup(text: string): boolean {
  return DATE_TIME_GROUP.test(text);
}

/**
 * Words that stand before numbers in REF lines and are no station's name, months among them. A name that has one of
 * them, or that tells another kind, is never an unknown station.
 */
export const NEVER_A_STATION: ReadonlySet<string> = new Set(
  (
    "JAN FEB MAR APR MAY JUN JUL AUG SEP SEPT OCT NOV DEC JANUARY FEBRUARY MARCH APRIL JUNE JULY AUGUST SEPTEMBER " +
    "OCTOBER NOVEMBER DECEMBER MONDAY TUESDAY WEDNESDAY THURSDAY FRIDAY SATURDAY SUNDAY " +
    "PAGE PAGES PARA PARAS PARAGRAPH PARAGRAPHS PART SECTION SEC ARTICLE ART ANNEX TAB ITEM CASE DOC DOCUMENT DOCUMENTS " +
    "NO NUMBER NR NUM SERIAL VOLUME VOL CHAPTER LINE TABLE FIGURE VERSION " +
    "IIR SIIR CERP OSC FBIS NAVADMIN MARADMIN ALNAV ALMAR ALCOAST ALARACT OPNAVINST SECNAVINST COMDTINST TD TDX TDCS UNSCR UNGA UNSC RES RESOLUTION REPORT REPORTS EO PL NSDD NSPD PDD NSSM NSDM HSPD CFR FAM FAH USC " +
    "CONTRACT GRANT AGREEMENT NOTE NOTES PROJECT REQUEST VISA PASSPORT FILE TAG TAGS FY CY GP BOX ROOM EXT TEL PHONE FAX " +
    "OF THE TO FOR ON IN AND BY FROM AT RE WITH OR AN AS IS PER VIA ABOUT BETWEEN UNTIL SINCE THROUGH DURING AFTER BEFORE WITHIN LEVEL PHASE ROUND TRACK POINT OPTION STEP"
  ).split(" "),
);

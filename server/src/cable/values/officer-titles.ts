/** Words that titles of officers are made of, to tell a title from the name beside it. */

import { wordSet } from "./chars.ts";
import { isWithinOneEdit, isWithinTwoEdits } from "./edit-distance.ts";

/** Words of titles, ranks, posts and the bureaux they belong to. Capitals, without stops. */
const TITLE_WORDS: ReadonlySet<string> = wordSet(`
  AMBASSADOR AMBASSADORS AMB CHARGE CHARGÉ CDA DAFFAIRES AFFAIRES AI DCM ADCM ACTING DEPUTY CHIEF CHIEFS MISSION
  CONSUL CONSULS CG DCG DPO PO PRINCIPAL OFFICER OFFICERS MINISTER COUNSELOR COUNSELLOR COUNSELORS COUNSEL
  COUNCILOR COUNS POLCOUNS POLCOUNSELOR POLCOUN POLMINCOUNS ECONCOUNS ECONCOUNSELOR ECOUNS
  ECCOUNS ECONMINCOUNS PAO CAO IO RSO ARSO GSO MGT ECMIN ECMINCOUNS EMIN POLMIN MINCOUNS EMINCOUNS MC POLOFF ECONOFF
  POLECON POLITICAL POL ECONOMIC ECONOMICS ECON ECO ECONOMY COMMERCIAL PUBLIC DIPLOMACY CONSULAR MANAGEMENT
  ADMINISTRATIVE ADMIN AGRICULTURAL SCIENCE ENVIRONMENT ENVIRONMENTAL HEALTH ENERGY LABOR FINANCE FINANCIAL TREASURY
  NARCOTICS LEGAL REGIONAL GLOBAL GENERAL SECURITY DEFENSE DEFENCE MILITARY POLMIL POLITICO ATTACHE ATTACHÉ ARMY
  NAVAL AIR LIAISON USAID AID USTR USUN USNATO USOSCE USEU USMISSION UNVIE AFFAIRS SECTION SECTIONS UNIT BRANCH
  OFFICE BUREAU DIVISION TEAM LEADER HEAD DIRECTOR DIRECTORS SECRETARY ISSUES UNDERSECRETARY UNDER ASSISTANT ASST ASSOCIATE
  DAS PDAS SENIOR SPECIAL REPRESENTATIVE REP PERMREP PERM PERMANENT ENVOY COORDINATOR ADVISOR ADVISER ADVISORS POLAD
  ANALYST SPECIALIST INTERIM EXECUTIVE EXEC FIRST SECOND THIRD VICE PRESIDENT CHAIR CHAIRMAN INSPECTOR COMMANDER
  COMMISSIONER DELEGATE DELEGATION STATE DEPARTMENT EMBASSY AMEMBASSY CONSULATE AMCONSUL EMB US USA UNITED STATES
  AMERICAN PRT IPO PROVINCIAL RECONSTRUCTION REFUGEE MIGRATION INTERNAL EXTERNAL TRADE DEVELOPMENT PROGRAM POLICY
  PLANNING RESEARCH INTELLIGENCE OPERATIONS COUNTERTERRORISM TERRORISM NONPROLIFERATION ARMS CONTROL INTERNATIONAL
  ORGANIZATION ORGANIZATIONS HUMAN RIGHTS MR MRS MS DR DOCTOR HON HONORABLE COL LTC LTCOL MAJ CAPT CAPTAIN MAJOR
  COLONEL GEN LTG BG MG BGEN MGEN RADM RDML VADM ADM ADMIRAL CDR CMDR POLSEC POLCHIEF ECONCHIEF ECCHIEF CONGEN CONOFF TDY A/S U/S D/S FCS SCO
  NAS RAO OMC ODC CHIEFOF LARGE DESK P/E EUR EAP WHA NEA SCA SA AF INR ISN PM DRL EEB EB INL OES PRM VCI VC NP S/CT
  S/WCI CA DS ECA PA LNA TRANSNATIONAL
`);

/** Words of titles that a slip of the hand is looked for in: long enough, and near to no surname. */
const OFTEN_MISSPELT: readonly string[] = [
  ...wordSet(`
  AMBASSADOR AMBASSADORS CHARGE DAFFAIRES AFFAIRES AFFAIRS DEPUTY MISSION MINISTER COUNSELOR COUNSELLOR DIRECTOR
  SECRETARY UNDERSECRETARY ASSISTANT ACTING PRINCIPAL OFFICER CONSUL CONSULAR CONSULATE POLITICAL ECONOMIC COMMERCIAL
  COORDINATOR REPRESENTATIVE ATTACHE MANAGEMENT ADMINISTRATIVE AGRICULTURAL PERMANENT EXECUTIVE ADVISOR INTERNATIONAL
  ENVIRONMENT ENVIRONMENTAL SECURITY REGIONAL COMMISSIONER DEPARTMENT POLCOUNS ECONCOUNS EMBASSY
`),
];

/** In words of this length two letters may be wrong; in shorter ones down to the shortest of the list one may. */
const LONG_ENOUGH_FOR_TWO_SLIPS = 9;

/** What abbreviated titles begin with when they are run together: `PolMinCons`, `EconOff`, `DepPolCouns`. */
const ABBREVIATED_FIELDS: readonly string[] = [
  ...wordSet(
    "POL ECON ECO EC MIL MIN DEP DEPUTY ACTG ACTING ADMIN ADM MGT MGMT COMM COM CON SCI ENV LAB AG PUB A E M D",
  ),
].sort((one, other) => other.length - one.length);

/** What such a run ends with. */
const ABBREVIATED_OFFICES: ReadonlySet<string> = wordSet(`
  COUNS COUNSELOR COUNSELLOR CONS COUN OFF OFFICER OFFS CHIEF CH DIR DIRECTOR MIN MINISTER SEC ATT DCM CDA PAO CG
`);

/** Offices that one letter may stand before, where the whole is no word of another kind. */
const AFTER_ONE_LETTER: ReadonlySet<string> = wordSet("COUNSELOR COUNSELLOR COUNS MINISTER DCM CDA");

/** Abbreviations that are names as well: of a title only beside a word of one, or first of all. */
const BESIDE_TITLES: ReadonlySet<string> = wordSet(`
  MIN CONS CON OFF DIR COM AIT DEP SEC ACTG MGMT CHG COUN ATT
`);

/** Titles behind which a name comes at once. */
const WHOLE_TITLES: ReadonlySet<string> = wordSet(`
  AMBASSADOR AMB DCM CDA CHARGE DAFFAIRES AFFAIRES GENERAL AI CG MR MRS MS DR
`);

/** Words that stand inside titles and begin none: they belong to one only between words that do. */
const WORDS_INSIDE: ReadonlySet<string> = wordSet(`
  OF FOR THE AND TO AT IN ON &
`);

/** The words that "Classified By" and its reasons are made of beside titles. */
const PHRASE_WORDS: ReadonlySet<string> = wordSet(`
  REASON REASONS CLASSIFIED AND FOR PER UNDER SECTION SECTIONS EXECUTIVE ORDER AMENDED DECLASSIFY BY
`);

/** Whether a word is part of a title: one of the vocabulary, or several run together or joined by strokes or hyphens (`POL/ECON`, `EUR/RPM`, `PolMinCons`). */
export function isTitleWord(typed: string): boolean {
  return isTitle(typed, isSpeltTitleWord);
}

/** Whether a word is a slip or two away from one of a title. A surname may be that as well. */
export function isNearTitleWord(typed: string): boolean {
  return isTitle(typed, (word) => isSpeltTitleWord(word) || isMisspeltTitleWord(word));
}

/** Whether a word is one of a title where another one of it stands beside it: `Pol Min Couns`. Alone it may be a name. */
export function isTitleWordBesideOthers(typed: string): boolean {
  return BESIDE_TITLES.has(bare(typed));
}

/** Whether a word is a title that nothing more belongs to: what follows it is the name. */
export function endsTitle(typed: string): boolean {
  return WHOLE_TITLES.has(bare(typed));
}

function isTitle(typed: string, isPart: (word: string) => boolean): boolean {
  const word = bare(typed);
  if (isPart(word)) return true;
  if (word.includes("/")) return word.length > 1;
  // `A-DCM`, `POL-ECON`, `MINISTER-COUNSELOR`
  const parts = word.replace(/^A-/, "").split("-");
  return word.includes("-") && parts.every((part) => isPart(part) || WORDS_INSIDE.has(part));
}

function isSpeltTitleWord(word: string): boolean {
  return TITLE_WORDS.has(word) || isRunOfAbbreviations(word);
}

function isRunOfAbbreviations(word: string): boolean {
  if (word.length < 4 || word.length > 20) return false;
  for (const field of ABBREVIATED_FIELDS) {
    if (!word.startsWith(field)) continue;
    const rest = word.slice(field.length);
    if (field.length === 1 ? AFTER_ONE_LETTER.has(rest) : ABBREVIATED_OFFICES.has(rest)) return true;
    if (field.length > 1 && isRunOfAbbreviations(rest)) return true;
  }
  return false;
}

function isMisspeltTitleWord(word: string): boolean {
  if (word.length < 5) return false;
  return OFTEN_MISSPELT.some((title) => {
    // Whoever misspells a word has its first letter right, or loses it; of a long one, it may be all that is wrong.
    if (title.length >= LONG_ENOUGH_FOR_TWO_SLIPS && title.slice(1) === word.slice(1)) return true;
    if (title[0] !== word[0] && title[1] !== word[0] && title[0] !== word[1]) return false;
    return title.length >= LONG_ENOUGH_FOR_TWO_SLIPS ? isWithinTwoEdits(word, title) : isWithinOneEdit(word, title);
  });
}

/** Whether two pieces make one of the words that "Classified By" is made of, and are not two words of it themselves. */
export function joinsTitleWords(before: string, behind: string): boolean {
  const whole = bare(before + behind);
  const isWord = (word: string) => PHRASE_WORDS.has(word) || (TITLE_WORDS.has(word) && word.length > 3);
  return isWord(whole) && !(isWord(bare(before)) && isWord(bare(behind)));
}

/** In capitals, without stops and apostrophes, and without what bad copies have in their place; digits in a word are letters misread. */
function bare(typed: string): string {
  const word = typed.replace(/[.'’`,?&)]/g, "").toUpperCase();
  return /[A-Z][01]|[01][A-Z]/.test(word) ? word.replaceAll("0", "O").replaceAll("1", "I") : word;
}

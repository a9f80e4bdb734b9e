/** Words that titles of officers are made of, to tell a title from the name beside it. */

/** Words of titles, ranks, posts and the bureaux they belong to. Capitals, without stops. */
const TITLE_WORDS: ReadonlySet<string> = new Set([
  ..."AMBASSADOR AMBASSADORS AMB CHARGE CHARGÉ CDA DAFFAIRES AFFAIRES AI DCM ADCM ACTING DEPUTY CHIEF CHIEFS MISSION".split(
    " ",
  ),
  ..."CONSUL CONSULS CG DCG DPO PO PRINCIPAL OFFICER OFFICERS MINISTER COUNSELOR COUNSELLOR COUNSELORS COUNSEL CONSELOR".split(
    " ",
  ),
  ..."COUNSULOR COUNCELOR COUNCILOR COUNS POLCOUNS POLCOUNSELOR POLCOUN POLMINCOUNS ECONCOUNS ECONCOUNSELOR ECOUNS ECCOUNS".split(
    " ",
  ),
  ..."ECONMINCOUNS PAO CAO IO RSO ARSO GSO MGT ECMIN ECMINCOUNS EMIN POLMIN MINCOUNS EMINCOUNS MC POLOFF ECONOFF POLECON".split(
    " ",
  ),
  ..."POLITICAL POL ECONOMIC ECONOMICS ECON ECO ECONOMY COMMERCIAL PUBLIC DIPLOMACY CONSULAR MANAGEMENT ADMINISTRATIVE".split(
    " ",
  ),
  ..."ADMIN AGRICULTURAL SCIENCE ENVIRONMENT ENVIRONMENTAL HEALTH ENERGY LABOR FINANCE FINANCIAL TREASURY NARCOTICS LEGAL".split(
    " ",
  ),
  ..."REGIONAL GLOBAL GENERAL SECURITY DEFENSE DEFENCE MILITARY POLMIL POLITICO ATTACHE ATTACHÉ ARMY NAVAL AIR LIAISON".split(
    " ",
  ),
  ..."USAID AID USTR USUN USNATO USOSCE USEU USMISSION UNVIE AFFAIRS SECTION SECTIONS UNIT BRANCH OFFICE BUREAU DIVISION".split(
    " ",
  ),
  ..."TEAM LEADER HEAD DIRECTOR DIRECTORS SECRETARY UNDERSECRETARY UNDER ASSISTANT ASST ASSOCIATE DAS PDAS SENIOR SPECIAL".split(
    " ",
  ),
  ..."REPRESENTATIVE REP PERMREP PERM PERMANENT ENVOY COORDINATOR ADVISOR ADVISER ADVISORS POLAD ANALYST SPECIALIST INTERIM".split(
    " ",
  ),
  ..."EXECUTIVE EXEC FIRST SECOND THIRD VICE PRESIDENT CHAIR CHAIRMAN INSPECTOR COMMANDER COMMISSIONER DELEGATE DELEGATION".split(
    " ",
  ),
  ..."STATE DEPARTMENT EMBASSY AMEMBASSY CONSULATE AMCONSUL EMB US USA UNITED STATES AMERICAN PRT IPO PROVINCIAL RECONSTRUCTION".split(
    " ",
  ),
  ..."REFUGEE MIGRATION INTERNAL EXTERNAL TRADE DEVELOPMENT PROGRAM POLICY PLANNING RESEARCH INTELLIGENCE OPERATIONS".split(
    " ",
  ),
  ..."COUNTERTERRORISM TERRORISM NONPROLIFERATION ARMS CONTROL INTERNATIONAL ORGANIZATION ORGANIZATIONS HUMAN RIGHTS".split(
    " ",
  ),
  ..."MR MRS MS DR DOCTOR HON HONORABLE COL LTC LTCOL MAJ CAPT CAPTAIN MAJOR COLONEL GEN LTG BG ADM ADMIRAL CDR CMDR".split(
    " ",
  ),
  ..."POLSEC POLCHIEF ECONCHIEF ECCHIEF CONGEN CONOFF TDY A/S U/S D/S FCS SCO NAS RAO OMC ODC CHIEFOF LARGE DESK P/E".split(
    " ",
  ),
  ..."EUR EAP WHA NEA SCA SA AF INR ISN PM IO DRL EEB EB INL OES PRM VCI VC NP S/CT S/WCI CA DS ECA PA LNA TRANSNATIONAL".split(
    " ",
  ),
]);

/** Words that stand inside titles and begin none: they belong to one only between words that do. */
const WORDS_INSIDE: ReadonlySet<string> = new Set("OF FOR THE AND TO AT IN ON &".split(" "));

/** The words that "Classified By" and its reasons are made of beside titles. */
const PHRASE_WORDS: ReadonlySet<string> = new Set(
  "REASON REASONS CLASSIFIED AND FOR PER UNDER SECTION SECTIONS EXECUTIVE ORDER AMENDED DECLASSIFY BY".split(" "),
);

/** Whether a word is part of a title: one of the vocabulary, or several joined by strokes or hyphens (`POL/ECON`, `EUR/RPM`). */
export function isTitleWord(typed: string): boolean {
  const word = bare(typed);
  if (TITLE_WORDS.has(word)) return true;
  if (word.includes("/")) return word.length > 1;
  return word.includes("-") && word.split("-").every((part) => TITLE_WORDS.has(part) || WORDS_INSIDE.has(part));
}

/** Whether two pieces make one of the words that "Classified By" is made of, and are not two words of it themselves. */
export function joinsTitleWords(before: string, behind: string): boolean {
  const whole = bare(before + behind);
  const isWord = (word: string) => PHRASE_WORDS.has(word) || (TITLE_WORDS.has(word) && word.length > 3);
  return isWord(whole) && !(isWord(bare(before)) && isWord(bare(behind)));
}

/** In capitals, without stops and apostrophes. */
function bare(typed: string): string {
  return typed.replace(/[.'’`]/g, "").toUpperCase();
}

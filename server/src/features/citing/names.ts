/** How people write the names that headers of telegrams have: `AMEMBASSY BONN` as Embassy Bonn, `SECDEF WASHDC` as Secretary of Defense. */

interface NameForm {
  readonly pattern: RegExp;
  /** `$1` is the rest of the name, in capitals and small letters. */
  readonly words: string;
}

/** Offices, agencies and commands, by the names that addressees have without the place behind them. */
const BODIES: Readonly<Record<string, string>> = {
  AID: "Agency for International Development",
  BATF: "Bureau of Alcohol, Tobacco and Firearms",
  CIA: "Central Intelligence Agency",
  CJCS: "Chairman of the Joint Chiefs of Staff",
  CNO: "Chief of Naval Operations",
  "DEA HQS": "Drug Enforcement Administration",
  DEA: "Drug Enforcement Administration",
  DHS: "Department of Homeland Security",
  DIA: "Defense Intelligence Agency",
  DIRNSA: "National Security Agency",
  DOC: "Department of Commerce",
  DOD: "Department of Defense",
  DOE: "Department of Energy",
  DOJ: "Department of Justice",
  DOL: "Department of Labor",
  DOT: "Department of Transportation",
  EXIMBANK: "Export-Import Bank",
  FAA: "Federal Aviation Administration",
  FBI: "Federal Bureau of Investigation",
  HHS: "Department of Health and Human Services",
  INS: "Immigration and Naturalization Service",
  JCS: "Joint Chiefs of Staff",
  "JOINT STAFF": "Joint Staff",
  NASA: "National Aeronautics and Space Administration",
  "NATIONAL SECURITY COUNCIL": "National Security Council",
  NRC: "Nuclear Regulatory Commission",
  NSA: "National Security Agency",
  NSC: "National Security Council",
  ODNI: "Office of the Director of National Intelligence",
  OPIC: "Overseas Private Investment Corporation",
  OSD: "Office of the Secretary of Defense",
  SECARMY: "Secretary of the Army",
  SECDEF: "Secretary of Defense",
  SECNAV: "Secretary of the Navy",
  SECTREAS: "Secretary of the Treasury",
  "THE WHITE HOUSE": "White House",
  TREASURY: "Department of the Treasury",
  "TREASURY DEPT": "Department of the Treasury",
  "US MISSION GENEVA": "Mission Geneva",
  USAID: "Agency for International Development",
  USCUSTOMS: "Customs Service",
  USDA: "Department of Agriculture",
  USDOC: "Department of Commerce",
  USDOJ: "Department of Justice",
  USIA: "United States Information Agency",
  USICA: "United States International Communication Agency",
  USINFO: "United States Information Agency",
  USSS: "Secret Service",
  USTR: "United States Trade Representative",
  "WHITE HOUSE": "White House",
  "WHITE HOUSE NATIONAL SECURITY COUNCIL": "White House, National Security Council",
};

/** Commands of the forces, by their short names: `USCINCEUR`, `CDR USCENTCOM`, `HQ USAFRICOM`. */
const COMMANDS: Readonly<Record<string, string>> = {
  AFRICOM: "Africa Command",
  CENTCOM: "Central Command",
  CENT: "Central Command",
  EUCOM: "European Command",
  EUR: "European Command",
  JFCOM: "Joint Forces Command",
  LANT: "Atlantic Command",
  NORTHCOM: "Northern Command",
  PAC: "Pacific Command",
  PACOM: "Pacific Command",
  SO: "Southern Command",
  SOCOM: "Special Operations Command",
  SOUTH: "Southern Command",
  SOUTHCOM: "Southern Command",
  STRATCOM: "Strategic Command",
  TRANSCOM: "Transportation Command",
};

/** What stands in front of a post's or an office's name. The first that fits counts. */
const FORMS: readonly NameForm[] = [
  {
    pattern: /^(?:SECSTATE|SECRETARY OF STATE|DEPARTMENT(?: OF STATE)?|DEPT|STATE)(?: \d{1,6})?$/i,
    words: "Department of State",
  },
  { pattern: /^USDEL SECRETARY\b.*$/i, words: "Secretary’s Delegation" },
  { pattern: /^(?:USMISSION )?USUN(?: NEW YORK)?$/i, words: "Mission to the United Nations" },
  { pattern: /^(?:USMISSION )?USNATO(?: BRUSSELS)?$/i, words: "Mission to NATO" },
  { pattern: /^(?:USMISSION )?UNVIE(?: VIENNA)?$/i, words: "Mission to International Organizations in Vienna" },
  { pattern: /^(?:USMISSION )?USEU(?: BRUSSELS)?$/i, words: "Mission to the European Union" },
  { pattern: /^(?:USMISSION )?USEC(?: BRUSSELS)?$/i, words: "Mission to the European Communities" },
  { pattern: /^(?:USMISSION )?(?:US)?OECD(?: PARIS)?$/i, words: "Mission to the OECD" },
  { pattern: /^(?:USMISSION )?USOSCE(?: VIENNA)?$/i, words: "Mission to the OSCE" },
  { pattern: /^AIT(?: TAIPEI)?$/i, words: "American Institute in Taiwan" },
  // A letter that is another is still an embassy.
  { pattern: /^(?:AM[EMB]{1,3}[A-Z]{3,6}Y|AMEMB|EMBASSY) (.+)$/i, words: "Embassy $1" },
  { pattern: /^(?:AMCONSUL|AMCONGEN|CONGEN|CONSULATE(?: GENERAL)?) (.+)$/i, words: "Consulate $1" },
  { pattern: /^AMLEGATION (.+)$/i, words: "Legation $1" },
  { pattern: /^USMISSION (.+)$/i, words: "Mission $1" },
  { pattern: /^USINT (.+)$/i, words: "Interests Section $1" },
  { pattern: /^USLO (.+)$/i, words: "Liaison Office $1" },
  { pattern: /^USDEL (.+)$/i, words: "Delegation $1" },
  { pattern: /^USDAO (.+)$/i, words: "Defense Attaché Office $1" },
  { pattern: /^RPO (.+)$/i, words: "Regional Presence Office $1" },
  { pattern: /^REO (.+)$/i, words: "Regional Embassy Office $1" },
  {
    pattern: /^(?:DEPT|DEPARTMENT) OF (?:THE )?(TREASURY|INTERIOR|NAVY|ARMY|AIR FORCE)$/i,
    words: "Department of the $1",
  },
  { pattern: /^(?:DEPT|DEPARTMENT) OF (.+)$/i, words: "Department of $1" },
  { pattern: /^(.+) COLLECTIVE$/i, words: "$1" },
];

/** Words inside a place's name that stay small. */
const SMALL_WORDS: ReadonlySet<string> = new Set(["DE", "DO", "DA", "DES", "ES", "OF", "THE", "AND", "SUR", "AM"]);

/** Words that stay in capitals. */
const CAPITAL_WORDS: ReadonlySet<string> = new Set(
  "AID AIG CIA DIA DOD EC EU FAA FBI HQ IAEA JCS NATO NSA NSC OECD OSCE OSD UN UNESCO UNVIE US USAID USDA USDOC USEU USIA USIS USNATO USOSCE USTR USUN WHO II".split(
    " ",
  ),
);

/** What stands beside the sender on the same line of an airgram. */
export const DATE_FIELD = /[ \t]DATE[ \t]*:.*$/is;

/** A place behind the name of an office in the capital, and a precedence that slipped behind a name. */
const BEHIND_NAME =
  /(?:[ ,]{1,9}(?:WASH(?:INGTON)?,? ?D\.? ?C\.?|WASHDC))?(?: (?:FLASH|NIACT|IMMEDIATE|PRIORITY|ROUTINE)){0,2}$/i;

const COMMAND = /^(USCINC|CINC|CDR ?US|COMUS|HQ US|US)([A-Z]{2,8})(?: .*)?$/i;

/** `AMEMBASSY BONN` as `Embassy Bonn`; a name that is not known in capitals and small letters. */
export function personalName(printed: string): string {
  const name = printed
    .replace(DATE_FIELD, "")
    .replace(/\/\/.*$/s, "")
    .replace(/^(.{1,60}?), ?(SECSTATE|AMEMBASSY|AMCONSUL|AMCONGEN|USMISSION)$/i, (_, place: string, post: string) =>
      /^SECSTATE$/i.test(post) ? post : `${post} ${place}`,
    )
    .replace(/[ \t]+/g, " ")
    .trim()
    .replace(BEHIND_NAME, "");
  const body = bodyOf(name.toUpperCase());
  if (body !== null) return body;
  for (const { pattern, words } of FORMS) {
    const match = pattern.exec(name);
    if (match !== null) return words.replace("$1", () => titleCase((match[1] ?? "").replace(/ \d{1,5}$/, "")));
  }
  return titleCase(name);
}

function bodyOf(name: string): string | null {
  if (Object.hasOwn(BODIES, name)) return BODIES[name] ?? null;
  const [, kind = "", short = ""] = COMMAND.exec(name) ?? [];
  if (!Object.hasOwn(COMMANDS, short)) return null;
  const command = COMMANDS[short] ?? "";
  // `USPACOM` alone names the command, its commander the others.
  return kind.startsWith("HQ") || kind === "US" ? command : `Commander, ${command}`;
}

/** A name in capitals as one in capitals and small letters. */
export function titleCase(name: string): string {
  return name
    .split(" ")
    .map((word, index) => {
      const upper = word.toUpperCase();
      if (CAPITAL_WORDS.has(upper)) return upper;
      if (index > 0 && SMALL_WORDS.has(upper)) return word.toLowerCase();
      return word.replace(/[A-Za-z]+/g, (part, at: number) =>
        // What stands behind an apostrophe is no beginning: `N'DJAMENA` is, `KING'S` is not.
        at > 1 && /['’]/.test(word.charAt(at - 1)) && part.length === 1
          ? part.toLowerCase()
          : part.charAt(0).toUpperCase() + part.slice(1).toLowerCase(),
      );
    })
    .join(" ");
}

// Makes the folder of invented cables that pictures are taken of: one affair of harbor fees, told by six posts over two years.
import { cp, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { root } from "./paths.mjs";

/** The posts that report, each with the serial before its first of a year, and how many it sends in a month. */
const POSTS = [
  { station: "TALLINN", routing: "RUEHTL", first: 99011, monthly: 3, tag: "EN" },
  { station: "RIGA", routing: "RUEHRA", first: 99024, monthly: 2, tag: "LG" },
  { station: "VILNIUS", routing: "RUEHVL", first: 99032, monthly: 1, tag: "LH" },
  { station: "HELSINKI", routing: "RUEHHE", first: 99045, monthly: 2, tag: "FI" },
  { station: "STOCKHOLM", routing: "RUEHSM", first: 99051, monthly: 1, tag: "SW" },
  { station: "OSLO", routing: "RUEHNY", first: 99063, monthly: 1, tag: "NO" },
];

const SUBJECTS = [
  "HARBOR FEES: FISHERMEN UNCONVINCED",
  "FERRY OPERATORS ASK FOR A THIRD BERTH",
  "A HARBOR MASTER EXPLAINS HIS LEDGER",
  "ICE CLOSES THE SMALL HARBOR EARLY",
  "COTTON, TIMBER AND THE QUESTION OF SCALES",
  "DEMARCHE ON BERTHING RIGHTS DELIVERED",
  "THE LIGHTHOUSE KEEPERS' PENSION FUND",
  "PORT STRIKE ENDS BEFORE IT BEGINS",
  "COALITION QUARRELS OVER DREDGING",
  "CUSTOMS OFFICERS COUNT CRATES TWICE",
  "BALTIC FREIGHT INDEX: WHO ADDS IT UP",
  "VISIT OF THE HARBOR DELEGATION",
];

const TOPICS = ["ETRD, EWWT", "PGOV, EWWT", "ECON, ELAB", "EFIN, ETRD", "PREL, EFIS", "PGOV, ELAB"];
const LEVELS = ["UNCLAS", "UNCLAS", "CONFIDENTIAL", "UNCLAS", "SECRET", "CONFIDENTIAL", "UNCLAS"];
const MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ");

/** The name of the file that has much to show: three cables cited, one of them not in the folder. */
export const READ = "09TALLINN99030.cable";

/** A draft with faults in it. */
export const DRAFT = "draft.cable";

const DRAFT_TEXT = `CONFIDENTIAL

SIPDIS

E.O. 13526: DECL: 05/12/2019
TAGS: PGOV, ETRD, PGOV, XQQZ
SUBJECT: Invented Harbor Fees: What the Fishermen Want.

REF: A. 09 TALLINN 99030
     B. 09 RIGA 99042

Classified By: Economic Officer A. Person for reasons 1.4 (b) and (x).

1. (C) Summary: An invented harbor has raised its invented fees again, and the
fishermen have not paid those of last year (ref A). End summary.

What Was Said
-------------

2. (C) The harbor master told Econoff that he had "no ledger to speak of".

4. (S) Ref C has the arithmetic. See para 9 for the names of the boats.
`;

/** @typedef {{ station: string, routing: string, tag: string, year: number, month: number, day: number, serial: number, number: number }} Sent */

/** All cables in the order they were sent; each post counts its own, anew each year. */
function sentCables() {
  /** @type {Omit<Sent, "serial" | "number">[]} */
  const cables = [];
  for (let month = 0; month < 22; month++) {
    for (const [post, { station, routing, monthly, tag }] of POSTS.entries()) {
      // More in the months when fees are set, fewer when the harbors are frozen.
      const count = monthly + ((month + post) % 6 === 3 ? 2 : 0) - ((month + post) % 5 === 1 ? 1 : 0);
      for (let index = 0; index < count; index++) {
        const day = 2 + ((month * 5 + post * 7 + index * 8) % 26);
        cables.push({ station, routing, tag, year: 2008 + Math.floor(month / 12), month: month % 12, day });
      }
    }
  }
  cables.sort((one, other) => one.year - other.year || one.month - other.month || one.day - other.day);
  /** @type {Map<string, number>} */
  const last = new Map();
  return cables.map((cable, number) => {
    const key = `${cable.station} ${cable.year}`;
    const serial = (last.get(key) ?? POSTS.find(({ station }) => station === cable.station)?.first ?? 99000) + 1;
    last.set(key, serial);
    return { ...cable, serial, number };
  });
}

/** @param {Sent} cable @param {Sent} from how it is cited there: with the year where that is another. */
function cited({ station, serial, year }, from) {
  return `${year === from.year ? "" : `${String(year % 100).padStart(2, "0")} `}${station} ${serial}`;
}

/**
 * @param {Sent} cable
 * @param {readonly Sent[]} earlier
 */
function cableText(cable, earlier) {
  const { station, routing, tag, year, month, day, serial, number } = cable;
  const level = LEVELS[number % LEVELS.length] ?? "UNCLAS";
  const mark = { UNCLAS: "SBU", CONFIDENTIAL: "C", SECRET: "S" }[level] ?? "U";
  const isPlain = level === "UNCLAS";
  const references = [3, 8, 21, 34]
    .filter((back) => (number + back) % 3 !== 0)
    .flatMap((back) => earlier.at(-back) ?? [])
    .map((one) => cited(one, cable));
  // What no folder holds: hollow in the graph.
  if (number % 4 === 1) references.push(`STATE ${98000 + number}`);
  const time = `${String(day).padStart(2, "0")}${String(8 + (number % 9)).padStart(2, "0")}${String((number * 7) % 60).padStart(2, "0")}Z`;
  const letter = (/** @type {number} */ index) => "ABCDE"[index];
  const lines = [
    `R ${time} ${MONTHS[month]} ${String(year % 100).padStart(2, "0")}`,
    `FM AMEMBASSY ${station}`,
    "TO RUEHC/SECSTATE WASHDC 9123",
    "INFO RUEHRA/AMEMBASSY RIGA PRIORITY 9014",
    "RUEHVL/AMEMBASSY VILNIUS 9015",
    `${routing}/AMEMBASSY ${station}`,
    "",
    `${level} ${station} ${String(serial).padStart(6, "0")}`,
    "",
    ...(isPlain ? ["SENSITIVE"] : []),
    "SIPDIS",
    "",
    "DEPT FOR EUR/NB",
    "",
    isPlain
      ? "E.O. 12958: N/A"
      : `E.O. 12958: DECL: ${String(month + 1).padStart(2, "0")}/${String(day).padStart(2, "0")}/${year + 10}`,
    `TAGS: ${TOPICS[number % TOPICS.length]}, ${tag}`,
    `SUBJECT: ${SUBJECTS[number % SUBJECTS.length]}`,
    "",
    ...references.map((reference, index) => `${index === 0 ? "REF: " : "     "}${letter(index)}. ${reference}`),
    "",
    ...(isPlain ? [] : ["Classified By: EconOff A. Person for reasons 1.4 (b) and (d).", ""]),
    `1. (${mark}) SUMMARY: An invented harbor has raised its invented`,
    "fees by half. The fishermen say that they will pay next year, as",
    `they said last year ${references.length > 0 ? "(ref A)" : "(septel)"}. The ferries, which pay by the`,
    "berth, have moved across the bay. END SUMMARY.",
    "",
    "THE FEES",
    "--------",
    "",
    `2. (${mark}) The harbor master told Econoff that the old fees were`,
    "set in rubles and never changed. He listed, in this order:",
    "",
    "-- berths for ferries, by the hour;",
    "-- berths for fishing boats, by the season;",
    "-- the use of the crane, which is out of order.",
    "",
    `3. (${isPlain ? "U" : mark}) The fishermen met in a shed. Those who spoke were`,
    `against the fees; those who fish were at sea${references.length > 1 ? " (ref B)" : ""}.`,
    "",
    "COMMENT",
    "-------",
    "",
    `4. (${mark}) See para 2 for the arithmetic; septel will report what`,
    "the boats do. END COMMENT.",
    "DOE",
    "",
  ];
  return lines.join("\n");
}

/**
 * Writes the folder.
 * @param {string} folder
 */
export async function writePicturedCables(folder) {
  await mkdir(folder, { recursive: true });
  const cables = sentCables();
  await Promise.all(
    cables.map((cable, at) => {
      const name = `${String(cable.year % 100).padStart(2, "0")}${cable.station}${cable.serial}.cable`;
      return writeFile(join(folder, name), cableText(cable, cables.slice(0, at)));
    }),
  );
  await writeFile(join(folder, DRAFT), DRAFT_TEXT);
  await cp(join(root, "tests", "fixtures", "09SHANGHAI374.txt"), join(folder, "09SHANGHAI374.txt"));
}

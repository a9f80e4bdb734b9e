/** Makes a folder of invented cables as large as a release: real stations and their real shares, real lengths, citations of earlier cables. */

import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stationRows } from "../../server/src/vocabulary/stations.ts";
import { dice, sentence, WORDS, wrapped } from "./invented-cable.ts";

/** Rises when what is made changes, so that folders of before are not taken for it. */
const VERSION = 1;

const LEVELS = ["UNCLAS", "UNCLAS", "CONFIDENTIAL", "C O N F I D E N T I A L", "SECRET", "S E C R E T"];
const TAGS = "PGOV PREL ECON ETRD EFIN ELAB PHUM EAGR EWWT MARR PTER SNAR KDEM KCRM OVIP CVIS SENV EAIR ENRG".split(
  " ",
);
const MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(" ");
const LETTERS = "ABCDEFGHIJKL";
const FIRST_YEAR = 2003;
const YEARS = 7;
/** Cables in one folder: as collections are laid out, by station and year. */
const MOST_CITED = 5;
/** One in so many has an odd head: two references on a line, notes among them. */
const ODD_EVERY = 100;
/** One in so many is a file of another kind. */
const OTHER_EVERY = 150;

interface Origin {
  readonly id: string;
  readonly name: string;
  readonly count: number;
}

interface Numbered {
  readonly station: string;
  readonly id: string;
  readonly year: number;
  readonly serial: number;
}

/** The folder of so many cables, made where it is not there yet. */
export async function workspaceFolder(size: number): Promise<string> {
  const folder = join(tmpdir(), `reftel-workspace-${size}-v${VERSION}`);
  if (existsSync(folder)) return folder;
  const part = `${folder}.${process.pid}.part`;
  await rm(part, { recursive: true, force: true });
  const cables = numbersFor(size);
  const below = dice(size);
  const words = Array.from({ length: 400 }, () => paragraph(below));
  let made = new Set<string>();
  for (let at = 0; at < cables.length; at += 64) {
    const group = cables.slice(at, at + 64);
    await Promise.all(
      group.map(async (cable, index) => {
        const place = join(part, cable.id, String(cable.year));
        if (!made.has(place)) {
          made.add(place);
          await mkdir(place, { recursive: true });
        }
        const number = at + index;
        const name = `${String(cable.year % 100).padStart(2, "0")}${cable.id}${cable.serial}.txt`;
        const text =
          number % OTHER_EVERY === OTHER_EVERY - 1
            ? `Notes.\n\n${words[number % words.length]}\n`
            : cableText(cables, number, below, words);
        await mkdir(place, { recursive: true });
        await writeFile(join(place, name), text, "latin1");
      }),
    );
  }
  made = new Set();
  await rename(part, folder);
  return folder;
}

/** The numbers of so many cables in the order they were sent: each station its share, each year its serials from 1. */
function numbersFor(size: number): Numbered[] {
  const origins: Origin[] = stationRows().flatMap(({ id, name, count }) =>
    typeof count === "number" && count > 0 ? [{ id, name, count }] : [],
  );
  const all = origins.reduce((sum, { count }) => sum + count, 0);
  const numbered: (Numbered & { readonly when: number })[] = [];
  const below = dice(7);
  for (const { id, name, count } of origins) {
    const own = Math.max(1, Math.round((count / all) * size));
    for (let index = 0; index < own; index++) {
      const year = FIRST_YEAR + Math.floor((index * YEARS) / own);
      const first = Math.ceil((own * (year - FIRST_YEAR)) / YEARS);
      numbered.push({ station: name, id, year, serial: index - first + 1 + below(1), when: index / own });
    }
  }
  numbered.sort((one, other) => one.when - other.when);
  return numbered.slice(0, size);
}

function cableText(
  cables: readonly Numbered[],
  number: number,
  below: (limit: number) => number,
  words: readonly string[],
): string {
  const cable = cables[number] ?? { station: "RIGA", id: "RIGA", year: 2009, serial: 1 };
  const pick = (from: readonly string[]): string => from[below(from.length)] ?? "";
  const month = below(12);
  const day = String(1 + below(28)).padStart(2, "0");
  const year = String(cable.year % 100).padStart(2, "0");
  const level = pick(LEVELS);
  const serial = String(cable.serial).padStart(6, "0");
  const lines = [
    `VZCZCXRO${1000 + below(9000)}`,
    "RR RUEHCN RUEHGH RUEHVC",
    `DE RUEHGH #${serial.slice(-4)}/01 ${String(month * 30 + Number(day)).padStart(3, "0")}0903`,
    level.startsWith("U") ? "ZNR UUUUU ZZH" : "ZNY CCCCC ZZH",
    `${pick(["R", "P", "O", "O P"])} ${day}${String(below(24)).padStart(2, "0")}${String(below(60)).padStart(2, "0")}Z ${MONTHS[month]} ${year}`,
    `FM AMEMBASSY ${cable.station.replace(/[^A-Z ]/g, "")}`,
    `TO RUEHC/SECSTATE WASHDC ${1000 + below(9000)}`,
  ];
  for (let index = below(14); index >= 0; index--) {
    lines.push(
      `${lines.length === 7 ? "INFO " : ""}RUEH${pick(["BJ", "GZ", "IN", "UL", "KO", "GV"])}/AMEMBASSY ${cables[below(cables.length)]?.id} ${1000 + below(9000)}`,
    );
  }
  lines.push("", `${level} ${below(3) === 0 ? "SECTION 01 OF 02 " : ""}${cable.station} ${serial}`, "");
  lines.push(...([["SIPDIS"], ["SENSITIVE", "SIPDIS"], ["NOFORN", "SIPDIS"]][below(3)] ?? []), "");
  if (below(2) === 0) lines.push("DEPT FOR EAP/CM AND EUR/RUS", "");
  lines.push(level.startsWith("U") ? "E.O. 12958: N/A" : `E.O. 12958: DECL: ${day}/12/20${10 + below(15)}`);
  lines.push(`TAGS: ${[...new Set([pick(TAGS), pick(TAGS), pick(TAGS)])].join(", ")}`);
  const subject = `SUBJECT: ${sentence(below, 5 + below(8)).toUpperCase()}`;
  lines.push(...wrapped(subject), "");
  const cited = below(3) === 0 ? 0 : 1 + below(MOST_CITED);
  const references = Array.from({ length: Math.min(cited, number) }, () => {
    // Half cite what is close in time, of any station; half what is older.
    const other = cables[below(2) === 0 ? Math.max(0, number - 1 - below(2000)) : below(number)];
    if (other === undefined) return "STATE 1";
    const years = other.year === cable.year ? "" : `${String(other.year % 100).padStart(2, "0")} `;
    return `${years}${other.station} ${Math.max(10, other.serial)}`;
  });
  const odd = number % ODD_EVERY === 0;
  if (references.length === 1) lines.push(`REF: ${references[0]}`, "");
  else if (references.length > 1 && odd) {
    lines.push(`REF: ${references.map((reference, index) => `${LETTERS[index]}) ${reference} (NOTAL)`).join(" ")}`, "");
  } else if (references.length > 1) {
    lines.push(
      ...references.map((reference, index) => `${index === 0 ? "REF: " : "     "}${LETTERS[index]}. ${reference}`),
    );
    lines.push("");
  }
  if (!level.startsWith("U")) lines.push("Classified By: Pol Chief A. Person for reasons 1.4 (b) and (d).", "");
  // Lengths as in the release: half below 4.2 KB, few very long; the mean is 5.5 KB.
  const spread = below(1000) / 1000 + below(1000) / 1000 + below(1000) / 1000 + below(1000) / 1000 - 2;
  const length = Math.min(60_000, Math.max(1200, 4200 * Math.exp(spread * 1.27)));
  let written = lines.join("\n").length;
  for (let paragraphs = 1; written < length; paragraphs++) {
    const text = `${paragraphs}. (${level.startsWith("U") ? "SBU" : "C"}) ${words[below(words.length)]}${below(6) === 0 ? " (Ref A)" : ""}`;
    const folded = wrapped(text);
    lines.push(...folded, "");
    written += text.length + 2;
  }
  lines.push("PERSON", "");
  return lines.join("\n");
}

function paragraph(below: (limit: number) => number): string {
  return Array.from({ length: 3 + below(5) }, () => `${sentence(below, 8 + below(14))}.`).join(" ");
}

/** Words that subjects are made of, for searches. */
export const SUBJECT_WORDS: readonly string[] = WORDS;

/** Addressees that are no posts: agencies, military commands, and collectives with who is in them. */

import addresseeTable from "./data/addressees.json?raw";
import { type CableDate, isoDate } from "./date.ts";
import { lazy } from "./lazy.ts";
import type { AddresseeKind, AddresseeRow, Confidence } from "./rows.ts";
import { table } from "./table.ts";

/** The rows as shipped. */
export const addresseeRows: () => readonly AddresseeRow[] = table(addresseeTable);

/** Who a name on the TO or INFO line stands for. */
export interface KnownAddressee {
  /** The part of the name that is known: `HQ USEUCOM` of `HQ USEUCOM VAIHINGEN GE`. */
  readonly name: string;
  readonly kind: AddresseeKind;
  readonly title: string;
  /** The states whose posts a collective reaches, on the day asked for; empty where no table tells, and without a day. */
  readonly members: readonly string[];
  readonly note: string | null;
  readonly source: string;
  readonly confidence: Confidence;
}

/** What may stand before a command's name. */
const LEADS: ReadonlyMap<string, string> = new Map([
  ["HQ", "Headquarters of the"],
  ["CDR", "Commander of the"],
  ["COM", "Commander of the"],
]);

/** No name of the table has more words. */
const MOST_WORDS = 8;

/** A name is compared by its words, in capitals; signs between them are blanks, and what follows a double stroke is an office within. */
function wordsOf(name: string): readonly string[] {
  const [own = ""] = name.slice(0, 100).toUpperCase().split("//");
  return own.split(/[^A-Z0-9/]+/).filter((word) => word !== "");
}

const byName = lazy((): ReadonlyMap<string, AddresseeRow> => {
  const rows = addresseeRows().flatMap((row) => [row.name, ...(row.names ?? [])].map((name) => [name, row] as const));
  return new Map(rows.map(([name, row]) => [wordsOf(name).join(" "), row]));
});

/**
 * Who is addressed, by the words that a name begins with: a place may follow an agency or a command, and nothing may follow a collective. Undefined
 * where the table has no such name. `date` says whose posts a collective reached; null leaves them out.
 */
export function findAddressee(name: string, date: CableDate | null): KnownAddressee | undefined {
  const words = wordsOf(name);
  for (let length = Math.min(words.length, MOST_WORDS); length > 0; length--) {
    const own = words.slice(0, length);
    const lead = LEADS.get(own[0] ?? "");
    const row = byName().get(own.join(" ")) ?? commandOf(own, lead !== undefined);
    if (row === undefined || (row.kind === "collective" && length < words.length)) continue;
    const isLed = lead !== undefined && row.kind === "command" && row.name !== own.join(" ");
    return {
      name: own.join(" "),
      kind: row.kind,
      title: isLed ? `${lead} ${row.title}` : row.title,
      members: date === null ? [] : membersOn(row, isoDate(date)),
      note: row.note ?? null,
      source: row.source,
      confidence: row.confidence ?? "high",
    };
  }
  return undefined;
}

/** `USEUCOM` of `HQ USEUCOM` and `USNAVCENT` of `COMUSNAVCENT`. */
function commandOf(words: readonly string[], isLed: boolean): AddresseeRow | undefined {
  const [first = "", ...rest] = words;
  const found = isLed ? rest.join(" ") : rest.length === 0 ? /^(?:COM|CDR)(US[A-Z]+)$/.exec(first)?.[1] : undefined;
  const row = found === undefined ? undefined : byName().get(found);
  return row?.kind === "command" ? row : undefined;
}

function membersOn({ members = [] }: AddresseeRow, day: string): readonly string[] {
  return members
    .filter(({ from, to }) => (from === undefined || from <= day) && (to === undefined || day <= to))
    .map(({ country }) => country)
    .sort();
}

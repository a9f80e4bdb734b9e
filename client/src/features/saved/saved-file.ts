/** The files in which a folder keeps searches and dossiers: read with care, for people edit them by hand, and changed without loss. */

/** A query under a name. */
export interface SavedSearch {
  readonly name: string;
  readonly query: string;
}

/** A list of cables by hand, by their numbers. */
export interface Dossier {
  readonly name: string;
  readonly cables: readonly string[];
}

/** What was done about a cable that is missing, each with its day: `2026-11-30`. */
export interface Mark {
  /** The cable's number. */
  readonly name: string;
  readonly requested?: string;
  readonly received?: string;
}

/** What a file holds; entries that are none are left out and told of. */
export interface SavedFile<Entry> {
  readonly entries: readonly Entry[];
  /** What is wrong, a line each. */
  readonly problems: readonly string[];
  /** Whether the file may be written: one that can't be read as a whole is left as it is. */
  readonly isWritable: boolean;
}

/** The kinds of entries: under which name a file has them, and what makes one. */
export interface SavedKind<Entry> {
  readonly list: "searches" | "dossiers" | "missing";
  read(value: Readonly<Record<string, unknown>>): Entry | string;
}

export const SEARCHES: SavedKind<SavedSearch> = {
  list: "searches",
  read: ({ name, query }) => {
    if (!isName(name)) return "has no name";
    return typeof query === "string" ? { name, query } : `${JSON.stringify(name)} has no query`;
  },
};

export const DOSSIERS: SavedKind<Dossier> = {
  list: "dossiers",
  read: ({ name, cables }) => {
    if (!isName(name)) return "has no name";
    if (!Array.isArray(cables)) return `${JSON.stringify(name)} has no list of cables`;
    return {
      name,
      cables: [...new Set(cables.filter((cable): cable is string => typeof cable === "string" && cable !== ""))],
    };
  },
};

export const MARKS: SavedKind<Mark> = {
  list: "missing",
  read: ({ name, requested, received }) => {
    if (!isName(name)) return "has no name";
    for (const day of [requested, received]) {
      if (day !== undefined && !isDay(day))
        return `${JSON.stringify(name)} has a day that is none: ${JSON.stringify(day)}`;
    }
    return { name, ...(isDay(requested) ? { requested } : {}), ...(isDay(received) ? { received } : {}) };
  },
};

function isDay(value: unknown): value is string {
  return typeof value === "string" && /^\d{4}-\d\d-\d\d$/.test(value);
}

function isName(name: unknown): name is string {
  return typeof name === "string" && name.trim() !== "";
}

/** Reads a file. An empty or missing one (null) has no entries. */
export function readSaved<Entry extends { readonly name: string }>(
  text: string | null,
  kind: SavedKind<Entry>,
): SavedFile<Entry> {
  if (text === null || text.trim() === "") return { entries: [], problems: [], isWritable: true };
  const whole = parsed(text);
  if (typeof whole === "string") return { entries: [], problems: [whole], isWritable: false };
  const list = whole[kind.list];
  if (list === undefined) return { entries: [], problems: [`it has no list "${kind.list}"`], isWritable: true };
  if (!Array.isArray(list)) return { entries: [], problems: [`"${kind.list}" is no list`], isWritable: false };
  const entries: Entry[] = [];
  const problems: string[] = [];
  list.forEach((value: unknown, index) => {
    const entry = isRecord(value) ? kind.read(value) : "is no object";
    if (typeof entry === "string") problems.push(`entry ${index + 1} ${entry}`);
    else if (entries.some(({ name }) => name === entry.name))
      problems.push(`${JSON.stringify(entry.name)} is there twice`);
    else entries.push(entry);
  });
  return { entries, problems, isWritable: true };
}

/**
 * The file with an entry put in, in place of the one of its name; or without that name, where `entry` is null. What else the file holds stays
 * as it is. Null where the file can't be read: nothing of it may be lost.
 */
export function changedFile<Entry extends { readonly name: string }>(
  text: string | null,
  kind: SavedKind<Entry>,
  name: string,
  entry: Entry | null,
): string | null {
  const file = readSaved(text, kind);
  if (!file.isWritable) return null;
  const before = text === null || text.trim() === "" ? {} : parsed(text);
  if (typeof before === "string") return null;
  const known = before[kind.list];
  const list: unknown[] = Array.isArray(known) ? [...known] : [];
  const at = list.findIndex((value) => isRecord(value) && value.name === name);
  const old = list[at];
  if (entry === null) {
    if (at >= 0) list.splice(at, 1);
  } else if (at >= 0) list[at] = { ...(isRecord(old) ? old : {}), ...entry };
  else list.push(entry);
  return `${JSON.stringify({ ...before, [kind.list]: list }, null, 2)}\n`;
}

/** The object that a text is; what is wrong where it is none. */
function parsed(text: string): Record<string, unknown> | string {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    return `it is no JSON: ${error instanceof Error ? error.message.split("\n", 1)[0] : "unknown error"}`;
  }
  return isRecord(value) ? value : "it is no JSON object";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

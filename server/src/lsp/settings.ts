/** The settings under `reftel` that the server heeds, whichever way a client sends them. */

export interface Settings {
  readonly index: {
    /** Patterns of files that may be cables, below each workspace folder. */
    readonly include: readonly string[];
    /** Patterns of files and folders that are left out. */
    readonly exclude: readonly string[];
  };
  /** People's own rows of the vocabulary, as sent: what they are worth is told when they are read. */
  readonly vocabulary: unknown;
}

/** The same as in the extension's manifest: a test holds the two together. */
export const DEFAULT_SETTINGS: Settings = {
  index: {
    include: ["**/*.{cable,telegram,txt,md}"],
    exclude: ["**/.git/**", "**/node_modules/**"],
  },
  vocabulary: {},
};

/**
 * The settings that a client sent (the value of `reftel`, or an object that holds it under that name), over those that held before. What
 * is missing or of a wrong kind stays as it was.
 */
export function readSettings(sent: unknown, before: Settings): Settings {
  const own = property(sent, "reftel") ?? sent;
  const index = property(own, "index");
  return {
    index: {
      include: patterns(property(index, "include")) ?? before.index.include,
      exclude: patterns(property(index, "exclude")) ?? before.index.exclude,
    },
    vocabulary: property(own, "vocabulary") ?? before.vocabulary,
  };
}

export function sameSettings(one: Settings, other: Settings): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && name in value ? Reflect.get(value, name) : undefined;
}

function patterns(value: unknown): readonly string[] | null {
  if (!Array.isArray(value)) return null;
  return value.filter((pattern): pattern is string => typeof pattern === "string" && pattern !== "");
}

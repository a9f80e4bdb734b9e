/** The settings under `reftel` that the server heeds, whichever way a client sends them. */

import { ruleOf } from "../features/diagnostics.ts";
import { DEFAULT_RULE_SETTINGS, type RuleSettings } from "../features/rules/support/settings.ts";
import type { Severity } from "../features/rules/support/severity.ts";

export interface Settings {
  readonly index: {
    /** Patterns of files that may be cables, below each workspace folder. */
    readonly include: readonly string[];
    /** Patterns of files and folders that are left out. */
    readonly exclude: readonly string[];
  };
  /** Address templates of archives, for cables that are not in the workspace; REF entries are links to the first that gives an address, hovers have all. */
  readonly archives: readonly string[];
  /** Whether labels in the text show what they stand for. */
  readonly labelHints: boolean;
  /** People's own rows of the vocabulary, as sent: what they are worth is told when they are read. */
  readonly vocabulary: unknown;
  readonly rules: RuleSettings;
  /** The most characters in a line of a paragraph that is wrapped. */
  readonly wrapWidth: number;
  /** Whether the files of the workspace that are not open are checked, too. */
  readonly checkWorkspace: boolean;
  /** Whether cables that Markdown notes cite are known in them, too. */
  readonly notes: boolean;
}

/** The same as in the extension's manifest: a test holds the two together. */
export const DEFAULT_SETTINGS: Settings = {
  index: {
    include: ["**/*.{cable,telegram,txt,md}"],
    exclude: ["**/.git/**", "**/node_modules/**"],
  },
  archives: [],
  labelHints: true,
  vocabulary: {},
  rules: DEFAULT_RULE_SETTINGS,
  wrapWidth: 69,
  checkWorkspace: false,
  notes: true,
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
    archives: patterns(property(own, "archives")) ?? before.archives,
    labelHints: flag(property(own, "labelHints")) ?? before.labelHints,
    vocabulary: property(own, "vocabulary") ?? before.vocabulary,
    rules: {
      severities: severities(property(own, "rules")) ?? before.rules.severities,
      exceptions: exceptions(property(own, "exceptions")) ?? before.rules.exceptions,
      drafting: drafting(property(own, "drafting")) ?? before.rules.drafting,
    },
    wrapWidth: width(property(own, "wrapWidth")) ?? before.wrapWidth,
    checkWorkspace: flag(property(own, "checkWorkspace")) ?? before.checkWorkspace,
    notes: flag(property(own, "notes")) ?? before.notes,
  };
}

export function sameSettings(one: Settings, other: Settings): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The folder that a client gives its language servers to keep things in, `storagePath` of the initialization options; null for none. */
export function storagePathOf(initializationOptions: unknown): string | null {
  const path = property(initializationOptions, "storagePath");
  return typeof path === "string" && path !== "" ? path : null;
}

/**
 * The URI of the folder with a page for each rule, `rulePages` of the initialization options; null where the client names none. It ends in
 * a stroke: a page's name is put behind it.
 */
export function rulePagesOf(initializationOptions: unknown): string | null {
  const folder = property(initializationOptions, "rulePages");
  return typeof folder === "string" && /^[\w+.-]+:.*\/$/.test(folder) ? folder : null;
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null && name in value ? Reflect.get(value, name) : undefined;
}

function flag(value: unknown): boolean | null {
  return typeof value === "boolean" ? value : null;
}

/** Narrower than any handbook asks for no text can be read. */
const NARROWEST = 20;

function width(value: unknown): number | null {
  return typeof value === "number" && value >= NARROWEST ? Math.floor(value) : null;
}

function patterns(value: unknown): readonly string[] | null {
  if (!Array.isArray(value)) return null;
  return value.filter((pattern): pattern is string => typeof pattern === "string" && pattern !== "");
}

/** The editor's names for severities, and the short one of the command line. */
const SEVERITIES: ReadonlyMap<unknown, Severity | "off"> = new Map([
  ["off", "off"],
  ["error", "error"],
  ["warning", "warning"],
  ["information", "info"],
  ["info", "info"],
  ["hint", "hint"],
]);

/** Of known rules only: what is misspelt switches nothing. */
function severities(value: unknown): Readonly<Record<string, Severity | "off">> | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const read: Record<string, Severity | "off"> = {};
  for (const [code, name] of Object.entries(value)) {
    const severity = SEVERITIES.get(name);
    if (severity !== undefined && ruleOf(code) !== undefined) read[code] = severity;
  }
  return read;
}

function exceptions(value: unknown): Readonly<Record<string, readonly string[]>> | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return null;
  const read: Record<string, readonly string[]> = {};
  for (const [code, texts] of Object.entries(value)) {
    const kept = patterns(texts);
    if (kept !== null && ruleOf(code) !== undefined) read[code] = kept;
  }
  return read;
}

function drafting(value: unknown): RuleSettings["drafting"] | null {
  return value === "auto" || value === "always" || value === "never" ? value : null;
}

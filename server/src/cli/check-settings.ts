/** The settings that `reftel check` heeds: those of the editor, kept in a file beside the cables. */

import type { RuleSettings } from "../features/rules/support/settings.ts";
import { disk, uriOfPath } from "../host/disk.ts";
import { readVocabulary } from "../host/own-vocabulary.ts";
import { DEFAULT_SETTINGS, readSettings } from "../lsp/settings.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";

/** Where settings are looked for when none are named, below the current folder. */
const USUAL_FILE = ".reftel/settings.json";
const PREFIX = "reftel.";

export interface CheckSettings {
  readonly rules: RuleSettings;
  readonly vocabulary: Vocabulary;
}

/**
 * The settings of the named file (it must be there), else of the usual one, else the defaults; with people's own rows of the vocabulary.
 * Words that say what is wrong where the file can't be read.
 */
export async function readCheckSettings(
  named: string | null,
  complain: (problem: string) => void,
): Promise<CheckSettings | string> {
  const path = named ?? USUAL_FILE;
  const content = await disk.read(uriOfPath(path));
  if (content.kind === "skipped") return `${path}: ${content.reason}`;
  if (content.kind !== "text" && named !== null) return `${path}: no such file`;
  let sent: unknown = null;
  if (content.kind === "text") {
    try {
      sent = withoutPrefixes(JSON.parse(content.text));
    } catch {
      return `${path} is not valid JSON`;
    }
  }
  const { rules, vocabulary } = readSettings(sent, DEFAULT_SETTINGS);
  return { rules, vocabulary: await readVocabulary(disk, [uriOfPath(".")], vocabulary, complain) };
}

/** `"reftel.rules": …`, as an editor's file of settings has it, is `"rules": …`. */
function withoutPrefixes(settings: unknown): unknown {
  if (typeof settings !== "object" || settings === null) return null;
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name,
      value,
    ]),
  );
}

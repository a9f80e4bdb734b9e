/** The settings that `reftel check` heeds: those of the editor, kept in a file beside the cables. */

import type { RuleSettings } from "../features/rules/support/settings.ts";
import { disk, uriOfPath } from "../host/disk.ts";
import { readVocabulary } from "../host/own-vocabulary.ts";
import { FOLDER_SETTINGS_FILE, parseSettingsFile } from "../lsp/folder-settings.ts";
import { DEFAULT_SETTINGS } from "../lsp/settings.ts";
import type { Vocabulary } from "../vocabulary/vocabulary.ts";

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
  const path = named ?? FOLDER_SETTINGS_FILE;
  const content = await disk.read(uriOfPath(path));
  if (content.kind === "skipped") return `${path}: ${content.reason}`;
  if (content.kind !== "text" && named !== null) return `${path}: no such file`;
  const read = content.kind === "text" ? parseSettingsFile(content.text) : DEFAULT_SETTINGS;
  if (read === null) return `${path} is not valid JSON`;
  const { rules, vocabulary } = read;
  return { rules, vocabulary: await readVocabulary(disk, [uriOfPath(".")], vocabulary, complain) };
}

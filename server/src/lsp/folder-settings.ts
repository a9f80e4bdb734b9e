/** The settings of rules that a folder keeps beside its cables: one file for the command line and for every editor. */

import { type FileUri, fileUri, pathBelow } from "../corpus/file-uri.ts";
import type { RuleSettings } from "../features/rules/support/settings.ts";
import type { FileAccess } from "../host/files.ts";
import { DEFAULT_SETTINGS, readSettings, type Settings } from "./settings.ts";

/** Where a folder keeps its settings, below the folder. */
export const FOLDER_SETTINGS_FILE = ".reftel/settings.json";
const PREFIX = "reftel.";

/** A longer file is none of settings, in characters. */
const LONGEST = 1_000_000;

/** The file of settings of a folder. */
export function folderSettingsFile(folder: FileUri): FileUri {
  return fileUri(`${folder.replace(/(?<!\/)\/+$/, "")}/${FOLDER_SETTINGS_FILE}`);
}

/** What a file of settings says, over the defaults; names may begin with `reftel.`, as in an editor's own file. Null where it is no JSON. */
export function parseSettingsFile(text: string): Settings | null {
  try {
    return readSettings(withoutPrefixes(JSON.parse(text)), DEFAULT_SETTINGS);
  } catch {
    return null;
  }
}

/** What the folders' files say of rules. A folder without a file is left out, as is one whose file can't be read, which is complained of. */
export async function readFolderRules(
  files: FileAccess,
  folders: readonly FileUri[],
  complain: (problem: string) => void,
): Promise<ReadonlyMap<FileUri, RuleSettings>> {
  const read = new Map<FileUri, RuleSettings>();
  for (const folder of folders) {
    const content = await files.read(folderSettingsFile(folder));
    if (content.kind === "skipped") complain(`${FOLDER_SETTINGS_FILE} ${content.reason}`);
    if (content.kind !== "text") continue;
    if (content.text.length > LONGEST) {
      complain(
        `${FOLDER_SETTINGS_FILE} has more than ${LONGEST.toLocaleString("en-US")} characters, so nothing of it is taken`,
      );
      continue;
    }
    const settings = parseSettingsFile(content.text);
    if (settings === null) complain(`${FOLDER_SETTINGS_FILE} is not valid JSON, so nothing of it is taken`);
    else read.set(folder, settings.rules);
  }
  return read;
}

/** The settings for a file: those of the innermost folder that has some, under the client's, which count where both speak. */
export function rulesFor(
  file: FileUri,
  folders: ReadonlyMap<FileUri, RuleSettings>,
  client: RuleSettings,
): RuleSettings {
  const innermost = [...folders.keys()]
    .filter((folder) => pathBelow(folder, file) !== null)
    .sort((one, other) => other.length - one.length)[0];
  const own = innermost === undefined ? undefined : folders.get(innermost);
  if (own === undefined) return client;
  const exceptions: Record<string, readonly string[]> = { ...own.exceptions };
  // What may stand by either may stand.
  for (const [code, texts] of Object.entries(client.exceptions)) {
    exceptions[code] = [...(exceptions[code] ?? []), ...texts];
  }
  return {
    severities: { ...own.severities, ...client.severities },
    exceptions,
    // Editors send the default as well, which says nothing.
    drafting: client.drafting === DEFAULT_SETTINGS.rules.drafting ? own.drafting : client.drafting,
  };
}

function withoutPrefixes(settings: unknown): unknown {
  if (typeof settings !== "object" || settings === null) return null;
  return Object.fromEntries(
    Object.entries(settings).map(([name, value]) => [
      name.startsWith(PREFIX) ? name.slice(PREFIX.length) : name,
      value,
    ]),
  );
}

/** The vocabulary with people's own rows: those of the settings, and those of a file in each workspace folder. */

import { type FileUri, fileUri } from "../corpus/file-uri.ts";
import { joinOwnRows, type OwnRowProblem, type OwnRows, readOwnRows } from "../vocabulary/own-rows.ts";
import { createVocabulary, type Vocabulary } from "../vocabulary/vocabulary.ts";
import type { FileAccess } from "./files.ts";

/** Where a workspace folder keeps its own rows, below the folder. */
export const OWN_VOCABULARY_FILE = ".reftel/vocabulary.json";

/** A longer file is no vocabulary that somebody wrote, in characters. */
const LONGEST = 4_000_000;

/** As many problems as somebody reads. */
const MOST_PROBLEMS = 100;

/** The file of own rows of a folder. */
export function ownVocabularyFile(folder: FileUri): FileUri {
  return fileUri(`${folder.replace(/(?<!\/)\/+$/, "")}/${OWN_VOCABULARY_FILE}`);
}

/**
 * The shipped vocabulary with the rows of the setting (any value; what is no table is told as a problem) and of the folders' files. A
 * folder without a file adds nothing; a file that is no JSON is one problem and adds nothing.
 */
export async function readVocabulary(
  files: FileAccess,
  folders: readonly FileUri[],
  setting: unknown,
  complain: (problem: string) => void,
): Promise<Vocabulary> {
  const sources: OwnRows[] = [readOwnRows(setting, "your settings")];
  for (const folder of folders) {
    const file = ownVocabularyFile(folder);
    const content = await files.read(file);
    if (content.kind === "skipped") complain(`${OWN_VOCABULARY_FILE} ${content.reason}`);
    if (content.kind !== "text") continue;
    if (content.text.length > LONGEST) {
      complain(
        `${OWN_VOCABULARY_FILE} has more than ${LONGEST.toLocaleString("en-US")} characters: none of its rows is taken`,
      );
      continue;
    }
    try {
      sources.push(readOwnRows(JSON.parse(content.text), OWN_VOCABULARY_FILE));
    } catch {
      complain(`${OWN_VOCABULARY_FILE} is not valid JSON, so none of its rows is taken`);
    }
  }
  const vocabulary = createVocabulary(joinOwnRows(sources));
  for (const problem of vocabulary.problems.slice(0, MOST_PROBLEMS)) complain(describe(problem));
  const more = vocabulary.problems.length - MOST_PROBLEMS;
  if (more > 0) complain(`Own vocabulary: ${more.toLocaleString("en-US")} more problems`);
  return vocabulary;
}

function describe({ table, row, message }: OwnRowProblem): string {
  const where = [table, row].filter((part) => part !== null && part !== "").join(", ");
  return where === "" ? `Own vocabulary ${message}` : `Own vocabulary, ${where}: ${message}`;
}

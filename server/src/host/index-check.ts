/** Proves that an index which was kept up to date equals one built anew: for whoever suspects it. */

import type { UpdatableCableIndex } from "../corpus/cable-index.ts";
import type { FileUri } from "../corpus/file-uri.ts";
import { type IndexRecord, sameSummary } from "../corpus/index-record.ts";
import { PackedCableIndex } from "../corpus/packed-index.ts";
import type { Slices } from "./time-slicer.ts";

/** More differences than this tell nothing new. */
const MOST = 20;

/** What is different, a line each; nothing where both are the same. `summaryOf` answers what a file holds now, null for no cable. */
export async function differencesOf(
  index: UpdatableCableIndex,
  summaryOf: (file: FileUri) => Promise<IndexRecord | null>,
  slices: Slices,
): Promise<readonly string[]> {
  const differences: string[] = [];
  const anew = new PackedCableIndex();
  const { revision } = index;
  for (const file of [...index.knownFiles()]) {
    const summary = await summaryOf(file);
    await slices.next();
    // What changes meanwhile is checked when that has settled.
    if (index.revision !== revision) return [];
    anew.update(file, summary);
    if (!sameSummary(index.summaryOf(file), summary)) differences.push(`${file} holds something else`);
    if (differences.length >= MOST) return differences;
  }
  for (const file of anew.files()) {
    await slices.next();
    if (index.revision !== revision) return [];
    const mrn = anew.summaryOf(file)?.mrn;
    if (mrn == null) continue;
    const same =
      JSON.stringify([index.filesOf(mrn), index.citationsOf(mrn, MOST), index.citingCables(mrn)]) ===
      JSON.stringify([anew.filesOf(mrn), anew.citationsOf(mrn, MOST), anew.citingCables(mrn)]);
    if (!same) differences.push(`${mrn} has other files or is cited otherwise`);
    if (differences.length >= MOST) return differences;
  }
  if (JSON.stringify(index.size) !== JSON.stringify(anew.size)) {
    differences.push(`it counts ${JSON.stringify(index.size)}, not ${JSON.stringify(anew.size)}`);
  }
  return differences;
}

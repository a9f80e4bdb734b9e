/** Shows in the editor that the index is being built, where that takes long enough to be seen. */

import type { Connection } from "vscode-languageserver";
import type { Indexer } from "../host/indexer.ts";

/** Nothing is shown of an index that is ready within this time, in milliseconds. */
const SHOWN_AFTER = 500;

/** Time between two reports, in milliseconds. */
const REPORT_EVERY = 250;

/** Reports until the index is up to date with what is known now. */
export async function showIndexing(connection: Connection, indexer: Indexer): Promise<void> {
  let done = false;
  const upToDate = indexer.upToDate().then(() => {
    done = true;
  });
  await Promise.race([upToDate, pause(SHOWN_AFTER)]);
  if (done) return;
  const progress = await connection.window.createWorkDoneProgress();
  progress.begin("Indexing cables", 0, undefined, true);
  const cancelling = progress.token.onCancellationRequested(() => indexer.cancel());
  while (!done) {
    const { files, skipped } = indexer.status;
    const { done: read, total } = indexer.progress;
    const message = `${count(read)} of ${count(total)} files, ${count(files)} cables, ${count(skipped)} others`;
    progress.report(total === 0 ? 0 : Math.floor((read / total) * 100), message);
    await Promise.race([upToDate, pause(REPORT_EVERY)]);
  }
  cancelling.dispose();
  progress.done();
}

function count(files: number): string {
  return files.toLocaleString("en-US");
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resume) => setTimeout(resume, milliseconds));
}

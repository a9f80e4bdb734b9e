/** Files that are written beside others until they are whole: under names that nobody can know before, and that are never too long. */

import { randomBytes } from "node:crypto";
import { join } from "node:path";

/** A path in a folder; to be opened exclusively (`wx`), so that no link which stands there is followed. */
export function temporaryPath(folder: string): string {
  return join(folder, `.reftel-${randomBytes(9).toString("hex")}.tmp`);
}

/** The bundled program under the name that people call it by. */

import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Makes the folder `bin` in a folder, with `reftel` in it; answers its path, for the front of `PATH`. */
export function reftelOnPath(folder: string, program: string): string {
  const bin = join(folder, "bin");
  mkdirSync(bin, { recursive: true });
  writeFileSync(join(bin, "reftel"), `#!/bin/sh\nexec "${process.execPath}" "${program}" "$@"\n`, { mode: 0o755 });
  return bin;
}

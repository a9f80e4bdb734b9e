/** The server as tests start it: the same bundle that ships, made anew from the sources. */

import { mkdtempSync } from "node:fs";
import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { bundles } from "../../scripts/lib/bundles.mjs";

/** Bundles `reftel` into a folder of its own; answers the path of the program and what removes it. */
export async function bundleServer(): Promise<{ readonly program: string; readonly remove: () => Promise<void> }> {
  const outdir = mkdtempSync(join(tmpdir(), "reftel-server-"));
  await build({ ...bundles({ outdir }).reftel, logLevel: "silent" });
  return { program: join(outdir, "reftel.js"), remove: () => rm(outdir, { recursive: true, force: true }) };
}

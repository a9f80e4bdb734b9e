/** Before all tests: bundles the server that many of them start, once, into a folder of its own. */

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import type { TestProject } from "vitest/node";
import { bundles } from "../../scripts/lib/bundles.mjs";

export default async function bundleServer({ provide }: TestProject): Promise<() => Promise<void>> {
  const outdir = await mkdtemp(join(tmpdir(), "reftel-server-"));
  const { reftel, libraries } = bundles({ outdir });
  await Promise.all([reftel, libraries].map((options) => build({ ...options, logLevel: "silent" })));
  provide("serverProgram", join(outdir, "reftel.js"));
  return () => rm(outdir, { recursive: true, force: true });
}

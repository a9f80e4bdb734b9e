/** A short run of `npm run load`: what the server knows after edits and changed files is what a fresh one knows, and nothing is left unanswered. */

import { expect, test } from "vitest";
import { underLoad } from "../../scripts/load/run.ts";
import { bundle } from "../lsp/server-file.ts";

test("edits, changed files and requests at once", { timeout: 240_000 }, async () => {
  const { asked, answered, edits, changes, faults, differences, times } = await underLoad(bundle.program, {
    ...{ seed: 374, cables: 2000, documents: 30, seconds: 20 },
    ...{ edits: 50, changes: 200, requests: 30 },
  });
  // How many there are is the machine's affair: turns for which it had no time are left out.
  expect(edits).toBeGreaterThan(0);
  expect(changes).toBeGreaterThan(0);
  expect(answered).toBe(asked);
  expect(times.size).toBeGreaterThan(25);
  expect(faults).toEqual([]);
  expect(differences).toEqual([]);
});

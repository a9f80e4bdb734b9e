/** Every block of the documentation that is a command is run, as it stands there, with `reftel` on the path and cables beside it. */

import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundle } from "../lsp/server-file.ts";
import { codeBlocks, pages, ROOT } from "./pages.ts";

/** What is not run, and why. */
const PASSED_OVER: Readonly<Record<string, string>> = {
  "npm ci && npm start": "opens a window",
  "npm ci && npm test": "runs this very test",
  "npm install --global reftel": "installs for the whole machine",
};

const BLOCKS = pages()
  .flatMap(codeBlocks)
  .filter(({ language }) => language === "sh");

const place = mkdtempSync(join(tmpdir(), "reftel-docs-"));
const programs = join(place, "bin");

beforeAll(async () => {
  mkdirSync(programs);
  writeFileSync(join(programs, "reftel"), `#!/bin/sh\nexec "${process.execPath}" "${bundle.program}" "$@"\n`, {
    mode: 0o755,
  });
}, 60_000);
afterAll(async () => {
  rmSync(place, { recursive: true, force: true });
});

test("what is passed over is still there", () => {
  const known = new Set(BLOCKS.map(({ code }) => code.trim()));
  expect(Object.keys(PASSED_OVER).filter((code) => !known.has(code))).toEqual([]);
});

// Windows has no sh; the commands themselves are tested there with the command line.
describe.skipIf(process.platform === "win32")("a block", () => {
  test.each(BLOCKS.filter(({ code }) => !(code.trim() in PASSED_OVER)).map((block, index) => ({ ...block, index })))(
    "of $page: $code",
    { timeout: 60_000 },
    ({ page, code, index }) => {
      const folder = join(place, String(index));
      const fixtures = join(ROOT, "tests", "fixtures");
      cpSync(fixtures, folder, { recursive: true });
      cpSync(fixtures, join(folder, "cables"), { recursive: true });
      const { status, stderr } = spawnSync("sh", ["-e", "-c", code], {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, PATH: `${programs}${delimiter}${process.env.PATH ?? ""}` },
      });
      expect({ page, status, stderr: status === 0 ? "" : stderr }).toEqual({ page, status: 0, stderr: "" });
    },
  );
});

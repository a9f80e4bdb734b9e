/**
 * Every block of the documentation that is a command is run, as it stands there, with `reftel` on the path and cables beside it. A block
 * that shows what a command answers (`console`) is held to that, `…` standing for anything.
 */

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundle } from "../lsp/server-file.ts";
import { reftelOnPath } from "../support/reftel-on-path.ts";
import { codeBlocks, pages, ROOT } from "./pages.ts";

/** What is not run, and why. */
const PASSED_OVER: Readonly<Record<string, string>> = {
  "npm ci && npm start": "opens a window",
  "npm ci && npm test": "runs this very test",
  "npm install --global reftel": "installs for the whole machine",
};

/** Runs in the tests with real engines, which have the server for it: `npm run test:engines`. */
const needsEngine = (code: string): boolean => /^\s*psql /m.test(code);

/** A note beside the cables, for the commands that read one. */
const NOTE = "The policy “focuses on maintaining social stability” [@09SHANGHAI374, para. 1].\n";

const ALL = pages().flatMap(codeBlocks);
const BLOCKS = ALL.filter(({ language }) => language === "sh");
const ANSWERED = ALL.filter(({ language }) => language === "console").flatMap(({ page, code }) =>
  code.split(/^\$ /m).flatMap((part) => {
    const [, command = "", answer = ""] = /^(.+)\n([\s\S]*)$/.exec(part) ?? [];
    return command === "" ? [] : [{ page, command, answer }];
  }),
);

const place = mkdtempSync(join(tmpdir(), "reftel-docs-"));
const programs = join(place, "bin");

beforeAll(async () => {
  reftelOnPath(place, bundle.program);
}, 60_000);
afterAll(async () => {
  rmSync(place, { recursive: true, force: true });
});

test("commands stand in blocks that are run, or as `reftel COMMAND ARGUMENTS…`", () => {
  const others = ALL.filter(({ language }) => language !== "sh" && language !== "console");
  const commands = others.filter(({ code }) => /^\$? ?(?:reftel|np[mx]|node) (?!.*[[…])/m.test(code));
  expect(commands.map(({ page, code }) => `${page}: ${code}`)).toEqual([]);
});

test("what is passed over is still there", () => {
  const known = new Set(BLOCKS.map(({ code }) => code.trim()));
  expect(Object.keys(PASSED_OVER).filter((code) => !known.has(code))).toEqual([]);
});

// Windows has no sh; the commands themselves are tested there with the command line.
describe.skipIf(process.platform === "win32")("a block", () => {
  test.each(
    BLOCKS.filter(({ code }) => !(code.trim() in PASSED_OVER) && !needsEngine(code)).map((block, index) => ({
      ...block,
      index,
    })),
  )("of $page: $code", { timeout: 60_000 }, ({ page, code, index }) => {
    const folder = join(place, String(index));
    const fixtures = join(ROOT, "tests", "fixtures");
    cpSync(fixtures, folder, { recursive: true });
    cpSync(fixtures, join(folder, "cables"), { recursive: true });
    writeFileSync(join(folder, "notes.md"), NOTE);
    const { status, stderr } = spawnSync("sh", ["-e", "-c", code], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, PATH: `${programs}${delimiter}${process.env.PATH ?? ""}` },
    });
    expect({ page, status, stderr: status === 0 ? "" : stderr }).toEqual({ page, status: 0, stderr: "" });
  });

  test.each(ANSWERED)("of $page: $command answers what stands there", ({ command, answer }) => {
    const { stdout } = spawnSync("sh", ["-e", "-c", command], {
      cwd: join(ROOT, "tests", "fixtures"),
      encoding: "utf8",
      env: { ...process.env, PATH: `${programs}${delimiter}${process.env.PATH ?? ""}` },
    });
    const pattern = answer.split("…").map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
    expect(stdout).toMatch(new RegExp(`^${pattern.join(".*")}$`));
  });
});

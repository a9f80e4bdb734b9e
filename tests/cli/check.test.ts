/** `reftel check`: its formats, exit codes, and what `--fix` does to files. */

import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runCommandLine } from "../../server/src/cli/main.ts";
import { rewriteFile } from "../../server/src/cli/rewrite-file.ts";

const DRAFT = `UNCLAS TALLINN 099070

E.O. 12598: N/A
TAGS: PGOB, EN
SUBJECT: HARBOR FEES

1. (U) The mayor opened the harbor.
`;
const FIXED = DRAFT.replace("12598", "12958");

let folder = "";
let file = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "reftel-check-"));
  file = join(folder, "draft.cable");
  await writeFile(file, DRAFT);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function run(...args: readonly string[]) {
  const output = { stdout: "", stderr: "" };
  const exitCode = await runCommandLine(["check", ...args], {
    stdout: (text) => {
      output.stdout += text;
    },
    stderr: (text) => {
      output.stderr += text;
    },
  });
  return { exitCode, ...output };
}

test("text has place, message, the line with a caret, and the fix", async () => {
  const { exitCode, stdout } = await run(file);
  expect(exitCode).toBe(1);
  expect(stdout.replaceAll(folder, "")).toBe(
    `/draft.cable:3:6: error: E.O. 12598 is a slip for E.O. 12958. [executive-order-misprinted]
  3 | E.O. 12598: N/A
    |      ^^^^^
    = fix: Write 12958 (--fix does)
/draft.cable:4:7: warning: PGOB is not in the lists of TAGS. Is PGOV meant? [unknown-tag]
  4 | TAGS: PGOB, EN
    |       ^^^^
    = fix: Write PGOV, Political Affairs--Internal Governmental Affairs
`.replace("Political Affairs--Internal Governmental Affairs", stdout.match(/PGOV, (.+)/)?.[1] ?? ""),
  );
});

test("the level decides what is told and what the exit code is", async () => {
  await writeFile(file, FIXED);
  expect(await run(file, "--level", "error")).toMatchObject({ exitCode: 0, stdout: "" });
  expect((await run(file, "--level", "error")).stderr).toContain("1 more below the level error");
  expect((await run(file, "--level", "warning")).exitCode).toBe(1);
});

test("JSON is one array", async () => {
  const { stdout } = await run(file, "--format", "json");
  expect(JSON.parse(stdout)).toMatchObject([
    {
      file,
      code: "executive-order-misprinted",
      severity: "error",
      line: 2,
      character: 5,
      endLine: 2,
      endCharacter: 10,
    },
    { code: "unknown-tag", severity: "warning", line: 3, character: 6 },
  ]);
  await writeFile(file, FIXED.replace("PGOB", "PGOV"));
  expect(JSON.parse((await run(file, "--format", "json")).stdout)).toEqual([]);
});

test("SARIF has the rules, the results and the certain fixes", async () => {
  const log = JSON.parse((await run(file, "--format", "sarif")).stdout);
  expect(log).toMatchObject({
    version: "2.1.0",
    runs: [{ columnKind: "utf16CodeUnits", tool: { driver: { name: "reftel" } } }],
  });
  const [result] = log.runs[0].results;
  expect(log.runs[0].tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
  expect(result).toMatchObject({
    ruleId: "executive-order-misprinted",
    level: "error",
    locations: [{ physicalLocation: { region: { startLine: 3, startColumn: 6, endLine: 3, endColumn: 11 } } }],
    fixes: [{ artifactChanges: [{ replacements: [{ insertedContent: { text: "12958" } }] }] }],
  });
});

test("annotations for GitHub are escaped", async () => {
  const { stdout } = await run(file, "--format", "github");
  const [first] = stdout.split("\n");
  expect(first).toMatch(
    /^::error file=.*draft\.cable,line=3,endLine=3,col=6,endColumn=10,title=executive-order-misprinted::E\.O\. 12598/,
  );
});

test("--fix writes what is certain, keeps the rights, leaves no other file, and says what it did", async () => {
  await chmod(file, 0o640);
  const { exitCode, stdout } = await run(file, "--fix", "--level", "error");
  expect(exitCode).toBe(0);
  expect(stdout).toContain("draft.cable:3: fixed: Write 12958 [executive-order-misprinted]\n");
  expect(await readFile(file, "utf8")).toBe(FIXED);
  expect((await stat(file)).mode & 0o777).toBe(0o640);
  expect(await readdir(folder)).toEqual(["draft.cable"]);
  expect((await run(file, "--fix", "--level", "error")).stdout).toBe("");
});

test("--dry-run shows a difference and writes nothing", async () => {
  const { stdout } = await run(file, "--fix", "--dry-run", "--level", "error");
  expect(stdout).toContain(
    "@@ -1,6 +1,6 @@\n UNCLAS TALLINN 099070\n \n-E.O. 12598: N/A\n+E.O. 12958: N/A\n TAGS: PGOB, EN\n",
  );
  expect(await readFile(file, "utf8")).toBe(DRAFT);
});

test("a read-only file is left as it is, and said so", async () => {
  await chmod(file, 0o444);
  const { exitCode, stderr } = await run(file, "--fix");
  expect(exitCode).toBe(2);
  expect(stderr).toContain("draft.cable is read-only: not fixed");
  expect(await readFile(file, "utf8")).toBe(DRAFT);
});

test("a file that vanished or changed meanwhile is said so, a byte-order mark is kept", async () => {
  expect(await rewriteFile(join(folder, "gone.cable"), DRAFT, FIXED)).toMatch(/^vanished/);
  expect(await rewriteFile(file, "something else", FIXED)).toMatch(/^changed/);
  await writeFile(file, `\uFEFF${DRAFT}`);
  expect(await rewriteFile(file, DRAFT, FIXED)).toBeNull();
  expect(await readFile(file, "utf8")).toBe(`\uFEFF${FIXED}`);
  await writeFile(file, Buffer.from([...Buffer.from(DRAFT), 0x92]));
  expect(await rewriteFile(file, `${DRAFT}’`, FIXED)).toMatch(/not written in UTF-8/);
});

test.each([[[]], [["--format", "xml"]], [["--level", "loud"]], [["--dry-run"]], [["--no-such-option"]]])(
  "wrong usage %j is exit code 2",
  async (args) => {
    const { exitCode, stdout } = await run(...(args.length === 0 ? [] : [file, ...args]));
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  },
);

test("a path that is not there is told, the others are checked all the same", async () => {
  const { exitCode, stdout, stderr } = await run(join(folder, "gone.cable"), file);
  expect(exitCode).toBe(2);
  expect(stderr).toContain("no such file");
  expect(stdout).toContain("[unknown-tag]");
});

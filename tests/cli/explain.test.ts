/** `reftel explain`: what it prints, and its exit codes. */

import { expect, test } from "vitest";
import { explain } from "../../server/src/cli/explain.ts";

async function run(...args: readonly string[]) {
  const output = { stdout: "", stderr: "" };
  const exitCode = await explain.run(args, {
    stdout(text) {
      output.stdout += text;
    },
    stderr(text) {
      output.stderr += text;
    },
  });
  return { exitCode, ...output };
}

test("a code is told with its source", async () => {
  const { exitCode, stdout, stderr } = await run("pgov", "--date", "2009-08-28");
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout).toMatch(/^PGOV: TAG, subject, Political Affairs\n {2}Internal Governmental Affairs/);
  expect(stdout).toMatch(/\n {2}Source: .+\n$/);
});

test("the date decides", async () => {
  expect((await run("CH", "--date", "2009-08-28")).stdout).toContain("\n  China (list");
  expect((await run("CH", "--date=2024-08-28")).stdout).toContain("\n  Switzerland (list");
});

test("several codes are told one after the other", async () => {
  const { exitCode, stdout } = await run("RUEHGH", "SIPDIS");
  expect(exitCode).toBe(0);
  expect(stdout.split("\n\n").map((one) => one.split(":")[0])).toEqual(["RUEHGH", "SIPDIS"]);
});

test("an unknown code is named, the others are told all the same", async () => {
  const { exitCode, stdout, stderr } = await run("ZZQQ", "SIPDIS");
  expect(exitCode).toBe(1);
  expect(stdout).toMatch(/^SIPDIS: caption/);
  expect(stderr).toBe("reftel explain: ZZQQ: not in the vocabulary\n");
});

test.each([
  [[], "name at least one code"],
  [["--date", "2009-08-28"], "name at least one code"],
  [["PGOV", "--date", "August"], "not a date: August"],
  [["PGOV", "--date", "2009-02-30"], "not a date: 2009-02-30"],
  [["PGOV", "--date"], "Option '--date <value>' argument missing"],
  [["PGOV", "--nonsense"], "Unknown option '--nonsense'"],
])("wrong usage %j: %s", async (args, message) => {
  const { exitCode, stdout, stderr } = await run(...args);
  expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  expect(stderr).toBe(`reftel explain: ${message}\nUsage: reftel explain CODE… [--date YYYY-MM-DD]\n`);
});

test("a name of several words need not be quoted", async () => {
  const { exitCode, stdout, stderr } = await run(
    "ROGER",
    "CHANNEL",
    "EU",
    "MEMBER",
    "STATES",
    "COLLECTIVE",
    "--date",
    "2009-08-28",
  );
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
  expect(stdout).toMatch(/^ROGER CHANNEL: caption/);
  expect(stdout).toContain("EU MEMBER STATES COLLECTIVE: addressee, collective");
  expect(stdout).toContain("Members (27): Austria; ");
});

test("initials with points are told by their letters", async () => {
  expect((await run("U.S.")).stdout).toContain("United States");
});

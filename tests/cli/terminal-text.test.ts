/** Whatever stands in cables, names and vocabularies: no command writes what steers a terminal. */

import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { runCommandLine } from "../../server/src/cli/main.ts";
import { terminalText } from "../../server/src/cli/terminal-text.ts";

const ESC = "\u001b]0;owned\u0007\u001b[31m\u009b31m\u202e";

const CABLE = `R 020900Z AUG 09
FM AMEMBASSY RIGA ${ESC}
TO RUEHC/SECSTATE WASHDC 8243

UNCLAS RIGA 099012

E.O. 12598: DECL: 08/02/2019 ${ESC}
TAGS: PGOV, ZZ${ESC}
SUBJECT: PORT ${ESC} TALKS
REF: A. TALLINN 99066 ${ESC}

1. (U) Summary ${ESC}. Text\rwith a lone return.  ${ESC}

2. ${ESC} (U) COMMENT: More (${ESC}).
`;

const VOCABULARY = {
  glossary: [
    { term: `POF${ESC}`, meaning: `made ${ESC} up`, source: ESC },
    { term: "POF", meaning: ESC },
    { term: "" },
  ],
  [ESC]: [],
  stations: [{ name: `X${ESC}`, timeZone: ESC }],
};

let folder = "";
let before = "";

beforeEach(async () => {
  before = process.cwd();
  folder = await mkdtemp(join(tmpdir(), "reftel-terminal-"));
  await mkdir(join(folder, ".reftel"));
  await mkdir(join(folder, "cables"));
  await writeFile(join(folder, ".reftel", "vocabulary.json"), JSON.stringify(VOCABULARY));
  await writeFile(join(folder, "cables", `a${ESC.replaceAll("/", "")}.cable`), CABLE);
  process.chdir(folder);
});

afterEach(async () => {
  process.chdir(before);
  await rm(folder, { recursive: true, force: true });
});

const named = (): string => join("cables", `a${ESC}.cable`);

test.each([
  ["json", "cables"],
  ["outline", "FILE"],
  ["check", "cables", "--level", "hint"],
  ["check", "cables", "--level", "hint", "--format", "json"],
  ["check", "cables", "--level", "hint", "--format", "sarif"],
  ["check", "cables", "--level", "hint", "--format", "github"],
  ["check", "cables", "--fix", "--dry-run", "--level", "hint"],
  ["check", "cables", "--fix", "--level", "hint"],
  ["explain", "POF"],
  ["explain", ESC],
  ["refs", "cables"],
  ["refs", "cables", "--missing"],
  ["export", "FILE"],
  ["export", "FILE", "--format", "markdown"],
  ["cite", "FILE"],
  ["import", "FILE", "--to", "there"],
  ["import", ESC, "--to", "there"],
  [ESC],
  ["json", `--${ESC}`],
])("%s %s %s %s %s %s", async (...args) => {
  let written = "";
  const take = (text: string): void => {
    written += text;
  };
  await runCommandLine(
    args.filter((arg) => arg !== undefined).map((arg) => (arg === "FILE" ? named() : arg)),
    { stdout: take, stderr: take },
  );
  expect(written).not.toBe("");
  expect(written).not.toMatch(/[^\P{Cc}\t\n\r]|\r(?!\n)|\u202e/u);
});

test("a page that is written to a file has none either", async () => {
  const io = { stdout: () => {}, stderr: () => {} };
  for (const format of ["html", "markdown"]) {
    expect(await runCommandLine(["export", named(), "--format", format, "--output", format], io)).toBe(0);
    expect(await readFile(format, "utf8")).not.toMatch(/[^\P{Cc}\t\n\r]/u);
  }
});

test("what is JSON stays what it is", () => {
  const record = { subject: `A ${ESC} B\u0085\u007f` };
  expect(JSON.parse(terminalText(JSON.stringify(record)))).toEqual(record);
  expect(terminalText("a\tb\r\nc\n")).toBe("a\tb\r\nc\n");
});

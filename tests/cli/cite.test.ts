/** `reftel cite`: citations in bulk, and the bibliography of a note as Pandoc takes it. */

import { spawnSync } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Program } from "./program.ts";

const cable = (serial: number, subject: string): string => `R 281200Z AUG 09
FM AMEMBASSY MADRID
TO SECSTATE WASHDC
UNCLAS MADRID ${serial}

E.O. 12958: N/A
TAGS: PREL, SP
SUBJECT: ${subject}

1. (U) There are fees.

DOE
`;

const NOTE = `# Fees

The fees are due [@09MADRID99001, para. 1]; see also @2009MADRID99002 and 09 MADRID 99003.
`;

let program: Program;

beforeAll(async () => {
  program = await Program.build();
  await program.write("99001.txt", cable(99001, "FEES ARE DUE."));
  await program.write("99002.txt", cable(99002, 'FEES <B>FOR</B> "OLD" SHIPS'));
  await program.write("notes.md", NOTE);
}, 60_000);

afterAll(() => program.dispose());

interface Item {
  readonly id: string;
  readonly type: string;
  readonly title: string;
}

describe("reftel cite", { timeout: 60_000 }, () => {
  test("CSL JSON of several cables is one list", async () => {
    const { exitCode, stdout } = await program.run(["cite", "99001.txt", "99002.txt", "--format", "csl-json"]);
    const items: readonly Item[] = JSON.parse(stdout);
    expect({ exitCode, ids: items.map(({ id }) => id) }).toEqual({
      exitCode: 0,
      ids: ["09MADRID99001", "09MADRID99002"],
    });
  });

  test("records of RIS stand one behind the other", async () => {
    const { stdout } = await program.run(["cite", "99001.txt", "99002.txt", "--format", "ris"]);
    expect(stdout.match(/^(?:TY|ER) {2}- .*$/gm)).toEqual(["TY  - RPRT", "ER  - ", "TY  - RPRT", "ER  - "]);
  });

  test("the bibliography of a note has its cables by the keys that it has for them", async () => {
    const { exitCode, stdout, stderr } = await program.run(["cite", "--for", "notes.md"]);
    expect(stderr).toBe("reftel cite: 09MADRID99003 is not among the cables: the list says no more than its number\n");
    const items: readonly Item[] = JSON.parse(stdout);
    expect(items.map(({ id, title }) => `${id}: ${title}`)).toEqual([
      "09MADRID99001: FEES ARE DUE",
      "09MADRID99003: Telegram 99003",
      '2009MADRID99002: FEES <B>FOR</B> "OLD" SHIPS',
    ]);
    expect(exitCode).toBe(1);
  });

  test("Pandoc makes references of it", async () => {
    if (spawnSync("pandoc", ["--version"]).error !== undefined) {
      console.warn("pandoc is not installed: what it makes of a bibliography is not tested here");
      return;
    }
    const { stdout } = await program.run(["cite", "--for", "notes.md"]);
    await writeFile(join(program.folder, "bibliography.json"), stdout);
    const args = ["--citeproc", "--bibliography", "bibliography.json", "--to", "plain", "--wrap", "none", "notes.md"];
    const run = spawnSync("pandoc", args, { cwd: program.folder, encoding: "utf8" });
    expect(run.stderr).toBe("");
    expect(run.stdout).toContain("The fees are due (Embassy Madrid 2009a, para. 1); see also Embassy Madrid (2009b)");
    expect(run.stdout).toContain(
      "Embassy Madrid. 2009a. “FEES ARE DUE.” Telegram 09 MADRID 99001. Department of State.",
    );
  });

  test.each([[[]], [["99001.txt", "--format", "html"]], [["--for", "notes.md", "--format", "mrn"]]])(
    "wrong usage %j is exit code 2",
    async (args) => {
      expect((await program.run(["cite", ...args])).exitCode).toBe(2);
    },
  );

  test("a note that is not there is told", async () => {
    const { exitCode, stderr } = await program.run(["cite", "--for", "none.md"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 2, stderr: "reftel cite: none.md: no such file\n" });
  });
});

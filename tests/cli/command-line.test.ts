/** What holds for the command line as a process: commands and exit codes, the files that paths name, and bad input. */

import { readFileSync } from "node:fs";
import { mkdir, symlink } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import packageJson from "../../package.json" with { type: "json" };
import { runCommandLine } from "../../server/src/cli/main.ts";
import { schemaFaults } from "../support/schema.ts";
import { linesOf, Program } from "./program.ts";

const read = (path: string): string => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
const FIXTURE = read("fixtures/09SHANGHAI374.txt");

/** A cable of its own number, small and plain. */
const cable = (serial: number): string => `R 281200Z AUG 09
FM AMEMBASSY MADRID
TO SECSTATE WASHDC
UNCLAS MADRID ${serial}

E.O. 12958: N/A
TAGS: PREL, SP
SUBJECT: CABLE ${serial}

1. (U) Text.

DOE
`;

let program: Program;

beforeAll(async () => {
  program = await Program.build();
  await program.write("99001.txt", cable(99001));
  await program.write("99002.cable", cable(99002));
  await program.write("notes.txt", "Bread, butter, and a stamp for the letter to MADRID.\n");
  await program.write("empty.txt", "");
  await program.write("picture.png", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13]));
}, 60_000);

afterAll(() => program.dispose());

const recordsOf = (stdout: string): Record<string, unknown>[] => linesOf(stdout).map((line) => JSON.parse(line));
const filesOf = (stdout: string): unknown[] => recordsOf(stdout).map(({ file }) => file);

describe("reftel", { timeout: 60_000 }, () => {
  test("tells of its commands", async () => {
    for (const flag of ["--help", "-h", "help"]) {
      const { exitCode, stdout, stderr } = await program.run([flag]);
      expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
      for (const command of ["lsp --stdio", "json PATH…", "outline FILE", "explain CODE…"]) {
        expect(stdout).toContain(`  reftel ${command}`);
      }
    }
  });

  test.each(["lsp", "json", "outline", "explain"])("tells how %s is used", async (command) => {
    const { exitCode, stdout, stderr } = await program.run([command, "--help"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toMatch(new RegExp(`^reftel ${command} `));
  });

  test("tells its version", async () => {
    expect(await program.run(["--version"])).toEqual({ exitCode: 0, stdout: `${packageJson.version}\n`, stderr: "" });
  });

  test("without a command tells of the commands, as of a mistake", async () => {
    const { exitCode, stdout, stderr } = await program.run([]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain("reftel json PATH…");
  });

  test.each([
    [["json"]],
    [["json", "--pretty", "99001.txt"]],
    [["outline"]],
    [["outline", "99001.txt", "99002.cable"]],
    [["outline", "."]],
    [["outline", "--depth", "2", "99001.txt"]],
    [["lsp"]],
    [["lsp", "--socket=1"]],
    [["explain"]],
    [["explain", "--when", "1990-01-01", "PGOV"]],
    [["check"]],
    [["check", "--strict", "99001.txt"]],
    [["check", "99001.txt", "--level"]],
    [["export"]],
    [["export", "--pdf", "99001.txt"]],
    [["export", "99001.txt", "--format", "pdf"]],
    [["import"]],
    [["import", "99001.txt"]],
    [["import", "99001.txt", "--into", "x"]],
    [["cite"]],
    [["cite", "--style", "99001.txt"]],
    [["refs"]],
    [["refs", "--all", "99001.txt"]],
    [["refs", "99001.txt", "--format", "csv"]],
  ])("says in one line what is wrong with %j, and in one how it is used", async (args) => {
    const { exitCode, stdout, stderr } = await program.run(args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    const [complaint, usage, ...more] = linesOf(stderr);
    expect(complaint).toMatch(new RegExp(`^reftel ${args[0]}: \\S`));
    expect(usage).toMatch(new RegExp(`^Usage: reftel ${args[0]} `));
    expect(more).toEqual([]);
  });

  test("says in one line that there is no such command", async () => {
    expect(await program.run(["jason"])).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: 'reftel: there is no command "jason"; see reftel --help\n',
    });
  });

  test("answers 1 where a code is unknown, 2 where it is called wrongly as well", async () => {
    expect((await program.run(["explain", "PGOV"])).exitCode).toBe(0);
    expect((await program.run(["explain", "PGOV", "ZZQQ"])).exitCode).toBe(1);
    expect((await program.run(["explain", "ZZQQ", "--date", "May"])).exitCode).toBe(2);
  });
});

describe("reftel json", { timeout: 60_000 }, () => {
  test("prints a record a line, in the order given, a file twice where it is named twice", async () => {
    const { exitCode, stdout, stderr } = await program.run(["json", "99002.cable", "./99001.txt", "99002.cable"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(filesOf(stdout)).toEqual(["99002.cable", "./99001.txt", "99002.cable"]);
    for (const record of recordsOf(stdout)) expect(schemaFaults(record)).toEqual([]);
    expect(recordsOf(stdout).map(({ serial }) => serial)).toEqual([99002, 99001, 99002]);
  });

  test("looks through folders to the bottom, sorted by code units, and counts what is no cable", async () => {
    const sorted = ["B.txt", "a-b.txt", "a.txt", "a/deep/er/x.telegram", "a/y", "c.TXT", "é.txt"];
    for (const [index, path] of sorted.toReversed().entries())
      await program.write(`tree/${path}`, cable(99100 + index));
    await program.write("tree/a/notes.md", "No cable.\n");
    await program.write("tree/z.bin", new Uint8Array(100));
    await program.write("tree/node_modules/x/c.txt", cable(99199));
    for (const folder of ["tree", "tree/"]) {
      const { exitCode, stdout, stderr } = await program.run(["json", folder]);
      expect(filesOf(stdout)).toEqual(sorted.map((path) => `tree/${path}`));
      expect(stderr).toBe("reftel: 2 files are not plainly a cable, passed over\n");
      expect(exitCode).toBe(0);
    }
  });

  test("takes folders and files in the order given", async () => {
    await program.write("small/one.txt", cable(99001));
    const { stdout, stderr } = await program.run(["json", "99002.cable", "small", "99001.txt"]);
    expect(filesOf(stdout)).toEqual(["99002.cable", "small/one.txt", "99001.txt"]);
    expect(stderr).toBe("");
  });

  test("of an empty folder prints nothing, and says why", async () => {
    await mkdir(join(program.folder, "bare"), { recursive: true });
    expect(await program.run(["json", "bare"])).toEqual({
      exitCode: 0,
      stdout: "",
      stderr: "reftel: bare: no files in it\n",
    });
  });

  test("gives a record of a fragment that is named, and passes it over in a folder", async () => {
    await program.write("fragments/ref.txt", "REF: A. 08 MADRID 99007\n     B. STATE 99008\n");
    const named = await program.run(["json", "fragments/ref.txt"]);
    expect(named.exitCode).toBe(0);
    expect(recordsOf(named.stdout)[0]).toMatchObject({
      form: "fragment",
      references: [{ label: "A" }, { label: "B" }],
    });
    const passedOver = { exitCode: 0, stdout: "", stderr: "reftel: 1 file is not plainly a cable, passed over\n" };
    expect(await program.run(["json", "fragments"])).toEqual(passedOver);
  });

  test("waits for who reads, however much there is", async () => {
    await program.write("many/one.txt", FIXTURE);
    const paths = Array.from({ length: 200 }, () => join(program.folder, "many"));
    let pending = false;
    let written = 0;
    const exitCode = await runCommandLine(["json", ...paths], {
      stdout: async (text) => {
        expect(pending).toBe(false);
        pending = true;
        await new Promise((resume) => setImmediate(resume));
        pending = false;
        written += linesOf(text).length;
      },
      stderr: () => {},
    });
    expect({ exitCode, written, pending }).toEqual({ exitCode: 0, written: 200, pending: false });
  });

  test("ends without a word when nobody reads any more", async () => {
    await program.write("many/one.txt", FIXTURE);
    const { stdout, stderr } = await program.run(["json", ...Array.from({ length: 2000 }, () => "many")], {
      readLines: 1,
    });
    expect(stderr).toBe("");
    expect(linesOf(stdout).length).toBeLessThan(1000);
  });
});

describe("reftel outline", { timeout: 60_000 }, () => {
  test("prints the tree of one cable", async () => {
    await program.write("09SHANGHAI374.txt", FIXTURE);
    const { exitCode, stdout, stderr } = await program.run(["outline", "09SHANGHAI374.txt"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toBe(read("expected/09SHANGHAI374.outline.txt"));
  });
});

describe("bad input", { timeout: 60_000 }, () => {
  /** Runs both commands on one path; what they print on stderr, a line each. */
  async function complaints(path: string): Promise<readonly string[]> {
    const all: string[] = [];
    for (const command of ["json", "outline"]) {
      const { exitCode, stdout, stderr } = await program.run([command, path]);
      expect({ command, exitCode, stdout }).toEqual({ command, exitCode: 2, stdout: "" });
      all.push(...linesOf(stderr));
    }
    return all;
  }

  test.each([
    ["an empty file", "empty.txt", "empty.txt: is empty"],
    ["a file without anything of a cable", "notes.txt", "notes.txt: nothing of a cable is found in it"],
    ["a binary file", "picture.png", "picture.png: is binary"],
    ["a file that is not there", "nowhere.txt", "nowhere.txt: no such file or folder"],
    ["a path through a file", "notes.txt/x.txt", "notes.txt/x.txt: no such file or folder"],
  ])("%s is complained of in one line", async (_, path, complaint) => {
    expect(await complaints(path)).toEqual([`reftel: ${complaint}`, `reftel: ${complaint}`]);
  });

  // Windows lets only administrators make links.
  test.skipIf(process.platform === "win32")("so is a link that leads nowhere, or to itself", async () => {
    await symlink("gone.txt", join(program.folder, "broken.txt"));
    await symlink("self.txt", join(program.folder, "self.txt"));
    expect((await complaints("broken.txt"))[0]).toBe("reftel: broken.txt: no such file or folder");
    expect((await complaints("self.txt"))[0]).toBe("reftel: self.txt: can't be read: its links go in a circle");
  });

  // Windows has no such file.
  test.skipIf(process.platform === "win32")("so is a device", async () => {
    expect((await complaints("/dev/null"))[0]).toBe("reftel: /dev/null: is no file");
  });

  test("of several, the others are done all the same", async () => {
    const { exitCode, stdout, stderr } = await program.run([
      "json",
      "nowhere.txt",
      "99001.txt",
      "empty.txt",
      "99002.cable",
    ]);
    expect(exitCode).toBe(2);
    expect(filesOf(stdout)).toEqual(["99001.txt", "99002.cable"]);
    expect(linesOf(stderr).length).toBe(2);
  });

  test("one line of 10 MB ends in one line", async () => {
    await program.write("long.txt", "x".repeat(10_000_000));
    await program.write("words.txt", "Some words of prose, and no cable. ".repeat(300_000));
    for (const path of ["long.txt", "words.txt"]) {
      expect(await complaints(path)).toEqual(Array(2).fill(`reftel: ${path}: nothing of a cable is found in it`));
    }
  });

  test("a file beyond all measure is refused unread", async () => {
    await program.write("huge.txt", new Uint8Array(65 * 1024 * 1024));
    expect((await complaints("huge.txt"))[0]).toBe("reftel: huge.txt: is too large for a cable: 65 MB");
  });

  test("a cable cut in the middle of its header gives what is left", async () => {
    await program.write("cut.txt", FIXTURE.slice(0, FIXTURE.indexOf("RUEHKO/")));
    const { exitCode, stdout, stderr } = await program.run(["json", "cut.txt"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(recordsOf(stdout)[0]).toMatchObject({ mrn: "09SHANGHAI374", from: "AMCONSUL SHANGHAI", subject: null });
  });

  test.each<readonly [string, (text: string) => Uint8Array]>([
    ["UTF-8", (text) => Buffer.from(text, "utf8")],
    ["UTF-8 behind a byte-order mark", (text) => Buffer.from(`\uFEFF${text}`, "utf8")],
    ["UTF-16", (text) => Buffer.from(`\uFEFF${text}`, "utf16le")],
    ["Latin-1", (text) => Buffer.from(text, "latin1")],
    ["lines parted as on Windows", (text) => Buffer.from(text.replaceAll("\n", "\r\n"), "utf8")],
  ])("a cable in %s gives one and the same record", async (_, encode) => {
    const text = cable(99001).replace("CABLE 99001", "CAFÉ DE MAÑANA").replace("1. (U) Text.", "¶1. (U) Señor Doe.");
    await program.write("encoded/plain.txt", text);
    const plain = await program.run(["json", "encoded/plain.txt"]);
    await program.write("encoded/plain.txt", encode(text));
    expect(await program.run(["json", "encoded/plain.txt"])).toEqual(plain);
    expect(recordsOf(plain.stdout)[0]).toMatchObject({ subject: "CAFÉ DE MAÑANA", mrn: "09MADRID99001" });
  });
});

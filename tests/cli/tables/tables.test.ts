/** `reftel tables`: what is written, what a second run reads and writes, shards, and what happens where something goes wrong. */

import {
  cpSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runCommandLine } from "../../../server/src/cli/main.ts";
import { csv } from "../../../server/src/cli/tables/formats/csv.ts";
import type { TableFormat } from "../../../server/src/cli/tables/formats/format.ts";
import { jsonl } from "../../../server/src/cli/tables/formats/jsonl.ts";
import { loadParquet } from "../../../server/src/cli/tables/formats/parquet.ts";
import { TABLES, type TableName } from "../../../server/src/features/tables/columns.ts";
import { Program, type Run } from "../program.ts";

const BREAKER = fileURLToPath(new URL("break-writing.cjs", import.meta.url));

let program: Program;
beforeEach(async () => {
  program = await Program.build();
});
afterEach(() => program.dispose());

/** An invented cable of a year of the 2000s. */
function cable(station: string, serial: number, year: number, text = "The harbor is open."): string {
  const yy = String(year % 100).padStart(2, "0");
  return [
    `R 020900Z JUL ${yy}`,
    `FM AMEMBASSY ${station}`,
    "TO RUEHC/SECSTATE WASHDC 8243",
    "INFO RUEHVL/AMEMBASSY VILNIUS 0012",
    "",
    `C O N F I D E N T I A L ${station} ${String(serial).padStart(6, "0")}`,
    "",
    "SIPDIS",
    "",
    "E.O. 12958: DECL: 07/02/2016",
    "TAGS: PGOV, EWWT (KASK, JUHAN)",
    'SUBJECT: HARBOR "FEES"',
    "",
    "REF: A. VILNIUS 99001",
    "     B. RIGA 99012",
    "",
    "Classified By: Ambassador Jane Doe for reasons 1.4 (b) and (d).",
    "",
    `1. (C) Summary: ${text} End summary.`,
    "",
    "Fees",
    "----",
    "",
    "2. (SBU) Ref A has the list,",
    "which nobody paid.",
    "",
    "DOE",
    "",
  ].join("\n");
}

async function writeCables(): Promise<void> {
  await program.write("cables/a.txt", cable("TALLINN", 99066, 2006));
  await program.write("cables/b.txt", cable("TALLINN", 99067, 2006, "The mole is closed."));
  await program.write("cables/c.txt", cable("TALLINN", 99012, 2007, "The mole is open."));
  await program.write("cables/notes.md", "Nothing of a cable.\n");
}

const FORMATS: Readonly<Record<string, () => Promise<TableFormat>>> = {
  parquet: loadParquet,
  csv: async () => csv,
  jsonl: async () => jsonl,
};

const relativePath = (path: unknown): string => String(path).replace(`${program.folder}/`, "");

/** All rows of a table as objects, year by year. */
async function rowsOf(name: TableName, format = "parquet", to = "out"): Promise<readonly Record<string, unknown>[]> {
  const table = TABLES.find((one) => one.name === name);
  const reader = await FORMATS[format]?.();
  if (table === undefined || reader === undefined) throw new Error(`there is no ${name} as ${format}`);
  const folder = join(program.folder, to, name);
  const rows: Record<string, unknown>[] = [];
  for (const year of readdirSync(folder).sort()) {
    for await (const some of reader.read(join(folder, year, `${name}.${format}`), table)) {
      for (const row of some) {
        const cells = table.columns.map(({ name: column }, at) => [
          column,
          column === "file" ? relativePath(row[at]) : row[at],
        ]);
        rows.push(Object.fromEntries(cells));
      }
    }
  }
  return rows;
}

/** Every file of the tables with what it holds. */
function filesOf(to: string): ReadonlyMap<string, string> {
  const root = join(program.folder, to, ".reftel", "current");
  const names = readdirSync(root, { recursive: true, encoding: "utf8" }).sort();
  return new Map(
    names.flatMap((name) =>
      statSync(join(root, name)).isFile() ? [[name, readFileSync(join(root, name), "latin1")]] : [],
    ),
  );
}

const manifest = (to = "out"): readonly Record<string, unknown>[] =>
  readFileSync(join(program.folder, to, "manifest.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line.replaceAll(`${program.folder}/`, "")));

/** Runs it in this process, which is soon done, with paths made absolute and told of as they were given. */
async function tables(...args: readonly string[]): Promise<Run> {
  const root = `${program.folder}/`;
  const isPath = (arg: string): boolean =>
    !arg.startsWith("-") && !/^(?:csv|jsonl|parquet|xlsx|\d+(?:\/\d+)?)$/.test(arg);
  const output = { stdout: "", stderr: "" };
  const exitCode = await runCommandLine(["tables", ...args.map((arg) => (isPath(arg) ? root + arg : arg))], {
    stdout: (text) => {
      output.stdout += text.replaceAll(root, "");
    },
    stderr: (text) => {
      output.stderr += text.replaceAll(root, "");
    },
  });
  return { exitCode, ...output };
}

describe("a first run", () => {
  beforeEach(writeCables);

  test.each(["parquet", "csv", "jsonl"])("writes all tables as %s, parted by year", async (format) => {
    expect(await tables("cables", "--to", "out", "--format", format)).toEqual({
      exitCode: 0,
      stdout: "3 cables, 4 files read, 1 not plainly a cable, passed over\n",
      stderr: "",
    });
    expect(readdirSync(join(program.folder, "out", "cables"))).toEqual(["year=2006", "year=2007"]);
    const [first] = await rowsOf("cables", format);
    expect(first).toMatchObject({
      mrn: "06TALLINN99066",
      file: "cables/a.txt",
      year: 2006,
      transmission_section: 1,
      sent: "2006-07-02T09:00:00Z",
      sender: "AMEMBASSY TALLINN",
      captions: ["SIPDIS"],
      declassify_on: "2016-07-02",
      classified_by: "Jane Doe",
      reasons: ["1.4(b)", "1.4(d)"],
      tags: ["PGOV", "EWWT"],
      persons: ["KASK, JUHAN"],
      subject: 'HARBOR "FEES"',
      paragraph_count: 2,
      signed_by: "DOE",
    });
    expect(first?.id).toMatch(/^[0-9a-f]{32}$/);
    expect((await rowsOf("paragraphs", format)).slice(0, 2)).toMatchObject([
      {
        id: first?.id,
        ordinal: 1,
        number: 1,
        portion: "C",
        section: null,
        text: "Summary: The harbor is open. End summary.",
        line_number: 19,
      },
      {
        id: first?.id,
        ordinal: 2,
        number: 2,
        portion: "SBU",
        section: "Fees",
        text: "Ref A has the list, which nobody paid.",
        line_number: 24,
      },
    ]);
    expect((await rowsOf("citations", format)).slice(0, 2)).toMatchObject([
      { label: "A", kind: "cable", cited_mrn: "06VILNIUS99001", text: "VILNIUS 99001", line_number: 14 },
      { label: "B", cited_mrn: "06RIGA99012" },
    ]);
    expect((await rowsOf("mentions", format))[0]).toMatchObject({
      kind: "label",
      paragraph: 2,
      labels: ["A"],
      cited_mrns: ["06VILNIUS99001"],
      is_external: false,
    });
    expect((await rowsOf("addressees", format)).slice(0, 2)).toMatchObject([
      { role: "TO", routing: "RUEHC", name: "SECSTATE WASHDC", serial: "8243" },
      { role: "INFO", routing: "RUEHVL", name: "AMEMBASSY VILNIUS" },
    ]);
    expect((await rowsOf("tags", format)).slice(0, 2).map(({ tag }) => tag)).toEqual(["PGOV", "EWWT"]);
    expect((await rowsOf("persons", format))[0]).toMatchObject({ name: "KASK, JUHAN" });
    expect(await rowsOf("distribution", format)).toEqual([]);
  });

  test("lists every file in the manifest", async () => {
    await tables("cables", "--to", "out");
    expect(
      manifest().map(({ path, year, rows, error }) => [
        path,
        year,
        rows === null ? null : Object(rows).paragraphs,
        error,
      ]),
    ).toEqual([
      ["cables/a.txt", 2006, 2, null],
      ["cables/b.txt", 2006, 2, null],
      ["cables/c.txt", 2007, 2, null],
      ["cables/notes.md", null, null, "is not plainly a cable"],
    ]);
    expect(Object.keys(manifest()[0] ?? {})).toEqual([
      "path",
      "size",
      "modified",
      "reader",
      "hash",
      "year",
      "rows",
      "copyOf",
      "error",
    ]);
  });

  test("has the offices of 1973–79 with their copies", async () => {
    cpSync(
      fileURLToPath(new URL("../../fixtures/1974SANJOSE00947.txt", import.meta.url)),
      join(program.folder, "old.txt"),
    );
    await tables("old.txt", "--to", "out");
    expect((await rowsOf("distribution")).slice(0, 2)).toMatchObject([
      { mrn: "74SANJOSE947", role: "ACTION", office: "ARA", copies: 20 },
      { mrn: "74SANJOSE947", role: "INFO", office: "OCT", copies: 1 },
    ]);
  });

  test("takes a text that lies there twice once", async () => {
    await program.write("cables/z.txt", cable("TALLINN", 99066, 2006));
    expect((await tables("cables", "--to", "out")).stdout).toBe(
      "3 cables, 5 files read, 1 copy of the same text, 1 not plainly a cable, passed over\n",
    );
    expect(manifest().at(-1)).toMatchObject({ path: "cables/z.txt", rows: null, copyOf: "cables/a.txt" });
  });

  test("puts a cable without a year apart", async () => {
    await program.write("cables/fragment.txt", "REF: A. VILNIUS 99001\n\nUNCLAS SECTION 02 OF 03\n");
    await tables("cables/fragment.txt", "--to", "out");
    expect(readdirSync(join(program.folder, "out", "cables"))).toEqual(["year=__HIVE_DEFAULT_PARTITION__"]);
  });

  test("takes paths from a list, and leaves out its own folder", async () => {
    const run = await program.run(["tables", "--files-from", "-", "--to", "cables/out"], {
      stdin: "cables/a.txt\ncables/c.txt\n",
    });
    expect(run).toMatchObject({ exitCode: 0, stdout: "2 cables, 2 files read\n" });
    expect((await program.run(["tables", "cables", "--to", "cables/out"])).stdout).toBe(
      "3 cables, 2 files read, 2 unchanged, 1 not plainly a cable, passed over\n",
    );
  });
});

describe("a second run", () => {
  const inode = (table: string, year: number): number =>
    statSync(join(program.folder, "out", table, `year=${year}`, `${table}.parquet`)).ino;

  beforeEach(async () => {
    await writeCables();
    await tables("cables", "--to", "out");
  });

  test("reads nothing and rewrites no year where nothing changed", async () => {
    const before = [inode("cables", 2006), inode("paragraphs", 2007)];
    expect((await tables("cables", "--to", "out")).stdout).toBe(
      "3 cables, 0 files read, 4 unchanged, 1 not plainly a cable, passed over\n",
    );
    expect([inode("cables", 2006), inode("paragraphs", 2007)]).toEqual(before);
  });

  test.each<[string, () => Promise<void> | void]>([
    ["a file is new", () => program.write("cables/aa.txt", cable("RIGA", 99012, 2006))],
    ["a file changed", () => program.write("cables/a.txt", cable("TALLINN", 99066, 2006, "The harbor is shut."))],
    ["a file moved to another year", () => program.write("cables/b.txt", cable("TALLINN", 99067, 2008))],
    ["a file is gone", () => rmSync(join(program.folder, "cables/b.txt"))],
    ["a year is gone", () => rmSync(join(program.folder, "cables/c.txt"))],
    ["a cable became none", () => program.write("cables/c.txt", "Nothing.\n")],
    [
      "a copy stands before the first",
      () => program.write("cables/Z.txt", cable("TALLINN", 99012, 2007, "The mole is open.")),
    ],
    [
      "a file has another name",
      () => renameSync(join(program.folder, "cables/a.txt"), join(program.folder, "cables/x.txt")),
    ],
  ])("makes the same as a run from nothing where %s", async (_, change) => {
    await change();
    expect((await tables("cables", "--to", "out")).exitCode).toBe(0);
    await tables("cables", "--to", "anew");
    expect(filesOf("out")).toEqual(filesOf("anew"));
  });

  test("rewrites only the years that it touches", async () => {
    const before = [inode("cables", 2006), inode("cables", 2007)];
    await program.write("cables/a.txt", cable("TALLINN", 99066, 2006, "The harbor is shut."));
    expect((await tables("cables", "--to", "out")).stdout).toContain("1 file read, 3 unchanged");
    const after = [inode("cables", 2006), inode("cables", 2007)];
    expect(after[0]).not.toBe(before[0]);
    expect(after[1]).toBe(before[1]);
  });

  test("takes the next copy where the first is gone", async () => {
    await program.write("cables/z.txt", cable("TALLINN", 99066, 2006));
    await tables("cables", "--to", "out");
    rmSync(join(program.folder, "cables/a.txt"));
    await tables("cables", "--to", "out");
    await tables("cables", "--to", "anew");
    expect(filesOf("out")).toEqual(filesOf("anew"));
    expect((await rowsOf("cables")).map(({ file }) => file)).toContain("cables/z.txt");
  });

  test("reads a file that has its old time but another size, and one of its old size but another time", async () => {
    const path = join(program.folder, "cables/a.txt");
    const { mtime } = statSync(path);
    writeFileSync(path, cable("TALLINN", 99066, 2006, "The harbor is shut now."));
    utimesSync(path, mtime, mtime);
    expect((await tables("cables", "--to", "out")).stdout).toContain("1 file read");
    writeFileSync(path, cable("TALLINN", 99066, 2006, "The harbor is full now."));
    expect((await tables("cables", "--to", "out")).stdout).toContain("1 file read");
  });

  test("writes a year anew whose tables are cut off or gone", async () => {
    const whole = filesOf("out");
    truncateSync(join(program.folder, "out/cables/year=2006/cables.parquet"), 100);
    rmSync(join(program.folder, "out/tags/year=2007/tags.parquet"));
    expect((await tables("cables", "--to", "out")).exitCode).toBe(0);
    expect(filesOf("out")).toEqual(whole);
  });

  test("reads everything anew where the manifest is half", async () => {
    const whole = filesOf("out");
    const path = join(program.folder, "out/manifest.jsonl");
    truncateSync(path, statSync(path).size - 10);
    expect((await tables("cables", "--to", "out")).stdout).toContain("4 files read");
    expect(filesOf("out")).toEqual(whole);
  });

  test("keeps what it knows of a file that can't be read for now", async () => {
    truncateSync(join(program.folder, "cables/a.txt"), 65 * 1024 * 1024);
    expect(await tables("cables", "--to", "out")).toMatchObject({
      exitCode: 2,
      stderr: "reftel tables: cables/a.txt: is too large for a cable: 65 MB\n",
    });
    expect((await rowsOf("cables")).map(({ file }) => file)).toContain("cables/a.txt");
    await program.write("cables/a.txt", cable("TALLINN", 99066, 2006));
    expect((await tables("cables", "--to", "out")).stdout).toContain("1 file read");
  });
});

describe("the same to the byte", () => {
  beforeEach(async () => {
    for (let serial = 1; serial <= 150; serial++) {
      await program.write(
        `cables/${serial % 7}/${serial}.txt`,
        cable("TALLINN", 99000 + (serial % 140), 2003 + (serial % 5), `Ship ${serial % 140} is in.`),
      );
    }
    await program.run(["tables", "cables", "--to", "one", "--jobs", "1"]);
  });

  test("whatever the number of jobs, and however the paths are given", async () => {
    await program.run(["tables", "cables/3", "cables", "--to", "jobs", "--jobs", "3"]);
    expect(filesOf("jobs")).toEqual(filesOf("one"));
  });

  test("put together of shards, one of which was broken off and run again", async () => {
    for (const part of [1, 2, 3]) {
      const args = ["tables", "cables", "--to", `shard-${part}`, "--shard", `${part}/3`];
      if (part === 2) await program.run(args, { preload: BREAKER, env: { BREAK_AT: "30", BREAK_HOW: "kill" } });
      expect((await program.run(args)).exitCode).toBe(0);
    }
    expect(await tables("--merge", "shard-3", "shard-1", "shard-2", "--to", "merged")).toMatchObject({
      exitCode: 0,
      stdout: "140 cables, 10 copies of the same text\n",
    });
    expect(filesOf("merged")).toEqual(filesOf("one"));
  });
});

describe("a run that is killed", () => {
  const step = (at: number) =>
    program.run(["tables", "cables", "--to", "out"], {
      preload: BREAKER,
      env: { BREAK_AT: String(at), BREAK_HOW: "kill" },
    });

  test("leaves the old tables or the new, and the next run goes on", { timeout: 180_000 }, async () => {
    const run = (to: string) => program.run(["tables", "cables", "--to", to]);
    await writeCables();
    await run("out");
    const old = filesOf("out");
    await program.write("cables/a.txt", cable("TALLINN", 99066, 2006, "The harbor is shut."));
    await run("anew");
    const now = filesOf("anew");
    cpSync(join(program.folder, "out"), join(program.folder, "kept"), { recursive: true, verbatimSymlinks: true });
    const counted = await program.run(["tables", "cables", "--to", "out"], { preload: BREAKER });
    const calls = Number(/calls: (\d+)/.exec(counted.stderr)?.[1]);
    expect(calls).toBeGreaterThan(40);
    const states = new Set<string>();
    // The steps at both ends one by one, those between by leaps: they are all alike.
    const steps = Array.from({ length: calls }, (_, index) => index + 1).filter(
      (at) => at < 6 || at > calls - 14 || at % 15 === 0,
    );
    for (const at of steps) {
      rmSync(join(program.folder, "out"), { recursive: true });
      cpSync(join(program.folder, "kept"), join(program.folder, "out"), { recursive: true, verbatimSymlinks: true });
      expect((await step(at)).exitCode).toBeNull();
      const left = filesOf("out");
      const isOld = JSON.stringify([...left]) === JSON.stringify([...old]);
      if (!isOld) expect(left).toEqual(now);
      states.add(isOld ? "old" : "new");
      for (const shown of ["cables/year=2006/cables.parquet", "manifest.jsonl", "schema.json"]) {
        expect(existsSync(join(program.folder, "out", shown))).toBe(true);
      }
      if (at % 3 !== 0) continue;
      expect((await run("out")).exitCode).toBe(0);
      expect(filesOf("out")).toEqual(now);
      expect(readdirSync(join(program.folder, "out", ".reftel")).length).toBe(2);
    }
    expect([...states].sort()).toEqual(["new", "old"]);
  });
});

describe("what goes wrong", () => {
  beforeEach(writeCables);

  test("a full disk costs nothing that is there", async () => {
    await program.run(["tables", "cables", "--to", "out"]);
    const old = filesOf("out");
    await program.write("cables/a.txt", cable("TALLINN", 99066, 2006, "The harbor is shut."));
    const run = await program.run(["tables", "cables", "--to", "out"], {
      preload: BREAKER,
      env: { BREAK_AT: "20", BREAK_HOW: "full" },
    });
    expect(run).toEqual({ exitCode: 2, stdout: "", stderr: "reftel tables: out can't be written: the disk is full\n" });
    expect(filesOf("out")).toEqual(old);
    expect(readdirSync(join(program.folder, "out", ".reftel")).length).toBe(2);
  });

  test.each<[string, readonly string[], number, string]>([
    ["no path", ["--to", "out"], 2, "name a file or folder"],
    ["no folder", ["cables"], 2, "say where to with --to FOLDER"],
    [
      "an unknown format",
      ["cables", "--to", "out", "--format", "xlsx"],
      2,
      'there is no format "xlsx"; there are parquet, csv, jsonl',
    ],
    ["a shard of nothing", ["cables", "--to", "out", "--shard", "0/3"], 2, "--shard takes a part of a whole"],
    ["no jobs", ["cables", "--to", "out", "--jobs", "0"], 2, "--jobs takes a number from 1 to 64"],
    ["a path that is not there", ["cables", "gone", "--to", "out"], 2, "gone: no such file or folder"],
    [
      "a named file that is no cable",
      ["cables", "cables/notes.md", "--to", "out"],
      1,
      "cables/notes.md: nothing of a cable is found in it",
    ],
    ["shards that hold nothing", ["--merge", "cables", "--to", "out"], 2, "cables holds no tables"],
    [
      "a list that is not there",
      ["--files-from", "gone", "--to", "out"],
      2,
      "the list gone can't be read: no such file or folder",
    ],
    ["a file for a folder", ["cables", "--to", "cables/a.txt"], 2, "cables/a.txt can't be written"],
  ])("%s", async (_, args, exitCode, words) => {
    const run = await tables(...args);
    expect(run.exitCode).toBe(exitCode);
    expect(run.stderr).toContain(words);
    expect(run.stderr.trim().split("\n").length).toBeLessThanOrEqual(3);
  });

  // There the system says that the folder above is missing, which it is not: to be tried once, not for ever.
  test.runIf(process.platform === "linux")("a folder in which the system lets nobody make one", async () => {
    const run = await program.run(["tables", "cables", "--to", "/proc/reftel"]);
    expect(run).toMatchObject({
      exitCode: 2,
      stderr: "reftel tables: /proc/reftel can't be written: no such file or folder\n",
    });
  });

  test("what is no cable and what can't be read have different codes, and the others are done", async () => {
    const none = await tables("cables/notes.md", "cables/a.txt", "--to", "out");
    expect([none.exitCode, none.stdout]).toEqual([1, "1 cable, 2 files read\n"]);
    const unreadable = await tables("cables/notes.md", "gone.txt", "cables/a.txt", "--to", "out");
    expect([unreadable.exitCode, unreadable.stdout]).toEqual([2, "1 cable, 0 files read, 2 unchanged\n"]);
  });

  test.each<[string, (schema: string) => string, string]>([
    ["another schema", (schema) => schema.replace('"version": 1', '"version": 99'), "out holds tables of schema 99"],
    ["another format", (schema) => schema.replace('"format": "parquet"', '"format": "csv"'), "out holds tables as csv"],
  ])("tables of %s are left as they are, unless they are to be written anew", async (_, change, words) => {
    await tables("cables", "--to", "out");
    const path = join(program.folder, "out/schema.json");
    writeFileSync(path, change(readFileSync(path, "utf8")));
    const before = filesOf("out");
    const refused = await tables("cables", "--to", "out");
    expect(refused.exitCode).toBe(2);
    expect(refused.stderr).toContain(words);
    expect(filesOf("out")).toEqual(before);
    expect((await tables("cables", "--to", "out", "--fresh")).exitCode).toBe(0);
  });

  test("a folder of something else is not written over", async () => {
    await program.write("mine/cables/keep.txt", "mine");
    const run = await tables("cables", "--to", "mine");
    expect(run).toMatchObject({
      exitCode: 2,
      stderr: "reftel tables: mine/cables is there, and is not of tables: name another folder\n",
    });
    expect(readdirSync(join(program.folder, "mine"))).toEqual(["cables"]);
  });

  test("tables that another process writes are left to it; the lock of one that died is not minded", async () => {
    await tables("cables", "--to", "out");
    await program.write("out/.reftel/lock", String(process.ppid));
    expect(await tables("cables", "--to", "out")).toMatchObject({
      exitCode: 2,
      stderr: `reftel tables: out is being written by process ${process.ppid}; if that is another program by now, remove ${join("out", ".reftel", "lock")}\n`,
    });
    await program.write("out/.reftel/lock", "2147483646");
    expect((await tables("cables", "--to", "out")).exitCode).toBe(0);
  });
});

/** `reftel export`: what it prints and writes, and that it overwrites nothing unasked. */

import { readdir, readFile } from "node:fs/promises";
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

REF: MADRID 99001

1. (U) As reftel said, there are fees.

DOE
`;

let program: Program;

beforeAll(async () => {
  program = await Program.build();
  await program.write("99001.txt", cable(99001, "FEES ARE ANNOUNCED"));
  await program.write("99002.txt", cable(99002, "FEES ARE DUE"));
  await program.write("notes.txt", "Bread, butter, and a stamp.\n");
  await program.write("there.html", "mine");
}, 60_000);

afterAll(() => program.dispose());

const textOf = (name: string): Promise<string> => readFile(join(program.folder, name), "utf8");

describe("reftel export", { timeout: 60_000 }, () => {
  test("prints a page of HTML that knows the cables beside the file", async () => {
    const { exitCode, stdout, stderr } = await program.run(["export", "99002.txt"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toMatch(/^<!DOCTYPE html>[\s\S]*<\/html>\n$/);
    expect(stdout).toContain("FEES ARE ANNOUNCED");
    // A page is one file: nothing in it is loaded from elsewhere, and nothing runs.
    expect(stdout).not.toMatch(/<script|<link|<img|src=|url\(|@import/);
  });

  test("prints Markdown", async () => {
    const { exitCode, stdout } = await program.run(["export", "99002.txt", "--format", "markdown"]);
    expect(exitCode).toBe(0);
    expect(stdout).toMatch(/^\*\*UNCLASSIFIED\*\*\n\n# FEES ARE DUE\n/);
    expect(stdout).toContain("- MADRID 99001: FEES ARE ANNOUNCED");
  });

  test("writes a file, whole, and leaves nothing else behind", async () => {
    const { exitCode } = await program.run(["export", "99002.txt", "--output", "new.html"]);
    expect(exitCode).toBe(0);
    expect(await textOf("new.html")).toContain("FEES ARE DUE");
    expect((await readdir(program.folder)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  test("overwrites only what it is told to", async () => {
    const refused = await program.run(["export", "99002.txt", "--output", "there.html"]);
    expect(refused).toEqual({
      exitCode: 2,
      stdout: "",
      stderr: "reftel export: there.html: is there already; --force overwrites it\n",
    });
    expect(await textOf("there.html")).toBe("mine");
    expect((await program.run(["export", "99002.txt", "--output", "there.html", "--force"])).exitCode).toBe(0);
    expect(await textOf("there.html")).toContain("FEES ARE DUE");
    expect((await readdir(program.folder)).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  });

  test.each([
    ["a path through a file", "notes.txt/x.html", "its path leads through a file"],
    ["a folder that is not there", "nowhere/x.html", "no such file or folder"],
    ["a folder", "folder", "is a folder"],
  ])("says in one line that it can't write to %s", async (_, output, reason) => {
    await program.write("folder/x.txt", "mine");
    const run = await program.run(["export", "99002.txt", "--output", output, "--force"]);
    expect(run).toEqual({ exitCode: 2, stdout: "", stderr: `reftel export: ${output}: can't be written: ${reason}\n` });
  });

  test("shows the beginning of what is longer than any cable, and says so", async () => {
    await program.write("long.txt", `${cable(99003, "FEES")}\n2. (U) ${"Some words of prose. ".repeat(30_000)}\n`);
    const { exitCode, stdout, stderr } = await program.run(["export", "long.txt"]);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: "reftel export: long.txt: is too long to be shown whole: the end is left out\n",
    });
    expect(stdout).toContain("is not shown");
  });

  test.each([
    [["export"], "name a file or folder"],
    [["export", "99001.txt", "--format", "pdf"], 'there is no format "pdf"; there are html, markdown, epub'],
    [["export", "99001.txt", "--output", "no/such/folder.html"], "no/such/folder.html: can't be written"],
  ])("%j is refused in one line, with at most one more on how it is used", async (args, message) => {
    const { exitCode, stdout, stderr } = await program.run(args);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    const [complaint, ...usage] = stderr.trimEnd().split("\n");
    expect(complaint).toContain(message);
    expect(usage.filter((line) => !line.startsWith("Usage: reftel export "))).toEqual([]);
    expect(usage.length).toBeLessThanOrEqual(1);
  });

  test("a file that is no cable and one that is not there", async () => {
    expect((await program.run(["export", "notes.txt"])).exitCode).toBe(2);
    expect((await program.run(["export", "nothing.txt"])).exitCode).toBe(2);
  });
});

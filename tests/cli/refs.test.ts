/** `reftel refs`: the citation graph in each format, and what is missing. */

import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { refs } from "../../server/src/cli/refs.ts";

const FIXTURE = fileURLToPath(new URL("../fixtures/09SHANGHAI374.txt", import.meta.url));
const CITED = fileURLToPath(new URL("../fixtures/09SHANGHAI66.cable", import.meta.url));

async function run(...args: readonly string[]) {
  const output = { stdout: "", stderr: "" };
  const exitCode = await refs.run(args, {
    stdout(text) {
      output.stdout += text;
    },
    stderr(text) {
      output.stderr += text;
    },
  });
  return { exitCode, ...output };
}

test("a line for each citation", async () => {
  const { exitCode, stdout } = await run(FIXTURE);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^09SHANGHAI374 -> 09SHANGHAI66\n/);
});

test("only what is not among the files", async () => {
  const { stdout } = await run(FIXTURE, CITED, "--missing");
  expect(stdout).toContain("09SHANGHAI374 -> 09SHANGHAI57\n");
  expect(stdout).not.toContain("-> 09SHANGHAI66\n");
});

test.each(["text", "dot", "graphml"])("copies of a cable are written once as %s", async (format) => {
  expect((await run(FIXTURE, FIXTURE, "--format", format)).stdout).toBe(
    (await run(FIXTURE, "--format", format)).stdout,
  );
});

test("JSON, one cable a line", async () => {
  const [line = ""] = (await run(FIXTURE, "--format", "json")).stdout.split("\n");
  expect(JSON.parse(line)).toMatchObject({
    cable: "09SHANGHAI374",
    cites: expect.arrayContaining(["09SHANGHAI66", "09SHANGHAI57"]),
  });
});

test("DOT and GraphML are whole, and name every cable that an edge ends at", async () => {
  expect((await run(FIXTURE, "--format=dot")).stdout).toMatch(/^digraph citations \{\n[\s\S]*\n\}\n$/);
  const { stdout } = await run(FIXTURE, "--format=graphml");
  const nodes = new Set([...stdout.matchAll(/<node id="([^"]+)"/g)].map(([, id]) => id));
  const ends = [...stdout.matchAll(/target="([^"]+)"/g)].map(([, id]) => id);
  expect(ends.length).toBeGreaterThan(1);
  for (const end of ends) expect(nodes).toContain(end);
  expect(stdout).toMatch(/<\/graphml>\n$/);
});

test("what DOT or XML would take for its own is escaped, and what they can't hold is left out", async () => {
  const folder = await mkdtemp(join(tmpdir(), "reftel-refs-"));
  try {
    const file = join(folder, "odd.txt");
    await writeFile(file, 'R 020900Z AUG 09\nUNCLAS RIGA 099012\nTAGS: PGOV\nSUBJECT: A "B" <C> & \\N \u0007D ]]>\n');
    expect((await run(file, "--format=dot")).stdout).toContain(
      String.raw`"09RIGA99012" [label="09RIGA99012\nA \"B\" <C> & \\N D ]]>"];`,
    );
    expect((await run(file, "--format=graphml")).stdout).toContain(
      String.raw`>A &quot;B&quot; &lt;C&gt; &amp; \N D ]]&gt;</data>`,
    );
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("an unknown format and no path are wrong usage", async () => {
  expect((await run(FIXTURE, "--format", "xml")).exitCode).toBe(2);
  expect((await run()).exitCode).toBe(2);
});

test("what is missing as a table, rows and letters", async () => {
  expect((await run(FIXTURE, CITED, "--missing", "--format", "table")).stdout).toContain(
    "| 09SHANGHAI57    | 09 SHANGHAI 57    |",
  );
  const { stdout } = await run(FIXTURE, CITED, "--missing", "--format", "csv");
  expect(stdout).toMatch(/^MRN,As typed,.*\r\n/);
  expect(stdout).toContain("\r\n09GUANGZHOU510,09 GUANGZHOU 510,2009,GUANGZHOU,510,2009-08-28,1,09 SHANGHAI 374,\r\n");
  expect((await run(FIXTURE, "--missing", "--format", "request")).stdout).toContain("## Department of State (FOIA)");
  expect(await run(FIXTURE, "--format", "csv")).toMatchObject({ exitCode: 2, stdout: "" });
});

test("a reference without a year means the cable that is there", async () => {
  const folder = await mkdtemp(join(tmpdir(), "reftel-refs-"));
  const cable = (station: string, serial: number, time: string, refs: string): string =>
    `R ${time}\nFM AMEMBASSY ${station}\nTO SECSTATE WASHDC\n\nUNCLAS ${station} 0${serial}\n\nTAGS: PGOV\nSUBJECT: X\n${refs}\n1. (U) X.\n`;
  try {
    await writeFile(join(folder, "a.cable"), cable("RIGA", 99500, "281200Z DEC 09", ""));
    await writeFile(join(folder, "b.cable"), cable("TALLINN", 99001, "041200Z JAN 10", "REF: RIGA 99500\n"));
    expect((await run(folder)).stdout).toBe("10TALLINN99001 -> 09RIGA99500\n");
    expect((await run(folder, "--missing")).stdout).toBe("");
  } finally {
    await rm(folder, { recursive: true });
  }
});

/** `reftel import` of what archives give: PDF with and without text, ZIP, gzip, one in another, and hostile ones. */

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateSync, gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runCommandLine } from "../../server/src/cli/main.ts";
import { pdfOf } from "../support/pdf.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "reftel-packed-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const target = (): string => join(folder, "cables");
const files = async (): Promise<string[]> => (existsSync(target()) ? (await readdir(target())).sort() : []);
const imported = (name: string): Promise<string> => readFile(join(target(), name), "utf8");

async function importFile(name: string, content: Uint8Array) {
  await writeFile(join(folder, name), content);
  const output = { stdout: "", stderr: "" };
  const exitCode = await runCommandLine(["import", join(folder, name), "--to", target()], {
    stdout: (text) => {
      output.stdout += text;
    },
    stderr: (text) => {
      output.stderr += text.replaceAll(`${folder}/`, "");
    },
  });
  return { exitCode, ...output };
}

const STAMP = "                  Declassified/Released US Department of State EO Systematic Review 30 JUN 2005";
const PAGE_1 = [
  STAMP,
  "",
  "PAGE 01        LA PAZ  99492  241640Z",
  "",
  "ACTION PM-05",
  "",
  "INFO OCT-01 ARA-11 ISO-00 /017 W",
  "            ------------------046117 241655Z /41",
  "R 221140Z MAR 79",
  "FM AMEMBASSY LA PAZ",
  "TO SECSTATE WASHDC 5356",
  "",
  "UNCLAS LA PAZ 99492",
  "",
  "E.O. 12065: N/A",
  "TAGS: ETRD, BL",
  "SUBJECT: WOOL (WET)",
  "",
  "1. THE WOOL IS DRY. THE SHEDS ARE FULL AND NOBODY KNOWS WHOSE",
];
const PAGE_2 = [
  STAMP,
  "",
  "PAGE 02        LA PAZ  99492  241640Z",
  "",
  "SHEEP IT WAS.",
  "",
  "YEAR      SACKS     PRICE",
  "1977        120      4.50",
  "OSGOOD",
];
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const CABLE = [...PAGE_1.slice(2), "SHEEP IT WAS.", "OSGOOD", ""].join("\n");
const OTHER = CABLE.replaceAll("99492", "99493");

describe("a PDF", () => {
  test("gives its text, line for line and page after page", async () => {
    const run = await importFile("wool.pdf", pdfOf([PAGE_1, PAGE_2]));
    expect(run).toEqual({ exitCode: 0, stdout: "1 cable imported\n", stderr: "" });
    expect(await files()).toEqual(["79LAPAZ99492.cable"]);
    const text = await imported("79LAPAZ99492.cable");
    expect(text).toContain("\nSUBJECT: WOOL (WET)\n\n1. THE WOOL IS DRY. THE SHEDS ARE FULL AND NOBODY KNOWS WHOSE\n");
    expect(text.indexOf("WHOSE")).toBeLessThan(text.indexOf("SHEEP IT WAS."));
    expect(text).toContain("\nYEAR      SACKS     PRICE\n1977        120      4.50\n");
  });

  test.runIf(spawnSync("pdftotext", ["-v"]).status === 0)("is laid out as pdftotext does", async () => {
    await importFile("wool.pdf", pdfOf([PAGE_1, PAGE_2]));
    const { stdout } = spawnSync("pdftotext", ["-layout", join(folder, "wool.pdf"), "-"], { encoding: "utf8" });
    const plain = (text: string): readonly string[] =>
      text
        .replaceAll("\f", "\n")
        .split("\n")
        .map((line) => line.trimEnd().replace(/ {2,}/g, "  "))
        .filter((line) => line !== "");
    expect(plain(await imported("79LAPAZ99492.cable"))).toEqual(plain(stdout));
  });

  test("without text is told of with what makes it readable", async () => {
    expect(await importFile("my scan.pdf", pdfOf([[], []]))).toEqual({
      exitCode: 2,
      stdout: "0 cables imported\n",
      stderr:
        "reftel import: my scan.pdf: has pictures of pages and no text; readable once this is run: ocrmypdf 'my scan.pdf' 'my scan-text.pdf'\n",
    });
  });

  test("that is cut off is told of in one line", async () => {
    const run = await importFile("half.pdf", pdfOf([PAGE_1]).subarray(0, 200));
    expect(run.exitCode).toBe(2);
    expect(run.stderr).toMatch(/^reftel import: half\.pdf: [^\n]+\n$/);
  });

  test("with more pages than cables have, or a part that unpacks without end, is not taken", async () => {
    const many = await importFile("many.pdf", pdfOf(Array.from({ length: 10_000 }, () => [])));
    expect(many.stderr).toBe("reftel import: many.pdf: has 10,000 pages, which is more than cables have: not taken\n");
    const bomb = await importFile("bomb.pdf", pdfOf([[]], { content: deflateSync(Buffer.alloc(100 * 1024 * 1024)) }));
    expect(bomb.stderr).toBe(
      "reftel import: bomb.pdf: has a part that unpacks to more than a page can be: not taken\n",
    );
    expect([many.exitCode, bomb.exitCode]).toEqual([2, 2]);
    expect(await files()).toEqual([]);
  });
});

describe("an archive", () => {
  test("gives the cables of all files in it, packed themselves or not", async () => {
    const zip = zipSync({
      "release/one.txt": bytes(CABLE),
      "release/two.txt.gz": gzipSync(OTHER),
      "release/three.pdf": pdfOf([
        PAGE_1.map((line) => line.replaceAll("99492", "99494")),
        PAGE_2.map((line) => line.replaceAll("99492", "99494")),
      ]),
      "__MACOSX/release/._one.txt": bytes("nothing"),
      "release/notes.txt": bytes("Nothing of a cable."),
    });
    expect(await importFile("release.zip", zip)).toEqual({
      exitCode: 0,
      stdout: "3 cables imported, 1 file without cables passed over\n",
      stderr: "",
    });
    expect(await files()).toEqual(["79LAPAZ99492.cable", "79LAPAZ99493.cable", "79LAPAZ99494.cable"]);
    expect(await imported("79LAPAZ99492.cable")).toBe(CABLE);
  });

  test("of one text is unpacked as it is read", async () => {
    expect((await importFile("one.txt.gz", gzipSync(CABLE))).stdout).toBe("1 cable imported\n");
    expect(await imported("79LAPAZ99492.cable")).toBe(CABLE);
  });

  test.each<[string, () => Uint8Array, string]>([
    [
      "out.zip",
      () => zipSync({ "../x.txt": bytes(CABLE) }),
      'has a file whose name leads out of it, "../x.txt": not taken',
    ],
    [
      "root.zip",
      () => zipSync({ "/etc/x.txt": bytes(CABLE) }),
      'has a file whose name leads out of it, "/etc/x.txt": not taken',
    ],
    [
      "drive.zip",
      () => zipSync({ "C:\\x.txt": bytes(CABLE) }),
      'has a file whose name leads out of it, "C:\\\\x.txt": not taken',
    ],
    [
      "bomb.zip",
      () => zipSync({ "a.txt": new Uint8Array(80 * 1024 * 1024) }),
      "unpacks to more than 200 times its size, as no text does: not taken",
    ],
    [
      "bomb.gz",
      () => gzipSync(Buffer.alloc(40 * 1024 * 1024, "A")),
      "unpacks to more than 200 times its size, as no text does: not taken",
    ],
    ["half.zip", () => zipSync({ "a.txt": bytes(CABLE) }).subarray(0, 300), "is a damaged ZIP archive"],
    ["half.gz", () => gzipSync(CABLE).subarray(0, 200), "is damaged: it can't be unpacked"],
    [
      "deep.zip",
      () => zipSync({ "a.zip": zipSync({ "a.txt": bytes(CABLE) }) }),
      "is an archive in an archive: unpack it first",
    ],
    ["empty.zip", () => zipSync({}), "is an archive with nothing in it"],
  ])("%s ends in one line, and nothing is left behind", async (name, make, words) => {
    const run = await importFile(name, make());
    expect(run.exitCode).toBe(2);
    const [line] = run.stderr
      .trimEnd()
      .split("\n")
      .filter((one) => !/^reftel import: [\d,]+ cables/.test(one));
    expect(line?.replace(/^reftel import: [\w./]+: /, "")).toBe(words);
    expect(await files()).toEqual([]);
    expect((await readdir(folder)).sort()).toEqual(["cables", name].sort());
  });

  test("with bytes that are not those that were packed is not believed", async () => {
    const stored = Buffer.from(zipSync({ "a.txt": [bytes(CABLE), { level: 0 }] }));
    const at = stored.indexOf("LA PAZ");
    stored.write("LA PAX", at);
    expect(await importFile("stored.zip", stored)).toMatchObject({
      exitCode: 2,
      stderr: expect.stringContaining("stored.zip/a.txt: is damaged: its checksum does not hold\n"),
    });
    expect(await files()).toEqual([]);
  });

  test("is told of by its own name, and its cable is called by the name of what is in it", async () => {
    const half = await importFile("half.txt.gz", gzipSync(CABLE).subarray(0, 200));
    expect(half.stderr).toContain("reftel import: half.txt.gz: is damaged: it can't be unpacked\n");
    await importFile("08LAPAZ99777.txt.gz", gzipSync("SUBJECT: WOOL\n\nREF: LA PAZ 12\n\n1. Dry.\n"));
    expect(await files()).toEqual(["08LAPAZ99777.cable"]);
  });

  test("that says a file is smaller than it is, or lets two files share their bytes, is not believed", async () => {
    const lying = Buffer.from(zipSync({ "a.txt": bytes(CABLE.repeat(20)) }));
    const entry = lying.indexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    lying.writeUInt32LE(10, entry + 24);
    expect((await importFile("lying.zip", lying)).stderr).toContain("is larger than the archive says");
    const shared = Buffer.from(zipSync({ "a.txt": bytes(CABLE), "b.txt": bytes(CABLE) }));
    const second = shared.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
    shared.writeUInt32LE(0, second + 42);
    expect((await importFile("shared.zip", shared)).stderr).toBe(
      "reftel import: shared.zip: has files that lie over each other: not taken\n",
    );
    expect(await files()).toEqual([]);
  });
});

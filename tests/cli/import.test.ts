/** `reftel import`: every kind of source, what is done twice, what can't be taken, and hostile input. */

import { access, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { runCommandLine } from "../../server/src/cli/main.ts";
import { ImportTarget, type TargetFolder } from "../../server/src/host/import-target.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "reftel-import-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const path = (name: string): string => join(folder, name);
const target = (): string => path("cables");

async function write(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(path(name), content);
  return path(name);
}

async function run(...args: readonly string[]) {
  const output = { stdout: "", stderr: "" };
  const exitCode = await runCommandLine(["import", ...args], {
    stdout: (text) => {
      output.stdout += text;
    },
    stderr: (text) => {
      output.stderr += text.replaceAll(`${folder}/`, "");
    },
  });
  return { exitCode, ...output };
}

async function importFile(name: string, content: string | Uint8Array) {
  return run(await write(name, content), "--to", target());
}

const files = async (): Promise<string[]> => (await readdir(target())).sort();
const imported = (name: string): Promise<string> => readFile(join(target(), name), "utf8");

/** An invented cable of 2006, as the public release had them. */
const HEADER = `VZCZCXRO9901
RR RUEHXX
DE RUEHYY #9901/01 0710903
ZNR UUUUU ZZH
R 120903Z MAR 06
FM AMEMBASSY TALLINN
TO RUEHC/SECSTATE WASHDC 9905`;
const BODY = `UNCLAS TALLINN 099101

SIPDIS

E.O. 12958: N/A
TAGS: PGOV, EN
SUBJECT: HARBOR "FEES", AGAIN

REF: RIGA 99005

¶1. (U) The mayor said "enough", and left. One \\ two.
DOE`;

function second(text: string): string {
  return text.replaceAll("9901", "9902").replace("099101", "099102");
}

/** As the release's rows are written: all values quoted, quotes escaped by a backslash. */
function row(number: number, id: string, header: string, body: string): string {
  const values = [String(number), "3/12/2006 9:03", id, "Embassy Tallinn", "UNCLASSIFIED", "06RIGA99005", header, body];
  return `${values.map((value) => `"${value.replace(/["\\]/g, "\\$&")}"`).join(",")}\n`;
}

describe("rows of a public release", () => {
  test("one file a row: header, blank line, text", async () => {
    const source = row(1, "06TALLINN99101", HEADER, BODY) + row(2, "06TALLINN99102", second(HEADER), second(BODY));
    expect(await importFile("cables.csv", source)).toEqual({ exitCode: 0, stdout: "2 cables imported\n", stderr: "" });
    expect(await files()).toEqual(["06TALLINN99101.cable", "06TALLINN99102.cable"]);
    expect(await imported("06TALLINN99101.cable")).toBe(`${HEADER}\n\n${BODY}\n`);
  });

  test("with a header row, doubled quotes, other columns and semicolons", async () => {
    const source = [
      "MRN;Body;Created",
      `06TALLINN99101;"${`${HEADER}\r\n\r\n${BODY}`.replaceAll('"', '""')}";2006`,
      "",
    ].join("\r\n");
    expect((await importFile("table.csv", source)).exitCode).toBe(0);
    expect(await imported("06TALLINN99101.cable")).toContain('said "enough", and');
  });

  const ROW: Readonly<Record<string, string>> = {
    id: "7",
    date: "3/12/2006 9:03",
    reference: "06TALLINN99101",
    origin: "Embassy Tallinn",
    classification: "UNCLASSIFIED",
    references: "06RIGA99005|05RIGA99001",
    header: HEADER,
    body: BODY,
  };
  const usual = Object.keys(ROW);
  const other = ["reference", "date", "classification", "body", "origin", "header", "references", "id"];

  test.each([
    ["the usual columns with their names", usual, true, ","],
    ["other order, with names", other, true, ";"],
    ["other order, without names", other, false, ","],
    ["without the running number and names", usual.slice(1), false, "\t"],
    ["parted by bars", usual, true, "|"],
  ])("%s", async (_, columns, named, delimiter) => {
    const quoted = (value: string): string => (/["\n,;|]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
    const values = columns.map((column) => quoted(ROW[column] ?? ""));
    const source = `\uFEFF${named ? `${columns.join(delimiter)}\r\n` : ""}${values.join(delimiter)}\r\n`;
    expect(await importFile("rows.csv", source)).toMatchObject({ exitCode: 0, stdout: "1 cable imported\n" });
    expect(await imported("06TALLINN99101.cable")).toBe(`${HEADER}\n\n${BODY}\n`);
  });

  test("a list of numbers without texts has no cable", async () => {
    const { exitCode, stderr } = await importFile("list.csv", "id,date,reference\n1,2006,06TALLINN99101\n");
    expect(exitCode).toBe(2);
    expect(stderr).toContain("list.csv: record 2 (line 2): (06TALLINN99101) has no text");
  });

  test("a cable whose header was withheld has its year from the row's number", async () => {
    await importFile(
      "cables.csv",
      row(1, "06TALLINN99101", "This record is a partial extract of the original cable.", BODY),
    );
    expect(await files()).toEqual(["06TALLINN99101.cable"]);
  });

  test("what can't be taken is told of with its record and line, and the rest is taken", async () => {
    const broken = row(2, "06TALLINN99102", "", "").replace(/""\n$/, '"never closed\n');
    const source = `${row(1, "06TALLINN99101", HEADER, BODY)}${broken}"3","too few"\n${row(4, "06TALLINN99104", "", "")}${row(5, "06TALLINN99102", second(HEADER), second(BODY))}`;
    const { exitCode, stdout, stderr } = await importFile("cables.csv", source);
    expect(exitCode).toBe(1);
    expect(stdout).toBe("2 cables imported, 3 not taken\n");
    const line = BODY.split("\n").length + HEADER.split("\n").length;
    expect(stderr.split("\n")).toEqual([
      `reftel import: cables.csv: record 2 (line ${line}): has a quote that is never closed`,
      `reftel import: cables.csv: record 3 (line ${line + 1}): has 2 of 8 values`,
      `reftel import: cables.csv: record 4 (line ${line + 2}): (06TALLINN99104) has no text`,
      "",
    ]);
  });

  test.each([
    ["a path that leads out", "../../out", "out.cable"],
    ["an absolute path", "/etc/passwd", "etc-passwd.cable"],
    ["a name of a device", "CON", "CON-cable.cable"],
    ["a hidden file", ".profile", "profile.cable"],
    ["a name without a letter", "../..", "cables-2.cable"],
    ["a very long name", "x".repeat(5000), `${"x".repeat(100)}.cable`],
    ["line breaks and quotes", 'a\nb"c', "a-b-c.cable"],
  ])("an identifier that is %s names a plain file in the folder", async (_, id, name) => {
    const noNumber = "SUBJECT: HARBOR FEES\n\n1. (U) The mayor left.";
    await importFile("cables.csv", row(1, "06TALLINN99101", HEADER, BODY) + row(2, id, "", noNumber));
    expect(await files()).toEqual(["06TALLINN99101.cable", name].sort());
    expect((await readdir(folder)).sort()).toEqual(["cables", "cables.csv"]);
  });
});

describe("rows of the National Archives", () => {
  test("attributes go behind the text, as the archive prints them", async () => {
    const text =
      "PAGE 01 BONN 99234 281317Z\n\nACTION EUR-25\n\nR 281200Z JAN 74\nFM AMEMBASSY BONN\nTO SECSTATE WASHDC 9234\nUNCLAS BONN 99234\n\nE.O. 11652: N/A\nTAGS: PFOR, GW\nSUBJ: TALKS\n\n1. NOTHING HAPPENED.\nDOE\n\nNNN";
    const source = `Document Number,Draft Date,From,To,TAGS,Message Text\n1974BONN99234,28 JAN 1974,BONN,STATE,"PFOR, GW, US","${text}"\n`;
    expect(await importFile("aad.csv", source)).toMatchObject({ exitCode: 0 });
    expect(await imported("74BONN99234.cable")).toBe(
      `Message Text\n\n${text}\n\nMessage Attributes\n\nDocument Number: 1974BONN99234\nDraft Date: 28 JAN 1974\nFrom: BONN\nTo: STATE\nTAGS: PFOR, GW, US\n`,
    );
  });
});

describe("web pages", () => {
  const page = (id: string, header: string, body: string): string => `<!DOCTYPE html>
<html><head><title>Cable Viewer</title><script>document.write("<pre>UNCLAS NOWHERE 000001</pre>")</script></head>
<body><h3>Viewing cable ${id}, HARBOR</h3>
<table class='cable'><tr><th>Reference ID</th><th>Created</th></tr><tr><td><a href="/cable/${id}.html">${id}</a></td><td>2006</td></tr></table>
<!-- <pre>not this</pre> --><code><pre>${header.replaceAll("\n", "&#x000A;")}</pre></code>
<code><pre>${body
    .replaceAll("&", "&amp;")
    .replace("¶", "&para;")
    .replace("PGOV", '<a href="/tag/PGOV">PGOV</a>')
    .replaceAll('"', "&quot;")}</pre></code>
<script>alert(1)</script></body></html>`;

  test("the blocks of text, with entities put back and without markup", async () => {
    expect(await importFile("page.html", page("06TALLINN99101", HEADER, BODY))).toEqual({
      exitCode: 0,
      stdout: "1 cable imported\n",
      stderr: "",
    });
    expect(await imported("06TALLINN99101.cable")).toBe(`${HEADER}\n\n${BODY}\n`);
  });

  test("a page without preformatted blocks, its lines broken by elements, and what stands around the text left out", async () => {
    const lines = (text: string): string => text.replaceAll("\n", "<br>\n  ");
    const source = `<html><body><nav><a href="/">Home</a></nav><article><p>${lines(HEADER)}</p>\n<div>${lines(BODY)}</div></article>
<footer>Copyright</footer></body></html>`;
    expect(await importFile("page.html", source)).toMatchObject({ exitCode: 0 });
    expect((await imported("06TALLINN99101.cable")).replace(/\n{2,}/g, "\n")).toBe(
      `${HEADER}\n${BODY}\n`.replace(/\n{2,}/g, "\n"),
    );
  });

  test("a folder of pages, others passed over", async () => {
    await mkdir(path("saved/pictures"), { recursive: true });
    await write("saved/b.html", page("06TALLINN99102", second(HEADER), second(BODY)));
    await write("saved/a.html", page("06TALLINN99101", HEADER, BODY));
    await write("saved/index.html", "<html><body><h1>Cables by date</h1><p>March</p></body></html>");
    await write("saved/pictures/flag.png", new Uint8Array([0x89, 0x50, 0, 0, 1]));
    expect(await run(path("saved"), "--to", target())).toEqual({
      exitCode: 0,
      stdout: "2 cables imported, 2 files without cables passed over\n",
      stderr: "",
    });
  });

  test("a page that is cut off is taken, and told of", async () => {
    const whole = page("06TALLINN99101", HEADER, BODY);
    const { exitCode, stderr } = await importFile("page.html", whole.slice(0, whole.indexOf("and left")));
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: "reftel import: page.html: line 1: is cut off: its cable may not be whole\n",
    });
    expect(await imported("06TALLINN99101.cable")).toMatch(/said "enough",\n$/);
  });
});

describe("texts with many cables", () => {
  const one = `${HEADER}\n\n${BODY}`;
  const two = second(one);

  test.each([
    ["one below the other", `${one}\n\n\n${two}\n`],
    ["parted by rows of signs", `${one}\n\n==========================\n\n${two}\n`],
    ["with Windows line breaks", `${one}\n${two}\n`.replaceAll("\n", "\r\n")],
  ])("%s", async (_, source) => {
    expect(await importFile("many.txt", source)).toMatchObject({ exitCode: 0, stdout: "2 cables imported\n" });
    expect(await imported("06TALLINN99101.cable")).toBe(`${one}\n`);
    expect(await imported("06TALLINN99102.cable")).toBe(`${two}\n`);
  });

  test("transmission sections stay one cable, a quoted message stays in its cable", async () => {
    const section = (number: number) =>
      `${HEADER.replace("/01 ", `/0${number} `)}\n\n${BODY.replace("UNCLAS TALLINN", `UNCLAS SECTION 0${number} OF 02 TALLINN`)}`;
    const quoting = two.replace(
      "\nDOE",
      "\n¶2. (U) Begin text:\n\nO 010101Z MAR 06\nFM SECSTATE WASHDC\nTO AMEMBASSY TALLINN\n\nPay the fees.\nDOE",
    );
    expect((await importFile("many.txt", `${section(1)}\n${section(2)}\n${quoting}\n`)).stdout).toBe(
      "2 cables imported\n",
    );
    expect(await imported("06TALLINN99102.cable")).toContain("Pay the fees.");
  });

  test("archive telegrams with their attributes", async () => {
    const telegram = (serial: number) =>
      `            Declassified/Released US Department of State EO Systematic Review 30 JUN 2005\n\n                                Message Text\n\nUNCLASSIFIED\n\nPAGE 01  BONN ${serial}  281317Z\n\n43\nACTION EUR-25\n\nINFO OCT-01 ISO-00 /026 W\n          --------------------- 025739\nR 281200Z JAN 74\nFM AMEMBASSY BONN\nTO SECSTATE WASHDC 9234\n\nUNCLAS BONN ${serial}\n\nE.O. 11652: N/A\nTAGS: PFOR, GW\nSUBJ: INVENTED TALKS\n\n1. NOTHING HAPPENED.\nDOE\n\nUNCLASSIFIED\n\nNNN\n\n                             Message Attributes\nDocument Number: 1974BONN${serial}\nSubject: INVENTED TALKS\nTAGS: PFOR, GW\nTo: STATE\nMarkings: Declassified/Released US Department of State EO Systematic Review 30 JUN 2005\n`;
    expect(await importFile("aad.txt", `${telegram(99234)}\n${telegram(99235)}`)).toMatchObject({
      exitCode: 0,
      stdout: "2 cables imported\n",
    });
    expect((await imported("74BONN99235.cable")).startsWith("            Declassified/Released")).toBe(true);
  });

  test("what stands before the first cable is told of", async () => {
    const { exitCode, stderr } = await importFile("many.txt", `My collection of cables.\n\n${one}\n${two}\n`);
    expect({ exitCode, stderr }).toEqual({
      exitCode: 1,
      stderr: "reftel import: many.txt: line 1: nothing of a cable is found in it\n",
    });
    expect(await files()).toHaveLength(2);
  });

  test("a fragment takes the name of its file", async () => {
    await importFile("09RIGA99001.txt", "REF: TALLINN 99101\n");
    expect(await imported("09RIGA99001.cable")).toBe("REF: TALLINN 99101\n");
  });
});

describe("done again", () => {
  test("what is there is passed over, another text of the same cable stands beside it, nothing is overwritten", async () => {
    const source = row(1, "06TALLINN99101", HEADER, BODY) + row(2, "06TALLINN99101", HEADER, `${BODY}\nCORRECTED`);
    expect((await importFile("cables.csv", source)).stdout).toBe("2 cables imported\n");
    expect((await importFile("cables.csv", source)).stdout).toBe("0 cables imported, 2 already there\n");
    expect(await files()).toEqual(["06TALLINN99101.cable", "06TALLINN99101_a.cable"]);
    await writeFile(join(target(), "06TALLINN99101.cable"), "my own notes\n");
    expect((await importFile("cables.csv", source)).stdout).toBe("1 cable imported, 1 already there\n");
    expect(await imported("06TALLINN99101.cable")).toBe("my own notes\n");
    expect(await imported("06TALLINN99101_b.cable")).toBe(`${HEADER}\n\n${BODY}\n`);
  });

  test("a link that leads elsewhere is not written through", async () => {
    await mkdir(target());
    await symlink(path("outside"), join(target(), "06TALLINN99101.cable"));
    await importFile("cables.csv", row(1, "06TALLINN99101", HEADER, BODY));
    expect(await files()).toEqual(["06TALLINN99101.cable", "06TALLINN99101_a.cable"]);
    await expect(access(path("outside"))).rejects.toThrow();
  });

  test("--dry-run names the files and writes nothing", async () => {
    const source = await write(
      "cables.csv",
      row(1, "06TALLINN99101", HEADER, BODY) + row(2, "06TALLINN99101", "", BODY),
    );
    const { exitCode, stdout } = await run(source, "--to", target(), "--dry-run");
    expect({ exitCode, stdout }).toEqual({
      exitCode: 0,
      stdout: "06TALLINN99101.cable\n06TALLINN99101_a.cable\n2 cables to import\n",
    });
    await expect(access(target())).rejects.toThrow();
  });
});

describe("encodings", () => {
  const source = row(1, "06TALLINN99101", HEADER, BODY.replace("mayor", "maire de Évian"));

  test.each([
    ["UTF-8 with a mark", Buffer.from(`\uFEFF${source}`, "utf8")],
    ["UTF-16", Buffer.from(`\uFEFF${source}`, "utf16le")],
    ["UTF-16 without a mark", Buffer.from(source, "utf16le")],
    ["UTF-16, the other way round", Buffer.from(`\uFEFF${source}`, "utf16le").swap16()],
    ["Windows-1252", Buffer.from(source.replace("¶", ""), "latin1")],
  ])("%s", async (_, bytes) => {
    expect(await importFile("cables.csv", bytes)).toMatchObject({ exitCode: 0 });
    expect(await imported("06TALLINN99101.cable")).toContain("maire de Évian");
  });
});

describe("what is no source", () => {
  test.each([
    ["an empty file", "", "no cable is found in it"],
    ["prose", "Dear diary,\ntoday nothing happened.\n", "no cable is found in it"],
    ["binary bytes", new Uint8Array([1, 0, 2, 0, 0, 0, 3]), "is binary"],
    ["a ZIP archive", Buffer.from("PK\u0003\u0004rest"), "is a damaged ZIP archive"],
    ["a PDF", Buffer.from("%PDF-1.4\n"), "is a damaged PDF"],
  ])("%s is exit code 2 and one line", async (_, content, reason) => {
    const { exitCode, stderr } = await importFile("source.bin", content);
    expect(exitCode).toBe(2);
    expect(stderr.trimEnd().split("\n").at(-1)).toBe(`reftel import: source.bin: ${reason}`);
  });

  test("what is not there, and the others are done nevertheless", async () => {
    const good = await write("good.csv", row(1, "06TALLINN99101", HEADER, BODY));
    const { exitCode, stdout, stderr } = await run(path("missing"), good, "--to", target());
    expect({ exitCode, stdout, stderr }).toEqual({
      exitCode: 2,
      stdout: "1 cable imported\n",
      stderr: "reftel import: missing: no such file or folder\n",
    });
  });

  // Only Linux has such a folder: asked to make one below it, Node goes round for ever.
  test.skipIf(process.platform !== "linux")("a target where nothing can be made is one line", async () => {
    const { exitCode, stderr } = await run(await write("x.txt", "x"), "--to", "/proc/reftel/x");
    expect({ exitCode, stderr }).toEqual({
      exitCode: 2,
      stderr: "reftel import: /proc/reftel/x can't be made: no such file or folder\n",
    });
  });

  test("a target that is a file is one line", async () => {
    const source = await write("good.csv", row(1, "06TALLINN99101", HEADER, BODY));
    const { exitCode, stderr } = await run(source, "--to", source);
    expect(exitCode).toBe(2);
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
  });

  test.each([[[]], [["x"]], [["--to", "y"]], [["x", "--to", ""]], [["x", "--to", "y", "--no-such-option"]]])(
    "wrong usage %j is exit code 2",
    async (args) => {
      expect(await run(...args)).toMatchObject({ exitCode: 2, stdout: "" });
    },
  );
});

describe("what stands above the first line of a message is kept", () => {
  const message = (number: number): string =>
    `R 23143${number}Z JAN 23 MID20008067558${number}U\nFM CNO WASHINGTON DC\nTO NAVADMIN\nBT\nUNCLAS\n\nMSGID/GENADMIN/CNO WASHINGTON DC/N1/JAN//\n\nSUBJ/INVENTED REGATTA ${number}//\n\nRMKS/1.  BOATS ARE ROWED.//\n\nBT\n#000${number}\nNNNN\n`;

  test.each([
    ["a classification as a field, and a precedence", "CLASSIFICATION: UNCLASSIFIED//\nROUTINE\n"],
    ["a precedence alone", "PRIORITY\n"],
    ["both, with a gap below", "CLASSIFICATION: UNCLASSIFIED//\n\nROUTINE\n\n"],
    ["a line of the relay", "RTTUZYUW RUEWMCS0000 0231435-UUUU--RUCRNAD\n"],
  ])("%s", async (_, banner) => {
    expect(await importFile("one.txt", `${banner}${message(1)}`)).toEqual({
      exitCode: 0,
      stdout: "1 cable imported\n",
      stderr: "",
    });
    expect(await imported("one.cable")).toBe(`${banner}${message(1)}`);
  });

  test("and the banner of the second is not the end of the first", async () => {
    const banner = "CLASSIFICATION: UNCLASSIFIED//\nROUTINE\n";
    const { exitCode } = await importFile("two.txt", `${banner}${message(1)}\n${banner}${message(2)}`);
    expect(exitCode).toBe(0);
    const texts = await Promise.all((await files()).map(imported));
    expect(texts.sort()).toEqual([`${banner}${message(1)}`, `${banner}${message(2)}`]);
  });
});

describe("many texts under one number", () => {
  const copies = (count: number): string =>
    Array.from({ length: count }, (_, number) => `${HEADER}\n\n${BODY.replace("AGAIN", `AGAIN ${number}`)}\n\n`).join(
      "\n",
    );

  /** Counts what is asked of a folder in memory. */
  class CountedFolder implements TargetFolder {
    readonly files = new Map<string, string>();
    asked = 0;
    digestOf = (text: string): string => text;
    async digestAt(name: string): Promise<string | null> {
      this.asked++;
      return this.files.get(name) ?? null;
    }
    async write(name: string, text: string): Promise<boolean> {
      this.files.set(name, text);
      return true;
    }
  }

  test("cost what others cost, also where they are there already", async () => {
    const folderOfCopies = new CountedFolder();
    for (const done of ["written", "there"]) {
      folderOfCopies.asked = 0;
      const importing = new ImportTarget(folderOfCopies);
      for (let number = 0; number < 500; number++) expect((await importing.put("X", `${number}`)).done).toBe(done);
      expect(folderOfCopies.asked).toBeLessThan(1010);
    }
    expect(folderOfCopies.files.size).toBe(500);
    expect(folderOfCopies.files.get("X_a.cable")).toBe("1");
  });

  test("are one file each, and the same again the second time", async () => {
    await write("copies.txt", copies(30));
    expect((await run(path("copies.txt"), "--to", target())).stdout).toBe("30 cables imported\n");
    const before = await files();
    expect(before).toHaveLength(30);
    expect((await run(path("copies.txt"), "--to", target(), "--dry-run")).stdout).toContain("30 already there");
    expect((await run(path("copies.txt"), "--to", target())).stdout).toContain("30 already there");
    expect(await files()).toEqual(before);
  });
});

test.skipIf(process.platform === "win32")("a link in the target is never written through", async () => {
  await mkdir(target());
  await write("victim.txt", "mine");
  await symlink(path("victim.txt"), join(target(), "06TALLINN99101.cable"));
  await symlink(path("victim.txt"), join(target(), `.06TALLINN99101_a.cable.${process.pid}.tmp`));
  expect((await importFile("one.txt", `${HEADER}\n\n${BODY}`)).exitCode).toBe(0);
  expect(await readFile(path("victim.txt"), "utf8")).toBe("mine");
  expect(await imported("06TALLINN99101_a.cable")).toContain("HARBOR");
});

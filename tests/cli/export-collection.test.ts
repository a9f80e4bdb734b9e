/** `reftel export` of many cables: contents, links within, what is missing; a book that opens; nothing planted has a meaning. */

import { spawnSync } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Program } from "./program.ts";

const cable = (serial: number, subject: string, refs: string, day = 28): string => `R ${day}1200Z AUG 09
FM AMEMBASSY MADRID
TO SECSTATE WASHDC
UNCLAS MADRID ${serial}

E.O. 12958: N/A
TAGS: PREL, SP
SUBJECT: ${subject}

REF: ${refs}

1. (U) As ref A said, there are fees <script>alert(1)</script> & [x](javascript:1).

DOE
`;

let program: Program;

beforeAll(async () => {
  program = await Program.build();
  await program.write("cables/1.txt", cable(99001, "FEES ARE ANNOUNCED", "A. MADRID 98000\nB. PARIS 97000", 26));
  await program.write("cables/2.txt", cable(99002, "FEES <IMG SRC=X> ARE DUE", "A. MADRID 99001", 27));
  await program.write("cables/3.txt", cable(99003, "FEES ARE PAID", "A. MADRID 99002", 28));
  await program.write("cables/4.txt", cable(99004, "A FEAST", "A. PARIS 97000", 29));
  await program.write("cables/copy.txt", cable(99004, "A FEAST", "A. PARIS 97000", 29));
  await program.write("cables/notes.txt", "Bread, butter, and a stamp.\n");
  await program.write("there.epub", "mine");
}, 60_000);

afterAll(() => program.dispose());

const bytesOf = (name: string): Promise<Uint8Array> => readFile(join(program.folder, name));

describe("reftel export of many", { timeout: 60_000 }, () => {
  test("one page: contents by day, ids that are each there once, links that all lead somewhere, what is missing", async () => {
    const { exitCode, stdout, stderr } = await program.run(["export", "cables", "--title", "Fees & feasts"]);
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    expect(stdout).toMatch(/^<!DOCTYPE html>[\s\S]*<\/html>\n$/);
    const contents = /<ol class="contents">.*<\/ol>/.exec(stdout)?.[0] ?? "";
    expect(contents.match(/href="#([^"]*)"/g)).toEqual([
      'href="#09MADRID99001"',
      'href="#09MADRID99002"',
      'href="#09MADRID99003"',
      'href="#09MADRID99004"',
      'href="#09MADRID99004-2"',
    ]);
    const ids = [...stdout.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
    expect(ids.length).toBe(new Set(ids).size);
    const targets = [...stdout.matchAll(/href="#([^"]*)"/g)].map((match) => match[1]);
    expect(targets.filter((target) => !ids.includes(target))).toEqual([]);
    // In the text of the third, `ref A` leads to the second.
    expect(stdout).toMatch(/<a class="citation" href="#09MADRID99002"[^>]*>ref A<\/a>/);
    expect(stdout).toMatch(/id="missing"[\s\S]*<b>09MADRID98000<\/b> cited by <a href="#09MADRID99001">/);
    expect(stdout).not.toMatch(/<script|<img|<IMG/);
    expect(stdout.match(/<span class="Z3988" title="ctx_ver=Z39\.88-2004&#38;/g)?.length).toBe(5);
  });

  test("the thread of a cable, by steps", async () => {
    const one = await program.run(["export", "cables/2.txt", "--thread", "1"]);
    expect([...one.stdout.matchAll(/<article [^>]*id="([^"]*)"/g)].map((match) => match[1])).toEqual([
      "09MADRID99001",
      "09MADRID99002",
      "09MADRID99003",
    ]);
    expect(one.stdout).toContain("<h1>The thread of 2</h1>");
    const two = await program.run(["export", "cables/3.txt", "--thread", "1", "--format", "markdown"]);
    expect(two.stdout.match(/^<a id="(.*)"><\/a>$/gm)).toEqual([
      '<a id="09MADRID99002"></a>',
      '<a id="09MADRID99003"></a>',
    ]);
  });

  test("those that fit a query by their fields and words; what can't be asked is said", async () => {
    const fitting = await program.run([
      "export",
      "cables",
      "--query",
      "subject:fees -subject:paid",
      "--format",
      "markdown",
    ]);
    expect(fitting.stdout.match(/^<a id="(.*)"><\/a>$/gm)).toEqual([
      '<a id="09MADRID99001"></a>',
      '<a id="09MADRID99002"></a>',
    ]);
    const unknown = await program.run(["export", "cables", "--query", "form:madrid"]);
    expect({ exitCode: unknown.exitCode, stdout: unknown.stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(unknown.stderr).toContain("there is no field form:");
    const words = await program.run(["export", "cables", "--query", "feast year:2009", "--format", "markdown"]);
    expect(words.stdout.match(/^<a id="(.*)"><\/a>$/gm)).toEqual([
      '<a id="09MADRID99004"></a>',
      '<a id="09MADRID99004-2"></a>',
    ]);
    const nothing = await program.run(["export", "cables", "--query", "bishop"]);
    expect(nothing).toEqual({ exitCode: 1, stdout: "", stderr: "reftel export: no cables\n" });
  });

  test("Markdown: contents, anchors and links, and nothing planted has a meaning", async () => {
    const { stdout } = await program.run(["export", "cables", "--format", "markdown"]);
    expect(stdout).toMatch(/^# Cables of cables\n\n5 cables, August 26, 2009 – August 29, 2009\n\n## Contents\n\n- \[/);
    expect(stdout).toContain("[ref A](#09MADRID99001)");
    expect(stdout).toContain("- **09MADRID98000** cited by [09MADRID99001](#09MADRID99001)");
    // What is printed as it was sent stands in blocks of code.
    expect(stdout.replace(/^```[\s\S]*?^```$/gm, "")).not.toMatch(/(?<!\\)<(?:script|IMG)|(?<!\\)\[x\]\(javascript/);
  });

  test("a book: the format's name first and stored, every part well formed and listed, links that lead to parts", async () => {
    const run = await program.run(["export", "cables", "--format", "epub", "--output", "fees.epub"]);
    expect(run).toEqual({ exitCode: 0, stdout: "", stderr: "" });
    const bytes = await bytesOf("fees.epub");
    // A local header of 30 bytes, the name, then the content as it is.
    expect(Buffer.from(bytes.subarray(30, 58)).toString()).toBe("mimetypeapplication/epub+zip");
    expect([bytes[8], bytes[9], bytes[28], bytes[29]]).toEqual([0, 0, 0, 0]);
    const files = unzipSync(bytes);
    const text = (name: string): string => Buffer.from(files[name] ?? []).toString();
    const listed = [...text("book/package.opf").matchAll(/<item [^>]*href="([^"]*)"/g)].map(
      (match) => `book/${match[1]}`,
    );
    const parts = Object.keys(files).filter((name) => name.startsWith("book/") && !name.endsWith(".opf"));
    expect(new Set(listed)).toEqual(new Set(parts));
    for (const name of parts.filter((part) => part.endsWith(".xhtml"))) {
      const targets = [...text(name).matchAll(/href="([^"#]+)"/g)].map((match) => `book/${match[1]}`);
      expect(targets.filter((target) => !(target in files))).toEqual([]);
    }
    expect(text("book/cable-09MADRID99002.xhtml")).toContain('href="cable-09MADRID99001.xhtml"');
  });

  test("programs that know XML and books read it", async () => {
    const path = join(program.folder, "read.epub");
    await program.run(["export", "cables", "--format", "epub", "--output", "read.epub"]);
    const script =
      "import sys,zipfile,xml.dom.minidom as m\nz=zipfile.ZipFile(sys.argv[1])\n[m.parseString(z.read(n)) for n in z.namelist() if n.endswith(('.xhtml','.opf','.xml'))]\nprint(z.testzip())";
    const python = spawnSync("python3", ["-c", script, path], { encoding: "utf8" });
    if (python.error !== undefined) console.warn("python3 is not installed: that all parts are XML is not tested here");
    else expect({ out: python.stdout, error: python.stderr }).toEqual({ out: "None\n", error: "" });
    const pandoc = spawnSync("pandoc", ["--from", "epub", "--to", "plain", path], { encoding: "utf8" });
    if (pandoc.error !== undefined) console.warn("pandoc is not installed: that it reads the book is not tested here");
    else
      expect({ error: pandoc.stderr, isRead: pandoc.stdout.includes("FEES ARE PAID") }).toEqual({
        error: "",
        isRead: true,
      });
  });

  test("a file that is there is not overwritten, and a book needs a file", async () => {
    const refused = await program.run(["export", "cables", "--format", "epub", "--output", "there.epub"]);
    expect(refused.stderr).toBe("reftel export: there.epub: is there already; --force overwrites it\n");
    expect(Buffer.from(await bytesOf("there.epub")).toString()).toBe("mine");
    expect((await program.run(["export", "cables", "--format", "epub"])).exitCode).toBe(2);
  });

  test.each([[["cables", "--format", "pdf"]], [["cables", "--thread", "many"]], [[]]])(
    "wrong usage %j is exit code 2",
    async (args) => expect((await program.run(["export", ...args])).exitCode).toBe(2),
  );
});

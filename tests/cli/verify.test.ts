/** `reftel verify` and `reftel compare`: where cables are looked for, what is printed, and exit codes. */

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Program } from "./program.ts";

const cable = (serial: number, text: string): string => `R 281200Z AUG 09
FM AMEMBASSY MADRID
TO SECSTATE WASHDC
UNCLAS MADRID ${serial}

E.O. 12958: N/A
TAGS: PREL, SP
SUBJECT: FEES ARE DUE

${text}

DOE
`;

let program: Program;

beforeAll(async () => {
  program = await Program.build();
  await program.write("cables/99001.txt", cable(99001, "1. (U) The fees of the harbour are due in May."));
  await program.write("cables/99002.txt", cable(99002, "1. (U) The bishop has bought a boat of his own, it is said."));
  await program.write("cables/copy/99001.txt", cable(99001, "1. (U) The fees of XXXXXXXXXXXX are due in May."));
  await program.write("cables/good.md", "“The fees of the harbour” (09MADRID99001, para. 1).\n");
  await program.write("bad.md", "# Notes\n\n“The fees of the port are due” (09MADRID99001).\n");
  await program.write("other.txt", '"has bought a boat of his own" (09 MADRID 99001)\n');
}, 60_000);

afterAll(() => program.dispose());

describe("reftel verify", { timeout: 60_000 }, () => {
  test("looks for cables in the folder of the note", async () => {
    expect(await program.run(["verify", "cables/good.md"])).toEqual({
      exitCode: 0,
      stdout: "cables/good.md:1:2: verbatim: 09MADRID99001 ¶1: “The fees of the harbour”\n",
      stderr: "reftel verify: cables/good.md: 1 quotation beside citations: 1 verbatim\n",
    });
  });

  test("looks in the folders and cables that are named, and exits with 1 where something is not verbatim", async () => {
    const expected = {
      exitCode: 1,
      stdout: "bad.md:3:2: altered: 09MADRID99001 ¶1: “port” for “harbour”\n",
      stderr: "reftel verify: bad.md: 1 quotation beside citations: 1 altered\n",
    };
    expect(await program.run(["verify", "bad.md", "--cables", "cables/99001.txt"])).toEqual(expected);
    expect(await program.run(["verify", "bad.md", "cables/99001.txt"])).toEqual(expected);
  });

  test("finds the words in a cable that the note does not name", async () => {
    const { exitCode, stdout } = await program.run(["verify", "other.txt", "cables"]);
    expect({ exitCode, stdout }).toEqual({
      exitCode: 1,
      stdout: "other.txt:1:2: other-cable: in 09MADRID99002 ¶1, not in 09MADRID99001: “has bought a boat of his own”\n",
    });
  });

  test("JSON has one note a line", async () => {
    const { stdout } = await program.run(["verify", "bad.md", "cables/99001.txt", "--format", "json"]);
    expect(JSON.parse(stdout)).toEqual({
      file: "bad.md",
      quotations: [
        {
          line: 2,
          character: 1,
          endLine: 2,
          endCharacter: 29,
          text: "The fees of the port are due",
          verdict: "altered",
          missing: null,
          cited: [{ mrn: "09MADRID99001", paragraphs: [] }],
          held: {
            mrn: "09MADRID99001",
            file: "cables/99001.txt",
            where: "paragraph",
            paragraph: 1,
            lastParagraph: 1,
            wording: "The fees of the harbour are due",
          },
          changes: [{ quoted: "port", held: "harbour" }],
          punctuationChanged: false,
        },
      ],
      uncited: 0,
      tooShort: 0,
    });
  });

  test.each([[[]], [["cables"]], [["bad.md", "--format", "xml"]], [["bad.md", "--loud"]]])(
    "wrong usage %j is exit code 2",
    async (args) => {
      const { exitCode, stdout, stderr } = await program.run(["verify", ...args]);
      expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
      expect(stderr).toMatch(/^reftel verify: .*\nUsage: reftel verify/);
    },
  );

  test("a note that is not there is told, the others are checked all the same", async () => {
    const { exitCode, stdout, stderr } = await program.run(["verify", "none.md", "cables/good.md"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("reftel verify: none.md: no such file or folder\n");
    expect(stdout).toContain("cables/good.md:1:2: verbatim");
  });
});

describe("reftel compare", { timeout: 60_000 }, () => {
  const files = ["cables/99001.txt", "cables/copy/99001.txt"];

  test("tells what one copy withholds", async () => {
    expect(await program.run(["compare", ...files])).toEqual({
      exitCode: 1,
      stdout: [
        "cables/99001.txt: 09MADRID99001, 1 paragraph, 12 words, 0 redactions",
        "cables/copy/99001.txt: 09MADRID99001, 1 paragraph, 10 words, 1 redaction (1 crossed-out), withholds 2 words of the other",
        "¶1: cables/copy/99001.txt withholds “the harbour”",
        "",
      ].join("\n"),
      stderr: "",
    });
  });

  test("copies that are the same are exit code 0", async () => {
    const { exitCode, stdout } = await program.run(["compare", "cables/99001.txt", "cables/99001.txt"]);
    expect(exitCode).toBe(0);
    expect(stdout).toContain("The copies say the same.\n");
  });

  test("JSON and a difference of the texts", async () => {
    const json = await program.run(["compare", ...files, "--format", "json"]);
    expect(JSON.parse(json.stdout)).toMatchObject({
      same: false,
      one: { file: files[0], mrn: "09MADRID99001", paragraphs: 1 },
      other: { redactions: { "crossed-out": 1 }, withheldWords: 2 },
      units: [{ differences: [{ kind: "withheld", by: "other", one: "the harbour", other: "XXXXXXXXXXXX" }] }],
    });
    const { stdout } = await program.run(["compare", ...files, "--format", "diff"]);
    expect(stdout).toMatch(/^--- cables\/99001\.txt\n\+\+\+ cables\/copy\/99001\.txt\n@@ /);
    expect(stdout).toContain("\n-1. (U) The fees of the harbour are due in May.\n");
  });

  test("says so where they are two cables", async () => {
    const { stderr } = await program.run(["compare", "cables/99001.txt", "cables/99002.txt"]);
    expect(stderr).toBe("reftel compare: these are two cables: 09MADRID99001 and 09MADRID99002\n");
  });

  test.each([
    [["cables/99001.txt"]],
    [[...files, "cables/99002.txt"]],
    [[...files, "--format", "xml"]],
    [["cables", "cables"]],
  ])("wrong usage %j is exit code 2", async (args) => {
    const { exitCode } = await program.run(["compare", ...args]);
    expect(exitCode).toBe(2);
  });
});

/** `reftel check`: its formats, exit codes, and what `--fix` does to files. */

import { spawnSync } from "node:child_process";
import { chmod, chown, link, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv } from "ajv";
import { afterEach, beforeEach, expect, test } from "vitest";
import { rewriteFile } from "../../server/src/cli/atomic-write.ts";
import { runCommandLine } from "../../server/src/cli/main.ts";
import { bundle } from "../lsp/server-file.ts";

const DRAFT = `UNCLAS TALLINN 099070

E.O. 12598: N/A
TAGS: PGOB, EN
SUBJECT: HARBOR FEES

1. (U) The mayor opened the harbor.
`;
const FIXED = DRAFT.replace("12598", "12958");

let folder = "";
let file = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "reftel-check-"));
  file = join(folder, "draft.cable");
  await writeFile(file, DRAFT);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function run(...args: readonly string[]) {
  const output = { stdout: "", stderr: "" };
  const exitCode = await runCommandLine(["check", ...args], {
    stdout: (text) => {
      output.stdout += text;
    },
    stderr: (text) => {
      output.stderr += text;
    },
  });
  return { exitCode, ...output };
}

test("text has place, message, the line with a caret, and the fix", async () => {
  const { exitCode, stdout } = await run(file);
  expect(exitCode).toBe(1);
  expect(stdout.replaceAll(folder, "")).toBe(
    `/draft.cable:3:6: error: E.O. 12598 is a slip for E.O. 12958. [executive-order-misprinted]
  3 | E.O. 12598: N/A
    |      ^^^^^
    = fix: Write 12958 (--fix does)
/draft.cable:4:7: warning: PGOB is not in the lists of TAGS. Is PGOV meant? [unknown-tag]
  4 | TAGS: PGOB, EN
    |       ^^^^
    = fix: Write PGOV, Political Affairs--Internal Governmental Affairs
`.replace("Political Affairs--Internal Governmental Affairs", stdout.match(/PGOV, (.+)/)?.[1] ?? ""),
  );
});

test("the level decides what is told and what the exit code is", async () => {
  await writeFile(file, FIXED);
  expect(await run(file, "--level", "error")).toMatchObject({ exitCode: 0, stdout: "" });
  expect((await run(file, "--level", "error")).stderr).toContain("1 more below the level error");
  expect((await run(file, "--level", "warning")).exitCode).toBe(1);
});

test("JSON is one array", async () => {
  const { stdout } = await run(file, "--format", "json");
  expect(JSON.parse(stdout)).toMatchObject([
    {
      file,
      code: "executive-order-misprinted",
      severity: "error",
      line: 2,
      character: 5,
      endLine: 2,
      endCharacter: 10,
    },
    { code: "unknown-tag", severity: "warning", line: 3, character: 6 },
  ]);
  await writeFile(file, FIXED.replace("PGOB", "PGOV"));
  expect(JSON.parse((await run(file, "--format", "json")).stdout)).toEqual([]);
});

test("SARIF has the rules, the results and the certain fixes", async () => {
  const log = JSON.parse((await run(file, "--format", "sarif")).stdout);
  expect(log).toMatchObject({
    version: "2.1.0",
    runs: [{ columnKind: "utf16CodeUnits", tool: { driver: { name: "reftel" } } }],
  });
  const [result] = log.runs[0].results;
  expect(log.runs[0].tool.driver.rules[result.ruleIndex].id).toBe(result.ruleId);
  expect(result).toMatchObject({
    ruleId: "executive-order-misprinted",
    level: "error",
    locations: [{ physicalLocation: { region: { startLine: 3, startColumn: 6, endLine: 3, endColumn: 11 } } }],
    fixes: [{ artifactChanges: [{ replacements: [{ insertedContent: { text: "12958" } }] }] }],
  });
});

test("annotations for GitHub are escaped", async () => {
  const { stdout } = await run(file, "--format", "github");
  const [first] = stdout.split("\n");
  expect(first).toMatch(
    /^::error file=.*draft\.cable,line=3,endLine=3,col=6,endColumn=10,title=executive-order-misprinted::E\.O\. 12598/,
  );
});

test("--fix writes what is certain, keeps the rights, leaves no other file, and says what it did", async () => {
  await chmod(file, 0o640);
  const { exitCode, stdout } = await run(file, "--fix", "--level", "error");
  expect(exitCode).toBe(0);
  expect(stdout).toContain("draft.cable:3: fixed: Write 12958 [executive-order-misprinted]\n");
  expect(await readFile(file, "utf8")).toBe(FIXED);
  expect((await stat(file)).mode & 0o777).toBe(0o640);
  expect(await readdir(folder)).toEqual(["draft.cable"]);
  expect((await run(file, "--fix", "--level", "error")).stdout).toBe("");
});

test("--dry-run shows a difference and writes nothing", async () => {
  const { stdout } = await run(file, "--fix", "--dry-run", "--level", "error");
  expect(stdout).toContain(
    "@@ -1,6 +1,6 @@\n UNCLAS TALLINN 099070\n \n-E.O. 12598: N/A\n+E.O. 12958: N/A\n TAGS: PGOB, EN\n",
  );
  expect(await readFile(file, "utf8")).toBe(DRAFT);
});

test.each(["plain.cable", "two words.cable"])("`patch` and `git apply` take the difference: %s", async (name) => {
  const odd = `\ufeff${DRAFT.replaceAll("\n", "\r\n").trimEnd()}`;
  const wanted = odd.replace("12598", "12958");
  await writeFile(join(folder, name), odd);
  const { stdout } = spawnSync(
    process.execPath,
    [bundle.program, "check", "--fix", "--dry-run", "--level", "error", name],
    {
      cwd: folder,
      encoding: "utf8",
    },
  );
  await writeFile(join(folder, "difference"), stdout);
  for (const [command, ...args] of [
    ["git", "apply", "-p0", "difference"],
    ["patch", "-p0", "--binary", "-i", "difference"],
  ] as const) {
    await writeFile(join(folder, name), odd);
    const { error, status, stderr } = spawnSync(command, args, { cwd: folder, encoding: "utf8" });
    // Not every machine has both programs.
    if (error !== undefined) continue;
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(await readFile(join(folder, name), "utf8")).toBe(wanted);
  }
});

test.skipIf(process.platform === "win32")("a file with other names is left as it is, and said so", async () => {
  const text = await readFile(file, "utf8");
  await link(file, join(folder, "other.txt"));
  const { exitCode, stderr } = await run(file, "--fix");
  expect([exitCode, await readFile(file, "utf8"), (await stat(file)).nlink]).toEqual([2, text, 2]);
  expect(stderr).toContain("draft.cable has other names (hard links), which would keep the old text: not fixed");
});

// Only root may give files away.
test.skipIf(process.getuid?.() !== 0)("--fix keeps the owner", async () => {
  await chown(file, 1234, 2345);
  await chmod(file, 0o640);
  await run(file, "--fix", "--level", "error");
  const { uid, gid, mode } = await stat(file);
  expect([uid, gid, mode & 0o7777]).toEqual([1234, 2345, 0o640]);
});

test("--fix takes a name as long as the system takes", async () => {
  const long = join(folder, `${"d".repeat(249)}.cable`);
  await rename(file, long);
  expect((await run(long, "--fix", "--level", "error")).stdout).toContain("fixed: ");
  expect(await readdir(folder)).toHaveLength(1);
});

test("a read-only file is left as it is, and said so", async () => {
  await chmod(file, 0o444);
  const { exitCode, stderr } = await run(file, "--fix");
  expect(exitCode).toBe(2);
  expect(stderr).toContain("draft.cable is read-only: not fixed");
  expect(await readFile(file, "utf8")).toBe(DRAFT);
});

test("a file that vanished or changed meanwhile is said so, a byte-order mark is kept", async () => {
  expect(await rewriteFile(join(folder, "gone.cable"), DRAFT, FIXED)).toMatch(/^vanished/);
  expect(await rewriteFile(file, "something else", FIXED)).toMatch(/^changed/);
  await writeFile(file, `\uFEFF${DRAFT}`);
  expect(await rewriteFile(file, DRAFT, FIXED)).toBeNull();
  expect(await readFile(file, "utf8")).toBe(`\uFEFF${FIXED}`);
  await writeFile(file, Buffer.from([...Buffer.from(DRAFT), 0x92]));
  expect(await rewriteFile(file, `${DRAFT}’`, FIXED)).toMatch(/not written in UTF-8/);
});

test.each([[[]], [["--format", "xml"]], [["--level", "loud"]], [["--dry-run"]], [["--no-such-option"]]])(
  "wrong usage %j is exit code 2",
  async (args) => {
    const { exitCode, stdout } = await run(...(args.length === 0 ? [] : [file, ...args]));
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
  },
);

test("a path that is not there is told, the others are checked all the same", async () => {
  const { exitCode, stdout, stderr } = await run(join(folder, "gone.cable"), file);
  expect(exitCode).toBe(2);
  expect(stderr).toContain("no such file");
  expect(stdout).toContain("[unknown-tag]");
});

test("settings are read from the named file, with or without the editor's prefix", async () => {
  const settings = join(folder, "settings.json");
  await writeFile(settings, JSON.stringify({ rules: { "unknown-tag": "off" }, "reftel.drafting": "auto" }));
  const quiet = await run(file, "--settings", settings);
  expect(quiet.stdout).not.toContain("unknown-tag");
  expect(quiet.stdout).toContain("executive-order-misprinted");
  await writeFile(settings, JSON.stringify({ "reftel.exceptions": { "unknown-tag": ["PGOB"] } }));
  expect((await run(file, "--settings", settings)).stdout).not.toContain("unknown-tag");
  await writeFile(settings, "{");
  expect(await run(file, "--settings", settings)).toMatchObject({ exitCode: 2, stdout: "" });
  expect(await run(file, "--settings", join(folder, "none.json"))).toMatchObject({ exitCode: 2, stdout: "" });
});

test("citations are compared with the cables among the paths", async () => {
  const fields = "E.O. 12958: N/A\nTAGS: PGOV, EN\nSUBJECT: FEES\n";
  const cable = (day: string, station: string, more: string): string =>
    `R ${day}0903Z AUG 09\nFM AMEMBASSY ${station}\nTO RUEHC/SECSTATE WASHDC 8243\n\nUNCLAS ${station} 099012\n\n${fields}${more}\n1. Fees fell.\n`;
  await writeFile(join(folder, "cites.cable"), cable("28", "TALLINN", "REF: RIGA 99012\n"));
  await writeFile(join(folder, "later.cable"), cable("29", "RIGA", ""));
  const { stdout } = await run(folder, "--level", "hint");
  expect(stdout).toContain("cites.cable:10:6: hint: 09RIGA99012 was sent later");
});

test("what is wrong with a path outweighs what is found", async () => {
  expect(await run(file, join(folder, "none.cable"))).toMatchObject({ exitCode: 2 });
  expect(await run(file, "--nonsense")).toMatchObject({ exitCode: 2, stdout: "" });
});

/** The part of the schema of SARIF 2.1.0 that is about what is written here, its names and limits as published. */
const SARIF = {
  type: "object",
  required: ["version", "runs"],
  additionalProperties: false,
  properties: {
    $schema: { type: "string", format: "uri" },
    version: { enum: ["2.1.0"] },
    runs: { type: "array", items: { $ref: "#/definitions/run" } },
  },
  definitions: {
    message: {
      type: "object",
      required: ["text"],
      additionalProperties: false,
      properties: { text: { type: "string" } },
    },
    level: { enum: ["none", "note", "warning", "error"] },
    artifactLocation: {
      type: "object",
      additionalProperties: false,
      properties: { uri: { type: "string", pattern: "^[A-Za-z0-9._~:/?#\\[\\]@!$&'()*+,;=%-]*$" } },
    },
    region: {
      type: "object",
      additionalProperties: false,
      properties: {
        startLine: { type: "integer", minimum: 1 },
        startColumn: { type: "integer", minimum: 1 },
        endLine: { type: "integer", minimum: 1 },
        endColumn: { type: "integer", minimum: 1 },
      },
    },
    run: {
      type: "object",
      required: ["tool"],
      additionalProperties: false,
      properties: {
        tool: {
          type: "object",
          required: ["driver"],
          additionalProperties: false,
          properties: {
            driver: {
              type: "object",
              required: ["name"],
              additionalProperties: false,
              properties: {
                name: { type: "string" },
                version: { type: "string" },
                rules: {
                  type: "array",
                  uniqueItems: true,
                  items: {
                    type: "object",
                    required: ["id"],
                    additionalProperties: false,
                    properties: {
                      id: { type: "string" },
                      shortDescription: { $ref: "#/definitions/message" },
                      fullDescription: { $ref: "#/definitions/message" },
                      help: { $ref: "#/definitions/message" },
                      helpUri: { type: "string" },
                      defaultConfiguration: {
                        type: "object",
                        additionalProperties: false,
                        properties: { enabled: { type: "boolean" }, level: { $ref: "#/definitions/level" } },
                      },
                    },
                  },
                },
              },
            },
          },
        },
        columnKind: { enum: ["utf16CodeUnits", "unicodeCodePoints"] },
        results: {
          type: "array",
          items: {
            type: "object",
            required: ["message"],
            additionalProperties: false,
            properties: {
              ruleId: { type: "string" },
              ruleIndex: { type: "integer", minimum: -1 },
              level: { $ref: "#/definitions/level" },
              message: { $ref: "#/definitions/message" },
              locations: {
                type: "array",
                items: {
                  type: "object",
                  additionalProperties: false,
                  properties: {
                    physicalLocation: {
                      type: "object",
                      required: ["artifactLocation"],
                      additionalProperties: false,
                      properties: {
                        artifactLocation: { $ref: "#/definitions/artifactLocation" },
                        region: { $ref: "#/definitions/region" },
                      },
                    },
                  },
                },
              },
              fixes: {
                type: "array",
                uniqueItems: true,
                items: {
                  type: "object",
                  required: ["artifactChanges"],
                  additionalProperties: false,
                  properties: {
                    description: { $ref: "#/definitions/message" },
                    artifactChanges: {
                      type: "array",
                      minItems: 1,
                      uniqueItems: true,
                      items: {
                        type: "object",
                        required: ["artifactLocation", "replacements"],
                        additionalProperties: false,
                        properties: {
                          artifactLocation: { $ref: "#/definitions/artifactLocation" },
                          replacements: {
                            type: "array",
                            minItems: 1,
                            items: {
                              type: "object",
                              required: ["deletedRegion"],
                              additionalProperties: false,
                              properties: {
                                deletedRegion: { $ref: "#/definitions/region" },
                                insertedContent: {
                                  type: "object",
                                  additionalProperties: false,
                                  properties: { text: { type: "string" } },
                                },
                              },
                            },
                          },
                        },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
  },
};

test("SARIF is what its schema wants, whatever the file is called", async () => {
  const odd = join(folder, "a b,ü%#.cable");
  await writeFile(odd, DRAFT);
  const { stdout } = await run(folder, "--format", "sarif", "--level", "hint");
  const validate = new Ajv({ allErrors: true, formats: { uri: true } }).compile(SARIF);
  validate(JSON.parse(stdout));
  expect(validate.errors ?? []).toEqual([]);
});

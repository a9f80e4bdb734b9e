/** What users install: the files of the extension, its size, the npm package installed and tried, the notices and the bill of materials. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "reftel-packages-"));

/** Runs a program to its end; a failure is the test's. */
function run(command: string, args: readonly string[], cwd = ROOT): string {
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, encoding: "utf8" });
  expect(`${status} ${stderr}`).toMatch(/^0 /);
  return stdout;
}

beforeAll(() => {
  run(process.execPath, [join(ROOT, "scripts", "package.mjs"), folder]);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the extension", () => {
  test("holds what runs and nothing else", async () => {
    const vsce = join(ROOT, "node_modules", "@vscode", "vsce", "vsce");
    const files = run(process.execPath, [vsce, "ls", "--no-dependencies"]).trim().split("\n").sort();
    // A page for each rule: their names are tested with the rules.
    const listed = [...new Set(files.map((file) => file.replace(/^docs\/rules\/.*/, "docs/rules/*.md")))];
    await expect(`${listed.join("\n")}\n`).toMatchFileSnapshot("extension-files.txt");
  });

  test("is smaller than two megabytes", () => {
    expect(statSync(join(folder, "reftel.vsix")).size).toBeLessThan(2_000_000);
  });
});

describe("the npm package", () => {
  const home = join(folder, "home");
  const program = join(home, "node_modules", ".bin", "reftel");

  beforeAll(() => {
    mkdirSync(home);
    run(
      "npm",
      ["install", "--offline", "--no-audit", "--no-fund", join(folder, `reftel-${manifest.version}.tgz`)],
      home,
    );
  }, 60_000);

  test("runs where it is installed", () => {
    expect(run(program, ["--version"]).trim()).toBe(manifest.version);
    const record: unknown = JSON.parse(run(program, ["json", join(ROOT, "tests", "fixtures", "09SHANGHAI374.txt")]));
    expect(record).toMatchObject({ mrn: "09SHANGHAI374" });
  });

  test("brings nothing with it", () => {
    expect(readdirSync(join(home, "node_modules")).filter((name) => !name.startsWith("."))).toEqual(["reftel"]);
  });

  test("holds what runs and what is to be read, and nothing else", () => {
    const files = readdirSync(join(home, "node_modules", "reftel"), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(relative(join(home, "node_modules", "reftel"), entry.parentPath), entry.name));
    const text = /^(?:README\.md|CHANGELOG\.md|LICENSE|THIRD-PARTY-NOTICES\.txt|docs\/[\w/-]+\.md)$/;
    const data = /^(?:package|schemas\/[a-z]+\.schema|syntaxes\/[\w.-]+\.tmLanguage)\.json$/;
    const others = files
      .map((file) => file.replaceAll("\\", "/"))
      .filter((file) => !text.test(file) && !data.test(file));
    expect(others.sort()).toEqual([
      "dist/libraries/mcp.js",
      "dist/libraries/parquet.js",
      "dist/libraries/pdf.js",
      "dist/libraries/zip.js",
      "dist/reftel.js",
    ]);
  });

  test("has the pages that diagnostics link to", () => {
    expect(readdirSync(join(home, "node_modules", "reftel", "docs", "rules"))).toContain("unknown-tag.md");
  });
});

describe("what is bundled", () => {
  const bill = (): { components: readonly { name: string; version: string; licenses: unknown }[] } =>
    JSON.parse(readFileSync(join(folder, "reftel.cdx.json"), "utf8"));

  test("is named in the bill of materials and in the notices", () => {
    const notices = readFileSync(join(ROOT, "THIRD-PARTY-NOTICES.txt"), "utf8");
    const named = [...notices.matchAll(/^=+\n(\S+) (\S+) \(/gm)].map(([, name, version]) => `${name} ${version}`);
    expect(bill().components.map(({ name, version }) => `${name} ${version}`)).toEqual(named);
    expect(named).toContain(`vscode-languageserver ${manifest.devDependencies["vscode-languageserver"]}`);
  });

  test("stands under licences that let it be bundled", () => {
    const licences = new Set(bill().components.map(({ licenses }) => JSON.stringify(licenses)));
    for (const licence of licences)
      expect(licence).toMatch(/"(MIT|ISC|BlueOak-1\.0\.0|Apache-2\.0|BSD-[23]-Clause|0BSD)"/);
  });

  test("has notices that are up to date", { timeout: 60_000 }, () => {
    run(process.execPath, [join(ROOT, "scripts", "generate-notices.mjs"), "--check"]);
  });
});

describe("the version", () => {
  test("has its entry in the list of changes", () => {
    const changes = readFileSync(join(ROOT, "CHANGELOG.md"), "utf8");
    const headings = [...changes.matchAll(/^## \[([^\]]+)\](.*)$/gm)].map(([, version, date]) => [
      version,
      date?.trim(),
    ]);
    // What is not released yet, then releases with their dates, the newest first.
    expect(headings[0]).toEqual(["Unreleased", ""]);
    for (const [version, date] of headings.slice(1)) {
      expect(version).toMatch(/^\d+\.\d+\.\d+$/);
      expect(date).toMatch(/^- \d{4}-\d\d-\d\d$/);
    }
  });
});

/** A release: its addresses, its channel, its notes, and that the workflows run nothing which is not pinned. */

import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { isPreRelease, releaseAddress } from "../../scripts/lib/release-address.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const WORKFLOWS = join(ROOT, ".github", "workflows");
const PUBLISH = join(ROOT, ".github", "publish");

const read = (...path: string[]): string => readFileSync(join(...path), "utf8");

/** A job of the release workflow: its lines, from its name to the next job's. */
function job(name: string): string {
  const [, jobs = ""] = read(WORKFLOWS, "release.yml").split("\njobs:\n");
  const found = jobs.split(/^ {2}(?=[\w-]+:\n)/m).find((text) => text.startsWith(`${name}:`));
  if (found === undefined) throw new Error(`no job ${name}`);
  return found;
}

describe("addresses", () => {
  test("are all made from the manifest's repository", () => {
    const project = manifest.repository.url.replace(/\.git$/, "");
    expect(manifest.bugs.url).toBe(`${project}/issues`);
    expect(manifest.homepage).toBe(`${project}#readme`);
    expect(releaseAddress({ repository: { url: "https://forge.example/own/er.git" }, version: "1.2.3" })).toEqual({
      repository: "git+https://forge.example/own/er.git",
      pages: "https://forge.example/own/er/blob/v1.2.3",
      pictures: "https://forge.example/own/er/raw/v1.2.3",
    });
  });
});

describe("the channel and the notes", () => {
  test("are those of the version: an odd minor number is a pre-release", () => {
    expect(["0.2.0", "0.3.1", "1.0.0", "1.11.0"].map(isPreRelease)).toEqual([false, true, false, true]);
  });

  test("come from the list of changes, and a tag of another version has none", () => {
    const notes = (tag: string) => spawnSync(process.execPath, [join(ROOT, "scripts", "release-notes.mjs"), tag]);
    const { status, stdout } = notes(`v${manifest.version}`);
    expect(status).toBe(0);
    expect(read(ROOT, "CHANGELOG.md")).toContain(stdout.toString().trim());
    expect(stdout.toString()).toMatch(/^### /m);
    expect(notes("v99.0.0").status).toBe(2);
  });
});

describe("the workflows", () => {
  const files = readdirSync(WORKFLOWS);

  test.each(files)("%s uses actions by their hash only, with the version behind it", (file) => {
    const uses = [...read(WORKFLOWS, file).matchAll(/^\s*-? *uses: (.+)$/gm)].map(([, action]) => action);
    expect(uses.length).toBeGreaterThan(2);
    for (const action of uses) expect(action).toMatch(/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
  });

  test.each(files)("%s grants nothing to all jobs but reading", (file) => {
    expect(read(WORKFLOWS, file)).toMatch(/^permissions:(?: \{\}|\n {2}contents: read)\n(?! )/m);
  });

  test.each(["vscode-registry", "open-registry", "npm", "beside-the-tag", "attest"])(
    "the job %s builds nothing, tests nothing and runs no package's scripts",
    (name) => {
      const text = job(name);
      expect(text).not.toMatch(/npm (?:test|run|install)|npx|\.ci\/run/);
      for (const [install] of text.matchAll(/npm ci.*/g))
        expect(install).toBe("npm ci --ignore-scripts --prefix .github/publish");
    },
  );

  test("only the job that makes the release may write, only those that prove who they are may say so", () => {
    const jobs = ["pack", "attest", "beside-the-tag", "vscode-registry", "open-registry", "npm"];
    expect(jobs.filter((name) => /contents: write/.test(job(name)))).toEqual(["beside-the-tag"]);
    expect(jobs.filter((name) => /id-token: write/.test(job(name)))).toEqual(["attest", "vscode-registry", "npm"]);
  });

  test("the programs that publish are locked, at the versions that the project packs with", () => {
    const { dependencies } = JSON.parse(read(PUBLISH, "package.json"));
    expect(dependencies).toEqual({
      "@vscode/vsce": manifest.devDependencies["@vscode/vsce"],
      ovsx: manifest.devDependencies.ovsx,
    });
    const { packages } = JSON.parse(read(PUBLISH, "package-lock.json"));
    for (const name of Object.keys(dependencies)) {
      expect(packages[`node_modules/${name}`].version).toBe(dependencies[name]);
      expect(packages[`node_modules/${name}`].integrity).toMatch(/^sha512-/);
    }
  });
});

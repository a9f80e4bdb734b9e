/** What the tests with real editors share: a folder with the fixtures, `reftel` on the path, the configuration of the documentation, a run. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { which } from "../../scripts/lib/processes.mjs";
import { reftelOnPath } from "../support/reftel-on-path.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Whether an editor is installed: where it is not, its tests are passed over and say so. */
export function isInstalled(program: string): boolean {
  return which(program) !== undefined;
}

/** The first block of a language in a page of the documentation: what people copy is what is tried. */
export function documented(page: string, language: string): string {
  const text = readFileSync(join(ROOT, "docs", "editors", page), "utf8");
  const block = new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, "m").exec(text)?.[1];
  if (block === undefined) throw new Error(`${page} has no block of ${language}`);
  return block;
}

/**
 * Runs an editor to its end in a folder of fixtures.
 * @param program the server's bundle, which becomes `reftel` on the path.
 * @param files what is written beside the fixtures, by name.
 * @returns what the editor wrote into the file that `REFTEL_ANSWERS` names.
 */
export function runEditor(
  command: string,
  args: readonly string[],
  { program, files }: { readonly program: string; readonly files: Readonly<Record<string, string>> },
): unknown {
  const folder = mkdtempSync(join(tmpdir(), "reftel-editor-"));
  const cables = join(folder, "cables");
  try {
    cpSync(join(ROOT, "tests", "fixtures"), cables, { recursive: true });
    reftelOnPath(folder, program);
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    const answers = join(folder, "answers.json");
    const { stderr, stdout } = spawnSync(
      command,
      args.map((arg) => arg.replace("$FOLDER", folder)),
      {
        cwd: cables,
        encoding: "utf8",
        timeout: 90_000,
        env: {
          ...process.env,
          HOME: folder,
          XDG_CACHE_HOME: join(folder, "cache"),
          PATH: `${join(folder, "bin")}${delimiter}${process.env.PATH}`,
          REFTEL_ANSWERS: answers,
        },
      },
    );
    try {
      return JSON.parse(readFileSync(answers, "utf8"));
    } catch {
      throw new Error(`${command} wrote no answers:\n${stdout}\n${stderr}`);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** `reftel check`: what the rules find in cables, and with `--fix` what is certain mended. */

import { parseArgs } from "node:util";
import { parseCable } from "../cable/parse.ts";
import { diagnose } from "../features/diagnostics.ts";
import { fixAll } from "../features/fixes/fix-all.ts";
import type { RuleEnvironment } from "../features/rules/support/rule-environment.ts";
import type { RuleSettings } from "../features/rules/support/settings.ts";
import type { Severity } from "../features/rules/support/severity.ts";
import { unifiedDiff } from "../text/line-differences.ts";
import type { CableDate } from "../vocabulary/date.ts";
import { byteOrderMarkOf, rewriteFile } from "./atomic-write.ts";
import { type CableFile, type CableFileReport, cableFiles, reportPassedOver } from "./cable-files.ts";
import type { CheckFormat } from "./check-formats/format.ts";
import { githubFormat } from "./check-formats/github.ts";
import { jsonFormat } from "./check-formats/json.ts";
import { sarifFormat } from "./check-formats/sarif.ts";
import { textFormat } from "./check-formats/text.ts";
import { indexOfPaths } from "./check-index.ts";
import { readCheckSettings } from "./check-settings.ts";
import { type Command, type CommandIo, wrongUsage } from "./command.ts";
import { ReadCache } from "./read-cache.ts";

const USAGE =
  "reftel check PATH… [--format text|json|sarif|github] [--level error|warning|info|hint] [--fix [--dry-run]] [--settings FILE]";

const FORMATS: ReadonlyMap<string, CheckFormat> = new Map([
  ["text", textFormat],
  ["json", jsonFormat],
  ["sarif", sarifFormat],
  ["github", githubFormat],
]);

/** In falling order of weight. */
const LEVELS: readonly Severity[] = ["error", "warning", "info", "hint"];

interface Request {
  readonly paths: readonly string[];
  readonly format: CheckFormat;
  readonly isText: boolean;
  readonly level: Severity;
  readonly fix: boolean;
  readonly dryRun: boolean;
  /** The file that settings are read from; null for the usual one, if it is there. */
  readonly settings: string | null;
}

export const check: Command = {
  name: "check",
  summary: "say what the rules find in cables; exit 1 where that is at or above the level (warning)",
  usage: USAGE,
  run: async (args, io) => {
    const request = readRequest(args);
    if (typeof request === "string") return wrongUsage(io, check, request);
    const settings = await readCheckSettings(request.settings, (problem) => io.stderr(`reftel check: ${problem}\n`));
    if (typeof settings === "string") {
      io.stderr(`reftel check: ${settings}\n`);
      return 2;
    }
    const texts = new ReadCache();
    const index = await indexOfPaths(request.paths, texts);
    const surroundings = { vocabulary: settings.vocabulary, today: today(), index };
    return new Check(request, io, settings.rules, surroundings, texts).run();
  },
};

class Check {
  readonly #request: Request;
  readonly #io: CommandIo;
  readonly #settings: RuleSettings;
  readonly #surroundings: RuleEnvironment;
  readonly #report: CableFileReport = { failed: false, passedOver: 0 };
  readonly #texts: ReadCache;
  #found = 0;
  #belowLevel = 0;

  constructor(
    request: Request,
    io: CommandIo,
    settings: RuleSettings,
    surroundings: RuleEnvironment,
    texts: ReadCache,
  ) {
    this.#texts = texts;
    this.#request = request;
    this.#io = io;
    this.#settings = settings;
    this.#surroundings = surroundings;
  }

  async run(): Promise<number> {
    const { paths, format } = this.#request;
    await this.#write(format.begin());
    for await (const file of cableFiles(paths, this.#io, this.#report, (uri) => this.#texts.take(uri))) {
      await this.#check(this.#request.fix ? await this.#fixed(file) : file);
    }
    await this.#write(format.end());
    reportPassedOver(this.#io, this.#report);
    if (this.#belowLevel > 0) {
      this.#io.stderr(
        `reftel: ${this.#belowLevel} more below the level ${this.#request.level} (--level hint shows all)\n`,
      );
    }
    return this.#report.failed ? 2 : this.#found > 0 ? 1 : 0;
  }

  async #check({ path, tree }: CableFile): Promise<void> {
    const { format, level } = this.#request;
    for (const found of diagnose(tree, this.#settings, this.#surroundings)) {
      if (LEVELS.indexOf(found.severity) > LEVELS.indexOf(level)) {
        this.#belowLevel++;
        continue;
      }
      await this.#write(format.finding({ path, lines: tree.lines, found }, this.#found === 0));
      this.#found++;
    }
  }

  /** The cable as it stands in its file afterwards, or would. */
  async #fixed(file: CableFile): Promise<CableFile> {
    const { path, tree } = file;
    const before = tree.lines.text;
    const { text, made } = fixAll(tree, path, this.#settings, this.#surroundings);
    if (text === before) return file;
    if (this.#request.dryRun) {
      const mark = await byteOrderMarkOf(path);
      await this.#say(unifiedDiff({ name: path, text: mark + before }, { name: path, text: mark + text }));
    } else {
      const problem = await rewriteFile(path, before, text);
      if (problem !== null) {
        this.#report.failed = true;
        this.#io.stderr(`reftel: ${path} ${problem}\n`);
        return file;
      }
      await this.#say(made.map(({ code, title, line }) => `${path}:${line + 1}: fixed: ${title} [${code}]\n`).join(""));
    }
    return { path, tree: parseCable(text, path) };
  }

  /** What was done is told beside the findings where people read both, apart from them where a program does. */
  async #say(text: string): Promise<void> {
    if (this.#request.isText) await this.#write(text);
    else this.#io.stderr(text);
  }

  async #write(text: string): Promise<void> {
    if (text !== "") await this.#io.stdout(text);
  }
}

/** What the arguments ask for, or what is wrong with them. */
function readRequest(args: readonly string[]): Request | string {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: {
      format: { type: "string", default: "text" },
      level: { type: "string", default: "warning" },
      fix: { type: "boolean", default: false },
      "dry-run": { type: "boolean", default: false },
      settings: { type: "string" },
    },
    allowPositionals: true,
    strict: true,
  });
  if (positionals.length === 0) return "name a file or folder";
  const format = FORMATS.get(values.format);
  if (format === undefined) return `there is no format ${JSON.stringify(values.format)}`;
  const level = LEVELS.find((one) => one === values.level);
  if (level === undefined) return `there is no level ${JSON.stringify(values.level)}`;
  if (values["dry-run"] && !values.fix) return "--dry-run goes with --fix";
  return {
    paths: positionals,
    format,
    isText: values.format === "text",
    level,
    fix: values.fix,
    dryRun: values["dry-run"],
    settings: values.settings ?? null,
  };
}

function today(): CableDate {
  const now = new Date();
  return { year: now.getUTCFullYear(), month: now.getUTCMonth() + 1, day: now.getUTCDate() };
}

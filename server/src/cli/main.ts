/** The command line `reftel`: finds the command, runs it, and turns every failure into one line and an exit code. */

import packageJson from "../../../package.json" with { type: "json" };
import { check } from "./check.ts";
import { citeCommand } from "./cite.ts";
import { type Command, type CommandIo, isWrongCall, whatIsWrong, wrongUsage } from "./command.ts";
import { compare } from "./compare.ts";
import { explain } from "./explain.ts";
import { exportCable } from "./export.ts";
import { importCommand } from "./import.ts";
import { json } from "./json.ts";
import { lsp } from "./lsp.ts";
import { mcp } from "./mcp.ts";
import { outline } from "./outline.ts";
import { refs } from "./refs.ts";
import { search } from "./search.ts";
import { tables } from "./tables.ts";
import { terminalIo } from "./terminal-text.ts";
import { verify } from "./verify.ts";

// Not by `import()`: in one file, what is loaded late is wrapped and parsed twice, which costs the server more than it saves others.
const COMMANDS: readonly Command[] = [
  lsp,
  json,
  outline,
  check,
  explain,
  refs,
  search,
  exportCable,
  citeCommand,
  importCommand,
  tables,
  mcp,
  verify,
  compare,
];

/** Runs `reftel` with its arguments; answers the exit code. Never throws. */
export async function runCommandLine(args: readonly string[], out: CommandIo): Promise<number> {
  const io = terminalIo(out);
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    (name === undefined ? io.stderr : io.stdout)(helpText());
    return name === undefined ? 2 : 0;
  }
  if (name === "--version") {
    io.stdout(`${packageJson.version}\n`);
    return 0;
  }
  const command = COMMANDS.find((one) => one.name === name);
  if (command === undefined) {
    io.stderr(`reftel: there is no command ${JSON.stringify(name)}; see reftel --help\n`);
    return 2;
  }
  if (rest.includes("--help") || rest.includes("-h")) {
    io.stdout(`${command.usage}\n    ${command.summary}\n`);
    return 0;
  }
  try {
    return await command.run(rest, io);
  } catch (error) {
    if (isWrongCall(error)) return wrongUsage(io, command, whatIsWrong(error));
    const message = error instanceof Error ? error.message.split("\n", 1)[0] : String(error);
    io.stderr(`reftel ${name}: ${message}\n`);
    return 2;
  }
}

function helpText(): string {
  const lines = COMMANDS.flatMap((command) => [
    ...command.usage.split("\n").map((usage) => `  ${usage}`),
    `      ${command.summary}`,
  ]);
  return `reftel ${packageJson.version}: reads US diplomatic cables\n\n${lines.join("\n")}\n`;
}

/** The command line `reftel`: finds the command, runs it, and turns every failure into one line and an exit code. */

import packageJson from "../../../package.json" with { type: "json" };
import type { Command, CommandIo } from "./command.ts";

/** Every command by its name, in the order of the help. Each is loaded when it is run: none waits for what another needs. */
const COMMANDS: ReadonlyMap<string, () => Promise<Command>> = new Map([
  ["lsp", async () => (await import("./lsp.ts")).lsp],
  ["json", async () => (await import("./json.ts")).json],
  ["outline", async () => (await import("./outline.ts")).outline],
  ["check", async () => (await import("./check.ts")).check],
  ["explain", async () => (await import("./explain.ts")).explain],
  ["refs", async () => (await import("./refs.ts")).refs],
  ["export", async () => (await import("./export.ts")).exportCable],
  ["cite", async () => (await import("./cite.ts")).citeCommand],
  ["import", async () => (await import("./import.ts")).importCommand],
]);

/** Runs `reftel` with its arguments; answers the exit code. Never throws. */
export async function runCommandLine(args: readonly string[], io: CommandIo): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    (name === undefined ? io.stderr : io.stdout)(await helpText());
    return name === undefined ? 2 : 0;
  }
  if (name === "--version") {
    io.stdout(`${packageJson.version}\n`);
    return 0;
  }
  const load = COMMANDS.get(name);
  if (load === undefined) {
    io.stderr(`reftel: there is no command ${JSON.stringify(name)}; see reftel --help\n`);
    return 2;
  }
  const command = await load();
  if (rest.includes("--help") || rest.includes("-h")) {
    io.stdout(`${command.usage}\n    ${command.summary}\n`);
    return 0;
  }
  try {
    return await command.run(rest, io);
  } catch (error) {
    const message = error instanceof Error ? error.message.split("\n", 1)[0] : String(error);
    io.stderr(`reftel ${name}: ${message}\n`);
    return 2;
  }
}

async function helpText(): Promise<string> {
  const commands = await Promise.all([...COMMANDS.values()].map((load) => load()));
  const lines = commands.flatMap((command) => [
    ...command.usage.split("\n").map((usage) => `  ${usage}`),
    `      ${command.summary}`,
  ]);
  return `reftel ${packageJson.version}: reads US diplomatic cables\n\n${lines.join("\n")}\n`;
}

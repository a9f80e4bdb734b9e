/** Adds exceptions to the settings of rules: what a code action asks for, which the server can not do itself. */

import { ConfigurationTarget, commands, workspace } from "vscode";
import { ADD_EXCEPTION, type AddExceptionArguments } from "../../../server/src/lsp/protocol.ts";
import type { ClientPart } from "../client-part.ts";

export const exceptions: ClientPart = () => [
  commands.registerCommand(ADD_EXCEPTION, ({ code, text }: AddExceptionArguments) =>
    text === null ? turnOff(code) : letStand(code, text),
  ),
];

async function turnOff(code: string): Promise<void> {
  const rules = workspace.getConfiguration("reftel").get<Record<string, string>>("rules") ?? {};
  await write("rules", { ...rules, [code]: "off" });
}

async function letStand(code: string, text: string): Promise<void> {
  const exceptions = workspace.getConfiguration("reftel").get<Record<string, readonly string[]>>("exceptions") ?? {};
  await write("exceptions", { ...exceptions, [code]: [...new Set([...(exceptions[code] ?? []), text])] });
}

/** In the workspace where there is one: what stands in one collection of cables need not stand in others. */
async function write(name: string, value: unknown): Promise<void> {
  const target = workspace.workspaceFolders === undefined ? ConfigurationTarget.Global : ConfigurationTarget.Workspace;
  await workspace.getConfiguration("reftel").update(name, value, target);
}

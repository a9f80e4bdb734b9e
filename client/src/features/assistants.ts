/** Tools for assistants in the editor, and the server for others that the editor starts: both only where the user turned them on. */

import { type CancellationToken, type Disposable, EventEmitter, l10n, workspace } from "vscode";
import { CallToolRequest } from "../../../server/src/lsp/protocol.ts";
import type { ClientHost, ClientPart, CommandLineProgram } from "../client-part.ts";
import { made, registerWithLanguageModels } from "../newer-editor.ts";

const SETTING = "reftel.assistants.enabled";

/** What stands before the names of tools in the manifest, where all extensions share them. */
const PREFIX = "reftel_";

export const assistants: ClientPart = (host) => {
  const changed = new EventEmitter<void>();
  let offered: readonly Disposable[] = [];
  const withdraw = (): void => {
    for (const one of offered) one.dispose();
    offered = [];
  };
  const offer = (): void => {
    withdraw();
    if (isEnabled()) offered = toolNames(host).flatMap((name) => registerTool(host, name));
    changed.fire();
  };
  offer();
  return [
    changed,
    { dispose: withdraw },
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration(SETTING)) offer();
    }),
    workspace.onDidChangeWorkspaceFolders(() => changed.fire()),
    ...(host.program === null ? [] : registerServer(host.program, host, changed)),
  ];
};

function isEnabled(): boolean {
  return workspace.getConfiguration().get(SETTING) === true;
}

/** The tools that the manifest declares, without their prefix. */
function toolNames({ context }: ClientHost): readonly string[] {
  const manifest: unknown = context.extension.packageJSON?.contributes?.languageModelTools;
  return (Array.isArray(manifest) ? manifest : []).flatMap((tool: unknown) => {
    const name: unknown = typeof tool === "object" && tool !== null ? Reflect.get(tool, "name") : undefined;
    return typeof name === "string" && name.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : [];
  });
}

interface Invocation {
  readonly input: unknown;
}

/** Nothing where the editor has no such tools. */
function registerTool(host: ClientHost, name: string): readonly Disposable[] {
  return registerWithLanguageModels("registerTool", `${PREFIX}${name}`, {
    invoke: async ({ input }: Invocation, token: CancellationToken) => {
      const client = await host.client();
      const answer = await client.sendRequest(CallToolRequest, { name, arguments: input }, token);
      if (answer === null) throw new Error(l10n.t("It could not be asked."));
      if ("problem" in answer) throw new Error(answer.problem);
      return made("LanguageModelToolResult", [made("LanguageModelTextPart", answer.text)]);
    },
  });
}

/** The server of `reftel mcp` over the folders of the workspace, for editors that start such servers themselves. */
function registerServer(
  program: CommandLineProgram,
  { context }: ClientHost,
  changed: EventEmitter<void>,
): readonly Disposable[] {
  return registerWithLanguageModels("registerMcpServerDefinitionProvider", "reftel", {
    onDidChangeMcpServerDefinitions: changed.event,
    provideMcpServerDefinitions: () => {
      const folders = (workspace.workspaceFolders ?? []).filter(({ uri }) => uri.scheme === "file");
      if (!isEnabled() || folders.length === 0) return [];
      const { command, script, env } = program;
      const args = [script, "mcp", ...folders.map(({ uri }) => uri.fsPath)];
      const version: unknown = context.extension.packageJSON?.version;
      return [made("McpStdioServerDefinition", "Reftel", command, args, env, version)].filter((one) => one !== null);
    },
  });
}

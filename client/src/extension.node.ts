/** The extension's entry in desktop VS Code: the server is a process of its own. */

import { join } from "node:path";
import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import type { ReftelExports } from "./exports.ts";
import { Extension } from "./extension.ts";

let extension: Extension | undefined;

export function activate(context: ExtensionContext): ReftelExports {
  const module = context.asAbsolutePath("dist/reftel.js");
  const server = { module, args: ["lsp"], transport: TransportKind.ipc, options: { env: compileCache(context) } };
  extension = new Extension(
    context,
    // The editor's own program is Node where it is told to be: nobody needs to have one.
    { command: process.execPath, script: module, env: { ELECTRON_RUN_AS_NODE: "1" } },
    (id, name, options) =>
      new LanguageClient(
        id,
        name,
        { run: server, debug: { ...server, options: { ...server.options, execArgv: ["--nolazy", "--inspect=6009"] } } },
        options,
      ),
  );
  return extension.activate();
}

export async function deactivate(): Promise<void> {
  await extension?.stop();
}

/**
 * Lets a Node that can (22.1 and later) keep the compiled server among the extension's own files, which makes the next start shorter; others
 * pass it over, as all do where the folder can't be written. Who keeps such things elsewhere already goes on doing so.
 */
function compileCache({ globalStorageUri }: ExtensionContext): Record<string, string> {
  const NODE_COMPILE_CACHE = process.env.NODE_COMPILE_CACHE ?? join(globalStorageUri.fsPath, "compiled");
  return { NODE_COMPILE_CACHE };
}

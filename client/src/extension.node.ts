/** The extension's entry in desktop VS Code: the server is a process of its own. */

import type { ExtensionContext } from "vscode";
import { LanguageClient, TransportKind } from "vscode-languageclient/node";
import type { ReftelExports } from "./exports.ts";
import { Extension } from "./extension.ts";

let extension: Extension | undefined;

export function activate(context: ExtensionContext): ReftelExports {
  const module = context.asAbsolutePath("dist/reftel.js");
  const server = { module, args: ["lsp"], transport: TransportKind.ipc };
  extension = new Extension(
    context,
    (id, name, options) =>
      new LanguageClient(
        id,
        name,
        { run: server, debug: { ...server, options: { execArgv: ["--nolazy", "--inspect=6009"] } } },
        options,
      ),
  );
  return extension.activate();
}

export async function deactivate(): Promise<void> {
  await extension?.stop();
}

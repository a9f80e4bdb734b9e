/** The extension's entry in a browser: the server is a web worker, and reads files through the editor. */

import { type ExtensionContext, Uri, workspace } from "vscode";
import { LanguageClient } from "vscode-languageclient/browser";
import type { ReftelExports } from "./exports.ts";
import { Extension } from "./extension.ts";

let extension: Extension | undefined;

export function activate(context: ExtensionContext): ReftelExports {
  const program = Uri.joinPath(context.extensionUri, "dist", "reftel.js");
  extension = new Extension(
    context,
    null,
    (id, name, options) => new LanguageClient(id, name, () => startWorker(program), options),
  );
  return extension.activate();
}

export async function deactivate(): Promise<void> {
  await extension?.stop();
}

/** A worker can be started from an address of the web only; an extension that lies elsewhere (on a remote machine, say) is read first. */
async function startWorker(program: Uri): Promise<Worker> {
  if (/^https?$/.test(program.scheme)) return new Worker(program.toString(true));
  const source = new Blob([new TextDecoder().decode(await workspace.fs.readFile(program))], {
    type: "text/javascript",
  });
  const address = URL.createObjectURL(source);
  try {
    return new Worker(address);
  } finally {
    URL.revokeObjectURL(address);
  }
}

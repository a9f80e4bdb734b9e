/** What each file of `parts/` exports, and what it is given. */

import type { Disposable, ExtensionContext } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";

export interface ClientHost {
  readonly context: ExtensionContext;
  /** The client, running: the first that asks starts it. Fails where the server can not start. */
  client(): Promise<BaseLanguageClient>;
}

/** Puts commands, views and watchers on the editor; they live as long as the extension is active. Starts no server by itself. */
export type ClientPart = (host: ClientHost) => readonly Disposable[];

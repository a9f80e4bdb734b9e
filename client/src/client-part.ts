/** What each file of `features/` exports, and what it is given. */

import type { Disposable, Event, ExtensionContext } from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import type { IndexStatus } from "../../server/src/host/indexer.ts";

/** How the command line is run: the program, the script that it is given first, and what its environment needs. Paths of the disk. */
export interface CommandLineProgram {
  readonly command: string;
  readonly script: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface ClientHost {
  readonly context: ExtensionContext;
  /** The command line that comes with the extension; null in a browser, where no program can be run. */
  readonly program: CommandLineProgram | null;
  /** The client, running: the first that asks starts it. Fails where the server can not start. */
  client(): Promise<BaseLanguageClient>;
  /** The index holds something else than before, in this server or one that came after it. Not more often than a view can follow. */
  readonly onIndexChanged: Event<IndexStatus>;
}

/** Puts commands, views and watchers on the editor; they live as long as the extension is active. Starts no server by itself. */
export type ClientPart = (host: ClientHost) => readonly Disposable[];

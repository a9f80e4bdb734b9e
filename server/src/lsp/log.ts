/** The server's log, which the editor keeps. */

import type { RemoteConsole } from "vscode-languageserver";

export interface Log {
  info(line: string): void;
  /** A fault of ours, met while doing `what`. */
  fault(what: string, error: unknown): void;
}

export function logTo(console: RemoteConsole): Log {
  return {
    info: (line) => console.info(line),
    fault: (what, error) => console.error(`Fault in ${what}: ${describeFault(error)}`),
  };
}

export function describeFault(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

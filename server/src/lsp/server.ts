/** The language server on a connection, whatever that runs over. */

import {
  type Connection,
  ErrorCodes,
  type InitializeError,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import type { Arrivals } from "./arrivals.ts";
import { logTo } from "./log.ts";
import { Precedence } from "./request-priority.ts";
import { ALL_REQUESTS } from "./requests/all-requests.ts";
import { type Life, Router } from "./router.ts";
import { type Machine, Session } from "./session.ts";
import { synchronize } from "./synchronization.ts";

/** What the process of a server may ask of it. */
export interface Server {
  readonly isShutDown: () => boolean;
  /** Keeps what is to be kept: for a process that ends without `shutdown`. */
  readonly stop: () => void;
}

/**
 * Serves a connection until the client shuts it down. Answers `initialize` at once: nothing is read before the client says it is ready. `arrivals`
 * knows of the messages that came to this connection.
 */
export function serve(connection: Connection, arrivals: Arrivals, machine: Machine, version: string): Server {
  const log = logTo(connection.console);
  let life: Life = { kind: "waiting" };
  const precedence = new Precedence(machine.turns);
  const router = new Router(connection, log, precedence, arrivals, () => life);

  connection.onInitialize((params) => {
    // Only now: the library has just taken the notification of changed folders for itself.
    synchronize(router);
    if (life.kind !== "waiting") {
      return new ResponseError<InitializeError>(ErrorCodes.InvalidRequest, "initialize came twice", { retry: false });
    }
    const session = new Session(connection, machine, precedence.background, log, params);
    life = { kind: "running", session };
    return { capabilities: capabilities(session), serverInfo: { name: "reftel", version } };
  });
  const stop = (): void => {
    if (life.kind === "running") life.session.dispose();
  };
  connection.onShutdown(() => {
    stop();
    life = { kind: "shut-down" };
  });
  for (const { register } of ALL_REQUESTS) register(router);
  connection.listen();
  return { isShutDown: () => life.kind === "shut-down", stop };
}

function capabilities({ flags }: Session): ServerCapabilities {
  return Object.assign(
    {
      positionEncoding: flags.positionEncoding,
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
    } satisfies ServerCapabilities,
    ...ALL_REQUESTS.map((request) => request.capabilities(flags)),
  );
}

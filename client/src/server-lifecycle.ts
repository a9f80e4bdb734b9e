/** What people are told when the language server ends unasked or does not start, and whether it is started again. */

import { l10n, window } from "vscode";
import {
  CloseAction,
  type CloseHandlerResult,
  ErrorAction,
  type ErrorHandler,
  type ErrorHandlerResult,
} from "vscode-languageclient";

/** A server that ends this often within `SPAN` milliseconds would only end again. */
const MOST_RESTARTS = 4;
const SPAN = 180_000;

/** Faults of the connection in a row before it is given up. */
const MOST_FAULTS = 3;

/** What a message about the server offers to do. */
export interface ServerActions {
  showLog(): void;
  startAgain(): void;
}

/** The client's handler of errors: each `LanguageClient` has one of its own. */
export class ServerEndings implements ErrorHandler {
  readonly #actions: ServerActions;
  /** When it was started again, in milliseconds; of the last `SPAN` only. */
  #restarts: number[] = [];
  #hasRun = false;
  #endedAtOnce = false;
  #told = false;

  constructor(actions: ServerActions) {
    this.#actions = actions;
  }

  /** The server answered `initialize`. */
  started(): void {
    this.#hasRun = true;
  }

  /** The server did not answer `initialize`: whoever asked for it gets the error, people one message. */
  failed(error: unknown): void {
    const ended = l10n.t("it ended at once");
    const reason = this.#endedAtOnce ? ended : error instanceof Error ? error.message : String(error);
    void this.#tellOfTheEnd(l10n.t("Reftel's language server did not start: {0}", reason));
  }

  error(_error: Error, _message: unknown, count: number | undefined): ErrorHandlerResult {
    const goesOn = count !== undefined && count <= MOST_FAULTS;
    return { action: goesOn ? ErrorAction.Continue : ErrorAction.Shutdown, handled: true };
  }

  closed(): CloseHandlerResult {
    if (!this.#hasRun) {
      this.#endedAtOnce = true;
      return { action: CloseAction.DoNotRestart, handled: true };
    }
    const now = Date.now();
    this.#restarts = [...this.#restarts.filter((time) => now - time < SPAN), now];
    if (this.#restarts.length > MOST_RESTARTS) {
      void this.#tellOfTheEnd(l10n.t("Reftel's language server ended {0} times and stays off.", this.#restarts.length));
      return { action: CloseAction.DoNotRestart, handled: true };
    }
    if (!this.#told) void this.#tellOfTheRestart();
    return { action: CloseAction.Restart, handled: true };
  }

  async #tellOfTheRestart(): Promise<void> {
    this.#told = true;
    const showLog = l10n.t("Show Log");
    const message = l10n.t("Reftel's language server ended unexpectedly and was started again.");
    if ((await window.showWarningMessage(message, showLog)) === showLog) this.#actions.showLog();
  }

  async #tellOfTheEnd(message: string): Promise<void> {
    const showLog = l10n.t("Show Log");
    const startAgain = l10n.t("Start Again");
    const choice = await window.showErrorMessage(message, showLog, startAgain);
    if (choice === showLog) this.#actions.showLog();
    if (choice === startAgain) this.#actions.startAgain();
  }
}

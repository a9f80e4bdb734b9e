/** What Reftel adds to the language server protocol. */

import { RequestType } from "vscode-languageserver-protocol";
import type { IndexStatus } from "../host/indexer.ts";

export interface IndexStatusParams {
  /** Answer only when the index is up to date with all that is known when the request arrives. */
  readonly wait?: boolean;
}

/** How far the index is. Tests and scripts wait on it, never on a clock. */
export const IndexStatusRequest = new RequestType<IndexStatusParams, IndexStatus | null, void>("reftel/indexStatus");

/** The command by which a client adds an exception to its settings, or turns a rule off; run for a code action. */
export const ADD_EXCEPTION = "reftel.addException";

/** What it is run with: `text` is to stand from now on; null turns the rule off. */
export interface AddExceptionArguments {
  readonly code: string;
  readonly text: string | null;
}

/** What a client that has it runs on a click on a code lens: given the URI and the position, it shows the references there. */
export const SHOW_CITATIONS = "reftel.showCitations";

/** What VS Code's client names in its initialization options (`commands`) as that which it can run. */
export const CLIENT_COMMANDS: readonly string[] = [ADD_EXCEPTION, SHOW_CITATIONS];

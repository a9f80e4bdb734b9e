/** What each file of this folder exports: what it makes the server capable of, and how it answers. */

import type { ServerCapabilities } from "vscode-languageserver";
import type { ClientFlags } from "../client-flags.ts";
import type { Router } from "../router.ts";

export interface RequestHandler {
  /** What `initialize` answers to a client of these flags. */
  capabilities(flags: ClientFlags): ServerCapabilities;
  /** Puts the handlers on the connection. */
  register(router: Router): void;
}

/** Commands and editors for places that the server names. */

import { type Command, Range, Uri } from "vscode";
import type { CablePlace } from "../../server/src/lsp/protocol.ts";

/** The command that opens a file at a place, as a click in a list does: in a preview tab, with the cursor there. */
export function openCommand({ uri, position: { line, character } }: CablePlace, title: string): Command {
  const selection = new Range(line, character, line, character);
  return { command: "vscode.open", title, arguments: [Uri.parse(uri), { selection, preview: true }] };
}

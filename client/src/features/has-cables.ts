/** Tells the editor whether the workspace has cables, so that menus and views of Reftel show only where there are some. */

import { commands, type Disposable, type ExtensionContext, type Uri, workspace } from "vscode";
import { isPlainlyCable } from "../../../server/src/cable/plainly-cable.ts";
import { decode } from "../../../server/src/host/decode.ts";
import type { ClientPart } from "../client-part.ts";
import { CABLE } from "../detection.ts";

/** The context key that `when` clauses of the manifest ask. */
const KEY = "reftel.hasCables";

/** So many text files are looked into, at most, before the server knows better. A folder of cables shows itself in the first of them. */
const LOOKED_INTO = 24;

/** The largest file that is read whole for its first lines, in bytes: no cable is longer, and the editor reads no part of a file. */
const LARGEST = 256 * 1024;

/** Found out at the start by a few files, then by every opened cable, then by the index, which knows. */
export const hasCables: ClientPart = ({ onIndexChanged, context, client }) => {
  const state = new HasCables(context);
  void state.look(() => client());
  return [
    workspace.onDidOpenTextDocument(({ languageId }) => {
      if (languageId === CABLE) state.set(true);
    }),
    workspace.onDidChangeWorkspaceFolders(() => void state.look(() => client())),
    onIndexChanged(({ cables }) => {
      if (cables > 0) state.set(true);
      else if (!hasOpenCable()) state.set(false);
    }),
    state,
  ];
};

class HasCables implements Disposable {
  readonly #context: ExtensionContext;
  #value: boolean | null = null;

  constructor(context: ExtensionContext) {
    this.#context = context;
    this.set(hasOpenCable() || context.workspaceState.get(KEY, false));
  }

  /** Remembered for the next start, so that the views of a known folder are there at once. */
  set(value: boolean): void {
    if (this.#value === value) return;
    this.#value = value;
    void commands.executeCommand("setContext", KEY, value);
    void this.#context.workspaceState.update(KEY, value);
  }

  /** Looks for cables in the folders. Where some are, `start` starts the server, whose index then says it exactly. */
  async look(start: () => Promise<unknown>): Promise<void> {
    if (!(await workspaceLooksLikeCables())) return;
    this.set(true);
    // Who opens a cable is told why the server does not start.
    await start().catch(() => {});
  }

  dispose(): void {
    void commands.executeCommand("setContext", KEY, false);
  }
}

function hasOpenCable(): boolean {
  return workspace.textDocuments.some(({ languageId }) => languageId === CABLE);
}

/** Whether a folder has a file of the cables' own endings, or a text file whose beginning plainly is a cable's. */
async function workspaceLooksLikeCables(): Promise<boolean> {
  if ((workspace.workspaceFolders ?? []).length === 0) return false;
  if ((await workspace.findFiles("**/*.{cable,telegram}", undefined, 1)).length > 0) return true;
  const texts = await workspace.findFiles("**/*.txt", "**/{node_modules,.git}/**", LOOKED_INTO);
  for (const text of texts) if (await isCable(text)) return true;
  return false;
}

async function isCable(file: Uri): Promise<boolean> {
  try {
    if ((await workspace.fs.stat(file)).size > LARGEST) return false;
    const decoded = decode(await workspace.fs.readFile(file));
    return decoded.kind === "text" && isPlainlyCable(decoded.text);
  } catch {
    return false; // It went away, or can't be read: the index tells of such files.
  }
}

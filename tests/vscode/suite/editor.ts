/** What the tests in the extension host share: opening a cable, finding a place in it, and waiting for an answer. */
import assert from "node:assert/strict";
import { commands, extensions, type Position, type TextDocument, Uri, window, workspace } from "vscode";
import type { ReftelExports } from "../../../client/src/exports.ts";

/** The address of a file of the workspace. */
export function file(name: string): Uri {
  const folder = workspace.workspaceFolders?.[0];
  assert.ok(folder, "a folder is open");
  return Uri.joinPath(folder.uri, name);
}

/**
 * Asks again and again until there is an answer.
 * @param what names the thing waited for, for the message when it never comes.
 */
export async function eventually<T>(what: string, ask: () => T | undefined | PromiseLike<T | undefined>): Promise<T> {
  const end = Date.now() + 90_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) {
      return answer;
    }
    assert.ok(Date.now() < end, `waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/** Opens a file in an editor and waits until it is known for a cable: by its extension, or because its text plainly is one. */
export async function openCable(name: string): Promise<TextDocument> {
  const uri = file(name);
  await window.showTextDocument(await workspace.openTextDocument(uri));
  // A change of language closes and opens the document again, so it is looked for anew.
  return eventually(`${name} to be a cable`, () =>
    workspace.textDocuments.find((each) => each.uri.toString() === uri.toString() && each.languageId === "cable"),
  );
}

/** Asks VS Code for what its providers answer, until one does. */
export function provided<T>(command: string, document: TextDocument, ...rest: unknown[]): Promise<T[]> {
  return eventually(`an answer of ${command}`, async () => {
    const answer = await commands.executeCommand<T[] | undefined>(command, document.uri, ...rest);
    return answer && answer.length > 0 ? answer : undefined;
  });
}

/**
 * The place of a text in a document.
 * @param text must stand there; its first place counts.
 * @param within how many characters into it.
 */
export function placeOf(document: TextDocument, text: string, within = 0): Position {
  const offset = document.getText().indexOf(text);
  assert.notEqual(offset, -1, `${text} stands in the document`);
  return document.positionAt(offset + within);
}

/** Closes every untitled document without keeping it. */
export async function closeUntitled(): Promise<void> {
  await eventually("no untitled document to be left", async () => {
    const document = workspace.textDocuments.find((each) => each.isUntitled);
    if (document === undefined) {
      return true;
    }
    await window.showTextDocument(document);
    await commands.executeCommand("workbench.action.revertAndCloseActiveEditor");
    return undefined;
  });
}

/** Waits until the index knows all cables of the workspace. */
export async function indexed(): ReturnType<ReftelExports["indexStatus"]> {
  const extension = extensions.getExtension<ReftelExports>("reftel.reftel");
  assert.ok(extension, "the extension reftel.reftel is there");
  const { indexStatus } = await extension.activate();
  return indexStatus({ wait: true });
}

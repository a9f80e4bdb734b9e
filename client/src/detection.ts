/** Makes a cable of a plain-text document that plainly is one: once, and never against the user's word. */

import {
  commands,
  type Disposable,
  languages,
  Range,
  type TextDocument,
  type TextDocumentChangeEvent,
  window,
  workspace,
} from "vscode";
import { isPlainlyCable } from "../../server/src/cable/plainly-cable.ts";

export const CABLE = "cable";
const PLAIN_TEXT = "plaintext";

/** What is plainly a cable shows itself in so many lines. */
const LINES = 200;

/** In milliseconds: what VS Code does because of one change of a setting is done. */
const SETTLED = 250;

/** Watches documents as they open, and the command by which people say themselves that something is a cable. */
export function detectCables(): Disposable[] {
  // A document whose language is changed closes and opens again as the same object. While it is in sight that is the user's word; out
  // of sight it is VS Code's, which forgets the language with the last editor and finds it anew with the next.
  let changed = new WeakSet<TextDocument>();
  const consider = (document: TextDocument): void => {
    if (changed.has(document) || !mayBecomeCable(document)) return;
    if (isPlainlyCable(beginning(document))) void languages.setTextDocumentLanguage(document, CABLE);
  };
  workspace.textDocuments.forEach(consider);
  return [
    workspace.onDidOpenTextDocument(consider),
    workspace.onDidCloseTextDocument((document) => {
      if (window.visibleTextEditors.some((editor) => editor.document === document)) changed.add(document);
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (!event.affectsConfiguration("files.associations")) return;
      // VS Code gives every document the language of its name again, and tells of that before or after it tells of the setting.
      setTimeout(() => {
        changed = new WeakSet();
        workspace.textDocuments.forEach(consider);
      }, SETTLED);
    }),
    workspace.onDidChangeTextDocument((event) => {
      if (isPastedInto(event)) consider(event.document);
    }),
    commands.registerCommand("reftel.treatAsCable", async () => {
      const document = window.activeTextEditor?.document;
      if (document !== undefined) await languages.setTextDocumentLanguage(document, CABLE);
    }),
  ];
}

/** Whether a document is plain text and neither the setting nor an association of its name says to leave it so. */
function mayBecomeCable(document: TextDocument): boolean {
  if (document.languageId !== PLAIN_TEXT) return false;
  if (!workspace.getConfiguration("reftel", document).get("detectCables", true)) return false;
  const associations = workspace.getConfiguration("files", document).get<Record<string, string>>("associations", {});
  return !Object.keys(associations).some((pattern) => {
    // A pattern without a stroke speaks of names alone.
    const anywhere = pattern.includes("/") ? pattern : `**/${pattern}`;
    return languages.match({ pattern: anywhere }, document) > 0;
  });
}

/** A new document opens empty: what counts as opening it is the first text of several lines that is put into it. */
function isPastedInto({ document, contentChanges }: TextDocumentChangeEvent): boolean {
  return (
    document.isUntitled && document.languageId === PLAIN_TEXT && contentChanges.some(({ text }) => text.includes("\n"))
  );
}

function beginning(document: TextDocument): string {
  return document.getText(new Range(0, 0, LINES, 0));
}

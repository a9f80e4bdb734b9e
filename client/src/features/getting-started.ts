/** The first steps: the walkthrough, and the invented cable that it opens. */

import { commands, languages, Uri, window, workspace } from "vscode";
import type { ClientPart } from "../client-part.ts";
import { CABLE } from "../detection.ts";

const WALKTHROUGH = "start";

export const gettingStarted: ClientPart = ({ context }) => [
  commands.registerCommand("reftel.openWalkthrough", () =>
    commands.executeCommand("workbench.action.openWalkthrough", `${context.extension.id}#${WALKTHROUGH}`, false),
  ),
  commands.registerCommand("reftel.openSample", async () => {
    const file = Uri.joinPath(context.extensionUri, "media", "walkthrough", "09TALLINN99123.cable");
    // As a document without a file: what is tried on it changes nothing that others find.
    const content = new TextDecoder().decode(await workspace.fs.readFile(file));
    const document = await workspace.openTextDocument({ language: CABLE, content });
    await window.showTextDocument(await languages.setTextDocumentLanguage(document, CABLE));
  }),
];

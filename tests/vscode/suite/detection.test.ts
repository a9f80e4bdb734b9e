/** Whose word counts when a plain text looks like a cable: the user's, the settings', and only then the text's. */
import assert from "node:assert/strict";
import { after, afterEach, describe, it } from "mocha";
import { ConfigurationTarget, commands, languages, type TextDocument, WorkspaceEdit, window, workspace } from "vscode";
import { closeUntitled, eventually, file } from "./editor.ts";

const CABLE = "R 020900Z AUG 09\nUNCLAS TALLINN 099070\nTAGS: PGOV\nSUBJECT: HARBOR FEES\n\n1. Text.\n";

let written = 0;

/** Writes a text file of the workspace and opens it in an editor. */
async function openText(): Promise<TextDocument> {
  written += 1;
  const uri = file(`detection-${written}.txt`);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(CABLE.replace("99070", String(99100 + written))));
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document);
  return document;
}

/** The document of a URI as it is known now: a change of language closes and opens it again. */
function current({ uri }: TextDocument): TextDocument | undefined {
  return workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
}

function becomesCable(document: TextDocument): Promise<true> {
  return eventually(`${document.uri} to be a cable`, () => current(document)?.languageId === "cable" || undefined);
}

/** By the time a text opened later has become a cable, those opened before have been looked at. */
async function everythingIsLookedAt(): Promise<void> {
  await becomesCable(await openText());
}

function set(section: string, value: unknown): Thenable<void> {
  return workspace.getConfiguration().update(section, value, ConfigurationTarget.Workspace);
}

describe("a text that is plainly a cable", () => {
  afterEach(async () => {
    await set("reftel.detectCables", undefined);
    await set("files.associations", undefined);
  });

  after(async () => {
    await closeUntitled();
    await commands.executeCommand("workbench.action.closeAllEditors");
    for (let number = 1; number <= written; number += 1) await workspace.fs.delete(file(`detection-${number}.txt`));
    await workspace.fs.delete(file(".vscode"), { recursive: true });
  });

  it("stays plain text when the user says so", async () => {
    const document = await openText();
    await becomesCable(document);
    await languages.setTextDocumentLanguage(current(document) ?? document, "plaintext");
    await everythingIsLookedAt();
    assert.equal(current(document)?.languageId, "plaintext");
  });

  it("becomes a cable every time that it is opened", async () => {
    const document = await openText();
    await becomesCable(document);
    await commands.executeCommand("workbench.action.closeAllEditors");
    await window.showTextDocument(await workspace.openTextDocument(document.uri));
    await becomesCable(document);
  });

  it("stays plain text where an association of its name says so, and others stay cables", async () => {
    const other = await openText();
    await becomesCable(other);
    await set("files.associations", { [`detection-${written + 1}.txt`]: "plaintext" });
    const document = await openText();
    await everythingIsLookedAt();
    assert.equal(current(document)?.languageId, "plaintext");
    await becomesCable(other);
    await set("files.associations", undefined);
    await becomesCable(document);
  });

  it("stays plain text where the setting says so, until the command is given", async () => {
    await set("reftel.detectCables", false);
    const document = await openText();
    await set("reftel.detectCables", true);
    await everythingIsLookedAt();
    assert.equal(current(document)?.languageId, "plaintext");
    await window.showTextDocument(current(document) ?? document);
    await commands.executeCommand("reftel.treatAsCable");
    await becomesCable(document);
  });

  it("stays Markdown until the command is given", async () => {
    const document = await workspace.openTextDocument({ language: "markdown", content: CABLE });
    await window.showTextDocument(document);
    await everythingIsLookedAt();
    assert.equal(current(document)?.languageId, "markdown");
    await window.showTextDocument(current(document) ?? document);
    await commands.executeCommand("reftel.treatAsCable");
    await becomesCable(document);
  });

  it("becomes a cable when it is put into an untitled document", async () => {
    const document = await workspace.openTextDocument({ language: "plaintext", content: "" });
    await window.showTextDocument(document);
    const paste = new WorkspaceEdit();
    paste.insert(document.uri, document.positionAt(0), CABLE);
    await workspace.applyEdit(paste);
    await becomesCable(document);
  });
});

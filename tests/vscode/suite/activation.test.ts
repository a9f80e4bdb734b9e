/** The extension is there, and a text that is plainly a cable becomes one when it is opened. */
import assert from "node:assert/strict";
import { after, describe, it } from "mocha";
import { extensions, window, workspace } from "vscode";
import { closeUntitled, eventually, openCable } from "./editor.ts";

describe("opening", () => {
  // What is open counts as part of the workspace, so later tests would find these cables twice.
  after(closeUntitled);

  it("makes a text file that is plainly a cable a cable, and starts the extension", async () => {
    const document = await openCable("09SHANGHAI374.txt");
    assert.equal(document.languageId, "cable");
    const extension = extensions.getExtension("reftel.reftel");
    assert.ok(extension, "the extension reftel.reftel is there");
    await eventually("the extension to be active", () => extension.isActive || undefined);
  });

  it("knows a cable by its extension", async () => {
    const document = await openCable("09SHANGHAI66.cable");
    assert.equal(document.languageId, "cable");
  });

  it("knows an untitled cable", async () => {
    const content = (await openCable("residency-pilot-notes.txt")).getText();
    const untitled = await workspace.openTextDocument({ language: "plaintext", content });
    await window.showTextDocument(untitled);
    await eventually("the untitled document to be a cable", () =>
      workspace.textDocuments.find(
        (each) => each.isUntitled && each.getText() === content && each.languageId === "cable",
      ),
    );
  });

  it("leaves other text alone", async () => {
    const other = await workspace.openTextDocument({
      language: "plaintext",
      content: "SUBJECT: lunch\n\nREF: the menu\n",
    });
    await window.showTextDocument(other);
    // By the time a cable opened after it has become one, the other was looked at as well.
    const content = (await openCable("residency-pilot-notes.txt")).getText();
    const cable = await workspace.openTextDocument({ language: "plaintext", content });
    await window.showTextDocument(cable);
    await eventually("the untitled document to be a cable", () =>
      workspace.textDocuments.find((each) => each.isUntitled && each !== other && each.languageId === "cable"),
    );
    assert.equal(other.languageId, "plaintext");
  });
});

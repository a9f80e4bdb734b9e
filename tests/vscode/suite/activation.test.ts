/** The extension is there and starts with the first cable. */
import assert from "node:assert/strict";
import { describe, it } from "mocha";
import { extensions, languages, Uri, workspace } from "vscode";

describe("activation", () => {
  it("starts when a cable is opened", async () => {
    const extension = extensions.getExtension("reftel.reftel");
    assert.ok(extension, "the extension reftel.reftel is there");
    const folder = workspace.workspaceFolders?.[0];
    assert.ok(folder, "a folder is open");
    const opened = await workspace.openTextDocument(Uri.joinPath(folder.uri, "09SHANGHAI374.txt"));
    const document = await languages.setTextDocumentLanguage(opened, "cable");
    await extension.activate();
    assert.equal(document.languageId, "cable");
    assert.equal(extension.isActive, true);
  });
});

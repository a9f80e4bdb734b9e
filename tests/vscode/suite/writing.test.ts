/** A draft in VS Code itself: completion offers what fits, and Enter types the next paragraph's mark. */
import assert from "node:assert/strict";
import { afterEach, describe, it } from "mocha";
import { type CompletionList, commands, Position, Selection, type TextEditor, window, workspace } from "vscode";
import { closeUntitled, eventually } from "./editor.ts";

const DRAFT = "UNCLAS SHANGHAI 099374\n\nE.O. 13526: N/A\nTAGS: PHU\nSUBJECT: NEW RULES\n\n1. (SBU) The first.";

/** An editor on a new cable. */
async function newCable(content: string): Promise<TextEditor> {
  return window.showTextDocument(await workspace.openTextDocument({ language: "cable", content }));
}

describe("a draft", () => {
  afterEach(closeUntitled);

  it("is offered the TAG that is half typed", async () => {
    const { document } = await newCable(DRAFT);
    const labels = await eventually("a TAG", async () => {
      const list = await commands.executeCommand<CompletionList>(
        "vscode.executeCompletionItemProvider",
        document.uri,
        new Position(3, 9),
      );
      const found = list.items.map(({ label }) => (typeof label === "string" ? label : label.label));
      return found.includes("PHUM") ? found : undefined;
    });
    assert.deepEqual(labels, ["PHUM"]);
  });

  it("gets the next number and mark on Enter, and loses an empty one on the next", async () => {
    const editor = await newCable(DRAFT);
    const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
    editor.selection = new Selection(end, end);
    // The server has to know the document before it is asked.
    await eventually("an outline", async () => {
      const symbols = await commands.executeCommand<unknown[]>(
        "vscode.executeDocumentSymbolProvider",
        editor.document.uri,
      );
      return symbols !== undefined && symbols.length > 0 ? true : undefined;
    });
    await commands.executeCommand("type", { text: "\n" });
    await eventually("the next mark", () => (editor.document.getText() === `${DRAFT}\n\n2. (SBU) ` ? true : undefined));
    const { active } = editor.selection;
    assert.deepEqual([active.line, active.character], [8, 9], "the cursor stands behind the mark");
    await commands.executeCommand("type", { text: "\n" });
    await eventually("the mark to be gone", () => (editor.document.getText() === `${DRAFT}\n\n` ? true : undefined));
  });
});

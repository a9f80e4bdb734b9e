/** A fix that adds an exception changes the settings, and what it excepts is found no more. */
import assert from "node:assert/strict";
import { after, describe, it } from "mocha";
import { type CodeAction, CodeActionKind, ConfigurationTarget, commands, Range, window, workspace } from "vscode";
import { closeUntitled, eventually, placeOf } from "./editor.ts";

const DRAFT = "UNCLAS TALLINN 099070\n\nE.O. 12958: N/A\nTAGS: PGOV, EN, XQQZ\nSUBJECT: FEES\n\n1. (U) Fees fell.\n";

describe("an exception", () => {
  after(async () => {
    await workspace.getConfiguration("reftel").update("exceptions", undefined, ConfigurationTarget.Workspace);
    await closeUntitled();
  });

  it("is added to the settings of the workspace, and heeded", async () => {
    const draft = await workspace.openTextDocument({ language: "cable", content: DRAFT });
    await window.showTextDocument(draft);
    const start = placeOf(draft, "XQQZ");
    const tag = new Range(start, start.translate(0, 4));
    const offered = async (): Promise<CodeAction | undefined> => {
      const actions = await commands.executeCommand<CodeAction[]>(
        "vscode.executeCodeActionProvider",
        draft.uri,
        tag,
        CodeActionKind.QuickFix.value,
      );
      return actions.find(({ title }) => title === "Let XQQZ stand (unknown-tag)");
    };
    const { command } = await eventually("the exception to be offered", offered);
    assert.ok(command, "it runs a command");
    await commands.executeCommand(command.command, ...(command.arguments ?? []));
    assert.deepEqual(workspace.getConfiguration("reftel").get("exceptions"), { "unknown-tag": ["XQQZ"] });
    await eventually("the TAG to be found no more", async () => ((await offered()) === undefined ? true : undefined));
  });
});

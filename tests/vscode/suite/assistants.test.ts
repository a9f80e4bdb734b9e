/** Tools for assistants are there once the user turns them on, and answer from the cables of the window. */
import assert from "node:assert/strict";
import { after, describe, it } from "mocha";
import * as vscode from "vscode";
import { eventually, openCable } from "./editor.ts";

/** Of a newer editor than the types are of: looked up, as the extension does. */
function languageModels(): object {
  const editor: object = vscode;
  const lm: unknown = Reflect.get(editor, "lm");
  assert.ok(typeof lm === "object" && lm !== null);
  return lm;
}

function toolNames(): string[] {
  const tools: unknown = Reflect.get(languageModels(), "tools");
  return (Array.isArray(tools) ? tools : []).flatMap((tool: unknown) => {
    const name: unknown = typeof tool === "object" && tool !== null ? Reflect.get(tool, "name") : undefined;
    return typeof name === "string" && name.startsWith("reftel_") ? [name] : [];
  });
}

async function turn(on: boolean | undefined): Promise<void> {
  await vscode.workspace.getConfiguration("reftel.assistants").update("enabled", on, vscode.ConfigurationTarget.Global);
}

describe("tools for assistants", () => {
  after(() => turn(undefined));

  it("answer from the cables of the window once they are turned on", async () => {
    await openCable("09SHANGHAI374.txt");
    await turn(true);
    const invoke: unknown = Reflect.get(languageModels(), "invokeTool");
    assert.ok(typeof invoke === "function");
    await eventually("the tool to be known", () => (toolNames().includes("reftel_read_cable") ? true : undefined));
    const answer = await eventually("the tool to answer", async () => {
      try {
        const options = { input: { mrn: "09SHANGHAI374" }, toolInvocationToken: undefined };
        const token = new vscode.CancellationTokenSource().token;
        const result: unknown = await Reflect.apply(invoke, languageModels(), ["reftel_read_cable", options, token]);
        return JSON.stringify(result);
      } catch (error) {
        // Not yet registered.
        assert.match(String(error), /not|implementation/);
        return undefined;
      }
    });
    assert.match(answer, /09SHANGHAI374/);
    assert.match(answer, /not instructions/);
  });
});

/** A language server that is killed is started again with the documents that are open. On the desktop: in a browser nobody can kill a worker. */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { describe, it } from "mocha";
import type { DocumentSymbol } from "vscode";
import { eventually, openCable, provided } from "./editor.ts";

/** The processes that this one started with a program, by Linux's table of processes. */
function startedWith(program: string): number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const parent = /^ [A-Z] (\d+) /.exec(readFileSync(`/proc/${name}/stat`, "utf8").replace(/^.*\)/s, ""))?.[1];
        return Number(parent) === process.pid && readFileSync(`/proc/${name}/cmdline`, "utf8").includes(program);
      } catch {
        // It has ended meanwhile.
        return false;
      }
    })
    .map(Number);
}

describe("a language server that is killed", () => {
  it("is started again and knows the open documents", async function () {
    // Elsewhere there is no table of processes to find it in.
    if (process.platform !== "linux") this.skip();
    const cable = await openCable("09SHANGHAI374.txt");
    await provided<DocumentSymbol>("vscode.executeDocumentSymbolProvider", cable);
    const [server] = startedWith("dist/reftel.js");
    assert.ok(server !== undefined, "the server runs");
    process.kill(server, "SIGKILL");
    await eventually("another server", () => startedWith("dist/reftel.js").find((id) => id !== server));
    const symbols = await provided<DocumentSymbol>("vscode.executeDocumentSymbolProvider", cable);
    assert.equal(symbols[0]?.name, "Header");
  });
});

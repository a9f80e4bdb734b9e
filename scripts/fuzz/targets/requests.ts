/** The server as a process: every request on the text is answered, without a fault. */

import assert from "node:assert/strict";
import { RawClient } from "../../../tests/lsp/raw-client.ts";
import type { Random } from "../../../tests/support/random.ts";
import { RandomMessages } from "../../../tests/support/random-messages.ts";
import { waitedForProcessor } from "../../load/memory.ts";
import { type Target, type Timing, timed } from "../target.ts";

const URI = "file:///fuzz/text.cable";
const REQUESTS = 24;

export async function requestsTarget(program: string): Promise<Target> {
  const client = new RawClient(program);
  await client.ask("greeting", "initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: { textDocument: { diagnostic: {}, documentSymbol: { hierarchicalDocumentSymbolSupport: true } } },
  });
  client.send({ method: "initialized", params: {} });
  let asked = 0;
  let version = 1;

  const ask = async (method: string, params: unknown): Promise<Timing> => {
    const id = `fuzz-${++asked}`;
    const waited = waitedForProcessor(client.process.pid) ?? 0;
    const timing = await timed(method || "an empty method", () => client.ask(id, method, params));
    // The time in which others had the processor is not the server's.
    const others = (waitedForProcessor(client.process.pid) ?? 0) - waited;
    client.answers.delete(JSON.stringify(id));
    const faults = client.log.filter((line) => line.startsWith("Fault"));
    client.log.length = 0;
    assert.deepEqual(faults, []);
    return { ...timing, milliseconds: Math.max(0, timing.milliseconds - others) };
  };

  return {
    name: "requests",
    every: 1,
    attempt: async (text: string, random: Random) => {
      client.send({
        method: "textDocument/didOpen",
        params: { textDocument: { uri: URI, languageId: "cable", version: ++version, text } },
      });
      const messages = new RandomMessages(random, [URI], [text], { nonsense: false });
      // The first one pays for the parse.
      const timings = [await ask("textDocument/documentSymbol", { textDocument: { uri: URI } })];
      for (let count = 0; count < REQUESTS; count++) {
        const { method, params } = messages.request();
        timings.push(await ask(method, params));
      }
      client.send({ method: "textDocument/didClose", params: { textDocument: { uri: URI } } });
      return timings;
    },
    end: async () => client.dispose(),
  };
}

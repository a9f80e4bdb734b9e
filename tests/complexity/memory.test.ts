/** Ten thousand edits leave no more behind than two thousand: counted in bytes that are in use after a collection. */

import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { EditedDocument } from "../../scripts/load/edited-document.ts";
import { RawClient } from "../lsp/raw-client.ts";
import { bundle } from "../lsp/server-file.ts";
import { Random } from "../support/random.ts";

const TEXT = readFileSync(new URL("../fixtures/09SHANGHAI66.cable", import.meta.url), "utf8");
const TELL_HEAP = fileURLToPath(new URL("tell-heap.cjs", import.meta.url));
const FEW = 2_000;
const MANY = 10_000;
/** Requests after so many edits, so that each version of some is parsed, checked and indexed. */
const ASKED_EVERY = 50;
/** Of the bytes in use. What is kept for each edit, be it only one version of its text, comes to more. */
const MOST_GROWTH = 1.25;

// Windows has no signals: there is no way to ask a process for its heap that adds nothing to the program.
describe.skipIf(process.platform === "win32")("memory after edits", () => {
  test.each([1, 100])("of %i documents", { timeout: 240_000 }, async (count) => {
    const client = new RawClient(bundle.program, ["--expose-gc", "--require", TELL_HEAP]);
    try {
      await client.ask("greeting", "initialize", {
        processId: process.pid,
        rootUri: null,
        capabilities: { textDocument: { diagnostic: {} } },
      });
      client.send({ method: "initialized", params: {} });
      const random = new Random(374);
      const documents = Array.from(
        { length: count },
        (_, index) => new EditedDocument(`file:///cables/${index}.cable`, TEXT),
      );
      for (const document of documents) client.send(document.opening);
      let edits = 0;
      const editUntil = async (most: number): Promise<number> => {
        while (edits < most) {
          const document = documents[random.below(count)];
          if (document === undefined) break;
          client.send(document.edit(random));
          edits++;
          if (edits % ASKED_EVERY > 0) continue;
          const textDocument = { uri: document.uri };
          await client.ask(`outline-${edits}`, "textDocument/documentSymbol", { textDocument });
          await client.ask(`diagnostics-${edits}`, "textDocument/diagnostic", { textDocument });
          await client.ask(`status-${edits}`, "reftel/indexStatus", {});
        }
        return heapOf(client);
      };
      const few = await editUntil(FEW);
      const many = await editUntil(MANY);
      expect(many / few).toBeLessThan(MOST_GROWTH);
    } finally {
      client.dispose();
      await client.exited;
    }
  });
});

async function heapOf(client: RawClient): Promise<number> {
  client.stderr = "";
  const told = new Promise<void>((resolve) => client.process.stderr?.once("data", () => resolve()));
  client.process.kill("SIGUSR2");
  await told;
  return Number(client.stderr);
}

/** Ten thousand requests, sane and not, in every encoding: each is answered once, and the server lives. */

import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { Random } from "../support/random.ts";
import { RandomMessages } from "../support/random-messages.ts";
import { RawClient } from "./raw-client.ts";
import { bundle } from "./server-file.ts";

const read = (name: string): string => readFileSync(new URL(`../fixtures/${name}`, import.meta.url), "utf8");
const TEXTS = [
  read("09SHANGHAI66.cable"),
  read("1974SANJOSE00947.txt"),
  read("residency-pilot-notes.txt"),
  "",
  "REF: A. SHANGHAI 66\n\n1. (U) See Ref A.\n",
  "\u0000\ud800 (((( ¶¶ \r\r\n",
] as const;
const URIS = ["file:///cables/one.cable", "file:///cables/two.txt", "untitled:three"] as const;

const ENCODINGS = ["utf-8", "utf-16", "utf-32"] as const;
/** With those before `initialize` and after `shutdown`, over ten thousand in all. */
const REQUESTS = 3_340;

/** Codes of the protocol. */
const NOT_INITIALIZED = -32002;
const METHOD_NOT_FOUND = -32601;
/** So many messages are on their way at once. */
const BATCH = 40;

describe.each(ENCODINGS)("a client that counts in %s", (encoding) => {
  test("gets one answer to each request, whatever it asks, and whenever", { timeout: 300_000 }, async () => {
    const client = new RawClient(bundle.program);
    try {
      const messages = new RandomMessages(new Random(374), URIS, TEXTS);
      const random = new Random(1974);
      const sent: (number | string)[] = [];
      const sendBatch = async (requests: number, isWelcome = (_method: string): boolean => true): Promise<void> => {
        const batch: (number | string)[] = [];
        for (let count = 0; count < requests; ) {
          if (random.happens(0.3)) {
            client.send(messages.notification());
            continue;
          }
          const request = messages.request();
          if (!isWelcome(request.method)) continue;
          client.send(request);
          batch.push(request.id);
          count += 1;
        }
        await client.answered(batch);
        sent.push(...batch);
      };

      await sendBatch(BATCH, (method) => method !== "initialize");
      const refused = sent.map((id) => client.answers.get(JSON.stringify(id))?.[0]?.error?.code);
      expect(new Set(refused)).toEqual(new Set([NOT_INITIALIZED, METHOD_NOT_FOUND]));

      const greeting = await client.ask("greeting", "initialize", {
        processId: process.pid,
        rootUri: null,
        capabilities: { general: { positionEncodings: [encoding] } },
      });
      expect(greeting.result).toMatchObject({ capabilities: { positionEncoding: encoding } });
      client.send({ method: "initialized", params: {} });
      // Whether it was this one or a random one that began the session.
      expect(greeting.error?.code ?? -32600).toBe(-32600);

      for (let count = 0; count < REQUESTS; count += BATCH) await sendBatch(BATCH);

      client.send({
        method: "textDocument/didOpen",
        params: { textDocument: { uri: "file:///cables/last.cable", languageId: "cable", version: 1, text: TEXTS[0] } },
      });
      const symbols = await client.ask("symbols", "textDocument/documentSymbol", {
        textDocument: { uri: "file:///cables/last.cable" },
      });
      expect(JSON.stringify(symbols.result)).toContain("YANGTZE DELTA");

      expect(await client.ask("end", "shutdown", undefined)).toMatchObject({ result: null });
      await sendBatch(BATCH);
      const late = sent.slice(-BATCH).map((id) => client.answers.get(JSON.stringify(id))?.[0]?.error?.code);
      expect(late.every((code) => code !== undefined)).toBe(true);
      client.send({ method: "exit" });
      expect(await client.exited).toBe(0);

      const counts = sent.map((id) => client.answers.get(JSON.stringify(id))?.length);
      expect(counts.filter((count) => count !== 1)).toEqual([]);
      expect(client.stderr).toBe("");
    } finally {
      client.dispose();
    }
  });
});

test("what is well formed makes no fault, wherever it points", { timeout: 300_000 }, async () => {
  const client = new RawClient(bundle.program);
  try {
    await client.ask("greeting", "initialize", { processId: process.pid, rootUri: null, capabilities: {} });
    client.send({ method: "initialized", params: {} });
    const messages = new RandomMessages(new Random(10), URIS, TEXTS, { nonsense: false });
    for (let count = 0; count < REQUESTS; count += BATCH) {
      const batch = Array.from({ length: BATCH }, () => messages.request());
      for (const request of batch) {
        client.send(messages.notification());
        client.send(request);
      }
      await client.answered(batch.map(({ id }) => id));
    }
    expect([...new Set(client.log.filter((line) => line.startsWith("Fault")))]).toEqual([]);
  } finally {
    client.dispose();
  }
});

/** How long the preview of a long cable takes: until it is there, and until it has taken in a keystroke. */

import { DidChangeTextDocumentNotification } from "vscode-languageserver-protocol/node";
import { PreviewRequest } from "../../server/src/lsp/protocol.ts";
import { type Figure, milliseconds, quantile } from "./figure.ts";
import { inventedCable } from "./invented-cable.ts";
import { start } from "./server.ts";

const URI = "untitled:cable";
const KEYSTROKES = 100;
const LONGEST_FIRST = 300;
const LONGEST_UPDATE = 50;

export async function previewFigures(reftel: string): Promise<Figure[]> {
  const { connection, end } = await start([reftel, "lsp", "--stdio"], inventedCable(1, 60_000));
  const textDocument = { uri: URI };
  const began = performance.now();
  let preview = await connection.sendRequest(PreviewRequest, { textDocument });
  const first = performance.now() - began;
  const times: number[] = [];
  for (let stroke = 0; stroke < KEYSTROKES; stroke++) {
    const position = { line: 40, character: 3 };
    const typed = performance.now();
    await connection.sendNotification(DidChangeTextDocumentNotification.type, {
      textDocument: { uri: URI, version: stroke + 2 },
      contentChanges: [{ range: { start: position, end: position }, text: "x" }],
    });
    const known = preview?.blocks.map(({ key }) => key) ?? [];
    preview = await connection.sendRequest(PreviewRequest, { textDocument, known });
    times.push(performance.now() - typed);
  }
  end();
  const slowest = quantile(times, 0.95);
  return [
    {
      what: "Preview of a 60 KB cable, the first that a server makes",
      measured: milliseconds(first),
      promised: `at most ${LONGEST_FIRST} ms`,
      kept: first <= LONGEST_FIRST,
    },
    {
      what: "The same after a keystroke, 95th percentile",
      measured: `${milliseconds(slowest)} (median ${milliseconds(quantile(times, 0.5))})`,
      promised: `at most ${LONGEST_UPDATE} ms`,
      kept: slowest <= LONGEST_UPDATE,
    },
  ];
}

/** How long the language server takes: to answer after a keystroke, beside a server that does nothing, and to start. */

import { spawn } from "node:child_process";
import {
  createProtocolConnection,
  DidChangeTextDocumentNotification,
  DidOpenTextDocumentNotification,
  DocumentDiagnosticRequest,
  DocumentSymbolRequest,
  InitializedNotification,
  InitializeRequest,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from "vscode-languageserver-protocol/node";
import { type Figure, milliseconds, quantile } from "./figure.ts";
import { inventedCable } from "./invented-cable.ts";

const URI = "untitled:cable";
const KEYSTROKES = 1000;
const WARM_UP = 200;
const MOST_ABOVE_EMPTY = 3;
const LONGEST_CHECK = 10;
const STARTS = 15;
const LONGEST_START = 300;

interface Server {
  readonly connection: ProtocolConnection;
  readonly end: () => void;
}

/** Starts a server and opens a text in it. */
export async function start(command: readonly string[], text: string): Promise<Server> {
  const process = spawn(globalThis.process.execPath, command, { stdio: ["pipe", "pipe", "inherit"] });
  const connection = createProtocolConnection(
    new StreamMessageReader(process.stdout),
    new StreamMessageWriter(process.stdin),
  );
  connection.listen();
  await connection.sendRequest(InitializeRequest.type, {
    processId: null,
    rootUri: null,
    workspaceFolders: null,
    capabilities: { textDocument: { documentSymbol: { hierarchicalDocumentSymbolSupport: true }, diagnostic: {} } },
  });
  await connection.sendNotification(InitializedNotification.type, {});
  await connection.sendNotification(DidOpenTextDocumentNotification.type, {
    textDocument: { uri: URI, languageId: "cable", version: 1, text },
  });
  return {
    connection,
    end: () => {
      connection.dispose();
      process.kill();
    },
  };
}

type Question = typeof DocumentSymbolRequest.type | typeof DocumentDiagnosticRequest.type;

/** One letter typed into the text, and the time until the answer to a question is there: the outline, say. */
async function keystroke({ connection }: Server, version: number, question: Question): Promise<number> {
  const position = { line: 40, character: 3 };
  const began = performance.now();
  await connection.sendNotification(DidChangeTextDocumentNotification.type, {
    textDocument: { uri: URI, version },
    contentChanges: [{ range: { start: position, end: position }, text: "x" }],
  });
  await connection.sendRequest(question.method, { textDocument: { uri: URI } });
  return performance.now() - began;
}

export async function keystrokeFigures(reftel: string, empty: string): Promise<Figure[]> {
  const text = inventedCable(1, 60_000);
  const ours = await start([reftel, "lsp", "--stdio"], text);
  const nothing = await start([empty], text);
  const times = { ours: [] as number[], nothing: [] as number[] };
  for (let stroke = 0; stroke < WARM_UP + KEYSTROKES; stroke++) {
    // By turns, so that what else goes on in the machine meets both.
    const took = {
      ours: await keystroke(ours, stroke + 2, DocumentSymbolRequest.type),
      nothing: await keystroke(nothing, stroke + 2, DocumentSymbolRequest.type),
    };
    if (stroke < WARM_UP) continue;
    times.ours.push(took.ours);
    times.nothing.push(took.nothing);
  }
  const checks: number[] = [];
  for (let stroke = 0; stroke < WARM_UP + KEYSTROKES; stroke++) {
    const took = await keystroke(ours, WARM_UP + KEYSTROKES + stroke + 2, DocumentDiagnosticRequest.type);
    if (stroke >= WARM_UP) checks.push(took);
  }
  ours.end();
  nothing.end();
  const above = quantile(times.ours, 0.99) - quantile(times.nothing, 0.99);
  return [
    {
      what: "Outline of a 60 KB cable after a keystroke, median",
      measured: `${milliseconds(quantile(times.ours, 0.5))}, an empty server ${milliseconds(quantile(times.nothing, 0.5))}`,
      promised: null,
      kept: true,
    },
    {
      what: "The same at the 99th percentile, above an empty server",
      measured: `${milliseconds(above)} (${milliseconds(quantile(times.ours, 0.99))} to ${milliseconds(quantile(times.nothing, 0.99))})`,
      promised: `at most ${MOST_ABOVE_EMPTY} ms`,
      kept: above <= MOST_ABOVE_EMPTY,
    },
    {
      what: "Findings in a 60 KB cable after a keystroke, at the 99th percentile",
      measured: `${milliseconds(quantile(checks, 0.99))} (median ${milliseconds(quantile(checks, 0.5))})`,
      promised: `at most ${LONGEST_CHECK} ms`,
      kept: quantile(checks, 0.99) <= LONGEST_CHECK,
    },
  ];
}

export async function startFigures(reftel: string): Promise<Figure[]> {
  const text = inventedCable(1, 6_000);
  const times: number[] = [];
  for (let round = 0; round < STARTS; round++) {
    const began = performance.now();
    const server = await start([reftel, "lsp", "--stdio"], text);
    await server.connection.sendRequest(DocumentSymbolRequest.type, { textDocument: { uri: URI } });
    times.push(performance.now() - began);
    server.end();
  }
  const median = quantile(times, 0.5);
  return [
    {
      what: "First outline, from the start of the server's process, median",
      measured: `${milliseconds(median)} (slowest ${milliseconds(Math.max(...times))})`,
      promised: `at most ${LONGEST_START} ms`,
      kept: median <= LONGEST_START,
    },
  ];
}

/** Whenever the index was ready, it is on disk once the server has stopped, however it stopped: the next start reads nothing again. */

import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  WorkspaceSymbolRequest,
} from "vscode-languageserver-protocol/node";
import { IndexStatusRequest } from "../../server/src/lsp/protocol.ts";
import { CITED } from "./citing-and-cited.ts";
import { LanguageClient } from "./client.ts";
import { bundle } from "./server-file.ts";

const CABLES = 40;

let place: string;
let cables: string;
let storage: string;
let client: LanguageClient;

const pathOf = (number: number): string => join(cables, `${number}.txt`);
const textOf = (number: number): string => CITED.replace("099066", String(100_000 + number));

beforeEach(() => {
  place = mkdtempSync(join(tmpdir(), "reftel-kept-"));
  cables = join(place, "cables");
  storage = join(place, "storage");
  mkdirSync(cables);
  for (let number = 0; number < CABLES; number++) writeFileSync(pathOf(number), textOf(number));
});

afterEach(async () => {
  await client.dispose();
  rmSync(place, { recursive: true, force: true });
});

async function start(): Promise<unknown> {
  client = await LanguageClient.start(bundle.program, {
    folders: [pathToFileURL(cables).href],
    initializationOptions: { storagePath: storage },
    settings: {},
  });
  return client.connection.sendRequest(IndexStatusRequest, { wait: true });
}

function snapshots(): readonly string[] {
  try {
    return readdirSync(storage).filter((name) => name.endsWith(".index"));
  } catch {
    return [];
  }
}

/** Changes what the files say without changing what they are known by: whoever still tells the old numbers has not read them. */
function changeUnseen(): void {
  for (let number = 0; number < CABLES; number++) {
    const { atime, mtime } = statSync(pathOf(number));
    writeFileSync(pathOf(number), textOf(number + 500));
    utimesSync(pathOf(number), atime, mtime);
  }
}

async function found(query: string): Promise<number> {
  return ((await client.connection.sendRequest(WorkspaceSymbolRequest.type, { query })) ?? []).length;
}

/** Round times: the snapshot holds them as the system tells them. */
function setTimes(): void {
  const time = Math.floor(Date.now() / 1000) - 1000;
  for (let number = 0; number < CABLES; number++) utimesSync(pathOf(number), time, time);
}

const STOPS: Readonly<Record<string, () => Promise<unknown>>> = {
  "a shutdown": () => client.stop(),
  "the end of its input": async () => {
    client.process.stdin?.end();
    await client.exited;
  },
  "a signal to end": async () => {
    client.process.kill("SIGTERM");
    await client.exited;
  },
};

for (const [name, stop] of Object.entries(STOPS)) {
  test(`right after the index was ready, ${name} leaves it on disk`, async () => {
    setTimes();
    expect(await start()).toMatchObject({ state: "ready", cables: CABLES });
    await stop();
    expect(snapshots()).toHaveLength(1);
    changeUnseen();
    expect(await start()).toMatchObject({ state: "ready", cables: CABLES });
    expect([await found("09TALLINN100000"), await found("09TALLINN100500")]).toEqual([1, 0]);
  });
}

test("it is written while one file of the folder changes for ever, and what changed last is in it", async () => {
  setTimes();
  await start();
  const log = pathOf(0);
  let turn = 0;
  const change = async (): Promise<void> => {
    writeFileSync(log, textOf(700 + ++turn));
    await client.connection.sendNotification(DidChangeWatchedFilesNotification.type, {
      changes: [{ uri: pathToFileURL(log).href, type: FileChangeType.Changed }],
    });
    await client.connection.sendRequest(IndexStatusRequest, { wait: true });
  };
  await vi.waitFor(
    async () => {
      await change();
      expect(snapshots()).toHaveLength(1);
    },
    { timeout: 10_000, interval: 20 },
  );
  await change();
  await client.stop();
  await start();
  expect([await found(`09TALLINN${100_700 + turn}`), await found("09TALLINN100000")]).toEqual([1, 0]);
});

test("a folder that can't be written to is no fault", async () => {
  mkdirSync(storage);
  writeFileSync(join(storage, "file"), "");
  chmodSync(storage, 0o500);
  storage = join(storage, "file");
  expect(await start()).toMatchObject({ cables: CABLES });
  expect(await client.stop()).toBe(0);
  expect(client.log.filter((line) => /fault|stderr/i.test(line))).toEqual([]);
});

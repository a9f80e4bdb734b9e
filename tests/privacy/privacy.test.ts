/** No network, no telemetry: nothing in the sources reaches for one, and the server works where there is none. */

import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import ts from "typescript";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import manifest from "../../package.json" with { type: "json" };
import { RawClient } from "../lsp/raw-client.ts";
import { bundle } from "../lsp/server-file.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const FORBIDDING = join(ROOT, "tests", "privacy", "forbid-network.cjs");
// biome-ignore lint/suspicious/noTemplateCurlyInString: the server puts the number in its place.
const ARCHIVE = "https://archive.example/${mrn}";
/** Refuses everything but this process: a network of its own without any line. */
const ISOLATED = ["--user", "--map-root-user", "--net"];

const folder = mkdtempSync(join(tmpdir(), "reftel-privacy-"));
beforeAll(async () => {
  cpSync(join(ROOT, "tests", "fixtures"), folder, { recursive: true });
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
});

describe("the sources", () => {
  const NETWORK_MODULES = /^(node:)?(net|tls|dgram|dns|http|https|http2|inspector)(\/|$)/;
  const NETWORK_GLOBALS =
    /\b(fetch|WebSocket|XMLHttpRequest|EventSource|sendBeacon|WebTransport|RTCPeerConnection)\s*\(/;
  const sources = ["client", "server"]
    .flatMap((part) =>
      readdirSync(join(ROOT, part), { recursive: true, encoding: "utf8" }).map((name) => join(part, name)),
    )
    .filter((name) => name.endsWith(".ts"));

  test("import no module that reaches for a network", () => {
    const reaching = sources.filter((name) =>
      ts
        .preProcessFile(readFileSync(join(ROOT, name), "utf8"), true, true)
        .importedFiles.some(({ fileName }) => NETWORK_MODULES.test(fileName)),
    );
    expect(sources.length).toBeGreaterThan(300);
    expect(reaching).toEqual([]);
  });

  test("call nothing that reaches for one", () => {
    expect(sources.filter((name) => NETWORK_GLOBALS.test(readFileSync(join(ROOT, name), "utf8")))).toEqual([]);
  });

  test("the README says so", () => {
    expect(readFileSync(join(ROOT, "README.md"), "utf8")).toMatch(/no network.*no telemetry/);
  });

  test("the manifest asks for nothing at run time: everything that ships is bundled", () => {
    expect(manifest).not.toHaveProperty("dependencies");
    expect(manifest).not.toHaveProperty("optionalDependencies");
  });

  test("every version is pinned", () => {
    expect(
      Object.values(manifest.devDependencies).filter((version) => !/^\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)),
    ).toEqual([]);
  });
});

describe("where the network is forbidden", () => {
  test.each([
    'require("net").connect(9, "127.0.0.1")',
    'new (require("net").Socket)().connect(9)',
    'require("net").createServer().listen(0)',
    'require("tls").connect(9)',
    'require("http").get("http://127.0.0.1:9")',
    'require("https").request("https://127.0.0.1:9")',
    'require("dns").lookup("example.org", () => {})',
    'require("dns").promises.resolve4("example.org")',
    'import("node:dns/promises").then((dns) => dns.lookup("example.org"))',
    'require("dgram").createSocket("udp4")',
    'fetch("http://127.0.0.1:9")',
    'require("child_process").spawnSync("true")',
  ])("a program that does %s is caught", (code) => {
    const run = spawnSync(process.execPath, ["--require", FORBIDDING, "--eval", code], { encoding: "utf8" });
    expect(run.status).not.toBe(0);
    expect(run.stderr).toMatch(/^network: /);
  });

  test("the server indexes, answers and ends", { timeout: 60_000 }, async () => {
    const client = new RawClient(bundle.program, ["--require", FORBIDDING]);
    try {
      const uri = pathToFileURL(join(folder, "09SHANGHAI374.txt")).href;
      const textDocument = { uri };
      const at = { textDocument, position: { line: 7, character: 5 } };
      await client.ask(1, "initialize", {
        processId: process.pid,
        rootUri: pathToFileURL(folder).href,
        capabilities: {},
        initializationOptions: { storagePath: join(folder, "storage"), archives: [ARCHIVE] },
      });
      client.send({ method: "initialized", params: {} });
      client.send({
        method: "textDocument/didOpen",
        params: {
          textDocument: { uri, languageId: "cable", version: 1, text: readFileSync(fileURLToPath(uri), "utf8") },
        },
      });
      const status = await client.ask(2, "reftel/indexStatus", { wait: true });
      expect(status.result).toMatchObject({ state: "ready", cables: 4 });
      const answers = [
        await client.ask(3, "textDocument/hover", at),
        await client.ask(4, "textDocument/documentSymbol", { textDocument }),
        await client.ask(5, "textDocument/documentLink", { textDocument }),
        await client.ask(6, "textDocument/diagnostic", { textDocument }),
        await client.ask(7, "textDocument/codeLens", { textDocument }),
        await client.ask(8, "workspace/symbol", { query: "shanghai" }),
      ];
      expect(answers.map(({ result }) => result === null || result === undefined)).toEqual(answers.map(() => false));
      await client.ask(9, "shutdown", undefined);
      client.send({ method: "exit" });
      expect(await client.exited).toBe(0);
      expect(client.stderr).toBe("");
    } finally {
      client.dispose();
    }
  });

  test("the command line does all of its work", () => {
    for (const args of [
      ["json", folder],
      ["refs", folder],
      ["explain", "PGOV"],
    ]) {
      const run = spawnSync(process.execPath, ["--require", FORBIDDING, bundle.program, ...args], { encoding: "utf8" });
      expect({ status: run.status, network: /network/.test(run.stderr) }).toEqual({ status: 0, network: false });
    }
  });

  const canIsolate = spawnSync("unshare", [...ISOLATED, "true"]).status === 0;
  test.skipIf(!canIsolate)(
    "and works in a place that has none (passed over where the system makes no such place)",
    () => {
      const run = spawnSync("unshare", [...ISOLATED, process.execPath, bundle.program, "json", folder], {
        encoding: "utf8",
      });
      expect(run.stdout.trim().split("\n").length).toBe(4);
    },
  );
});

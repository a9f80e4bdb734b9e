/** Code actions over the protocol: single fixes, the whole file at once, and exceptions for clients that can add them. */

import { afterEach, expect, test } from "vitest";
import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionRequest,
  CodeActionResolveRequest,
  CodeActionTriggerKind,
} from "vscode-languageserver-protocol/node";
import { ABLE_CLIENT, LanguageClient } from "./client.ts";
import { bundle } from "./server-file.ts";

const URI = "untitled:draft";
const DRAFT = "UNCLAS TALLINN 099070\n\nE.O. 12598: N/A\nTAGS: PGOV, EN, PGOV\nSUBJECT: FEES\n\n1. (U) Fees fell.\n";
const TAKES_ACTIONS: ClientCapabilities = {
  ...ABLE_CLIENT,
  textDocument: {
    ...ABLE_CLIENT.textDocument,
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      dataSupport: true,
      resolveSupport: { properties: ["edit"] },
    },
  },
};

let client: LanguageClient;
afterEach(() => client.stop());

async function actions(line: number, only?: string[]): Promise<CodeAction[]> {
  const place = { line, character: 7 };
  const found = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: URI },
    range: { start: place, end: place },
    context: { diagnostics: [], ...(only === undefined ? {} : { only }) },
  });
  return (found ?? []).flatMap((one) => (typeof one.command === "string" ? [] : [one as CodeAction]));
}

test("a fix is offered where its finding stands", async () => {
  client = await LanguageClient.start(bundle.program, { capabilities: TAKES_ACTIONS });
  await client.open(URI, DRAFT);
  const [fix] = await actions(2, ["quickfix"]);
  expect(fix).toMatchObject({ title: "Write 12958", kind: "quickfix", isPreferred: true });
  expect(fix?.edit?.changes?.[URI]).toEqual([
    { range: { start: { line: 2, character: 5 }, end: { line: 2, character: 10 } }, newText: "12958" },
  ]);
  expect(fix?.diagnostics).toMatchObject([{ code: "executive-order-misprinted", source: "reftel" }]);
});

test("the whole file is fixed when that is asked for, and when it is chosen", async () => {
  client = await LanguageClient.start(bundle.program, { capabilities: TAKES_ACTIONS });
  await client.open(URI, DRAFT);
  const [asked, ...others] = await actions(0, ["source.fixAll"]);
  expect(others).toEqual([]);
  expect(asked).toMatchObject({ kind: "source.fixAll.cable" });
  expect(asked?.edit?.changes?.[URI]).toHaveLength(1);
  const offered = (await actions(0)).find(({ kind }) => kind === "source.fixAll.cable");
  expect(offered?.edit).toBeUndefined();
  if (offered === undefined) throw new Error("it is offered");
  expect((await client.connection.sendRequest(CodeActionResolveRequest.type, offered)).edit).toEqual(asked?.edit);
});

test("exceptions are for clients that say they can add them", async () => {
  client = await LanguageClient.start(bundle.program, { capabilities: TAKES_ACTIONS });
  await client.open(URI, DRAFT);
  expect((await actions(2, ["quickfix"])).filter(({ command }) => command !== undefined)).toEqual([]);
});

const SKIPS = "UNCLAS TALLINN 099070\n\nTAGS: PGOV, EN\nSUBJECT: FEES\n\n1. Fees fell.\n\n3. Ships came (para 3).\n";

test("a refactoring is offered by its kind, and its edit made when it is chosen", async () => {
  client = await LanguageClient.start(bundle.program, { capabilities: TAKES_ACTIONS });
  await client.open(URI, SKIPS);
  const kinds = (await actions(5)).map(({ kind }) => kind);
  expect(kinds).toContain("refactor.rewrite.renumber-paragraphs");
  const [renumber, ...others] = await actions(5, ["refactor.rewrite.renumber-paragraphs"]);
  expect(others).toEqual([]);
  if (renumber === undefined) throw new Error("it is offered");
  expect(renumber.edit).toBeUndefined();
  const { edit } = await client.connection.sendRequest(CodeActionResolveRequest.type, renumber);
  expect(edit?.changes?.[URI]?.map(({ range: { start }, newText }) => [start.line, start.character, newText])).toEqual([
    [7, 0, "2"],
    [7, 20, "2"],
  ]);
});

test("a client that asks for no edits gets them at once", async () => {
  client = await LanguageClient.start(bundle.program, {
    capabilities: {
      ...TAKES_ACTIONS,
      textDocument: {
        ...TAKES_ACTIONS.textDocument,
        codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: [] } } },
      },
    },
  });
  await client.open(URI, SKIPS);
  const [renumber] = await actions(5, ["refactor.rewrite.renumber-paragraphs"]);
  expect(renumber?.edit?.changes?.[URI]).toHaveLength(2);
});

test("at each step of the cursor no refactoring is offered", async () => {
  client = await LanguageClient.start(bundle.program, { capabilities: TAKES_ACTIONS });
  await client.open(URI, SKIPS);
  const place = { line: 5, character: 5 };
  const found = await client.connection.sendRequest(CodeActionRequest.type, {
    textDocument: { uri: URI },
    range: { start: place, end: place },
    context: { diagnostics: [], triggerKind: CodeActionTriggerKind.Automatic },
  });
  expect((found ?? []).filter((one) => "kind" in one && one.kind?.startsWith("refactor"))).toEqual([]);
});

test("what can't be done any more is said, and changes nothing", async () => {
  client = await LanguageClient.start(bundle.program, { capabilities: TAKES_ACTIONS });
  await client.open(URI, SKIPS);
  const [renumber] = await actions(5, ["refactor.rewrite.renumber-paragraphs"]);
  if (renumber === undefined) throw new Error("it is offered");
  await client.change(URI, { text: "1. Fees fell.\n" });
  const { edit } = await client.connection.sendRequest(CodeActionResolveRequest.type, renumber);
  expect(edit).toBeUndefined();
  expect(client.messages).toHaveLength(1);
});

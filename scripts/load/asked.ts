/** What a client asks while it works: every kind of request, about open documents and about the folder. */

import type { Answer } from "../../tests/lsp/raw-client.ts";
import type { Random } from "../../tests/support/random.ts";
import { SUBJECT_WORDS } from "../bench/workspace-folder.ts";
import type { EditedDocument } from "./edited-document.ts";

/** Sends a request and answers what came back. */
export type Ask = (method: string, params: unknown) => Promise<Answer>;

type Question = (ask: Ask, document: EditedDocument, random: Random) => Promise<void>;

const AT_A_PLACE = [
  "textDocument/definition",
  "textDocument/declaration",
  "textDocument/hover",
  "textDocument/references",
  "textDocument/documentHighlight",
  "textDocument/prepareRename",
  "textDocument/completion",
  "textDocument/onTypeFormatting",
] as const;

const OF_A_DOCUMENT = [
  "textDocument/documentSymbol",
  "textDocument/foldingRange",
  "textDocument/documentLink",
  "textDocument/codeLens",
  "textDocument/diagnostic",
  "textDocument/formatting",
  "textDocument/semanticTokens/full",
  "reftel/openCable",
  "reftel/preview",
  "reftel/citationGraph",
] as const;

const OF_A_RANGE = [
  "textDocument/inlayHint",
  "textDocument/codeAction",
  "textDocument/rangeFormatting",
  "textDocument/semanticTokens/range",
] as const;

const FACETS = ["station", "tag", "year", "month", "classification"] as const;

const options = { tabSize: 5, insertSpaces: true };

const atAPlace = (method: string): Question => {
  return async (ask, document, random) => {
    const position = document.somewhere(random);
    const context = { includeDeclaration: true };
    await ask(method, { textDocument: { uri: document.uri }, position, context, ch: "\n", options });
  };
};

const ofADocument = (method: string): Question => {
  return async (ask, { uri }) => {
    await ask(method, { textDocument: { uri }, uri, options });
  };
};

const ofARange = (method: string): Question => {
  return async (ask, document, random) => {
    const start = document.somewhere(random);
    const range = { start, end: { line: start.line + 30, character: 0 } };
    await ask(method, { textDocument: { uri: document.uri }, range, context: { diagnostics: [] }, options });
  };
};

export const QUESTIONS: readonly [Question, ...Question[]] = [
  async (ask, document, random) => {
    const positions = [document.somewhere(random), document.somewhere(random)];
    await ask("textDocument/selectionRange", { textDocument: { uri: document.uri }, positions });
  },
  ...AT_A_PLACE.map(atAPlace),
  ...OF_A_DOCUMENT.map(ofADocument),
  ...OF_A_RANGE.map(ofARange),
  async (ask, { uri, text }) => {
    const line = text.split("\n").findIndex((one) => one.startsWith("SUBJECT: "));
    const position = { line: Math.max(0, line), character: 12 };
    const { result } = await ask("textDocument/prepareCallHierarchy", { textDocument: { uri }, position });
    if (!Array.isArray(result) || result.length === 0) return;
    await ask("callHierarchy/incomingCalls", { item: result[0] });
    await ask("callHierarchy/outgoingCalls", { item: result[0] });
  },
  async (ask, _, random) => {
    const word = SUBJECT_WORDS[random.below(SUBJECT_WORDS.length)] ?? "";
    await ask("workspace/symbol", { query: random.one([word, `${word} talks`, "09SHANGHAI3", "rig"]) });
  },
  async (ask, _, random) => {
    await ask("reftel/cableGroups", { by: random.one(FACETS) });
  },
  async (ask, _, random) => {
    await ask("reftel/cableList", { from: random.below(2000), limit: 100 });
  },
  async (ask) => {
    await ask("reftel/indexStatus", {});
  },
];

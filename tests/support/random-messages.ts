/** Messages of the language server protocol as no sane client sends them, and as sane ones do, mixed by a seed. */

import type { Random } from "./random.ts";

/** One message without its envelope; a request has an id. */
export interface Message {
  readonly id?: number | string;
  readonly method: string;
  readonly params?: unknown;
}

/** Requests with a document and a place in it. */
const AT_A_PLACE = [
  "textDocument/definition",
  "textDocument/declaration",
  "textDocument/hover",
  "textDocument/references",
  "textDocument/documentHighlight",
  "textDocument/prepareRename",
  "textDocument/rename",
  "textDocument/prepareCallHierarchy",
  "textDocument/completion",
  "textDocument/onTypeFormatting",
  "textDocument/selectionRange",
] as const;

/** Requests with a document, some with a range of it. */
const OF_A_DOCUMENT = [
  "textDocument/documentSymbol",
  "textDocument/foldingRange",
  "textDocument/documentLink",
  "textDocument/codeLens",
  "textDocument/inlayHint",
  "textDocument/codeAction",
  "textDocument/diagnostic",
  "textDocument/formatting",
  "textDocument/rangeFormatting",
  "textDocument/semanticTokens/full",
  "textDocument/semanticTokens/range",
] as const;

/** Requests of the whole workspace, and some that nobody serves. */
const OTHERS = [
  "workspace/symbol",
  "workspaceSymbol/resolve",
  "workspace/diagnostic",
  "workspace/executeCommand",
  "callHierarchy/incomingCalls",
  "callHierarchy/outgoingCalls",
  "completionItem/resolve",
  "codeAction/resolve",
  "reftel/indexStatus",
  "reftel/preview",
  "reftel/checkQuotations",
  "reftel/compareCopies",
  "reftel/copiesOf",
  "reftel/quotePassage",
  "reftel/citationGraph",
  "reftel/timeline",
  "reftel/missingReferences",
  "reftel/stationSeries",
  "textDocument/nothing",
  "initialize",
  "",
] as const;

/** What stands where something else should. */
const NONSENSE: readonly [unknown, ...unknown[]] = [
  null,
  0,
  -1,
  1.5,
  "",
  "x",
  [],
  [1],
  {},
  true,
  4294967296,
  "file:///x",
  { textDocument: null },
];

/** Makes messages about some documents; keeps what it needs to make wrong versions and cancel what was asked. */
export class RandomMessages {
  readonly #random: Random;
  readonly #uris: readonly [string, ...string[]];
  readonly #texts: readonly [string, ...string[]];
  readonly #nonsense: boolean;
  #asked = 0;
  #version = 1;

  /**
   * `uris`: of the documents that are opened, changed and asked about; `texts`: what may stand in them; `nonsense`: whether parameters
   * may be of a wrong kind (places outside a document and documents that nobody knows are always among them).
   */
  constructor(
    random: Random,
    uris: readonly [string, ...string[]],
    texts: readonly [string, ...string[]],
    { nonsense = true } = {},
  ) {
    this.#nonsense = nonsense;
    this.#random = random;
    this.#uris = uris;
    this.#texts = texts;
  }

  /** A request, of a kind that the server has or has not, with parameters that mostly make sense. */
  request(): Message & { readonly id: number | string } {
    const random = this.#random;
    const number = ++this.#asked;
    const id = random.happens(0.2) ? `asked-${number}` : number;
    const method = random.one<string>(random.one<readonly [string, ...string[]]>([AT_A_PLACE, OF_A_DOCUMENT, OTHERS]));
    return this.#isNonsense(0.05) ? { id, method } : { id, method, params: this.#params() };
  }

  /** A notification: a document that opens, changes or closes, a cancelled request, or nonsense. */
  notification(): Message {
    const random = this.#random;
    const textDocument = { uri: this.#uri(), version: this.#nextVersion() };
    const text = random.one(this.#texts);
    return random.one<() => Message>([
      () => ({
        method: "textDocument/didOpen",
        params: { textDocument: { ...textDocument, languageId: "cable", text } },
      }),
      () => ({ method: "textDocument/didChange", params: { textDocument, contentChanges: this.#changes() } }),
      () => ({ method: "textDocument/didChange", params: { textDocument, contentChanges: this.#changes() } }),
      () => ({ method: "textDocument/didChange", params: { textDocument, contentChanges: this.#changes() } }),
      () => ({ method: "textDocument/didClose", params: { textDocument } }),
      () => ({ method: "textDocument/didSave", params: { textDocument, text } }),
      () => ({ method: "$/cancelRequest", params: { id: this.#asked - random.below(5) } }),
      () => ({ method: "$/setTrace", params: { value: random.one(["off", "messages", "nonsense"]) } }),
      () => ({
        method: "workspace/didChangeConfiguration",
        params: { settings: random.one<unknown>([{ reftel: { rules: 7 } }, ...NONSENSE]) },
      }),
      () => ({
        method: "workspace/didChangeWatchedFiles",
        params: { changes: [{ uri: this.#uri(), type: 1 + random.below(4) }] },
      }),
      () => ({
        method: this.#isNonsense(0.5) ? "textDocument/didOpen" : random.one(["nobody/knows", "$/nothing"]),
        params: random.one(NONSENSE),
      }),
    ])();
  }

  #params(): unknown {
    const random = this.#random;
    if (this.#isNonsense(0.08)) return random.one(NONSENSE);
    const range = { start: this.#position(), end: this.#position() };
    const uri = this.#uri();
    return {
      textDocument: { uri },
      uri,
      position: this.#position(),
      positions: [this.#position(), this.#position()],
      range,
      context: { includeDeclaration: random.happens(0.5), diagnostics: [], triggerKind: 1 },
      options: { tabSize: 4, insertSpaces: true },
      newName: random.one(["B", "ZZ", "", "é"]),
      ch: "\n",
      query: random.one(["", "shanghai", "09SHANGHAI374", "(((", "\u0000"]),
      item: {
        ...{ name: "x", kind: 1, uri, range, selectionRange: range },
        data: this.#nonsense ? random.one(NONSENSE) : null,
      },
      label: "x",
      title: "x",
      command: "nothing",
      previousResultIds: [],
      data: this.#nonsense ? random.one(NONSENSE) : null,
    };
  }

  #isNonsense(often: number): boolean {
    // Asked in any case, so that a run without nonsense takes the same turns elsewhere.
    return this.#random.happens(often) && this.#nonsense;
  }

  #uri(): string {
    const random = this.#random;
    return random.happens(0.9)
      ? random.one(this.#uris)
      : random.one(["file:///nowhere.cable", "untitled:1", "%", "", "http://x/%ff", "file://"]);
  }

  #position(): unknown {
    const random = this.#random;
    if (this.#isNonsense(0.05)) {
      return random.one<unknown>([
        { line: -1, character: -1 },
        { line: 1e300, character: 0.5 },
        { line: 3 },
        null,
        "0:0",
      ]);
    }
    if (random.happens(0.05)) return { line: 2147483647, character: 2147483647 };
    return { line: random.below(120), character: random.below(90) };
  }

  #nextVersion(): unknown {
    this.#version += 1;
    return this.#isNonsense(0.1) ? this.#random.one<unknown>([0, -5, null, "2", 1e9]) : this.#version;
  }

  #changes(): unknown {
    const random = this.#random;
    if (this.#isNonsense(0.05)) return random.one(NONSENSE);
    const text = random.happens(0.05)
      ? random.one(this.#texts)
      : random.one(["", "x", "\n", "\r", "1. (C) ", "REF: A. STATE 1", "😀", "\ud83d", "¶", "(", "** ", "TAGS: "]);
    if (random.happens(0.03)) return [{ text }];
    return [{ range: { start: this.#position(), end: this.#position() }, text }];
  }
}

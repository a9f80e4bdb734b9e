/** Loads the grammars as VS Code does and says which scopes they give to a text. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { createOnigScanner, createOnigString, loadWASM } from "vscode-oniguruma";
import { type IGrammar, INITIAL, type IRawGrammar, parseRawGrammar, Registry, type StateStack } from "vscode-textmate";

/** One stretch of a line with the scopes on it, outermost first, without the scope of the grammar itself. */
export interface ScopedSpan {
  readonly start: number;
  readonly end: number;
  readonly scopes: readonly string[];
}

/** Where the grammars of this project lie, by the name of their scope. */
const ownGrammars: ReadonlyMap<string, string> = new Map([
  ["text.cable", "syntaxes/cable.tmLanguage.json"],
  ["markdown.cable.codeblock", "syntaxes/cable.markdown-injection.tmLanguage.json"],
]);

let engine: Promise<void> | undefined;

async function startEngine(): Promise<void> {
  const wasm = await readFile(createRequire(import.meta.url).resolve("vscode-oniguruma/release/onig.wasm"));
  await loadWASM(wasm);
}

/** A grammar of this project as its file has it. */
export async function readGrammar(path: string): Promise<IRawGrammar> {
  return parseRawGrammar(await readFile(path, "utf8"), path);
}

/**
 * The grammar with this scope. `others` are grammars that VS Code would bring, by their scope; every grammar whose file says so is
 * injected where it says.
 */
export async function loadGrammar(
  scopeName = "text.cable",
  others: ReadonlyMap<string, IRawGrammar> = new Map(),
): Promise<IGrammar> {
  engine ??= startEngine();
  const registry = new Registry({
    onigLib: engine.then(() => ({ createOnigScanner, createOnigString })),
    loadGrammar: async (scope) => {
      const path = ownGrammars.get(scope);
      return path === undefined ? others.get(scope) : readGrammar(path);
    },
    getInjections: (scope) => (scope === "text.html.markdown" ? ["markdown.cable.codeblock"] : undefined),
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (grammar === null) throw new Error(`no grammar ${scopeName}`);
  return grammar;
}

/** The scopes of every line of a text. */
export function scopesOf(grammar: IGrammar, lines: readonly string[]): ScopedSpan[][] {
  let state: StateStack = INITIAL;
  return lines.map((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens
      .map((token) => ({
        start: token.startIndex,
        end: Math.min(token.endIndex, line.length),
        scopes: token.scopes.slice(1),
      }))
      .filter(({ start, end }) => start < end);
  });
}

/** Whether a scope is the one that is asked for or a kind of it: `comment.line.page.cable` is a `comment.line`. */
export function isKindOf(scope: string, asked: string): boolean {
  return scope === asked || scope.startsWith(`${asked}.`);
}

/** Whether a theme could colour the scope: `meta` only says where one is. */
export function isColoured(scope: string): boolean {
  return !isKindOf(scope, "meta");
}

/** The grammar: every line has scopes from its beginning to its end. */

import assert from "node:assert/strict";
import { INITIAL } from "vscode-textmate";
import { loadGrammar } from "../../../tests/grammar/grammar.ts";
import { type Target, timed } from "../target.ts";

/** VS Code stops tokenizing a line here. */
const LONGEST_LINE = 20_000;

export async function grammarTarget(): Promise<Target> {
  const grammar = await loadGrammar();
  return {
    name: "grammar",
    every: 2,
    attempt: async (text) => [
      await timed("tokenize all lines", () => {
        let state = INITIAL;
        for (const line of text.split(/\r?\n/)) {
          const shown = line.slice(0, LONGEST_LINE);
          const { tokens, ruleStack } = grammar.tokenizeLine(shown, state);
          assert.equal(tokens[0]?.startIndex, 0);
          assert.ok((tokens.at(-1)?.endIndex ?? 0) >= shown.length);
          state = ruleStack;
        }
      }),
    ],
    end: async () => {},
  };
}

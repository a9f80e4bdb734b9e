/** All that a server says of its documents and its folder: two servers that know the same say the same. */

import type { Answer } from "../../tests/lsp/raw-client.ts";
import type { Ask } from "./asked.ts";
import type { EditedDocument } from "./edited-document.ts";

const QUERIES = ["harbor", "talks", "shanghai", "09STATE1", "policy council", "trade"] as const;
const FACETS = ["station", "tag", "year", "month", "classification"] as const;
const PAGE = 500;

/** What was asked, and the JSON of what was answered. Waits for an index that is up to date. */
export async function stateOf(ask: Ask, documents: readonly EditedDocument[]): Promise<ReadonlyMap<string, string>> {
  const state = new Map<string, string>();
  const keep = async (what: string, answer: Promise<Answer>): Promise<void> => {
    const { result, error } = await answer;
    state.set(what, JSON.stringify(error ?? withoutRevisions(result)));
  };
  await keep("index", ask("reftel/indexStatus", { wait: true }));
  for (const by of FACETS) await keep(`cables by ${by}`, ask("reftel/cableGroups", { by }));
  await keep("list of cables", ask("reftel/cableList", { from: 0, limit: PAGE }));
  for (const query of QUERIES) await keep(`symbols of ${query}`, ask("workspace/symbol", { query }));
  for (const { uri } of documents) {
    const textDocument = { uri };
    await keep(`outline of ${uri}`, ask("textDocument/documentSymbol", { textDocument }));
    await keep(`diagnostics of ${uri}`, ask("textDocument/diagnostic", { textDocument }));
    await keep(`tokens of ${uri}`, ask("textDocument/semanticTokens/full", { textDocument }));
    await keep(`citations of ${uri}`, ask("reftel/openCable", { textDocument }));
  }
  return state;
}

/** Where two states differ, a line a difference. */
export function differences(one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>): readonly string[] {
  return [...new Set([...one.keys(), ...other.keys()])].flatMap((what) => {
    const [left = "nothing", right = "nothing"] = [one.get(what), other.get(what)];
    if (left === right) return [];
    let at = 0;
    while (left[at] === right[at]) at++;
    return [`${what}, from character ${at}: ${left.slice(at, at + 160)} … and not ${right.slice(at, at + 160)}`];
  });
}

/** Numbers of revisions count what a server has been through. */
function withoutRevisions(result: unknown): unknown {
  if (typeof result !== "object" || result === null || !("resultId" in result)) return result;
  const { resultId: _, ...rest } = result;
  return rest;
}

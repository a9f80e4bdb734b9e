/** VS Code's own list leaves out symbols whose names do not hold the letters typed: what the server found gets a name that does. */

import { expect, test } from "vitest";
import type { SymbolInformation } from "vscode";
import { provideWorkspaceSymbols } from "../../client/src/workspace-symbols.ts";

const FOUND = { name: "09SHANGHAI374", containerName: "SHANGHAI 374 MIGRANT POLICY" };

async function shown(query: string): Promise<string | undefined> {
  const token = { isCancellationRequested: false, onCancellationRequested: () => ({ dispose: () => {} }) };
  const symbols = await provideWorkspaceSymbols(query, token, async () => [{ ...FOUND } as SymbolInformation]);
  return symbols?.[0]?.name;
}

test.each([
  ["shanghai", "09SHANGHAI374"],
  ["09SH374", "09SHANGHAI374"],
  ["migrant", "09SHANGHAI374 MIGRANT POLICY"],
  ["policy", "09SHANGHAI374 MIGRANT POLICY"],
  ["2009shanghai00374", "09SHANGHAI374 (2009shanghai00374)"],
])("for %j it is called %j", async (query, name) => {
  expect(await shown(query)).toBe(name);
});

/** The search for cables: its command, its panel, and its return after the window was reloaded. */

import { commands, type WebviewPanel, window } from "vscode";
import type { ClientPart } from "../../client-part.ts";
import { SEARCH_VIEW, SearchPanel } from "./search-panel.ts";

export const search: ClientPart = (host) => {
  let shown: SearchPanel | null = null;
  const panel = (restored: WebviewPanel | null, query: string | null): SearchPanel => {
    shown ??= new SearchPanel(host, restored, query, () => {
      shown = null;
    });
    return shown;
  };
  return [
    { dispose: () => shown?.dispose() },
    commands.registerCommand("reftel.searchCables", (query?: unknown) => {
      const asked = typeof query === "string" ? query : null;
      panel(null, asked).reveal(asked);
    }),
    // The page has kept its query itself.
    window.registerWebviewPanelSerializer(SEARCH_VIEW, {
      deserializeWebviewPanel: async (restored) => {
        if (shown === null) panel(restored, null);
        else restored.dispose();
      },
    }),
  ];
};

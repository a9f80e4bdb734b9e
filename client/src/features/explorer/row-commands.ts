/** What the menu of a row in the Cables view does with the cables that are chosen there. */

import { commands, type Disposable, Uri, ViewColumn } from "vscode";
import type { CablesNode } from "./cables-view.ts";

export function rowCommands(): readonly Disposable[] {
  return [
    commands.registerCommand("reftel.cables.openToSide", async (chosen?: CablesNode, all?: readonly CablesNode[]) => {
      for (const uri of urisOf(chosen, all)) {
        await commands.executeCommand("vscode.open", uri, { viewColumn: ViewColumn.Beside, preview: false });
      }
    }),
    commands.registerCommand("reftel.cables.preview", async (chosen?: CablesNode) => {
      const [uri] = urisOf(chosen, undefined);
      if (uri !== undefined) await commands.executeCommand("reftel.openPreview", uri);
    }),
    commands.registerCommand("reftel.cables.copyCitation", async (chosen?: CablesNode) => {
      const [uri] = urisOf(chosen, undefined);
      if (uri === undefined) return;
      // The citation is that of the cable in front of the reader.
      await commands.executeCommand("vscode.open", uri, { preview: true });
      await commands.executeCommand("reftel.copyCitation");
    }),
  ];
}

/** The files of the cables that are chosen: of many, or of the one that the menu belongs to. */
function urisOf(chosen: CablesNode | undefined, all: readonly CablesNode[] | undefined): readonly Uri[] {
  const nodes = all ?? (chosen === undefined ? [] : [chosen]);
  return nodes.flatMap((node) => (node.kind === "cable" ? [Uri.parse(node.row.uri)] : []));
}

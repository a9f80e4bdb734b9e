/** The side bar's two views of cables, the status bar, and the commands that go with them. */

import { commands, env, l10n, window } from "vscode";
import type { ClientPart } from "../../client-part.ts";
import { savedCommands } from "../saved/saved-commands.ts";
import { savedStoreOf } from "../saved/saved-store.ts";
import { type CablesNode, CablesView } from "./cables-view.ts";
import { goToParagraph } from "./go-to-paragraph.ts";
import { GROUPINGS, type Grouping, isGrouping } from "./groupings.ts";
import { OpenCableWatch } from "./open-cable.ts";
import { OpenCableView } from "./open-cable-view.ts";
import { rowCommands } from "./row-commands.ts";
import { CableStatusBar } from "./status-bar.ts";

/** Under this name the workspace remembers how its cables are grouped; the buttons in the view's title ask for it, too. */
const GROUPING = "reftel.cables.grouping";

export const explorer: ClientPart = (host) => {
  const { workspaceState } = host.context;
  const remembered = workspaceState.get(GROUPING);
  const grouping = isGrouping(remembered) ? remembered : "station";
  void commands.executeCommand("setContext", GROUPING, grouping);
  const saved = savedStoreOf(host);
  const cables = new CablesView(host, saved, grouping);
  const watch = new OpenCableWatch(host);
  const groupBy = (chosen: Grouping): void => {
    cables.groupBy(chosen);
    // Chosen in the command palette, the view may be hidden.
    void commands.executeCommand("reftel.cables.focus");
    void commands.executeCommand("setContext", GROUPING, chosen);
    void workspaceState.update(GROUPING, chosen);
  };
  return [
    saved,
    cables,
    watch,
    ...savedCommands(saved, () => watch.shown?.cable.mrn ?? null),
    ...rowCommands(),
    new OpenCableView(watch),
    new CableStatusBar(watch),
    ...GROUPINGS.map((one) => commands.registerCommand(`reftel.cables.by.${one}`, () => groupBy(one))),
    commands.registerCommand("reftel.cables.showMore", (node: CablesNode | undefined) => cables.showMore(node)),
    commands.registerCommand("reftel.copyMrn", (node?: CablesNode) => copyMrn(node, watch)),
    commands.registerCommand("reftel.goToParagraph", () => {
      if (watch.shown !== null) goToParagraph(watch.shown);
    }),
  ];
};

/** Copies the number of the cable that was chosen in the view, else of the one in front of the reader. */
async function copyMrn(node: CablesNode | undefined, { shown }: OpenCableWatch): Promise<void> {
  const mrn = node?.kind === "cable" ? node.row.mrn : (shown?.cable.mrn ?? null);
  if (mrn === null) return;
  await env.clipboard.writeText(mrn);
  window.setStatusBarMessage(l10n.t("Copied {0}", mrn), 3000);
}

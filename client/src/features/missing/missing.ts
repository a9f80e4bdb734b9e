/** Missing references: the list as a document, and the view in which they are worked on. */

import { commands, env, l10n, window } from "vscode";
import { MissingReferencesRequest } from "../../../../server/src/lsp/protocol.ts";
import type { ClientHost, ClientPart } from "../../client-part.ts";
import type { Mark } from "../saved/saved-file.ts";
import { savedStoreOf } from "../saved/saved-store.ts";
import { missingList } from "./missing-list.ts";
import type { MissingNode, MissingTreeNode } from "./missing-tree.ts";
import { MissingView } from "./missing-view.ts";

export const missingReferences: ClientPart = (host) => {
  const saved = savedStoreOf(host);
  const view = new MissingView(host, saved);
  const mark =
    (change: (name: string, known: Mark | undefined) => Mark | null) =>
    async (one?: Chosen, all?: readonly Chosen[]) => {
      const { entries } = await saved.marks();
      for (const { cable } of missingOf(one, all)) {
        const changed = change(
          cable.mrn,
          entries.find(({ name }) => name === cable.mrn),
        );
        if (!(await (changed === null ? saved.deleteMark(cable.mrn) : saved.saveMark(changed)))) return;
      }
    };
  return [
    view,
    ...missingList(host),
    commands.registerCommand("reftel.missing.showAll", () => view.show("all")),
    commands.registerCommand("reftel.missing.showOpen", () => view.show("open")),
    commands.registerCommand("reftel.missing.showRequested", () => view.show("requested")),
    commands.registerCommand(
      "reftel.missing.markRequested",
      mark((name, known) => ({ ...known, name, requested: today() })),
    ),
    commands.registerCommand(
      "reftel.missing.markReceived",
      mark((name, known) => ({ ...known, name, received: today() })),
    ),
    commands.registerCommand(
      "reftel.missing.clearMark",
      mark(() => null),
    ),
    commands.registerCommand("reftel.missing.copyRequest", (one?: Chosen, all?: readonly Chosen[]) =>
      copyRequest(host, missingOf(one, all)),
    ),
  ];
};

type Chosen = MissingTreeNode;

/** The chosen cables: of a station or a year all that is missing of it. */
function missingOf(one: Chosen | undefined, all: readonly Chosen[] | undefined): readonly MissingNode[] {
  const nodes = all ?? (one === undefined ? [] : [one]);
  const found = nodes.flatMap(cablesBelow);
  return [...new Map(found.map((node) => [node.id, node])).values()];
}

function cablesBelow(node: MissingTreeNode): readonly MissingNode[] {
  switch (node.kind) {
    case "station":
      return node.years.flatMap(({ cables }) => cables);
    case "year":
      return node.cables;
    case "missing":
      return [node];
  }
}

async function copyRequest(host: ClientHost, nodes: readonly MissingNode[]): Promise<void> {
  if (nodes.length === 0) return;
  const client = await host.client();
  const answer = await client.sendRequest(MissingReferencesRequest, { only: nodes.map(({ cable }) => cable.mrn) });
  if (answer === null) return;
  await env.clipboard.writeText(answer.request);
  window.setStatusBarMessage(l10n.t("Copied the request for {0} cables", nodes.length), 3000);
}

/** The day where the reader is, as ISO 8601 writes it. */
function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}

/** `Reftel: Clean Up This Published Copy`: takes off what copying did to a cable, and leaves its words. */

import { commands } from "vscode";
import type { ClientPart } from "../client-part.ts";

/** The kind of the server's code action. */
const CLEAN_UP = "source.cleanUp.cable";

export const cleanUp: ClientPart = () => [
  commands.registerCommand("reftel.cleanUp", () =>
    commands.executeCommand("editor.action.sourceAction", { kind: CLEAN_UP, apply: "first" }),
  ),
];

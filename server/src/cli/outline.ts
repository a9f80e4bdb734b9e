/** `reftel outline`: the outline of a cable as an indented tree. */

import { parseArgs } from "node:util";
import { outlineOf } from "../features/outline.ts";
import { outlineLines } from "../features/outline-text.ts";
import { disk, uriOfPath } from "../host/disk.ts";
import { cableFiles } from "./cable-files.ts";
import { type Command, wrongUsage } from "./command.ts";

export const outline: Command = {
  name: "outline",
  summary: "print a cable's outline as an indented tree",
  usage: "reftel outline FILE",
  run: async (args, io) => {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, strict: true });
    if (positionals.length !== 1) {
      return wrongUsage(io, outline, "name one file");
    }
    if ((await disk.kind(uriOfPath(positionals[0] ?? ""))) === "folder") {
      return wrongUsage(io, outline, `${positionals[0]} is a folder; name one file`);
    }
    const report = { failed: false, passedOver: 0 };
    for await (const { tree } of cableFiles(positionals, io, report)) {
      for (const line of outlineLines(outlineOf(tree))) await io.stdout(`${line}\n`);
    }
    return report.failed ? 2 : 0;
  },
};

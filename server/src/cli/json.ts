/** `reftel json`: one JSON record a cable, one a line. */

import { parseArgs } from "node:util";
import { toRecord } from "../cable/to-record.ts";
import { cableFiles, reportPassedOver } from "./cable-files.ts";
import { type Command, wrongUsage } from "./command.ts";

export const json: Command = {
  name: "json",
  summary: "print one JSON record a cable, one a line",
  usage: "reftel json PATH…",
  run: async (args, io) => {
    const { positionals } = parseArgs({ args: [...args], allowPositionals: true, strict: true });
    if (positionals.length === 0) {
      return wrongUsage(io, json, "name a file or folder");
    }
    const report = { failed: false, passedOver: 0 };
    for await (const { path, tree } of cableFiles(positionals, io, report)) {
      await io.stdout(`${JSON.stringify(toRecord(tree, path))}\n`);
    }
    reportPassedOver(io, report);
    return report.failed ? 2 : 0;
  },
};

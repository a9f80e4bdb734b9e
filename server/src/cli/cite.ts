/** `reftel cite`: the citation of a cable in one style. */

import { parseArgs } from "node:util";
import { CITATION_STYLES, cite } from "../features/citing/cite.ts";
import { cableFiles, reportPassedOver } from "./cable-files.ts";
import { type Command, wrongUsage } from "./command.ts";

export const citeCommand: Command = {
  name: "cite",
  summary: "print how a cable is cited, in one style",
  usage: `reftel cite PATH… [--format ${CITATION_STYLES.join("|")}] [--accessed "May 1, 2014"]`,
  run: async (args, io) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      strict: true,
      options: { format: { type: "string", default: "chicago-note" }, accessed: { type: "string", default: "" } },
    });
    const style = CITATION_STYLES.find((one) => one === values.format);
    if (style === undefined) {
      return wrongUsage(
        io,
        citeCommand,
        `there is no format ${JSON.stringify(values.format)}; there are ${CITATION_STYLES.join(", ")}`,
      );
    }
    if (positionals.length === 0) {
      return wrongUsage(io, citeCommand, "name a file or folder");
    }
    const report = { failed: false, passedOver: 0 };
    let lacking = false;
    for await (const { path, tree } of cableFiles(positionals, io, report)) {
      const citation = cite(tree, style, { accessed: values.accessed });
      if (citation === null) {
        lacking = true;
        io.stderr(`reftel: ${path}: says too little of itself for a citation in this style\n`);
      } else await io.stdout(`${citation}\n`);
    }
    reportPassedOver(io, report);
    return report.failed ? 2 : lacking ? 1 : 0;
  },
};

/** The process entry of `reftel`: hands the arguments to the command line. */

import { once } from "node:events";
import { runCommandLine } from "./cli/main.ts";

// Who reads the output may have seen enough: `reftel json … | head`.
process.stdout.on("error", () => process.exit());

void runCommandLine(process.argv.slice(2), {
  stdout: async (text) => {
    if (!process.stdout.write(text)) await once(process.stdout, "drain");
  },
  stderr: (text) => {
    process.stderr.write(text);
  },
}).then((exitCode) => {
  process.exitCode = exitCode;
});

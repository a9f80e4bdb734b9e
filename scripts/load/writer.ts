/** The process that changes files while the one that started it talks to the server: writing a thousand files a second would make the other late. */

import { readFileSync } from "node:fs";
import { Random } from "../../tests/support/random.ts";
import { ChangingFiles } from "./changing-files.ts";
import { shares, takeTurns } from "./turns.ts";
import type { FromWriter, WriterTask } from "./writer-process.ts";

void main(JSON.parse(readFileSync(0, "utf8")));

async function main({ paths, folder, seed, perSecond, seconds }: WriterTask): Promise<void> {
  const files = new ChangingFiles(paths, folder, new Random(seed));
  const share = shares(perSecond);
  const kept = await takeTurns(seconds, () => {
    const count = share();
    if (count > 0) tell({ kind: "changed", changes: files.change(count) });
  });
  tell({ kind: "done", ...kept });
  process.disconnect();
}

function tell(message: FromWriter): void {
  process.send?.(message);
}

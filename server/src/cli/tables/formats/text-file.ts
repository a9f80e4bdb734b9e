/** Writing and reading tables of text: lines are put together in memory, and written and read in pieces. */

import { appendFileSync, createReadStream, writeFileSync } from "node:fs";
import type { Row } from "../../../features/tables/columns.ts";
import { HELD, type TableWriter } from "./format.ts";

/** A writer of one line a row below `head`. */
export function textWriter(path: string, head: string, line: (row: Row) => string): TableWriter {
  let held = head;
  writeFileSync(path, "");
  const flush = (): void => {
    appendFileSync(path, held);
    held = "";
  };
  return {
    write(rows) {
      for (const row of rows) {
        held += line(row);
        if (held.length >= HELD) flush();
      }
    },
    finish: flush,
  };
}

/** The text of a file in pieces that end anywhere. */
export async function* textOf(path: string): AsyncGenerator<string> {
  for await (const piece of createReadStream(path, { encoding: "utf8", highWaterMark: HELD })) yield String(piece);
}

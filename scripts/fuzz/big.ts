/** What requests on very long texts cost: processor time of the server at 1, 5 and 50 MB, and the most memory that it took. */

import { HOSTILE_SHAPES } from "../../tests/support/hostile-shapes.ts";
import { type Cost, MeasuredServer, REQUESTS } from "./measured-server.ts";

/** In characters. VS Code hands longer texts than the last to no extension. */
const LENGTHS = [1_000_000, 5_000_000, 50_000_000] as const;

/** What a very long text may be: of paragraphs, of one of them, of one line, of blank lines, of citations, of nothing that is a cable. */
const SHAPES = [
  "prose in a paragraph",
  "paragraphs with portion marks in a paragraph",
  "blank lines as a text",
  "mentions in a paragraph",
  "reference lists in the REF line",
  "letters as a text",
] as const;

/** Prints a table for each shape; answers how many requests were not answered, or answered with a fault. */
export async function measureBig(program: string): Promise<number> {
  let failed = 0;
  for (const name of SHAPES) {
    const shape = HOSTILE_SHAPES.find((one) => one.name === name);
    if (shape === undefined) throw new Error(`there is no shape ${name}`);
    const rows = new Map<string, string[]>();
    const add = (what: string, cell: string): void => void rows.set(what, [...(rows.get(what) ?? []), cell]);
    for (const length of LENGTHS) failed += await measureOne(program, shape.text(length), add);
    console.log(`\n${name.padEnd(44)}${LENGTHS.map((length) => `${length / 1e6} MB`.padStart(14)).join("")}`);
    for (const [what, cells] of rows) console.log(what.padEnd(44) + cells.map((cell) => cell.padStart(14)).join(""));
  }
  return failed;
}

/** One text in a server of its own. */
async function measureOne(program: string, text: string, add: (what: string, cell: string) => void): Promise<number> {
  const server = await MeasuredServer.start(program);
  let failed = 0;
  try {
    const costs: [what: string, cost: Cost][] = [["open", await server.open(text)]];
    // The first one pays for the parse.
    for (const asked of REQUESTS) costs.push([asked.name, await server.ask(asked)]);
    for (const [what, { milliseconds, isFine }] of costs) {
      if (!isFine) failed++;
      add(what, `${milliseconds.toFixed(0)} ms${isFine ? "" : " FAULT"}`);
    }
    add("the most memory", `${server.mostMemory?.toFixed(0) ?? "?"} MB`);
  } catch (error) {
    failed++;
    add("the server has gone", error instanceof Error ? (error.message.split("\n")[0] ?? "").slice(0, 60) : "");
  } finally {
    await server.end();
  }
  return failed;
}

/** What every kind of request costs on every hostile kind of text, alone: each on a text that was just opened, so that it pays for the parse. */

import { HOSTILE_SHAPES } from "../../tests/support/hostile-shapes.ts";
import { MeasuredServer, REQUESTS } from "./measured-server.ts";

/** In characters. */
const LENGTHS = [10_000, 50_000, 100_000, 400_000] as const;

/** The promise, in milliseconds of processor time: so much for 100 KB and less, and no more for each 100 KB above. */
const PROMISED = 100;

function promisedFor(length: number): number {
  return PROMISED * Math.max(1, length / 100_000);
}

interface Worst {
  readonly milliseconds: number;
  readonly shape: string;
}

const NONE: Worst = { milliseconds: 0, shape: "" };

/** Prints what is late or at fault as it comes, and a table in Markdown; answers how many there are of these. `kinds` picks the texts by their names. */
export async function measureMatrix(program: string, kinds: RegExp): Promise<number> {
  const shapes = HOSTILE_SHAPES.filter(({ name }) => kinds.test(name));
  const worst = new Map<string, Worst[]>(REQUESTS.map(({ name }) => [name, LENGTHS.map(() => NONE)]));
  let troubles = 0;
  const server = await MeasuredServer.start(program);
  for (const shape of shapes) {
    for (const [column, length] of LENGTHS.entries()) {
      const text = shape.text(length);
      for (const asked of REQUESTS) {
        await server.open(text);
        const { milliseconds, isFine } = await server.ask(asked);
        server.close();
        const row = worst.get(asked.name) ?? [];
        if (milliseconds > (row[column] ?? NONE).milliseconds) row[column] = { milliseconds, shape: shape.name };
        if (isFine && milliseconds <= promisedFor(length)) continue;
        const what = `${asked.name} on ${length / 1000} KB of ${shape.name}`;
        console.log(`${what}: ${milliseconds.toFixed(0)} ms${isFine ? "" : ", FAULT"}`);
        troubles++;
      }
    }
  }
  await server.end();
  console.log(
    `| request | ${LENGTHS.map((length) => `${length / 1000} KB`).join(" | ")} | the slowest text of the longest |`,
  );
  console.log(`|---|${LENGTHS.map(() => "--:|").join("")}---|`);
  for (const [name, row] of worst) {
    console.log(
      `| ${name} | ${row.map(({ milliseconds }) => milliseconds.toFixed(0)).join(" | ")} | ${row.at(-1)?.shape ?? ""} |`,
    );
  }
  console.log(
    `\n${shapes.length} kinds of text, each with ${REQUESTS.length} requests at ${LENGTHS.length} lengths; in ms of processor time`,
  );
  return troubles;
}

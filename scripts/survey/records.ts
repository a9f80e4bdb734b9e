/** The program behind `npm run survey:records`: lists what is suspicious in the records of a folder's cables. */

import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { parseCable } from "../../server/src/cable/parse.ts";
import { toRecord } from "../../server/src/cable/to-record.ts";
import { type SuspicionKind, suspicionsOf } from "./suspicions.ts";

const LONGEST_WORDS = 100;

function filesBelow(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}

const [folder, option] = process.argv.slice(2);
if (folder === undefined) {
  console.error("usage: npm run survey:records -- FOLDER [--counts]");
  process.exit(2);
}
const counts = new Map<SuspicionKind, number>();
let cables = 0;
let suspicious = 0;
for (const file of filesBelow(folder)) {
  const text = readFileSync(file, "utf8");
  const tree = parseCable(text, file);
  if (!tree.plainlyCable) continue;
  cables++;
  const suspicions = suspicionsOf(toRecord(tree, file), text);
  if (suspicions.length > 0) suspicious++;
  for (const { kind, words } of suspicions) {
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    if (option !== "--counts") console.log(`${file}: ${kind}: ${words.slice(0, LONGEST_WORDS)}`);
  }
}
for (const [kind, count] of [...counts].sort((one, other) => other[1] - one[1])) {
  console.log(`${String(count).padStart(6)}  ${kind}`);
}
const share = cables === 0 ? "-" : `${((100 * suspicious) / cables).toFixed(1)} %`;
console.log(`${suspicious} of ${cables} cables are suspicious (${share})`);

/** Every text of the annotated set is read as its annotation says. */

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseCable } from "../../server/src/cable/parse.ts";
import { toRecord } from "../../server/src/cable/to-record.ts";
import { differences } from "../support/annotation.ts";

const folder = import.meta.dirname;
const SUFFIX = ".cable.txt";

for (const form of readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
  describe(form.name, () => {
    const texts = readdirSync(join(folder, form.name)).filter((name) => name.endsWith(SUFFIX));
    for (const name of texts) {
      const path = join(folder, form.name, name);
      const annotation = readFileSync(path.replace(SUFFIX, ".expected.txt"), "utf8");
      const why = annotation.split("\n", 1)[0]?.replace(/^# */, "") ?? "";
      it(`${basename(name, SUFFIX)}: ${why}`, () => {
        const fileName = name.replace(SUFFIX, ".txt");
        const record = toRecord(parseCable(readFileSync(path, "utf8"), fileName), fileName);
        expect(differences(annotation, record).join("\n")).toBe("");
      });
    }
  });
}

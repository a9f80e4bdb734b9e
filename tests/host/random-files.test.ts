/** Whatever happens to the files of a folder, the index that was told of it equals one that sees the folder for the first time. */

import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { FileChange } from "../../scripts/load/file-change.ts";
import { RandomFiles } from "../../scripts/load/random-files.ts";
import { parseCable } from "../../server/src/cable/parse.ts";
import { scanMissing } from "../../server/src/corpus/facets/missing-cables.ts";
import type { FileBlock } from "../../server/src/corpus/file-list-chunk.ts";
import { fileName, fileUri } from "../../server/src/corpus/file-uri.ts";
import { toIndexRecord } from "../../server/src/corpus/index-record.ts";
import { PackedCableIndex } from "../../server/src/corpus/packed-index.ts";
import type { BulkReader } from "../../server/src/host/batch-reader.ts";
import { disk, uriOfPath } from "../../server/src/host/disk.ts";
import { DiskReader, listDisk } from "../../server/src/host/disk-bulk.ts";
import { Indexer } from "../../server/src/host/indexer.ts";
import { DEFAULT_SETTINGS } from "../../server/src/lsp/settings.ts";
import { Random } from "../support/random.ts";
import { resultOf } from "../support/result-of.ts";

const SEEDS = [1, 7, 374, 2009];
const ROUNDS = 20;
const MOST_A_ROUND = 40;

/** Reads as a worker does, on this thread. */
function bulkReader(): BulkReader {
  const reader = new DiskReader();
  return {
    takes: () => true,
    async *list(request, complain) {
      const blocks: FileBlock[] = [];
      listDisk(request, (block) => blocks.push(block), complain);
      yield* blocks;
    },
    read: async (block, stamps) => reader.read(block, stamps),
    atOnce: 2,
    isAwake: true,
    close: () => {},
  };
}

function indexerOf(root: string, bulk: BulkReader | null): Indexer {
  const indexer = new Indexer({
    files: disk,
    bulk,
    index: new PackedCableIndex(),
    turns: { now: () => 0, pause: () => new Promise((resume) => setImmediate(resume)) },
    summarise: (text, file) => toIndexRecord(parseCable(text, fileName(file))),
    log: (line) => {
      if (line.includes("fault")) throw new Error(line);
    },
  });
  indexer.setFolders([uriOfPath(root)], DEFAULT_SETTINGS.index);
  return indexer;
}

/** All that an index says, by files and by cables. */
async function stateOf(indexer: Indexer) {
  await indexer.upToDate();
  const { index } = indexer;
  const files = [...index.files()].sort();
  const records = files.map((file) => [file, index.summaryOf(file)] as const);
  const mrns = [...new Set(records.flatMap(([, record]) => record?.mrn ?? []))].sort();
  return {
    size: index.size,
    others: index.others,
    records,
    cables: mrns.map((mrn) => [mrn, index.filesOf(mrn), index.citationsOf(mrn, 50), index.citingCables(mrn)]),
    missing: resultOf(scanMissing(index.columns(), null, 50, (mrn) => index.has(mrn))),
    found: index.search("riga", 50).map(({ file }) => file),
  };
}

for (const seed of SEEDS) {
  for (const name of ["one by one", "in bulk"]) {
    test(`files told of ${name}, seed ${seed}`, { timeout: 120_000 }, async () => {
      const root = join(mkdtempSync(join(tmpdir(), "reftel-random-")), "cables");
      mkdirSync(root);
      const random = new Random(seed);
      const files = new RandomFiles(root);
      const bulk = name === "in bulk" ? bulkReader() : null;
      const indexer = indexerOf(root, bulk);
      try {
        for (let round = 0; round < ROUNDS; round++) {
          const told: string[] = [];
          const untold: (readonly FileChange[])[] = [];
          const tell = (): void => indexer.changed((untold.shift() ?? []).map(({ uri }) => fileUri(uri)));
          for (let count = 1 + random.below(MOST_A_ROUND); count > 0; count--) {
            const changes = files.operate(random);
            told.push(...changes.map(({ uri, type }) => `${type} ${uri}`));
            untold.push(changes);
            // An editor tells of changes in their order, some time later.
            if (random.happens(0.6)) tell();
            if (random.happens(0.3)) await indexer.upToDate();
            else
              for (let turns = random.below(6); turns > 0; turns--) await new Promise((resume) => setImmediate(resume));
          }
          while (untold.length > 0) tell();
          const fresh = await stateOf(indexerOf(root, bulk));
          expect(await stateOf(indexer), `after round ${round}: ${told.join(", ")}`).toEqual(fresh);
        }
      } finally {
        rmSync(join(root, ".."), { recursive: true, force: true });
      }
    });
  }
}

/** The index follows the files of the workspace and the open documents, whatever happens to them. */

import { describe, expect, test } from "vitest";
import type { CanonicalMrn } from "../../server/src/cable/mrn.ts";
import { parseCable } from "../../server/src/cable/parse.ts";
import type { UpdatableCableIndex } from "../../server/src/corpus/cable-index.ts";
import { blockOf } from "../../server/src/corpus/file-list-chunk.ts";
import { type FileUri, fileName, fileUri } from "../../server/src/corpus/file-uri.ts";
import { type IndexRecord, toIndexRecord } from "../../server/src/corpus/index-record.ts";
import { PackedCableIndex } from "../../server/src/corpus/packed-index.ts";
import { BatchWriter, type RecordBatch } from "../../server/src/corpus/record-batch.ts";
import type { BulkReader } from "../../server/src/host/batch-reader.ts";
import { Indexer } from "../../server/src/host/indexer.ts";
import { MemoryFiles } from "../../server/src/host/memory.ts";

const FOLDER = fileUri("file:///cables");
const WANTED = { include: ["**/*.{cable,txt}"], exclude: ["**/old/**"] };

function file(path: string): FileUri {
  return fileUri(`file:///cables/${path}`);
}

function cable(serial: number): string {
  return `R 020900Z AUG 09\nUNCLAS TALLINN ${serial}\nTAGS: PGOV\nSUBJECT: FEES\nREF: TALLINN 99001\n1. Text.\n`;
}

function mrn(serial: number): CanonicalMrn {
  return `09TALLINN${serial}` as CanonicalMrn;
}

function start(write: (files: MemoryFiles) => void = () => {}, earlier: UpdatableCableIndex | null = null) {
  const files = new MemoryFiles();
  write(files);
  const log: string[] = [];
  let pauses = 0;
  const indexer = new Indexer({
    files,
    index: new PackedCableIndex(),
    // A clock that leaps: every step is the end of a slice.
    turns: {
      now: () => pauses++ * 1000,
      pause: () => new Promise((resume) => setImmediate(resume)),
    },
    summarise: (text, of) => toIndexRecord(parseCable(text, fileName(of))),
    log: (line) => log.push(line),
  });
  if (earlier !== null) indexer.restore(earlier);
  indexer.setFolders([FOLDER], WANTED);
  return { files, indexer, log };
}

const SUMMARY: IndexRecord = {
  mrn: null,
  sent: null,
  classification: null,
  subject: null,
  place: { line: 0, character: 0, endLine: 0, endCharacter: 0 },
  tags: ["PGOV"],
  tagsPlace: { line: 0, character: 0, endLine: 0, endCharacter: 0 },
  citations: [],
};

/** What was found at so many files that all hold a cable. */
function batchOf(size: number): RecordBatch {
  const writer = new BatchWriter();
  for (let left = size; left > 0; left--) writer.addCable(SUMMARY, { size: 1, modified: 1 });
  return writer.finish();
}

/** An indexer to which every text is a cable, and its subject; with a bulk reader where the sizes of its blocks are counted. */
function startCounting(blocks: number[] | null = null) {
  const files = new MemoryFiles();
  const bulk: BulkReader = {
    takes: () => true,
    async *list() {},
    read: (block) => {
      blocks?.push(block.size);
      return Promise.resolve(batchOf(block.size));
    },
    atOnce: 4,
    isAwake: false,
    close: () => {},
  };
  const indexer = new Indexer({
    files,
    bulk: blocks === null ? null : bulk,
    index: new PackedCableIndex(),
    turns: { now: () => 0, pause: () => new Promise((resume) => setImmediate(resume)) },
    summarise: (text) => ({ ...SUMMARY, subject: text }),
    log: (line) => {
      throw new Error(line);
    },
  });
  indexer.setFolders([FOLDER], WANTED);
  return { files, indexer };
}

test("blocks of files are taken in few at a time, others have their turn in between, also when many come at once", async () => {
  const index = new PackedCableIndex();
  const rows: number[] = [];
  let time = 0;
  const indexer = new Indexer({
    files: new MemoryFiles(),
    bulk: {
      takes: () => true,
      async *list() {
        for (let block = 0; block < 8; block++) {
          yield blockOf(Array.from({ length: 500 }, (_, number) => file(`${block}/${number}.txt`)));
        }
      },
      read: (block) => Promise.resolve(batchOf(block.size)),
      atOnce: 4,
      isAwake: true,
      close: () => {},
    },
    index,
    turns: {
      // A clock that leaps: each slice is used up by its first piece.
      now: () => time++ * 1000,
      pause: () => {
        rows.push(index.rows);
        return new Promise((resume) => setImmediate(resume));
      },
    },
    summarise: () => null,
    log: (line) => {
      throw new Error(line);
    },
  });
  indexer.setFolders([FOLDER], WANTED);
  await indexer.upToDate();
  expect(index.rows).toBe(4000);
  const taken = [...rows, index.rows].map((all, pause) => all - (rows[pause - 1] ?? 0));
  expect(Math.max(...taken)).toBeLessThanOrEqual(100);
});

test("the search in many files is made ready few at a time, others have their turn in between", async () => {
  const index = new PackedCableIndex();
  for (let number = 0; number < 4000; number++) index.update(file(`${number}.txt`), SUMMARY);
  let time = 0;
  let pauses = 0;
  const pause = (): Promise<void> => {
    pauses++;
    return Promise.resolve();
  };
  const turns = { now: () => time++ * 1000, pause };
  const indexer = new Indexer({ files: new MemoryFiles(), index, turns, summarise: () => null, log: () => {} });
  await indexer.readyToSearch(turns);
  expect(index.prepareSearch(0)).toBe(true);
  expect(pauses).toBeGreaterThanOrEqual(7);
});

describe("the files of the folders", () => {
  test("are found by what stands in them, those that are no cables are counted", async () => {
    const { indexer } = start((files) => {
      files.write(file("a.txt"), cable(99002));
      files.write(file("deep/down/anything.cable"), cable(99003));
      files.write(file("old/c.txt"), cable(99004));
      files.write(file("notes.txt"), "Nothing of a cable.");
      files.write(file("picture.png"), cable(99005));
    });
    expect(indexer.status.state).toBe("indexing");
    await indexer.upToDate();
    expect(indexer.status).toEqual({ state: "ready", cables: 2, files: 2, skipped: 1 });
    expect(indexer.index.filesOf(mrn(99003))).toEqual([file("deep/down/anything.cable")]);
  });

  test("that can't be read are left out with one line each", async () => {
    const { indexer, log } = start((files) => {
      files.spoil(file("a.txt"), "is binary");
      files.write(file("b.txt"), cable(99002));
    });
    await indexer.upToDate();
    expect(indexer.status).toMatchObject({ cables: 1, skipped: 1 });
    expect(log).toEqual([`${file("a.txt")} is binary; it is left out.`]);
  });

  test("are taken anew with every change, and read once for many", async () => {
    const { indexer, files } = start((all) => all.write(file("a.txt"), cable(99002)));
    await indexer.upToDate();
    files.write(file("a.txt"), cable(99003));
    files.write(file("b.txt"), cable(99004));
    files.reads.length = 0;
    indexer.changed([file("a.txt"), file("b.txt"), file("a.txt")]);
    indexer.changed([file("a.txt"), file("old/x.txt")]);
    await indexer.upToDate();
    expect(files.reads).toEqual([file("a.txt"), file("b.txt")]);
    expect(indexer.index.has(mrn(99002))).toBe(false);
    expect(indexer.index.has(mrn(99003))).toBe(true);
    files.remove(file("a.txt"));
    indexer.changed([file("a.txt")]);
    await indexer.upToDate();
    expect(indexer.status).toEqual({ state: "ready", cables: 1, files: 1, skipped: 0 });
  });

  test("of a folder that is told of as a whole come and go with it", async () => {
    const { indexer, files } = start();
    await indexer.upToDate();
    files.write(file("new/deep/a.txt"), cable(99002));
    files.write(file("new/old/b.txt"), cable(99003));
    indexer.changed([file("new")]);
    await indexer.upToDate();
    expect(indexer.status).toMatchObject({ cables: 1 });
    files.remove(file("new/deep/a.txt"));
    indexer.changed([file("new/deep")]);
    await indexer.upToDate();
    expect(indexer.status).toMatchObject({ cables: 0 });
  });

  test("outside of them are forgotten when folders or settings change", async () => {
    const { indexer, files } = start((all) => {
      all.write(file("a.txt"), cable(99002));
      all.write(file("b.cable"), cable(99003));
    });
    await indexer.upToDate();
    indexer.setFolders([FOLDER], { include: ["**/*.cable"], exclude: [] });
    await indexer.upToDate();
    expect(indexer.status).toMatchObject({ cables: 1 });
    indexer.setFolders([], WANTED);
    await indexer.upToDate();
    expect(indexer.status).toMatchObject({ cables: 0 });
    expect(files.reads).not.toHaveLength(0);
  });
});

describe("an open document", () => {
  test("counts as it stands in the editor, and the disk again when it is closed", async () => {
    const { indexer, files } = start((all) => all.write(file("a.txt"), cable(99002)));
    await indexer.upToDate();
    indexer.edited(file("a.txt"), () => toIndexRecord(parseCable(cable(99009))));
    expect(indexer.index.has(mrn(99009))).toBe(true);
    expect(indexer.index.has(mrn(99002))).toBe(false);
    files.write(file("a.txt"), cable(99004));
    indexer.changed([file("a.txt")]);
    await indexer.upToDate();
    expect(indexer.index.has(mrn(99009))).toBe(true);
    indexer.closed(file("a.txt"));
    await indexer.upToDate();
    expect(indexer.index.has(mrn(99009))).toBe(false);
    expect(indexer.index.has(mrn(99004))).toBe(true);
  });

  test("is asked for its summary only when somebody asks the index", async () => {
    const { indexer } = start();
    await indexer.upToDate();
    let asked = 0;
    for (let keystroke = 0; keystroke < 10; keystroke++) {
      indexer.edited(file("a.txt"), () => {
        asked++;
        return null;
      });
    }
    expect(asked).toBe(0);
    expect(indexer.index.has(mrn(99002))).toBe(false);
    expect(asked).toBe(1);
  });

  test("outside the folders counts while it is open", async () => {
    const { indexer } = start();
    const lone = fileUri("untitled:Untitled-1");
    indexer.edited(lone, () => toIndexRecord(parseCable(cable(99002))));
    expect(indexer.index.filesOf(mrn(99002))).toEqual([lone]);
    indexer.closed(lone);
    expect(indexer.index.has(mrn(99002))).toBe(false);
  });
});

test("an index of an earlier run goes on without the documents that were open outside the folders then", async () => {
  const { indexer } = start((files) => files.write(file("a.txt"), cable(99002)));
  await indexer.upToDate();
  const outside = fileUri("file:///elsewhere/b.txt");
  indexer.edited(outside, () => toIndexRecord(parseCable(cable(99003))));
  expect(indexer.status.files).toBe(2);
  const next = start((files) => files.write(file("c.txt"), cable(99004)), indexer.index);
  await next.indexer.upToDate();
  expect([...next.indexer.index.files()]).toEqual([file("c.txt")]);
});

test("files that change without end leave no more behind in the index than half of what is in it", async () => {
  const { files, indexer } = startCounting();
  const all = Array.from({ length: 500 }, (_, index) => file(`${index}.txt`));
  let revision = -1;
  for (let round = 0; round < 50; round++) {
    for (const one of all) files.write(one, `Cable of round ${round}`);
    indexer.changed(all);
    await indexer.upToDate();
    expect(indexer.index.rows).toBeLessThan(12_000);
    expect(indexer.index.revision).toBeGreaterThan(revision);
    revision = indexer.index.revision;
  }
  expect(indexer.status.files).toBe(500);
  expect(all.map((one) => indexer.index.summaryOf(one)?.subject)).toEqual(all.map(() => "Cable of round 49"));
});

test("nor do they while somebody types all the time", async () => {
  let typed = 0;
  let time = 0;
  const type = (): void => {
    indexer.edited(file("open.txt"), () => ({ ...SUMMARY, subject: `Draft ${typed}` }));
    expect(indexer.index.summaryOf(file("open.txt"))?.subject).toBe(`Draft ${typed}`);
    typed++;
  };
  const files = new MemoryFiles();
  const indexer = new Indexer({
    files,
    index: new PackedCableIndex(),
    turns: {
      // A clock that leaps: each slice is used up by its first piece.
      now: () => time++ * 1000,
      pause: () => {
        type();
        return new Promise((resume) => setImmediate(resume));
      },
    },
    summarise: (text) => ({ ...SUMMARY, subject: text }),
    log: (line) => {
      throw new Error(line);
    },
  });
  indexer.setFolders([FOLDER], WANTED);
  const all = Array.from({ length: 500 }, (_, index) => file(`${index}.txt`));
  for (let round = 0; round < 30; round++) {
    for (const one of all) files.write(one, `Cable of round ${round}`);
    indexer.changed(all);
    await indexer.upToDate();
  }
  // What is typed leaves rows behind as well.
  expect(typed).toBeGreaterThan(10_000);
  expect(indexer.index.rows).toBeLessThan(14_000);
  expect(indexer.index.summaryOf(file("open.txt"))?.subject).toBe(`Draft ${typed - 1}`);
  expect(all.map((one) => indexer.index.summaryOf(one)?.subject)).toEqual(all.map(() => "Cable of round 29"));
});

test("a burst of 10,000 changes is read in blocks", async () => {
  const blocks: number[] = [];
  const { files, indexer } = startCounting(blocks);
  await indexer.upToDate();
  indexer.changed(Array.from({ length: 10_000 }, (_, index) => file(`${index}.txt`)));
  await indexer.upToDate();
  expect(indexer.status).toEqual({ state: "ready", cables: 10_000, files: 10_000, skipped: 0 });
  expect(blocks.reduce((sum, size) => sum + size, 0)).toBe(10_000);
  expect(blocks.length).toBeLessThan(30);
  expect(files.reads).toEqual([]);
});

test("a fault costs the file it happens in, and is logged", async () => {
  const { indexer, log, files } = start();
  files.read = () => Promise.reject(new Error("the disk is on fire"));
  indexer.changed([file("a.txt")]);
  await indexer.upToDate();
  expect(indexer.status.state).toBe("ready");
  expect(log.join("\n")).toContain("the disk is on fire");
});

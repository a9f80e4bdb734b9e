/** Symbols that are written as JSON are those that one would make of the same cables one by one. */

import { array, constantFrom, property, assert as propertyHolds, record, string, tuple } from "fast-check";
import { expect, test } from "vitest";
import type { Message } from "vscode-languageserver";
import { fileUri } from "../../server/src/corpus/file-uri.ts";
import type { IndexRecord } from "../../server/src/corpus/index-record.ts";
import { PackedCableIndex } from "../../server/src/corpus/packed-index.ts";
import { JsonBytes } from "../../server/src/lsp/json-bytes.ts";
import { symbolJson } from "../../server/src/lsp/symbol-json.ts";
import { knownRange } from "../../server/src/lsp/to-proto.ts";
import { MessageBytes, messageOfValues, WrittenJson } from "../../server/src/lsp/written-json.ts";
import { anySummary, FILE_NAMES } from "../support/summaries.ts";

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** Of any unit, but a line feed: a subject is on one line. */
const anySubject = string({ unit: "grapheme", maxLength: 20 }).map((text) => text.replaceAll("\n", " "));
const anyCable = record<Pick<IndexRecord, "subject" | "place">>(
  {
    subject: anySubject.filter((subject) => subject !== ""),
    place: constantFrom(
      { line: 0, character: 0, endLine: 0, endCharacter: 0 },
      { line: 123_456, character: 9, endLine: 123_457, endCharacter: 10 },
    ),
  },
  { noNullPrototype: true },
);

test("they have name, container, kind and place, whatever the subject is made of", () => {
  const own = "file:///A.TXT";
  const encodings = constantFrom("utf-16", "utf-8", null);
  const files = array(tuple(constantFrom(...FILE_NAMES), anySummary, anyCable), { maxLength: 8 });
  propertyHolds(
    property(files, encodings, (all, ranges) => {
      const index = new PackedCableIndex();
      for (const [file, summary, { subject, place }] of all) {
        // One that lacks a subject in the first place still does.
        index.update(file, { ...summary, place, subject: summary.subject === null ? null : subject });
      }
      const [first] = FILE_NAMES;
      const rows = Int32Array.from(index.files(), (file) => index.rowOf(file));
      const uris = new Map(first === undefined ? [] : [[index.rowOf(first), own]]);
      const expected = Array.from(rows, (row) => {
        const { file, mrn, station, serial, subject, place } = index.hitOfRow(row);
        const uri = file === first ? own : file;
        return {
          name: mrn ?? subject ?? file.slice(file.lastIndexOf("/") + 1),
          kind: 1,
          containerName: [station, serial, subject].filter((part) => part !== null).join(" "),
          location: ranges === null ? { uri } : { uri, range: knownRange(place, ranges, subject ?? "") },
        };
      });
      expect(symbolJson(index.columns(), rows, { ranges, uris }).toJSON()).toEqual(expected);
    }),
  );
});

test("texts are escaped, numbers are written in full", () => {
  propertyHolds(
    property(
      string({ unit: constantFrom("a", "ä", "\u{1f4dc}", '"', "\\", "/", "\n", "\u0000", "\u001f", "\u007f") }),
      (text) => {
        const json = new JsonBytes(1);
        const bytes = bytesOf(`<${text}>`);
        json.add(bytesOf('"'));
        json.addText(bytes, 1, bytes.length - 1);
        json.add(bytesOf('"'));
        expect(JSON.parse(textOf(json.view()))).toBe(textOf(bytesOf(text)));
      },
    ),
  );
  for (const number of [0, 7, 10, 99, 100, 2_147_483_647]) {
    const json = new JsonBytes(0);
    json.addNumber(number);
    expect(textOf(json.view())).toBe(String(number));
  }
});

test("a message with an answer that is written already is what it would be with the value", () => {
  const messages = new MessageBytes();
  const read = (message: Message): unknown => JSON.parse(textOf(messages.of(message)));
  // Of several one after the other, each shorter or longer than the one before it.
  for (const name of ["Größere Häfen", "Z", "Größere Häfen und kleinere", ""]) {
    const value = [{ name }];
    let copied = 0;
    const result = new WrittenJson(bytesOf(JSON.stringify(value)), () => copied++);
    const message = { jsonrpc: "2.0", id: "one", result };
    expect(messageOfValues(message)).toEqual({ ...message, result: value });
    // As a channel between processes writes it.
    expect(JSON.parse(JSON.stringify(message))).toEqual({ ...message, result: value });
    expect(copied).toBe(0);
    expect(read(message)).toEqual({ ...message, result: value });
    expect(copied).toBe(1);
  }
  const other = { jsonrpc: "2.0", id: 2, result: null };
  expect(read(other)).toEqual(other);
  expect(messageOfValues(other)).toBe(other);
});

test("an answer that waits to be written is not written over by the next", () => {
  const index = new PackedCableIndex();
  const place = { line: 0, character: 0, endLine: 0, endCharacter: 0 };
  const rows = ["HARBOR FEES", "PORT TALKS"].map((subject, at) => {
    const file = fileUri(`file:///${at}.txt`);
    const nothing = { mrn: null, sent: null, classification: null, tags: [], tagsPlace: place, citations: [] };
    index.update(file, { ...nothing, subject, place });
    return Int32Array.of(index.rowOf(file));
  });
  const [one = Int32Array.of(), other = Int32Array.of()] = rows;
  const answer = (asked: Int32Array): WrittenJson =>
    symbolJson(index.columns(), asked, { ranges: null, uris: new Map() });
  const waiting = answer(one);
  // Its room serves the next, which is written meanwhile.
  answer(other).copied();
  answer(other);
  expect(waiting.toJSON()).toMatchObject([{ name: "HARBOR FEES" }]);
});

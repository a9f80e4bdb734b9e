/** Nothing of the text is lost, however damaged: each word of each line of text is in the reading. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCable } from "../../../server/src/cable/parse.ts";
import { repair } from "../../../server/src/cable/repair/repair.ts";
import { fileUri } from "../../../server/src/corpus/file-uri.ts";
import { readingOf } from "../../../server/src/features/rendering/read.ts";
import { entityEdits } from "../../../server/src/text/entities.ts";
import { defaultVocabulary } from "../../../server/src/vocabulary/vocabulary.ts";
import { anyText, KNOWN_TEXTS } from "../../support/arbitraries.ts";

/** All strings in a value, wherever they are. */
function strings(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : [];
}

const words = (text: string): readonly string[] => text.match(/[A-Za-z]{3,}/g) ?? [];

/** Words of lines of text that are nowhere in the reading. */
function lost(text: string): readonly string[] {
  const tree = parseCable(text, "cable.txt");
  const surroundings = { vocabulary: defaultVocabulary, cited: new Map(), isIndexing: false };
  const { blocks } = readingOf({ file: fileUri("file:///cable.txt"), tree }, surroundings);
  const source = repair(text, entityEdits(text));
  const read = new Set(words(strings(blocks.map(({ content }) => content)).join(" ")));
  return tree.lineKinds.flatMap((kind, line) => {
    if (kind !== "text" && kind !== "paragraph" && kind !== "heading") return [];
    const from = source.offsetOf(tree.lines.start(line));
    const to = source.offsetOf(tree.lines.end(line));
    // The name of the remarks is a field's, though its line is text.
    const said = source.text.slice(from, to).replace(/(?:RMKS|REMARKS|GENTEXT)[ \t]?\//gi, "");
    return words(said).filter((word) => !read.has(word));
  });
}

test.each(KNOWN_TEXTS.map((text, index) => [index, text] as const))("of known text %i", (_, text) => {
  expect(lost(text)).toEqual([]);
});

test("of any text", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(lost(text)).toEqual([]);
    }),
    { numRuns: 150 },
  );
}, 60_000);

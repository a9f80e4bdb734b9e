/** Completion on any text at any place: it answers, bounded, and its edits are within the cursor's line. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { parseCable } from "../../../server/src/cable/parse.ts";
import { fileUri } from "../../../server/src/corpus/file-uri.ts";
import { completionsAt, explainCompletion, MOST_COMPLETIONS } from "../../../server/src/features/completion.ts";
import { defaultVocabulary } from "../../../server/src/vocabulary/vocabulary.ts";
import { anyText, KNOWN_TEXTS } from "../../support/arbitraries.ts";
import { TODAY } from "../../support/completions.ts";
import { MemoryWorkspace } from "../../support/workspace.ts";

const workspace = new MemoryWorkspace(KNOWN_TEXTS.map((text, index) => ({ name: `${index}.txt`, text })));

test("every place has an answer", async () => {
  await fc.assert(
    fc.asyncProperty(anyText, fc.double({ min: 0, max: 1, noNaN: true }), async (text, part) => {
      const offset = Math.floor(text.length * part);
      const tree = parseCable(text);
      const document = { file: fileUri("file:///any.cable"), tree };
      const surroundings = { vocabulary: defaultVocabulary, workspace, isIndexing: false, now: TODAY };
      const { items } = completionsAt(document, offset, surroundings);
      expect(items.length).toBeLessThanOrEqual(MOST_COMPLETIONS);
      const line = tree.lines.lineAt(offset);
      for (const { span } of items) {
        expect(span.start).toBeLessThanOrEqual(offset);
        expect(span.end).toBeGreaterThanOrEqual(offset);
        expect([tree.lines.lineAt(span.start), tree.lines.lineAt(span.end)]).toEqual([line, line]);
      }
      const [first] = items;
      if (first?.key != null) await explainCompletion(first.provider, first.key, tree, surroundings);
    }),
    { numRuns: 300 },
  );
});

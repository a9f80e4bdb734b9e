/** Fenced blocks of Markdown: which of them are asked for, what stands there meanwhile, and when the preview is drawn again. */

import { expect, test } from "vitest";
import { MarkdownFences, type MarkdownReader } from "../../client/src/features/markdown-fences.ts";

/** A preview over a server that answers when it is told to. */
function preview(others: (code: string) => string = () => "") {
  const asked: string[] = [];
  const answers: ((html: string | null) => void)[] = [];
  let drawn = 0;
  const sendRequest = (_: unknown, { text }: { text: string }): Promise<{ html: string } | null> => {
    asked.push(text);
    return new Promise((resolve, reject) =>
      answers.push((html) => (html === null ? reject(new Error("no server")) : resolve({ html }))),
    );
  };
  const fences = new MarkdownFences(
    async () => ({ sendRequest }) as never,
    () => drawn++,
  );
  const reader: MarkdownReader = fences.extend({ options: { highlight: others } });
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    asked,
    drawn: () => drawn,
    show: (code: string, language: string) => reader.options.highlight?.(code, language, ""),
    settled,
    answer: async (html: string | null) => {
      answers.shift()?.(html);
      await settled();
    },
  };
}

test("a block is plain until the server has answered; then the preview is drawn again, and the block has its colours", async () => {
  const { asked, drawn, show, settled, answer } = preview();
  expect(show("TAGS: EN", "cable")).toBe("");
  expect(show("TAGS: EN", "cable")).toBe("");
  await settled();
  expect(asked).toEqual(["TAGS: EN"]);
  await answer("<span>TAGS</span>: EN");
  expect(drawn()).toBe(1);
  expect(show("TAGS: EN", "cable")).toBe("<span>TAGS</span>: EN");
  await settled();
  expect(asked).toHaveLength(1);
});

test("blocks that were asked for together are drawn once", async () => {
  const { drawn, show, settled, answer } = preview();
  for (const text of ["one", "two", "three"]) show(text, "cable");
  await settled();
  for (const text of ["one", "two", "three"]) await answer(`<b>${text}</b>`);
  expect(drawn()).toBe(1);
});

test.each(["cable", "CABLE", "telegram", "cable{#fees}", "cable:"])("a block of %s is a cable", async (language) => {
  const { asked, show, settled } = preview();
  show("text", language);
  await settled();
  expect(asked).toEqual(["text"]);
});

test.each(["", "cables", "ts", "cable-car"])("a block of “%s” is left to who has colours for it", async (language) => {
  const { asked, show, settled } = preview((code) => `<i>${code}</i>`);
  expect(show("text", language)).toBe("<i>text</i>");
  await settled();
  expect(asked).toEqual([]);
});

test("without a server a block stays plain, and the preview is not drawn again and again", async () => {
  const { asked, drawn, show, settled, answer } = preview();
  show("text", "cable");
  await settled();
  await answer(null);
  expect(show("text", "cable")).toBe("");
  await settled();
  expect({ asked: asked.length, drawn: drawn() }).toEqual({ asked: 1, drawn: 0 });
});

test("a book in a block stays plain", async () => {
  const { asked, show, settled } = preview();
  show("x".repeat(200_001), "cable");
  await settled();
  expect(asked).toEqual([]);
});

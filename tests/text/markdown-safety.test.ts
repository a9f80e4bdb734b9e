/** No text can become a link, an image, HTML or any other mark of Markdown, and every text is shown as it is. */

import fc from "fast-check";
import { expect, test } from "vitest";
import { escapeMarkdown } from "../../server/src/text/markdown.ts";

/** What marks are made of, between letters, blanks and anything else. */
const PIECES =
  "[ ] ( ) ! < > <b> <!-- http:// https://a.b HTTP://A ftp://x.y www. WWW.a mailto: command:x javascript: file:/// vscode:// // : @ a@b.co x.org &#58; &lt; & ; \\ ` * _ ~~ | - 1. 1) # + = --- *** $( a B 7 é".split(
    " ",
  );

const text = fc
  .array(fc.oneof(fc.constantFrom(...PIECES, " ", "\n", "\t"), fc.string({ unit: "binary", maxLength: 3 })), {
    maxLength: 16,
  })
  .map((pieces) => pieces.join(""));

/** What a reader of CommonMark sees: a stroke makes the sign behind it plain, an entity is its character; null where a sign is active. */
function shown(markdown: string): string | null {
  let read = "";
  for (let at = 0; at < markdown.length; at++) {
    const character = markdown.charAt(at);
    const next = markdown.charAt(at + 1);
    if (character === "\\" && /[!-/:-@[-`{-~]/.test(next)) {
      read += next;
      at++;
    } else if (markdown.startsWith("&amp;", at)) {
      read += "&";
      at += 4;
    } else if (/[\\`*_[\]<>~]/.test(character) || /^&#?\w+;/.test(markdown.slice(at))) {
      return null;
    } else {
      read += character;
    }
  }
  return read;
}

test("every text is shown as it is, its blanks made one, with no sign left active", () => {
  fc.assert(
    fc.property(text, (source) => {
      expect(shown(escapeMarkdown(source))).toBe(source.replace(/\s+/g, " "));
    }),
    { numRuns: 2000 },
  );
  // Generous, for machines that do other things as well.
}, 60_000);

test("no address is left that links itself (GitHub's extension, and what linkifiers look for)", () => {
  fc.assert(
    fc.property(text, (source) => {
      // An escaped sign parts what stands before it from what stands behind it.
      const active = escapeMarkdown(source).replace(/\\./gs, "  ");
      expect(active).not.toMatch(/:\/\/|www\.\S|@|\p{L}\.\p{L}{2}/iu);
    }),
    { numRuns: 2000 },
  );
  // Generous, for machines that do other things as well.
}, 60_000);

test("nothing opens a block: no heading, list, quotation, table or code", () => {
  fc.assert(
    fc.property(text, (source) => {
      const escaped = escapeMarkdown(source.trimStart());
      expect(escaped).not.toMatch(/^(?:[-+*#>|=]|\d+[.)])/);
      expect(escaped).not.toMatch(/\n/);
    }),
    { numRuns: 2000 },
  );
  // Generous, for machines that do other things as well.
}, 60_000);

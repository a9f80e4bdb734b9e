/** Text inside Markdown, shown as it stands. */

import { expect, test } from "vitest";
import { escapeMarkdown } from "../../server/src/text/markdown.ts";

test.each([
  ["17:03 on 28 August", "17:03 on 28 August"],
  ["EAP/CM (U) C//NF #0374", "EAP/CM (U) C//NF #0374"],
  ["E.O. 12958: DECL: 08/28/2019", "E.O. 12958: DECL: 08/28/2019"],
  ["S&ED", "S&ED"],
  ["*a* _b_ `c` ~~d~~", "\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~"],
  ["[x](command:evil)", "\\[x\\](command:evil)"],
  ["![x](y)", "!\\[x\\](y)"],
  ["<img src=x>", "\\<img src=x\\>"],
  ["&lt; &#60;", "&amp;lt; &amp;#60;"],
  ["see http://example.org", "see http\\:\\//example\\.org"],
  ["see www.example.org", "see www\\.example\\.org"],
  ["seewww.example.org or //example.org", "seewww\\.example\\.org or \\//example\\.org"],
  ["WASHDC//DHO-2//", "WASHDC//DHO-2//"],
  ["a@example.org", "a\\@example\\.org"],
  ["$(alert)", "\\$(alert)"],
  ["# heading", "\\# heading"],
  ["- item", "\\- item"],
  ["+ item", "\\+ item"],
  ["12. item", "12\\. item"],
  ["12) item", "12\\) item"],
  ["> quote", "\\> quote"],
  ["| cell |", "\\| cell |"],
  ["two\n\n    lines\t", "two lines "],
  ["back\\slash", "back\\\\slash"],
  ["", ""],
])("%j becomes %j", (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
});
